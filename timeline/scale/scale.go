// Package scale maps calendar time to pixels and back, and chooses ticks.
//
//	from                     to        seconds since 1970-01-01T00:00:00Z
//	 |--------|--------|------|
//	 0                     length      px along the calendar axis
//
// A Scale is a small immutable value, made anew whenever the view changes. It
// has no opinion on panning limits or on where its pixels lie on the page.
package scale

import (
	"math"

	"barline/data/edtf"
)

const (
	Minute = 60.0
	Hour   = 60 * Minute
	Day    = 24 * Hour
	// Year is the mean Gregorian year, for sizes only, never for dates.
	Year = 365.2425 * Day
)

// Limits of a view: times are known to the second at best, and
// twenty billion years are longer than the universe has been.
const (
	MinSpan = 10.0
	MaxSpan = 2e10 * Year
)

// Scale maps the span from From to To onto LengthPx pixels.
type Scale struct {
	From, To float64
	LengthPx float64
}

// Around rounds a span of time out to whole months; to whole quarters if it is
// longer than half a year; to whole years if it is longer than three.
func Around(from, to float64) (float64, float64) {
	step := 1 // months
	switch span := to - from; {
	case span > 3*Year:
		step = 12
	case span > Year/2:
		step = 3
	}
	y, m, _ := edtf.Civil(int64(from))
	first := edtf.Unix(y, (m-1)/step*step+1, 1)
	y, m, _ = edtf.Civil(int64(to) - 1)
	if m = ((m-1)/step+1)*step + 1; m > 12 {
		y, m = y+1, 1
	}
	return float64(first), float64(edtf.Unix(y, m, 1))
}

// Span is the length of time in view, in seconds.
func (s Scale) Span() float64 { return s.To - s.From }

// Px is where a time lies, in px from the start of the axis; outside the view
// it is below 0 or above LengthPx.
func (s Scale) Px(at float64) float64 { return (at - s.From) / (s.To - s.From) * s.LengthPx }

// Time is what lies at a place on the axis.
func (s Scale) Time(px float64) float64 { return s.From + px/s.LengthPx*(s.To-s.From) }

// SecondsPerPx is the time that one pixel covers.
func (s Scale) SecondsPerPx() float64 { return (s.To - s.From) / s.LengthPx }

// Zoom makes the view factor times as close (above 1 is closer) and keeps the
// time at px where it is. The span stays within MinSpan and MaxSpan.
func (s Scale) Zoom(factor, px float64) Scale {
	if !(factor > 0) || math.IsInf(factor, 0) {
		return s
	}
	span := math.Min(math.Max(s.Span()/factor, MinSpan), MaxSpan)
	at, share := s.Time(px), px/s.LengthPx
	s.From = at - share*span
	s.To = s.From + span
	return s
}

// Pan moves the view by px: positive towards later.
func (s Scale) Pan(px float64) Scale {
	d := px * s.SecondsPerPx()
	s.From += d
	s.To += d
	return s
}

// Clamp keeps the view near its content: at least a tenth of the view's own
// span always shows a part of [from, to), and it never grows beyond twice
// that range.
func (s Scale) Clamp(from, to float64) Scale {
	span := math.Min(s.Span(), math.Max(2*(to-from), MinSpan))
	middle := (s.From + s.To) / 2
	s.From, s.To = middle-span/2, middle+span/2
	keep := math.Min(span, to-from) / 10
	if d := (from + keep) - s.To; d > 0 {
		s.From += d
		s.To += d
	}
	if d := s.From - (to - keep); d > 0 {
		s.From -= d
		s.To -= d
	}
	return s
}
