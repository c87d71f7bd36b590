package fontfile

// Error says what is wrong with a font file, and how to fix it.
type Error struct{ What, Fix string }

func (e *Error) Error() string { return e.What + "; " + e.Fix }

const (
	copyAgain = "copy or download the file again"
	convert   = "save it as one TrueType or OpenType font, as pyftsubset does"
)

func damaged(what string) error { return &Error{"the file is damaged: " + what, copyAgain} }

func unfit(what string) error { return &Error{what, convert} }
