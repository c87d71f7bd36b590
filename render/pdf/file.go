package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strconv"
	"unicode/utf16"
)

// file is a PDF file as it is written: objects by their numbers, from 1 on.
type file struct {
	objects [][]byte
}

// reserve gives the number of an object that is written later.
func (f *file) reserve() int {
	f.objects = append(f.objects, nil)
	return len(f.objects)
}

func (f *file) set(number int, format string, args ...any) {
	f.objects[number-1] = fmt.Appendf(nil, format, args...)
}

func (f *file) add(format string, args ...any) int {
	n := f.reserve()
	f.set(n, format, args...)
	return n
}

// stream adds an object with contents, compressed; entries are what its dictionary says
// besides.
func (f *file) stream(entries string, contents []byte) int {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	z.Write(contents) // into memory: it cannot fail
	z.Close()
	return f.add("<</Filter/FlateDecode/Length %d %s>>\nstream\n%s\nendstream", packed.Len(), entries, packed.Bytes())
}

// bytes is the whole file. info is the number of the object that describes it.
func (f *file) bytes(root, info int) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	places := make([]int, len(f.objects))
	for i, o := range f.objects {
		places[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, at := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(places)+1, root, info, start)
	return b.Bytes()
}

// text is a string of any script, as PDF writes it.
func text(s string) string {
	b := []byte("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		b = fmt.Appendf(b, "%04X", u)
	}
	return string(append(b, '>'))
}

// num writes a number with at most three decimals.
func num(v float64) string {
	s := strconv.FormatFloat(v, 'f', 3, 64)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	if s == "-0" {
		return "0"
	}
	return s
}
