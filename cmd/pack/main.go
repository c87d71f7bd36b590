// Command pack writes a file compressed beside itself, as FILE.br and FILE.gz,
// as small as the formats allow. For the engine that takes half a minute, so it
// is done once per engine and not per story; what is up to date stays.
package main

import (
	"bytes"
	"io"
	"log"
	"os"

	"barline/publish/pack"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 2 {
		log.Fatal("usage: pack FILE…")
	}
	for _, name := range os.Args[1:] {
		contents, err := os.ReadFile(name)
		if err != nil {
			log.Fatal(err)
		}
		for _, c := range pack.Codings() {
			if err := write(name+c.Ending, contents, c); err != nil {
				log.Fatal(err)
			}
		}
	}
}

func write(name string, contents []byte, c pack.Coding) error {
	if there, err := os.ReadFile(name); err == nil {
		if r, err := c.Unpack(bytes.NewReader(there)); err == nil {
			if was, err := io.ReadAll(r); err == nil && bytes.Equal(was, contents) {
				return nil
			}
		}
	}
	return os.WriteFile(name, c.Pack(contents, pack.Smallest), 0o644)
}
