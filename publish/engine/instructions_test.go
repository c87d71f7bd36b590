package engine_test

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"
	"testing"

	"barline/publish/engine"
)

// The engine runs wherever ARCHITECTURE.md says that it does: its code has no
// instructions but WebAssembly's first ones and those of the groups named there, which
// the page asks for before it fetches anything (web/page/load.js).
func TestTheEngineNeedsWhatThePageAsksFor(t *testing.T) {
	wasm, _, _, err := engine.Read()
	if errors.Is(err, engine.ErrMissing) {
		t.Fatal("the engine has not been built: run make engine first")
	}
	if err != nil {
		t.Fatal(err)
	}
	groups := map[string]bool{}
	for at := 8; at < len(wasm); {
		section := wasm[at]
		size, n := binary.Uvarint(wasm[at+1:])
		at += 1 + n
		if section == 10 {
			r := reader{code: wasm[at : at+int(size)], groups: groups}
			for range r.number() {
				end := int(r.number())
				end += r.at
				for range r.number() {
					r.number()
					r.at++
				}
				for r.at < end && r.unknown == 0 {
					r.instruction()
				}
				if r.unknown != 0 {
					t.Fatalf("the engine has an instruction %#x, of which nobody has asked whether browsers have it", r.unknown)
				}
			}
		}
		at += int(size)
	}
	want := []string{"bulk memory", "saturating conversion", "sign extension"}
	if got := slices.Sorted(maps.Keys(groups)); !slices.Equal(got, want) {
		t.Errorf("the engine needs %q, ARCHITECTURE.md and web/page/load.js say %q", got, want)
	}
}

// reader walks over the instructions of functions.
type reader struct {
	code    []byte
	at      int
	groups  map[string]bool // groups beyond WebAssembly's first version
	unknown uint64
}

// number reads a number of variable length; what is read of one below 0 is not it.
func (r *reader) number() uint64 {
	var v uint64
	for shift := 0; ; shift += 7 {
		b := r.code[r.at]
		r.at++
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
	}
}

func (r *reader) instruction() {
	op := r.code[r.at]
	r.at++
	switch {
	case op <= 0x01, op == 0x05, op == 0x0b, op == 0x0f, op == 0x1a, op == 0x1b, op >= 0x45 && op <= 0xbf:
	case op >= 0x02 && op <= 0x04, op == 0x0c, op == 0x0d, op == 0x10, op >= 0x20 && op <= 0x24, op == 0x3f, op == 0x40, op == 0x41, op == 0x42:
		r.number()
	case op == 0x0e:
		for range r.number() + 1 {
			r.number()
		}
	case op == 0x11, op >= 0x28 && op <= 0x3e:
		r.number()
		r.number()
	case op == 0x43:
		r.at += 4
	case op == 0x44:
		r.at += 8
	case op >= 0xc0 && op <= 0xc4:
		r.groups["sign extension"] = true
	case op == 0xfc:
		switch sub := r.number(); {
		case sub <= 7:
			r.groups["saturating conversion"] = true
		case sub == 10:
			r.groups["bulk memory"] = true
			r.at += 2
		case sub == 11:
			r.groups["bulk memory"] = true
			r.at++
		default:
			r.unknown = 0xfc00 | sub
		}
	default:
		r.unknown = uint64(op)
	}
}
