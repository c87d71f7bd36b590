package dates

// Fold is a text as the tables have it.
func Fold(s string) string {
	var b []byte
	for _, c := range s {
		if f := fold(c); f != 0 {
			b = appendRune(b, f)
		}
	}
	return string(b)
}
