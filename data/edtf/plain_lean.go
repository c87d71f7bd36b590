//go:build lean

package edtf

// A page has few dates, which parse reads alone.
func parsePlain(string) (Date, bool) { return Date{}, false }

func (p point) firstDay() (year int64, month, day int) {
	year, month, day, _ = p.edge(false)
	return year, month, day
}
