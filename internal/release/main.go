package main

import (
	"errors"
	"flag"
	"log"
	"os"
	"path/filepath"
	"runtime"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("release: ")
	root := flag.String("root", "../..", "the project's folder")
	out := flag.String("o", "", "the folder to write, which is made anew; release/ in the project's if empty")
	flag.Parse()
	if flag.NArg() > 0 {
		log.Fatalf("%q is not an option; -h lists them", flag.Arg(0))
	}
	if *out == "" {
		*out = filepath.Join(*root, "release")
	}
	if err := run(*root, *out); err != nil {
		log.Fatal(err)
	}
}

// run makes a release of what is checked out at root, in the folder out.
func run(root, out string) error {
	root, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	r, err := describe(root)
	if err != nil {
		return err
	}
	if err := mayReplace(out); err != nil {
		return err
	}
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
		return errors.New("a release is made on Linux with an amd64 processor, for which the window needs its C compiler and headers")
	}
	work, err := os.MkdirTemp("", "barline-release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	made, err := r.make(root, work, targets(root))
	if err != nil {
		return err
	}
	if err := write(out, made); err != nil {
		return err
	}
	log.Printf("%s, %d files in %s", r.build.Details(), len(made)+1, out)
	if r.build.Changed {
		log.Print("files are not committed: nobody can make these bytes again")
	}
	log.Print("not among them: the window for macOS, which scripts/mac.sh builds on a Mac")
	if armCompiler(root) == "" {
		log.Print("nor: the window for Linux on arm64, for which scripts/arm64-libraries.sh gets what is needed")
	}
	return nil
}
