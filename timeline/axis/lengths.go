package axis

import (
	"strings"

	"barline/scene"
	"barline/timeline/scale"
	"barline/timeline/words"
	"barline/typeset"
)

// UnitHours is how many hours a unit has.
func UnitHours(u words.LengthUnit) float64 {
	switch u {
	case words.LengthMinutes:
		return 1.0 / 60
	case words.LengthHours:
		return 1
	case words.LengthDays:
		return scale.Day / scale.Hour
	}
	return scale.Year / scale.Hour
}

// NameMiddle is how far the middle of what stands at a tick is from the beginning of the
// tick's name, in px: of a name with its unit the number stands at the tick, if it comes
// first.
func NameMiddle(fonts *typeset.Fonts, name *scene.Text, number string) float64 {
	if strings.HasPrefix(name.String, number) {
		return fonts.Width(number, name.Style) / 2
	}
	return name.WidthPx / 2
}

// mostTicks is how many ticks an axis of lengths has at most.
const mostTicks = 5

// LengthStep is the unit, and how many of it, that ticks of lengths up to so many hours
// are apart. Nobody says three quarters of an hour in hours, nor days in hours.
func LengthStep(hours float64) (words.LengthUnit, int) {
	unit, steps := words.LengthYears, []int{1}
	switch {
	case hours <= 1:
		unit, steps = words.LengthMinutes, []int{1, 2, 5, 10, 15}
	case hours <= 100.0/60:
		unit, steps = words.LengthMinutes, []int{30}
	case hours < 48:
		unit, steps = words.LengthHours, []int{1, 2, 3, 6, 12}
	case hours < 2*UnitHours(words.LengthYears):
		unit, steps = words.LengthDays, []int{1, 2, 5, 10, 20, 50, 100, 200}
	}
	n := hours / UnitHours(unit)
	for _, step := range steps {
		if n <= mostTicks*float64(step)+1e-9 {
			return unit, step
		}
	}
	if unit != words.LengthYears {
		return unit, steps[len(steps)-1]
	}
	for decade := 1; ; decade *= 10 {
		for _, step := range [...]int{1, 2, 5} {
			if n <= float64(mostTicks*step*decade)+1e-9 {
				return unit, step * decade
			}
		}
	}
}
