package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/systeminfo"
	"github.com/chromedp/chromedp"
)

// motion is what three seconds of panning or zooming cost.
type motion struct {
	Frames     int     `json:"frames"` // drawn
	P50Ms      float64 `json:"p50Ms"`  // from frame to frame
	P95Ms      float64 `json:"p95Ms"`
	MostMs     float64 `json:"mostMs"`
	MainMs     float64 `json:"mainMsPerSecond"`
	FrameMs    float64 `json:"mainMsPerFrame"`
	AllCoresMs float64 `json:"browserMsPerSecond"` // all of the browser's processes, its software graphics included
}

// visit is what one page cost with so many events. What had not been measured
// when it failed is zero.
type visit struct {
	Page   string `json:"page"`
	Events int    `json:"events"`
	Failed string `json:"failed,omitempty"`

	KB       float64 `json:"kB"` // as sent
	PaintMs  float64 `json:"firstPaintMs"`
	UsableMs float64 `json:"usableMs"` // events can be read and pressed
	LiveMs   float64 `json:"liveMs"`   // all events are drawn and can be moved

	Pan  *motion `json:"pan,omitempty"`
	Zoom *motion `json:"zoom,omitempty"`

	RestMs     float64 `json:"restMsPerSecond"` // of the main thread
	HeapMB     float64 `json:"heapMB"`          // objects and buffers, after the garbage is collected
	EngineMB   float64 `json:"engineMB"`        // WebAssembly's memory
	RendererMB float64 `json:"rendererMB"`      // the page's process, resident
}

//go:embed pages/measure.js
var measureJS string

const (
	moveSeconds = 3
	restSeconds = 2
	calmSeconds = 2 // until what motion has left over is done
	// A page that is loaded may draw one frame for many seconds, but not this long.
	afterLoad = time.Minute
)

// front is where the reader comes from: a browser that has shown a page before.
const front = `<!doctype html><title>Front page</title><h1>Front page</h1><p>Words, <b>and more</b> words.</p><svg width="50" height="50"><circle r="20" cx="20" cy="20"/><text y="40">picture</text></svg>`

// measure visits a page in a browser and a profile of its own. look is a folder
// for a picture of it, or empty.
func (v *visit) measure(site http.Handler, width, height int, timeout time.Duration, look string) error {
	handler := &counted{Handler: site}
	mux := http.NewServeMux()
	mux.Handle("/", handler)
	mux.HandleFunc("/front", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, front) })
	server := httptest.NewServer(mux)
	defer server.Close()
	ctx, cancel := browser(width, height)
	defer cancel()
	ctx, die := context.WithCancelCause(ctx)
	defer die(nil)

	heard := chromedp.Listen(ctx, func(event any) {
		if _, crashed := event.(*inspector.EventTargetCrashed); crashed {
			die(errors.New("the page's process died"))
		}
	})
	_, sized := chromedp.Run(ctx, chromedp.EmulateViewport(int64(width), int64(height)))
	_, counts := chromedp.Call(ctx, performance.Enable, performance.EnableParams{})
	_, watched := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: measureJS})
	_, warm := chromedp.Run(ctx, chromedp.Navigate(server.URL+"/front"))
	if err := errors.Join(heard, sized, counts, watched, warm); err != nil {
		return err
	}
	time.Sleep(time.Second)
	steps := []struct {
		name  string
		limit time.Duration
		do    func(context.Context) error
	}{
		{"loading", timeout, func(ctx context.Context) error {
			if _, err := chromedp.Call(ctx, page.Navigate, page.NavigateParams{URL: server.URL + "/"}); err != nil {
				return err
			}
			times, err := awaited[[3]float64](ctx, "measure.ready()")
			v.PaintMs, v.UsableMs, v.LiveMs = round(times[0]), round(times[1]), round(times[2])
			v.KB = round(float64(handler.sent.Load()) / 1000)
			return err
		}},
		{"looking", afterLoad, func(ctx context.Context) error {
			if look == "" {
				return nil
			}
			picture, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
			return errors.Join(err, os.WriteFile(filepath.Join(look, fmt.Sprintf("%s-%d.png", v.Page, v.Events)), picture, 0o644))
		}},
		{"panning", afterLoad, func(ctx context.Context) (err error) {
			if _, err = awaited[bool](ctx, "measure.near(), true"); err == nil {
				v.Pan, err = move(ctx, "pan")
			}
			return err
		}},
		{"zooming", afterLoad, func(ctx context.Context) (err error) { v.Zoom, err = move(ctx, "zoom"); return err }},
		{"resting", afterLoad, v.rest},
	}
	for _, step := range steps {
		ctx, cancel := context.WithTimeoutCause(ctx, step.limit, fmt.Errorf("%s did not end in %v", step.name, step.limit))
		err := step.do(ctx)
		if ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		cancel()
		if err != nil {
			return err
		}
	}
	return nil
}

