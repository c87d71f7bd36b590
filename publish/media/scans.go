package media

// maxScans is how many scans a JPEG image may have. Image editors write up to some
// twenty. Each one takes as long as the image is large, however few bytes it has.
const maxScans = 100

// checkScans reports an error if a JPEG image has too many scans, or if they do not
// give all of the image: the decoder would leave a component without a scan blank,
// and a progressive image whose last scans are missing blurred.
func checkScans(contents []byte) error {
	// missing are the low bits still to come of each coefficient of a block, by a
	// component's identifier. Before the first scan all are.
	missing := map[byte]*[64]byte{}
	progressive, scans := false, 0
	for s := range jpegSegments(contents) {
		switch s.marker {
		case 0xc0, 0xc1, 0xc2: // start of frame
			progressive = s.marker == 0xc2
			const fixed = 6 // bytes before the components, which have 3 each
			for i := fixed; i < len(s.payload); i += 3 {
				all := new([64]byte)
				for j := range all {
					all[j] = 16
				}
				missing[s.payload[i]] = all
			}
		case startOfScan:
			if scans++; scans > maxScans {
				return unsupported(jpegFormat)
			}
			// A count, an identifier and table numbers for each component, and then
			// the first and the last coefficient and the bits missing before and after.
			end := len(s.payload) - 3
			if end < 1 {
				return damaged(jpegFormat)
			}
			first, last, after := s.payload[end], s.payload[end+1], s.payload[end+2]&15
			if !progressive {
				first, last, after = 0, 63, 0
			}
			for i := 1; i < end; i += 2 {
				if bits := missing[s.payload[i]]; bits != nil {
					for j := int(first); j <= int(last) && j < len(bits); j++ {
						bits[j] = after
					}
				}
			}
		}
	}
	for _, bits := range missing {
		if *bits != [64]byte{} {
			return damaged(jpegFormat)
		}
	}
	return nil
}
