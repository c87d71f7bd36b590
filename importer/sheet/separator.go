package sheet

import (
	"math"
	"strings"
	"unicode/utf8"
)

// Recognition looks at this much of a file.
const (
	sampleBytes = 64 << 10
	sampleRows  = 200
)

// separatorOf finds what separates the cells of a text: each of the usual ones is
// tried on the beginning, and the one is taken under which the rows are most alike
// and have the most cells. It is 0 if none makes more than one column.
func separatorOf(text string) byte {
	sample := text
	if len(sample) > sampleBytes {
		sample = sample[:sampleBytes]
		for !utf8.ValidString(sample[len(sample)-1:]) && len(sample) > sampleBytes-utf8.UTFMax {
			sample = sample[:len(sample)-1]
		}
	}
	if strings.Trim(sample, ",;\t|\" \r\n") == "" { // empty rows
		sample = strings.TrimLeft(sample, "\" \r\n")
		if sample == "" {
			return 0
		}
		return sample[0]
	}
	best, most := byte(0), 0.0
	for _, separator := range []byte("\t;,|") {
		if strings.IndexByte(sample, separator) < 0 {
			continue
		}
		if s := alike(sample, separator, len(sample) < len(text)); s > most {
			best, most = separator, s
		}
	}
	return best
}

// alike says how well a separator makes a table of a sample: 0 for not at all, and
// more the more cells rows have and the more of them have as many as the header.
func alike(sample string, separator byte, cut bool) float64 {
	r := records{text: sample, separator: separator}
	var filled, written []int
	quoted, cells := 0, 0
	for r.next() && len(written) < sampleRows {
		n := 0
		for _, f := range r.fields {
			if strings.TrimSpace(f) != "" {
				n++
			}
		}
		if n == 0 {
			continue
		}
		filled, written = append(filled, n), append(written, len(r.fields))
		quoted += r.quoted
		cells += len(r.fields)
	}
	if cut && len(written) > 1 && r.at >= len(r.text) { // the last row is in the middle
		filled, written = filled[:len(filled)-1], written[:len(written)-1]
	}
	if len(written) == 0 {
		return 0
	}
	header := headerAmong(filled)
	width := written[header]
	if width < 2 {
		return 0
	}
	sum := 0.0
	for _, n := range written[header:] {
		switch {
		case n == width:
			sum++
		case n > 1 && n < width:
			sum += 0.5
		case n > width:
			sum += 0.25
		}
	}
	sum /= float64(len(written))
	// Cells in quotation marks that begin and end at the separator speak for it.
	return sum*(1+min(math.Log2(float64(width)), 5)/4) + 0.25*float64(quoted)/float64(cells)
}

// headerAmong is the row with which a table begins, by how many cells are filled in
// each: rows above that have few beside what follows are titles.
func headerAmong(filled []int) int {
	const (
		maxTitles = 20
		few       = 3 // of what rows have, a title has at most one third
	)
	usual := mostCommon(filled)
	for i, n := range filled[:min(len(filled), maxTitles)] {
		switch {
		case usual >= few && n*few > usual, usual < few && n >= usual:
			return i
		}
	}
	return 0
}

// mostCommon is the number that is there most often; of equals the larger.
func mostCommon(numbers []int) int {
	counts := map[int]int{}
	best := 0
	for _, n := range numbers {
		counts[n]++
	}
	for n, times := range counts {
		if times > counts[best] || times == counts[best] && n > best {
			best = n
		}
	}
	return best
}
