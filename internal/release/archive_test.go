package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"slices"
	"testing"
	"time"
)

func someItems() []item {
	return []item{
		{name: "z", contents: []byte("last")},
		{name: "bin/barline", contents: bytes.Repeat([]byte("program"), 1000), program: true},
		{name: "LICENSE", contents: []byte("MIT")},
	}
}

// Archives have the same bytes whatever the order in which files were found.
func TestArchivesAreTheSame(t *testing.T) {
	when := time.Unix(1_795_957_497, 0)
	for name, archive := range map[string]func(string, []item, time.Time) ([]byte, error){"tar.gz": tarball, "zip": zipFile} {
		one, err := archive("barline-1", someItems(), when)
		if err != nil {
			t.Fatal(err)
		}
		turned := someItems()
		slices.Reverse(turned)
		two, err := archive("barline-1", turned, when.In(time.FixedZone("there", 7200)))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(one, two) {
			t.Errorf("%s: the order or the zone is in the bytes", name)
		}
	}
}

func TestTarball(t *testing.T) {
	when := time.Unix(1_795_957_497, 0)
	packed, err := tarball("barline-1", someItems(), when)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	if !z.ModTime.IsZero() || z.Name != "" {
		t.Errorf("the stream names %q of %v", z.Name, z.ModTime)
	}
	var names []string
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, h.Name)
		want := int64(0o644)
		if h.Name == "barline-1/bin/barline" {
			want = 0o755
		}
		if h.Mode != want || h.Uname != "root" || h.Uid != 0 || !h.ModTime.Equal(when) {
			t.Errorf("%+v", h)
		}
	}
	if want := []string{"barline-1/LICENSE", "barline-1/bin/barline", "barline-1/z"}; !slices.Equal(names, want) {
		t.Errorf("%v", names)
	}
}

func TestZipFile(t *testing.T) {
	when := time.Unix(1_795_957_496, 0)
	packed, err := zipFile("barline-1", someItems(), when)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	if len(z.File) != 3 || z.File[1].Name != "barline-1/bin/barline" || z.File[1].Mode() != 0o755 || !z.File[1].Modified.Equal(when) {
		t.Errorf("%+v", z.File[1].FileHeader)
	}
}

// A folder that is no release is not replaced, and a release is, as a whole.
func TestWrite(t *testing.T) {
	out := t.TempDir()
	if err := mayReplace(out); err != nil {
		t.Errorf("an empty folder: %v", err)
	}
	if err := write(out, someItems()[2:]); err != nil {
		t.Fatal(err)
	}
	if err := mayReplace(out); err != nil {
		t.Errorf("a release: %v", err)
	}
	if err := write(out, []item{{name: "a", contents: []byte("b")}}); err != nil {
		t.Fatal(err)
	}
	got := folderNames(t, out)
	if !slices.Equal(got, []string{"SHA256SUMS", "a"}) {
		t.Errorf("%v", got)
	}
	if got := string(sums([]item{{name: "a", contents: []byte("b")}})); got != "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  a\n" {
		t.Errorf("%q", got)
	}
	other := t.TempDir()
	if err := write(other+"/x", someItems()[2:]); err != nil {
		t.Fatal(err)
	}
	if err := mayReplace(other); err == nil {
		t.Error("a folder with somebody's files may be replaced")
	}
}
