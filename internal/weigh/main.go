// Command weigh prints what each module adds to the viewer for the browser, by
// the code of its functions. It reads a build that keeps their names:
//
//	go build -modfile=.build/lean.mod -trimpath -ldflags=-w -o x.wasm . && go run ./internal/weigh x.wasm
package main

import (
	"cmp"
	"errors"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: weigh FILE.wasm")
	}
	wasm, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	weights, err := weigh(wasm)
	if err != nil {
		log.Fatalf("%s: %v", os.Args[1], err)
	}
	total := 0
	for _, w := range weights {
		total += w
	}
	names := slices.SortedFunc(maps.Keys(weights), func(a, b string) int { return cmp.Or(weights[b]-weights[a], strings.Compare(a, b)) })
	for _, name := range names {
		fmt.Printf("%8.0f kB %5.1f %%  %s\n", float64(weights[name])/1000, 100*float64(weights[name])/float64(total), name)
	}
	fmt.Printf("%8.0f kB of code; of %.0f kB in all the rest is tables and text\n", float64(total)/1000, float64(len(wasm))/1000)
}

// module is whose function this is. The names in the file have _ for / and
// most other signs.
func module(function string) string {
	for _, m := range []struct{ prefix, name string }{
		{"github.com_hajimehoshi_ebiten", "hajimehoshi/ebiten"}, {"github.com_go_text", "go-text/typesetting"},
		{"github.com_go_json", "go-json-experiment/json"}, {"golang.org_x_image", "golang.org/x/image"}, {"barline", "barline"},
	} {
		if strings.HasPrefix(function, m.prefix) {
			return m.name
		}
	}
	if strings.HasPrefix(function, "runtime") || strings.HasPrefix(function, "internal_runtime") {
		return "Go's runtime"
	}
	return "Go's library"
}

var errCut = errors.New("the file ends within a section")

// reader reads the WebAssembly binary format as far as needed here.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) number() int {
	n, shift := 0, 0
	for {
		if len(r.b) == 0 || shift > 56 {
			r.bad = true
			return 0
		}
		c := r.b[0]
		r.b = r.b[1:]
		n |= int(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
		shift += 7
	}
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.bad = true
		return nil
	}
	b := r.b[:n]
	r.b = r.b[n:]
	return b
}

// weigh sums the sizes of functions by module.
func weigh(wasm []byte) (map[string]int, error) {
	if len(wasm) < 8 || string(wasm[:4]) != "\x00asm" {
		return nil, errors.New("this is no WebAssembly")
	}
	r := &reader{b: wasm[8:]}
	imports, sizes, names := 0, []int{}, map[int]string{}
	for len(r.b) > 0 && !r.bad {
		id := r.bytes(1)
		section := &reader{b: r.bytes(r.number())}
		if r.bad {
			break
		}
		switch id[0] {
		case 2:
			// The toolchain imports functions only: module, name, kind, type.
			for range section.number() {
				section.bytes(section.number())
				section.bytes(section.number())
				section.bytes(1)
				section.number()
				imports++
			}
		case 10:
			for range section.number() {
				n := section.number()
				section.bytes(n)
				sizes = append(sizes, n)
			}
		case 0:
			if string(section.bytes(section.number())) == "name" {
				readNames(section, names)
			}
		}
		r.bad = r.bad || section.bad
	}
	if r.bad {
		return nil, errCut
	}
	if len(names) == 0 {
		return nil, errors.New("its functions have no names: build it with -ldflags=-w")
	}
	weights := map[string]int{}
	for i, size := range sizes {
		weights[module(names[imports+i])] += size
	}
	return weights, nil
}

// readNames reads the names of functions, which are part 1.
func readNames(section *reader, names map[int]string) {
	for len(section.b) > 0 && !section.bad {
		part := section.number()
		body := &reader{b: section.bytes(section.number())}
		if part != 1 {
			continue
		}
		for range body.number() {
			at := body.number()
			names[at] = string(body.bytes(body.number()))
		}
		section.bad = section.bad || body.bad
	}
}
