package desk_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"barline/publish/desk"
)

// sheetServer is another server with a published sheet; open says that other pages may
// read it.
type sheetServer struct {
	*httptest.Server
	asked atomic.Int64
}

func serveSheet(t *testing.T, open bool) *sheetServer {
	s := &sheetServer{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.asked.Add(1)
		if r.Header.Get("Cookie") != "" || r.Header.Get("Referer") != "" {
			t.Errorf("the desk says who asks: %v", r.Header)
		}
		if open {
			w.Header().Set("Access-Control-Allow-Origin", "*")
		}
		switch r.URL.Path {
		case "/gone.csv":
			http.NotFound(w, r)
		case "/moved.csv":
			http.Redirect(w, r, "/sheet.csv", http.StatusFound)
		default:
			w.Header().Set("Content-Type", "text/csv")
			w.Write([]byte("title,date,place\nLift-off,1969-07-16,Cape Kennedy\nThe landing,1969-07-20,The Moon\n"))
		}
	}))
	t.Cleanup(s.Close)
	return s
}

// wants writes an address, and what it says before anything is fetched.
func (p *tab) wants(address string) {
	p.t.Helper()
	p.expect("request to another origin: "+address, "request to another origin: "+strings.Replace(address, "moved", "sheet", 1))
	if ask[bool](p, `document.querySelector("[data-asking]").hidden`) {
		p.click("[data-do=open-address]")
	}
	p.writeInto("#other-address", address)
	u, err := url.Parse(address)
	if err != nil {
		p.t.Fatal(err)
	}
	p.until("it says whom it asks", `document.querySelector("[data-asking]").textContent.includes("This asks `+u.Host+`")`)
}

const addressSays = `document.querySelector("[data-asking]").textContent`

// A published sheet is fetched by its address, once somebody has agreed that this asks
// another server, and by no other way.
func TestAddress(t *testing.T) {
	t.Parallel()
	open, closed := serveSheet(t, true), serveSheet(t, false)
	p := newTab(t, device{})
	p.navigate(serveDesk(t).URL + "/?lang=en")
	p.ready()

	p.wants(open.URL + "/moved.csv")
	p.checkAccessible("address")
	if n := open.asked.Load(); n != 0 {
		t.Errorf("the server was asked %d times before anybody agreed", n)
	}
	p.click("[data-asking] button[type=submit]")
	p.opens("2 events")
	p.until("the question is gone, and the frame that asked with it", `document.querySelector("[data-asking]").hidden && !document.querySelector("iframe[src*='ask.html']")`)

	// Who agrees to nothing asks nobody.
	p.wants(closed.URL + "/sheet.csv")
	p.click("[data-asking] button[type=button]")
	p.until("the question is gone", `document.querySelector("[data-asking]").hidden`)
	if n := closed.asked.Load(); n != 0 {
		t.Errorf("the server was asked %d times though nobody agreed", n)
	}

	p.wants(closed.URL + "/sheet.csv")
	p.expect("CORS", "net::ERR_FAILED", "Failed to load resource")
	p.click("[data-asking] button[type=submit]")
	p.until("it says what to do instead", addressSays+`.includes("does not let other pages read this file") && !document.querySelector("[data-asking] [type=submit]").disabled`)
	p.checkAccessible("address refused")
	p.wants(open.URL + "/gone.csv")
	p.click("[data-asking] button[type=submit]")
	p.until("it says what the server answers", addressSays+`.includes("404")`)
	p.until("the story in hand is still there", `document.querySelector("[data-total]").textContent === "2 events"`)

	// The page itself may ask nobody.
	p.expect("Content Security Policy", "security error", "Refused to connect", "violates the document")
	if got := ask[string](p, `fetch(`+quoted(open.URL+"/page.csv")+`).then(() => "fetched", () => "refused")`); got != "refused" {
		t.Errorf("the page's policy lets it ask another server: %s", got)
	}
}

// The policy that `barline desk` sends lets the frame ask, too.
func TestAddressFromTheCommand(t *testing.T) {
	t.Parallel()
	files, err := desk.Read()
	if err != nil {
		t.Fatal(err)
	}
	shared.turns <- struct{}{}
	s := httptest.NewServer(desk.Handler(files))
	t.Cleanup(func() { s.CloseClientConnections(); s.Close(); <-shared.turns })
	open := serveSheet(t, true)
	p := newTab(t, device{})
	p.navigate(s.URL + "/?lang=en")
	p.ready()
	p.wants(open.URL + "/sheet.csv")
	p.click("[data-asking] button[type=submit]")
	p.opens("2 events")
}
