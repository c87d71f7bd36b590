package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// print writes a table for each number of events, and why pages have failed.
func (r *results) print(to io.Writer) error {
	fmt.Fprintf(to, "%s, %s, %s, %dx%d\n", r.Date, r.Machine, r.Browser, r.Width, r.Height)
	for visits := r.Visits; len(visits) > 0; {
		n := visits[0].Events
		t := tabwriter.NewWriter(to, 0, 0, 2, ' ', tabwriter.AlignRight)
		fmt.Fprint(t, "\n\t\tms until\t\t\tpan, ms\t\t\t\t\t\tzoom, ms\t\t\t\t\t\trest\tMB\t\t\t\n")
		fmt.Fprintf(t, "%d events\tkB\tpaint\tusable\tlive\tp50\tp95\tframes\tper s\tper frame\tall per s\tp50\tp95\tframes\tper s\tper frame\tall per s\tper s\theap\tengine\tprocess\t\n", n)
		for ; len(visits) > 0 && visits[0].Events == n; visits = visits[1:] {
			visits[0].row(t)
		}
		if err := t.Flush(); err != nil {
			return err
		}
	}
	fmt.Fprintln(to)
	for _, v := range r.Visits {
		if v.Failed != "" {
			fmt.Fprintf(to, "%d events, %s: %s\n", v.Events, v.Page, v.told())
		}
	}
	return nil
}

func (v *visit) row(t io.Writer) {
	fmt.Fprintf(t, "%s\t", v.Page)
	if v.LiveMs == 0 {
		fmt.Fprintln(t, "no\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t")
		return
	}
	fmt.Fprintf(t, "%.0f\t%.0f\t%.0f\t%.0f\t", v.KB, v.PaintMs, v.UsableMs, v.LiveMs)
	for _, m := range []*motion{v.Pan, v.Zoom} {
		if m == nil {
			fmt.Fprint(t, "no\t\t\t\t\t\t")
			continue
		}
		fmt.Fprintf(t, "%.1f\t%.1f\t%d\t%.0f\t%.2f\t%.0f\t", m.P50Ms, m.P95Ms, m.Frames, m.MainMs, m.FrameMs, m.AllCoresMs)
	}
	fmt.Fprintf(t, "%.1f\t%.0f\t%.0f\t%.0f\t\n", v.RestMs, v.HeapMB, v.EngineMB, v.RendererMB)
}

// told says how a visit went, in a few words.
func (v *visit) told() string {
	if v.Failed != "" {
		return "no: " + v.Failed
	}
	return fmt.Sprintf("live after %.0f ms, panning at %.0f ms (p95), %.1f ms of work per frame", v.LiveMs, v.Pan.P95Ms, v.Pan.FrameMs)
}
