package lanes_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"barline/data"
	"barline/data/columns"
	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/figure/lanes"
	"barline/timeline/view"
	"barline/timeline/words"
)

// dated is a picture of n events of which event i has the date and what follows it
// in the story file.
func dated(t testing.TB, n int, date func(i int) string) *lanes.Picture {
	t.Helper()
	var b strings.Builder
	b.WriteString("barline: 1\nid: d\nheadline: Dates\nkinds:\n  - {id: strike, name: Strike, plural: Strikes, paint: third}\n  - {id: vote, name: Vote, plural: Votes, paint: fourth}\nevents:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - {id: e%d, title: Event, lane: L%d, date: %s}\n", i, i%3, date(i))
	}
	table, err := columns.Of(storytest.Decode(t, b.String()))
	if err != nil {
		t.Fatal(err)
	}
	p := lanes.New(table, words.English(), storytest.Fonts(t))
	p.TakeAll()
	return p
}

// between is a view from one day to another.
func between(from, to string) view.View {
	at := func(s string) float64 {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			panic(err)
		}
		return float64(d.Unix())
	}
	return view.View{From: at(from), To: at(to)}
}

// marks are the boxes of marks by their paint, those of lanes and not of the key.
func marks(s *scene.Scene) map[scene.Paint][]scene.Cell {
	all := map[scene.Paint][]scene.Cell{}
	for _, n := range s.Nodes {
		if n.Role == scene.Bar && n.ID == "" && n.Alpha == 1 {
			all[n.Paint] = append(all[n.Paint], n.Cells...)
		}
	}
	return all
}

// A mark is as high wherever it is drawn, and a moment as wide: however many
// events there are, and however close the view.
func TestMarksAreOfOneSize(t *testing.T) {
	for _, n := range []int{3, 30, 120} {
		p := dated(t, n, func(i int) string {
			day := time.Date(2024, 1, 1+3*i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
			if i%2 == 0 {
				return day + "T10:30Z"
			}
			return day
		})
		for _, v := range []view.View{{}, between("2024-01-05", "2024-02-20"), between("2024-01-03", "2024-01-12"), between("2024-01-04", "2024-01-06")} {
			boxes := 0
			for _, c := range marks(p.Figure(1200, v))[scene.Talks] {
				switch {
				case c.H == 8 && c.W == 5:
					boxes++
				case c.H == 1.5: // the day around a moment
				case c.H == 8 && c.W < 5: // at the edge of the view
				case c.H == 8 && c.W <= 10: // a day that is hardly wider
				default:
					t.Errorf("%d events in %v: a mark of %v x %v px", n, v, c.W, c.H)
				}
			}
			if boxes == 0 {
				t.Errorf("%d events in %v: no moment is drawn", n, v)
			}
		}
	}
}

// What is known to the month or the year is hollow, whatever the view: it is
// never the most solid thing in the picture.
func TestCoarseDatesAreHollow(t *testing.T) {
	dates := []string{"2024-04", "2024", "2024-04-10T10:00Z, duration: PT3H"}
	p := dated(t, 3, func(i int) string { return dates[i] })
	for _, v := range []view.View{{}, between("2024-03-01", "2024-06-01"), between("2024-04-08", "2024-04-12"), between("2024-04-10", "2024-04-11")} {
		for _, c := range marks(p.Figure(1000, v))[scene.Talks] {
			if c.W > 140 && c.H > 2 {
				t.Errorf("in %v a solid mark of %v x %v px", v, c.W, c.H)
			}
		}
		if v != (view.View{}) && len(p.Boxes(nil)) != 3 {
			t.Errorf("in %v there are %d marks", v, len(p.Boxes(nil)))
		}
	}
}

// Each kind has the paint that the story gives it, and the key says so.
func TestKindsHaveTheirPaints(t *testing.T) {
	kinds := []string{data.MeetingID, data.ContextID, "strike", "vote"}
	p := dated(t, 40, func(i int) string { return fmt.Sprintf("2024-%02d-11, kind: %s", 1+i%12, kinds[i%4]) })
	s := p.Figure(1000, view.View{})
	by := marks(s)
	for _, paint := range []scene.Paint{scene.Talks, scene.Other, scene.Third, scene.Fourth} {
		if len(by[paint]) == 0 {
			t.Errorf("nothing is drawn in %v", paint)
		}
		keyed := 0
		for _, n := range s.Nodes {
			if n.ID == "key:"+paint.String() && n.Paint == paint {
				keyed++
			}
		}
		if keyed != 1 {
			t.Errorf("the key has %d entries of %v", keyed, paint)
		}
	}
}

// Lanes and the strip over them say how many events they hold.
func TestLanesSayHowMany(t *testing.T) {
	p := dated(t, 100, func(i int) string { return fmt.Sprintf("2024-%02d-11", 1+i%12) })
	got := map[string]string{}
	for _, n := range p.Figure(1000, view.View{}).Nodes {
		if n.Text != nil {
			got[n.ID] = n.Text.String
		}
	}
	for id, want := range map[string]string{"count:0": "34", "count:1": "33", "count:2": "33", "total:events": "100 events"} {
		if got[id] != want {
			t.Errorf("%s says %q, want %q", id, got[id], want)
		}
	}
}

// What is known to the month is in no column of a day: it is drawn over them, and
// a press on it means it.
func TestCoarseDatesAreNoPeak(t *testing.T) {
	p := dated(t, 3000, func(i int) string {
		if i < 30 {
			return "2024-05"
		}
		return time.Date(2024, 1, 1+i*366/3000, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	})
	v := between("2024-04-01", "2024-07-01")
	s := p.Figure(1000, v)
	at := p.Scale(1000, v).Px(between("2024-05-01", "2024-05-02").From) + view.Margin(1000)
	brackets := 0
	for _, n := range s.Nodes {
		for _, c := range n.Cells {
			if n.ID == "total" && c.X > at+10 && c.X < at+200 && c.H < 20 {
				t.Errorf("beside a peak on 1 May columns of 8 events are %v px high", c.H)
			}
			if n.Role == scene.Bar && n.ID == "" && c.W > 300 && c.H < 2 {
				brackets++
			}
		}
	}
	if brackets == 0 {
		t.Error("no bracket is drawn over May")
	}
	hit := p.Hit(nil, scene.Point{X: at + 100, Y: s.Plot.Y + 18 + 40 + 12 + 18 + 5})
	if e, ok := number(hit); !ok || e >= 30 {
		t.Errorf("a press on May is on %q", hit)
	}
}

// number is that of an event, by its id.
func number(id string) (n int, ok bool) {
	_, err := fmt.Sscanf(id, "e%d", &n)
	return n, err == nil
}

// Boxes find each mark once, however many there are.
func TestEveryMarkHasABox(t *testing.T) {
	p := dated(t, 600, func(i int) string { return time.Date(2024, 1, 1+2*i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly) })
	s := p.Figure(6000, view.View{})
	boxes := p.Boxes(s)
	if len(boxes) != 600 {
		t.Errorf("%d of 600 events are drawn by themselves", len(boxes))
	}
	for id, b := range boxes {
		if got := p.Hit(s, b.Bar.Centre()); got != id || !b.Hit.Contains(b.Bar.Centre()) {
			t.Errorf("the mark of %s is that of %q", id, got)
		}
	}
}
