package desk_test

import (
	"strings"
	"testing"
	"time"

	"barline/internal/axe"
	"barline/internal/bidi"
	"barline/internal/webdriver"
	"barline/internal/xserver"
)

// shortWay opens the desk, pastes cells, answers, changes one and looks at the page and at
// every view, and axe-core at each state.
func shortWay(t *testing.T, eval func(expression string, value any) error) {
	t.Helper()
	until := func(what, expression string) {
		t.Helper()
		for end := time.Now().Add(deadline); ; time.Sleep(50 * time.Millisecond) { // between looks at a state
			var is bool
			err := eval("!!("+expression+")", &is)
			if is && err == nil {
				return
			}
			if time.Now().After(end) {
				var state string
				eval(`document.documentElement.dataset.desk + " " + document.querySelector("[data-look-words]").textContent + " " + String(document.querySelector("iframe[data-preview]").contentDocument?.body?.textContent).slice(0, 200) + " " + isSecureContext + " " + document.querySelector("[data-notice]").textContent + " " + document.querySelector("[data-report]").textContent`, &state)
				t.Fatalf("it never came about that %s: %v\n%s", what, err, state)
			}
		}
	}
	run := func(statements string) {
		t.Helper()
		if err := eval("(() => {"+statements+"; return null; })()", new(any)); err != nil {
			t.Fatal(err)
		}
	}
	script, err := axe.Script()
	if err != nil {
		t.Fatal(err)
	}
	accessible := func(what string) {
		t.Helper()
		run("if (!window.axe) {" + script + "}")
		var found audit
		if err := eval(accessibility, &found); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		found.report(t, what)
	}
	until("the desk is ready", `document.documentElement.dataset.desk === "ready"`)
	accessible("empty")
	run(`const e = document.querySelector("[data-paste]"); e.value = ` + quoted(cells) + `; e.dispatchEvent(new Event("input", {bubbles: true})); document.querySelector("[data-do=open-pasted]").click()`)
	until("it asks", `document.querySelector('[data-question] [data-answer="mdy"]')`)
	accessible("question")
	run(`document.querySelector('[data-answer="mdy"]').click()`)
	until("the story is in hand", `document.querySelectorAll(".grid .body [role=row]").length === 6`)
	until("the preview shows it", `document.querySelector("iframe[data-preview]").contentDocument?.querySelectorAll("[data-event]").length === 6`)
	run(`const c = document.querySelector('.grid [aria-rowindex="2"] [aria-colindex="3"]'); c.dispatchEvent(new PointerEvent("pointerdown", {bubbles: true, button: 0}));
		c.dispatchEvent(new KeyboardEvent("keydown", {key: "F2", bubbles: true})); const i = document.querySelector(".grid input.cell"); i.value = "War"; i.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}))`)
	until("the preview follows", `document.querySelector("iframe[data-preview]").contentDocument?.body?.textContent.includes("War")`)
	until("it is kept", `document.querySelector("[data-kept]").dataset.state === "kept"`)
	accessible("edited")
	for _, view := range []string{"story", "text", "languages"} {
		run(`document.querySelector("[data-view=` + view + `]").click()`)
		until("the view is there", `!document.querySelector("#view-`+view+`").hidden && ("`+view+`" !== "text" || document.querySelector("[data-editor]"))`)
		accessible(view)
	}
}

func TestFirefox(t *testing.T) {
	s := serveDesk(t)
	browser := bidi.Start(t, xserver.Start(t, 1280, 1024).Name)
	tab, err := browser.Open(s.URL+"/?lang=en", 1200, 900)
	if err != nil {
		t.Fatal(err)
	}
	defer tab.Close()
	shortWay(t, tab.Eval)
	for _, e := range browser.Errors() {
		// A font of the page before, let go when the next one came (NS_BINDING_ABORTED).
		if strings.Contains(e, "/preview/") && strings.Contains(e, "status=2152398850") {
			continue
		}
		// The engine of the page before, which was still coming when the next one came.
		if strings.Contains(e, "Failed to read data from the ReadableStream") {
			continue
		}
		t.Errorf("the desk complains: %s", e)
	}
}

func TestWebKit(t *testing.T) {
	s := serveDesk(t)
	browser := webdriver.Start(t, webdriver.GTK(), xserver.Start(t, 1280, 1024).Name)
	if err := browser.Open(s.URL + "/?lang=en"); err != nil {
		t.Fatal(err)
	}
	shortWay(t, browser.Eval)
}
