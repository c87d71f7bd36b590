package scale_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"barline/timeline/scale"
)

// drawScale is any view that the program can come to: from a minute to billions of
// years, beginning in any year of history.
func drawScale(t *rapid.T) scale.Scale {
	// Even in the logarithm, so that minutes are as frequent as millennia.
	span := scale.MinSpan * math.Pow(scale.MaxSpan/scale.MinSpan, rapid.Float64Range(0, 1).Draw(t, "span"))
	from := rapid.Float64Range(-12000*scale.Year, 8000*scale.Year).Draw(t, "from")
	return scale.Scale{From: from, To: from + span, LengthPx: rapid.Float64Range(200, 1600).Draw(t, "length")}
}

// slack is how far apart two times may be that went different ways: the rounding
// of times so far from 1970, or a millionth of a pixel.
func slack(s scale.Scale) float64 {
	const rounding = 1e-14
	return 1e-3 + 1e-6*s.SecondsPerPx() + rounding*max(math.Abs(s.From), math.Abs(s.To))
}

func TestTimeAndPxAreInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScale(t)
		px := rapid.Float64Range(-s.LengthPx, 2*s.LengthPx).Draw(t, "px")
		at := s.Time(px)
		if got := s.Time(s.Px(at)); math.Abs(got-at) > slack(s) {
			t.Fatalf("%v s came back as %v", at, got)
		}
		if got := s.Px(at); math.Abs(got-px) > slack(s)/s.SecondsPerPx() {
			t.Fatalf("%v px came back as %v", px, got)
		}
	})
}

func TestPxIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScale(t)
		a := s.From + s.Span()*rapid.Float64Range(-1, 2).Draw(t, "a")
		b := a + s.Span()*rapid.Float64Range(1e-6, 1).Draw(t, "later")
		if s.Px(a) > s.Px(b) {
			t.Fatalf("%v lies at %v px, the later %v at %v px", a, s.Px(a), b, s.Px(b))
		}
	})
}

func TestEndsOfTheAxis(t *testing.T) {
	s := scale.Scale{From: 1000, To: 5000, LengthPx: 400}
	for _, c := range []struct{ got, want float64 }{
		{s.Px(1000), 0}, {s.Px(5000), 400}, {s.Px(3000), 200}, {s.Time(100), 2000}, {s.SecondsPerPx(), 10}, {s.Span(), 4000},
	} {
		if c.got != c.want {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
}

func TestZoomKeepsTheTimeUnderThePointer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScale(t)
		px := rapid.Float64Range(0, s.LengthPx).Draw(t, "px")
		z := s.Zoom(math.Pow(10, rapid.Float64Range(-9, 9).Draw(t, "factor")), px)
		if z.LengthPx != s.LengthPx {
			t.Fatalf("the axis is now %v px long", z.LengthPx)
		}
		if got, want := z.Time(px), s.Time(px); math.Abs(got-want) > slack(s)+slack(z) {
			t.Fatalf("%v lies under the pointer, before it was %v", got, want)
		}
		if span := z.Span(); span < scale.MinSpan-slack(z) || span > scale.MaxSpan+slack(z) {
			t.Fatalf("span %v s", span)
		}
	})
}

func TestZoomByNothingSensibleDoesNothing(t *testing.T) {
	s := scale.Scale{From: 0, To: scale.Year, LengthPx: 700}
	for _, factor := range []float64{0, -1, math.NaN(), math.Inf(1), math.Inf(-1)} {
		if got := s.Zoom(factor, 100); got != s {
			t.Errorf("zoom by %v gave %+v", factor, got)
		}
	}
}

func TestPanAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScale(t)
		px := rapid.Float64Range(-5000, 5000).Draw(t, "px")
		later := s.Pan(px)
		if math.Abs(later.From-s.Time(px)) > slack(s) {
			t.Fatalf("panned by %v px the view begins at %v, want %v", px, later.From, s.Time(px))
		}
		if back := later.Pan(-px); math.Abs(back.From-s.From) > slack(s) || math.Abs(back.To-s.To) > slack(s) {
			t.Fatalf("there and back again: %+v, want %+v", back, s)
		}
	})
}

func TestClamp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScale(t)
		from := rapid.Float64Range(-12000*scale.Year, 8000*scale.Year).Draw(t, "first")
		to := from + scale.Day*math.Pow(1e6, rapid.Float64Range(0, 1).Draw(t, "long"))
		c := s.Clamp(from, to)
		for _, v := range []float64{c.From, c.To} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Fatalf("%+v", c)
			}
		}
		if c.Span() <= 0 || c.Span() > 2*(to-from)+slack(s) {
			t.Fatalf("span %v s, the content %v s", c.Span(), to-from)
		}
		// A tenth of the view, or of the content if that is less, is in view.
		shared := math.Min(c.To, to) - math.Max(c.From, from)
		if want := math.Min(c.Span(), to-from) / 10; shared < want-slack(s) {
			t.Fatalf("only %v s of the content are in view, want %v", shared, want)
		}
		if again := c.Clamp(from, to); math.Abs(again.From-c.From) > slack(s) || math.Abs(again.To-c.To) > slack(s) {
			t.Fatalf("clamped twice: %+v, once: %+v", again, c)
		}
	})
}

func TestClampLeavesAGoodViewAlone(t *testing.T) {
	s := scale.Scale{From: 10 * scale.Day, To: 40 * scale.Day, LengthPx: 700}
	if got := s.Clamp(0, 100*scale.Day); got != s {
		t.Errorf("got %+v", got)
	}
}
