package main

import (
	"bytes"
	"encoding/binary"
)

// windowsIcon is an .ico file: a directory of pictures, which since Windows Vista may
// be PNG. Its sizes are those that Windows shows, 256 px at most.
func windowsIcon(pictures map[int][]byte) []byte {
	sizes := []int{16, 24, 32, 48, 64, 128, 256}
	const head, entry = 6, 16
	var directory, contents bytes.Buffer
	le := binary.LittleEndian
	directory.Write([]byte{0, 0, 1, 0})
	binary.Write(&directory, le, uint16(len(sizes)))
	for _, px := range sizes {
		at := head + entry*len(sizes) + contents.Len()
		// A side of 256 is written as 0, all that a byte has left for it.
		directory.Write([]byte{byte(px), byte(px), 0, 0})
		binary.Write(&directory, le, []uint16{1, 32}) // one plane of 32 bits a pixel
		binary.Write(&directory, le, []uint32{uint32(len(pictures[px])), uint32(at)})
		contents.Write(pictures[px])
	}
	return append(directory.Bytes(), contents.Bytes()...)
}

// macIcon is an .icns file: PNG pictures, each under four letters that say its size in
// points and whether it is for screens of twice the density.
func macIcon(pictures map[int][]byte) []byte {
	var contents bytes.Buffer
	for _, e := range []struct {
		kind string
		px   int
	}{
		{"icp4", 16}, {"ic11", 32}, {"icp5", 32}, {"ic12", 64}, {"ic07", 128},
		{"ic13", 256}, {"ic08", 256}, {"ic14", 512}, {"ic09", 512}, {"ic10", 1024},
	} {
		chunk(&contents, e.kind, pictures[e.px])
	}
	var file bytes.Buffer
	chunk(&file, "icns", contents.Bytes())
	return file.Bytes()
}

// chunk writes a kind, the length with these eight bytes, and the contents.
func chunk(b *bytes.Buffer, kind string, contents []byte) {
	b.WriteString(kind)
	binary.Write(b, binary.BigEndian, uint32(len(contents)+8))
	b.Write(contents)
}
