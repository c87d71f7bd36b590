package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The whole command, from the file to what it says: a thousand events, and a hundred
// thousand, which are to be checked within 200 ms and within 3 s.
func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		path := filepath.Join(b.TempDir(), "many.csv")
		var text strings.Builder
		text.WriteString("id,title,start,duration,people,summary,quote,speaker,source\n")
		for i := range n {
			fmt.Fprintf(&text, "e-%d,Talks about the harbour,%04d-%02d-%02d,PT3H,Ada Okafor; Per Lindqvist,\"They met on Friday, for three hours, in the town hall.\",We are ready.,Ada Okafor,Courier\n", i, 1800+i*200/n, i%12+1, i%28+1)
		}
		if err := os.WriteFile(path, []byte(text.String()), 0o644); err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if code, _, errs := called("check", path); code != exitDone {
					b.Fatal(errs)
				}
			}
		})
	}
}
