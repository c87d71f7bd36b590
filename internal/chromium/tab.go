package chromium

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Tab is a tab of a test. What goes wrong in it is collected, and fails the test once the
// tab is closed, unless the test has said that it expects it.
type Tab struct {
	T   testing.TB
	Ctx context.Context
	// Deadline is how long one answer may take.
	Deadline time.Duration
	// Frame is the execution context that is asked; 0 is the page itself.
	Frame runtime.ExecutionContextID
	Troubles
}

// Open opens a tab in a browser, or, where parent is a tab, beside that in its profile.
// listen is told of events in their order, and must be quick.
func (p *Tab) Open(parent context.Context, listen func(event any), options ...chromedp.ContextOption) {
	p.T.Helper()
	ctx, closeTab := chromedp.NewContext(parent, append(options, chromedp.WithListener(listen))...)
	p.Ctx = ctx
	p.T.Cleanup(func() {
		p.report(p.T)
		closeTab()
	})
	if err := chromedp.Do(ctx); err != nil {
		p.T.Fatal(err)
	}
}

// In is the same tab, asked inside one of its frames.
func (p *Tab) In(frame runtime.ExecutionContextID) *Tab {
	return &Tab{T: p.T, Ctx: p.Ctx, Deadline: p.Deadline, Frame: frame}
}

// Prepare runs a script before any of the page's own, from the next page on.
func (p *Tab) Prepare(script string) {
	p.T.Helper()
	Command(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}

// Run evaluates statements in the page.
func (p *Tab) Run(statements string) {
	p.T.Helper()
	Ask[any](p, "(async () => {"+statements+"})()")
}

// Leave evaluates statements that lead to another page. It returns before they do so: the
// page that is left could not answer.
func (p *Tab) Leave(statements string) {
	p.T.Helper()
	Ask[any](p, "void setTimeout(() => {"+statements+"})")
}

// Command runs a command of the DevTools protocol in a tab.
func Command[P, R any](p *Tab, c cdp.Command[P, R], params P) R {
	p.T.Helper()
	ctx, cancel := context.WithTimeout(p.Ctx, p.Deadline)
	defer cancel()
	r, err := chromedp.Call(ctx, c, params)
	if err != nil {
		p.T.Fatalf("%s: %v", c.Method, err)
	}
	return r
}

// Ask evaluates an expression in the page, waits for its promise if it is one, and
// returns its value.
func Ask[T any](p *Tab, expression string) T {
	p.T.Helper()
	v, err := Try[T](p, expression)
	if err != nil {
		p.T.Fatalf("%s\n%v", expression, err)
	}
	return v
}

// Try is as [Ask], for what may fail.
func Try[T any](p *Tab, expression string) (value T, err error) {
	yes := true
	ctx, cancel := context.WithTimeout(p.Ctx, p.Deadline)
	defer cancel()
	r, err := chromedp.Call(ctx, runtime.Evaluate, runtime.EvaluateParams{
		Expression:    "(async () => JSON.stringify((await (" + expression + ")) ?? null))()",
		ReturnByValue: &yes, AwaitPromise: &yes, ContextID: p.Frame,
	})
	if err != nil {
		return value, err
	}
	if r.ExceptionDetails != nil {
		return value, fmt.Errorf("%s %s", r.ExceptionDetails.Text, description(r.ExceptionDetails))
	}
	var text string
	if err := json.Unmarshal(r.Result.Value, &text); err != nil {
		return value, err
	}
	d := json.NewDecoder(bytes.NewReader([]byte(text)))
	return value, d.Decode(&value)
}

// Quoted writes a text as JavaScript.
func Quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // no string fails
	}
	return string(b)
}
