package browser_test

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"barline/data/stories"
	"barline/internal/chromium"
)

// BenchmarkSaveIsShown is how long it takes from the save of a story that barline serve
// shows until an open page has what was written: the median, in ms. Every save is followed
// by a pause, as in an editor.
func BenchmarkSaveIsShown(b *testing.B) {
	dir := b.TempDir()
	program, story := filepath.Join(dir, "barline"), filepath.Join(dir, "story.yaml")
	if out, err := exec.Command("go", "build", "-o", program, "../../cmd/barline").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	headline := regexp.MustCompile(`(?m)^headline: .*$`)
	save := func(words string) {
		text := headline.ReplaceAll(stories.WitkoffPutin2025(), []byte("headline: "+words))
		if err := os.WriteFile(story, text, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	save("Before")
	serve := exec.Command(program, "serve", story, "--addr", "127.0.0.1:0")
	said, err := serve.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	serve.Stderr = serve.Stdout
	if err := serve.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { serve.Process.Kill(); serve.Wait() })
	var address string
	var all bytes.Buffer
	for lines := bufio.NewScanner(said); address == "" && lines.Scan(); {
		all.WriteString(lines.Text() + "\n")
		address = regexp.MustCompile(`http://[0-9.:]+/`).FindString(lines.Text())
	}
	if address == "" {
		b.Fatalf("serve says no address:\n%s", &all)
	}
	browser, err := shared.browser()
	if err != nil {
		b.Fatal(err)
	}
	p := &chromium.Tab{T: b, Deadline: 30 * time.Second}
	p.Open(browser, func(any) {}, chromedp.WithNewBrowserContext())
	if err := chromedp.Do(p.Ctx, chromedp.Navigate(address)); err != nil {
		b.Fatal(err)
	}
	shows := func(words string) bool {
		is, err := chromium.Try[bool](p, `document.documentElement.dataset.barline === "live" && document.querySelector("h1").textContent === `+chromium.Quoted(words))
		return err == nil && is
	}
	for !shows("Before") {
		time.Sleep(10 * time.Millisecond) // between looks at a state
	}
	var took []float64
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		time.Sleep(time.Second)
		b.StartTimer()
		words := fmt.Sprint("After ", i)
		from := time.Now()
		save(words)
		for !shows(words) {
			time.Sleep(2 * time.Millisecond) // between looks at a state
		}
		took = append(took, float64(time.Since(from).Microseconds())/1000)
	}
	slices.Sort(took)
	b.ReportMetric(took[len(took)/2], "ms/median")
}
