package desk_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// A file in Parquet is read by a program that is fetched for it, and that is there offline
// from then on.
func TestParquet(t *testing.T) {
	t.Parallel()
	type row struct {
		Title string `parquet:"What,zstd"`
		Day   int32  `parquet:"day,date"`
		Where string `parquet:"place"`
	}
	var out bytes.Buffer
	if err := parquet.Write(&out, []row{{"The vote", 16130, "Oslo"}, {"The answer", 16131, "Bergen"}}); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file, bad := filepath.Join(dir, "votes.parquet"), filepath.Join(dir, "cut.parquet")
	for name, contents := range map[string][]byte{file: out.Bytes(), bad: out.Bytes()[:out.Len()/2]} {
		if err := os.WriteFile(name, contents, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := serveDesk(t)
	p := open(t, device{}, s)
	stored := `(async () => { for (const name of await caches.keys()) if ((await (await caches.open(name)).keys()).some((r) => r.url.endsWith("/parquet.gz.bin"))) return true; return false; })()`
	if ask[bool](p, stored) {
		t.Error("the program for Parquet is fetched by everybody")
	}
	p.choose("[data-open]", file)
	p.opens("2 events")
	p.until("days are days", `[...document.querySelectorAll('.grid .body [aria-colindex="2"]')].map((e) => e.textContent).join() === "2014-03-01,2014-03-02"`)
	p.until("the program is stored", stored)
	p.until("it is kept", `document.querySelector("[data-kept]").dataset.state === "kept"`)

	s.cut(true)
	p.expect("503")
	p.navigate(s.URL + "/?lang=en")
	p.ready()
	p.click("[data-do=open-blank]")
	p.opens("1 event")
	p.choose("[data-open]", bad)
	p.until("a damaged file is refused, and nothing lost", `document.querySelector("[data-report]").textContent.includes("Parquet") && document.querySelector("[data-total]").textContent === "1 event"`)
	p.choose("[data-open]", file)
	p.opens("2 events")
}
