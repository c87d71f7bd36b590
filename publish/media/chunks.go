package media

import (
	"bytes"
	"encoding/binary"
	"iter"
)

// segment is a part of a JPEG file: a marker, and what it announces.
type segment struct {
	marker  byte   // the byte after 0xff
	payload []byte // without marker and length; of a scan its header alone
}

const (
	startOfScan = 0xda
	endOfImage  = 0xd9
)

// jpegSegments walks through the segments of a JPEG file up to its end marker, or
// to where it stops making sense. Entropy-coded data is passed over.
func jpegSegments(contents []byte) iter.Seq[segment] {
	return func(yield func(segment) bool) {
		rest := contents[min(2, len(contents)):] // after the start of the image
		for {
			rest = fromMarker(rest)
			if len(rest) < 4 || rest[1] == endOfImage {
				return
			}
			length := int(binary.BigEndian.Uint16(rest[2:])) // its own two bytes included
			if length < 2 || 2+length > len(rest) {
				return
			}
			if !yield(segment{marker: rest[1], payload: rest[4 : 2+length]}) {
				return
			}
			rest = rest[2+length:]
		}
	}
}

// fromMarker cuts off what precedes the next marker that has a segment or ends the
// image: entropy-coded data with its stuffed zeros and restart markers, and fill
// bytes. It returns nothing if there is no marker.
func fromMarker(data []byte) []byte {
	for {
		at := bytes.IndexByte(data, 0xff)
		if at < 0 || at+1 >= len(data) {
			return nil
		}
		switch next := data[at+1]; {
		case next == 0xff:
			data = data[at+1:]
		case next == 0 || next >= 0xd0 && next <= 0xd7:
			data = data[at+2:]
		default:
			return data[at:]
		}
	}
}

// pngChunks walks through the types and data of a PNG file's chunks, as far as they
// are complete. Check sums are not looked at.
func pngChunks(contents []byte) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		rest := contents[min(8, len(contents)):] // after the signature
		for len(rest) >= 12 {
			length := uint64(binary.BigEndian.Uint32(rest))
			if length+12 > uint64(len(rest)) || !yield(string(rest[4:8]), rest[8:8+length]) {
				return
			}
			rest = rest[length+12:]
		}
	}
}

// webpChunks walks through the types and data of a WebP file's chunks, as far as
// they are complete.
func webpChunks(contents []byte) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		rest := contents[min(12, len(contents)):] // after "RIFF", the length and "WEBP"
		for len(rest) >= 8 {
			length := uint64(binary.LittleEndian.Uint32(rest[4:]))
			if length+8 > uint64(len(rest)) || !yield(string(rest[:4]), rest[8:8+length]) {
				return
			}
			padded := length + length%2
			rest = rest[min(padded+8, uint64(len(rest))):]
		}
	}
}