// move pans or zooms, and measures the while.
func move(ctx context.Context, kind string) (*motion, error) {
	time.Sleep(time.Second) // what came before is drawn
	before, err := spent(ctx)
	if err != nil {
		return nil, err
	}
	m, err := awaited[[4]float64](ctx, fmt.Sprintf("measure.move(%q, %d)", kind, moveSeconds*1000))
	if err != nil {
		return nil, err
	}
	after, err := spent(ctx)
	if err != nil {
		return nil, err
	}
	seconds := after.at.Sub(before.at).Seconds()
	return &motion{Frames: int(m[0]), P50Ms: round(m[1]), P95Ms: round(m[2]), MostMs: round(m[3]), MainMs: round((after.mainMs - before.mainMs) / seconds),
		FrameMs: round((after.mainMs - before.mainMs) / max(1, m[0])), AllCoresMs: round((after.allMs - before.allMs) / seconds)}, nil
}

// rest measures what a page does and holds while nobody does anything.
func (v *visit) rest(ctx context.Context) error {
	time.Sleep(calmSeconds * time.Second)
	before, err := spent(ctx)
	if err != nil {
		return err
	}
	time.Sleep(restSeconds * time.Second)
	after, err := spent(ctx)
	if err != nil {
		return err
	}
	v.RestMs = round((after.mainMs - before.mainMs) / restSeconds)
	if _, err := chromedp.Call(ctx, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
		return err
	}
	heap, err := chromedp.Call(ctx, runtime.GetHeapUsage, cdp.Empty{})
	if err != nil {
		return err
	}
	engine, err := awaited[float64](ctx, "measure.engineBytes()")
	if err != nil {
		return err
	}
	processes, err := chromedp.CallBrowser(ctx, systeminfo.GetProcessInfo, cdp.Empty{})
	for _, p := range processes.ProcessInfo {
		if p.Type == "renderer" {
			v.RendererMB = max(v.RendererMB, round(residentMB(p.ID)))
		}
	}
	v.HeapMB, v.EngineMB = round((heap.UsedSize+heap.EmbedderHeapUsedSize+heap.BackingStorageSize)/1e6), round(engine/1e6)
	return err
}

// residentMB is what Linux says that a process holds; elsewhere it is 0.
func residentMB(pid int64) float64 {
	var size, resident float64
	statm, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0
	}
	fmt.Sscan(string(statm), &size, &resident)
	return resident * float64(os.Getpagesize()) / 1e6
}

// work is what has been done until some moment.
type work struct {
	at            time.Time
	mainMs, allMs float64
}

func spent(ctx context.Context) (work, error) {
	w := work{at: time.Now()}
	metrics, err := chromedp.Call(ctx, performance.GetMetrics, cdp.Empty{})
	if err != nil {
		return w, err
	}
	for _, m := range metrics.Metrics {
		if m.Name == "TaskDuration" {
			w.mainMs = m.Value * 1000
		}
	}
	processes, err := chromedp.CallBrowser(ctx, systeminfo.GetProcessInfo, cdp.Empty{})
	for _, p := range processes.ProcessInfo {
		w.allMs += p.CPUTime * 1000
	}
	return w, err
}

// browser starts a Chromium of its own, with a software graphics processor.
func browser(width, height int) (context.Context, context.CancelFunc) {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.WindowSize(width, height),
		chromedp.Flag("disable-gpu", false), chromedp.Flag("use-gl", "angle"), chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-quic", true))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, closeTab := chromedp.NewContext(ctx)
	return ctx, func() { closeTab(); stop() }
}

// awaited evaluates an expression, waits for what it promises, and says what
// the page says if that fails.
func awaited[T any](ctx context.Context, expression string) (T, error) {
	found, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if exception, ok := errors.AsType[*chromedp.ExceptionError](err); ok && exception.Exception != nil {
		first, _, _ := strings.Cut(exception.Exception.Description, "\n")
		err = errors.New(strings.TrimPrefix(first, "Error: "))
	}
	return found, err
}

// round leaves two decimals, which is more than is certain.
func round(v float64) float64 { return math.Round(v*100) / 100 }

// browserVersion is the browser's name and version, by itself.
func browserVersion() (string, error) {
	ctx, cancel := browser(100, 100)
	defer cancel()
	v, err := chromedp.CallBrowser(ctx, cdpbrowser.GetVersion, cdp.Empty{})
	return v.Product, err
}
