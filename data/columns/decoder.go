package columns

import (
	"encoding/binary"
	"hash/crc32"
	"strconv"
)

// Decoder reads a table as its bytes come, in pieces of any size. It keeps what
// is not a whole part yet, and never makes room for bytes that have only been
// promised.
type Decoder struct {
	table   *Table
	checker checker
	pending []byte
	stage   stage
	need    int   // bytes of the part that is coming
	offset  int64 // of that part
	err     *Error
}

// stage is which part is coming.
type stage uint8

const (
	thePreamble stage = iota
	theHead
	aLength
	aBlock
	nothing
)

// NewDecoder returns a decoder at the beginning of a file.
func NewDecoder() *Decoder { return &Decoder{need: preamble} }

// Table is what has come so far: nil before the head has, then a table that
// grows by whole blocks. After an error it keeps those that were good.
func (d *Decoder) Table() *Table { return d.table }

// Write takes the next bytes. Its errors are of type [*Error]; after one, all
// that follows is the same error.
func (d *Decoder) Write(p []byte) error {
	for d.err == nil && len(p) > 0 {
		if d.stage == nothing {
			d.err = &Error{d.offset, "bytes after the last event", writeAgain}
			break
		}
		n := min(len(p), d.need-len(d.pending))
		d.pending = append(d.pending, p[:n]...)
		p = p[n:]
		if len(d.pending) < d.need {
			break
		}
		size := int64(d.need)
		if d.err = d.take(); d.err != nil {
			d.err.Offset += d.offset
			break
		}
		d.offset += size
		d.pending = d.pending[:0]
	}
	if d.err != nil {
		d.pending = nil
		return d.err
	}
	return nil
}

// Close says whether all of it has come.
func (d *Decoder) Close() error {
	if d.err == nil && d.stage != nothing {
		what := "the file ends too early"
		if d.table != nil {
			what += ": " + strconv.Itoa(d.table.n) + " of " + strconv.Itoa(d.table.total) + " events are there"
		}
		d.err = &Error{d.offset + int64(len(d.pending)), what, loadAgain}
		d.pending = nil
	}
	if d.err != nil {
		return d.err
	}
	return nil
}

// take reads the part that has come, and says what comes next.
func (d *Decoder) take() *Error {
	switch p := d.pending; d.stage {
	case thePreamble:
		return d.begin(p)
	case theHead:
		if !sound(p) {
			return &Error{0, "the head is damaged", loadAgain}
		}
		t, err := readHead(p)
		if err != nil {
			return err
		}
		d.table, d.checker = t, newChecker(t)
		d.pending = nil // blocks are smaller
		d.stage, d.need = aLength, 4
	case aLength:
		n := binary.LittleEndian.Uint32(p)
		if n < emptySize {
			return damaged("a block that is too short")
		}
		d.stage, d.need = aBlock, int(n)
	case aBlock:
		return d.block(p)
	}
	return nil
}

func (d *Decoder) begin(p []byte) *Error {
	if string(p[:len(magic)]) != magic {
		return &Error{0, "this is no table of events", "check the address; a story's table is beside its page"}
	}
	p = p[len(magic):]
	if v := binary.LittleEndian.Uint16(p); v != version {
		return &Error{int64(len(magic)), "version " + strconv.Itoa(int(v)) + " of the table is not known here", "load the page again, or publish the story again with one barline"}
	}
	n := binary.LittleEndian.Uint32(p[2:])
	if n > maxHead || n < crcSize {
		return &Error{int64(len(magic) + 2), "a head of " + strconv.Itoa(int(n)) + " bytes", "it has at most " + strconv.Itoa(maxHead) + "; " + writeAgain}
	}
	d.stage, d.need = theHead, int(n)
	return nil
}

func (d *Decoder) block(p []byte) *Error {
	if !sound(p) {
		return &Error{0, "a block is damaged", loadAgain}
	}
	b, ok := open(string(p))
	if !ok {
		return damaged("a block whose columns do not fit")
	}
	left := d.table.total - d.table.n
	if b.rows > left {
		return damaged("more events than the " + strconv.Itoa(d.table.total) + " of the head")
	}
	if b.rows != min(Rows, left) {
		return damaged("a block of " + strconv.Itoa(b.rows) + " events, where " + strconv.Itoa(min(Rows, left)) + " are due")
	}
	if err := d.checker.check(&b); err != nil {
		return err
	}
	if row := d.table.add(b); row >= 0 {
		return d.checker.fault(row, "has the id of another")
	}
	d.stage, d.need = aLength, 4
	if left == b.rows {
		d.stage, d.pending = nothing, nil
	}
	return nil
}

// sound reports whether the sum at the end is that of the bytes before it.
func sound(p []byte) bool {
	n := len(p) - crcSize
	return crc32.ChecksumIEEE(p[:n]) == binary.LittleEndian.Uint32(p[n:])
}
