package edtf

// Simple reports whether the date is one, or an interval between two, of which the
// calendar says everything: both of the same precision, year, month, day or finer,
// without qualifiers, unspecified digits or offsets from UTC, of the years -9999 to 9999.
// utc: its times of day say that they are in UTC, else they name no zone.
func (d Date) Simple() (precision Precision, utc, ok bool) {
	if d.form == set || d.startEnd != Dated || d.endEnd != Dated || !d.start.isSimple() {
		return 0, false, false
	}
	if d.form == interval && (!d.end.isSimple() || d.end.precision != d.start.precision || d.end.zone != d.start.zone) {
		return 0, false, false
	}
	return d.start.precision, d.start.zone == zoneUTC, true
}

func (p point) isSimple() bool {
	return p.precision >= Year && p.precision != Season && p.yearX|p.monthX|p.dayX == 0 && p.significant == 0 &&
		p.approximate|p.uncertain == 0 && p.zone != zoneOffset && -9999 <= p.year && p.year <= 9999
}
