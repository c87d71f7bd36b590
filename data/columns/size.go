package columns

// HeadSize is how many bytes of the file come before the first event. A decoder
// that has them has a Table.
func (t *Table) HeadSize() int { return len(t.appendHead(nil)) }
