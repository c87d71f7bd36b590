package publish

import (
	"bytes"
	"math/rand/v2"
	"testing"
	"unicode/utf8"
)

// fromText reads what inText wrote, as single.js does.
func fromText(text []byte, size int) []byte {
	out := make([]byte, 0, size)
	held, bits := 0, 0
	add := func(septet int) {
		held = (held<<7 | septet) & 0x7FFF
		if bits += 7; bits >= 8 {
			bits -= 8
			out = append(out, byte(held>>bits))
		}
	}
	for _, c := range string(text) {
		if c >= firstPair {
			add(int(unsafe[(c-firstPair)>>7]))
		}
		add(int(c) & 0x7F)
	}
	return out[:size]
}

func TestInText(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for size := range 300 {
		contents := make([]byte, size)
		for i := range contents {
			contents[i] = byte(random.Uint32())
		}
		checkInText(t, contents)
		checkInText(t, make([]byte, size))
		checkInText(t, bytes.Repeat([]byte("<!--\r\n\x00"), size/7))
	}
	large := make([]byte, 1<<20)
	for i := range large {
		large[i] = byte(random.Uint32())
	}
	if got := len(inText(large)); got > len(large)*8/7+8 {
		t.Errorf("%d bytes take %d in text, more than an eighth more", len(large), got)
	}
}

func FuzzInText(f *testing.F) {
	f.Add([]byte("</script>\r\n\x00"))
	f.Fuzz(func(t *testing.T, contents []byte) { checkInText(t, contents) })
}

func checkInText(t *testing.T, contents []byte) {
	t.Helper()
	text := inText(contents)
	if !utf8.Valid(text) || bytes.ContainsAny(text, unsafe) {
		t.Fatalf("%q is written as %q, which browsers would change", contents, text)
	}
	if got := fromText(text, len(contents)); !bytes.Equal(got, contents) {
		t.Fatalf("%q became %q", contents, got)
	}
}

func BenchmarkInText(b *testing.B) {
	contents := bytes.Repeat([]byte("\x00some bytes of a file\xff"), 50_000)
	b.SetBytes(int64(len(contents)))
	for b.Loop() {
		inText(contents)
	}
}
