package words

// LengthUnit is a unit that an axis of lengths counts.
type LengthUnit uint8

const (
	LengthMinutes LengthUnit = iota
	LengthHours
	LengthDays
	LengthYears
)

// LengthTick names a tick of an axis of lengths: "10", or "10 days" where the unit
// is to be said.
func (w *Words) LengthTick(n int, unit LengthUnit, said bool) string {
	if !said {
		return w.Large(n)
	}
	return w.count([...]*forms{&w.minutes, &w.hours, &w.days, &w.years}[unit], n)
}
