package proof

import "strings"

// nearest is a quotation that a source does not have, with the passage that is most like
// it, if one is.
func (s *Source) nearest(words string) Result {
	const tooOften = 2000
	quote := split(words)
	r := Result{Verdict: Missing}
	if len(quote) == 0 || len(s.words) == 0 {
		return r
	}
	ids := s.idsOf(quote)
	// Every word votes for the places at which the quotation would begin.
	votes := map[int]int{}
	room := len(quote)/4 + 2
	for i, id := range ids {
		if id < 0 || len(s.at[id]) > tooOften {
			continue
		}
		for _, at := range s.at[id] {
			votes[(int(at)-i)/room]++
		}
	}
	at, most := 0, 0
	for v, n := range votes {
		n += votes[v+1]
		if n > most || n == most && v < at {
			at, most = v, n
		}
	}
	const least = 2
	if most < least || most*5 < len(quote)*2 {
		return r
	}
	from := max(0, at*room-room)
	to := min(len(s.words), at*room+len(quote)+2*room)
	// Only the stretch from the first word that both have to the last one.
	common := lcs(ids, s.ids[from:to])
	first, last := -1, -1
	for _, c := range common {
		if first < 0 {
			first = c.b
		}
		last = c.b
	}
	if first < 0 || len(common)*2 < len(quote) {
		return r
	}
	lead, tail := common[0].a, len(quote)-1-common[len(common)-1].a
	// The ends of the quotation that differ have a counterpart in the same sentence.
	start, end := from+first, from+last
	ends := func(i int) bool {
		return strings.ContainsAny(s.Text[s.words[i-1].to:s.words[i].from], ".!?“”„«»\"؟\n")
	}
	for ; lead > 0 && start > from && !ends(start); lead-- {
		start--
	}
	for ; tail > 0 && end+1 < to && !ends(end+1); tail-- {
		end++
	}
	r.From, r.To = s.words[start].from, s.words[end].to
	r.Line = s.Line(r.From)
	r.Passage = s.around(r.From, r.To, 60)
	r.Diff = s.diff(words, quote, ids, start, end)
	return r
}

type pair struct{ a, b int }

// lcs is the longest row of words that both have, in order.
func lcs(a, b []int32) []pair {
	const most = 4000 // words of a quotation times those of a passage stay few
	if len(a) > most || len(b) > 2*most {
		a, b = a[:min(len(a), most)], b[:min(len(b), 2*most)]
	}
	table := make([][]uint16, len(a)+1)
	for i := range table {
		table[i] = make([]uint16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] && a[i] >= 0 {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	var pairs []pair
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j] && a[i] >= 0:
			pairs = append(pairs, pair{i, j})
			i, j = i+1, j+1
		case table[i+1][j] >= table[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// diff shows a quotation beside a passage: [-only in the story-] {+only in the source+}.
func (s *Source) diff(text string, quote []word, ids []int32, start, end int) string {
	pairs := lcs(ids, s.ids[start:end+1])
	var out []string
	put := func(before, words, after string) {
		if words != "" {
			out = append(out, before+words+after)
		}
	}
	a, b := 0, start
	same := -1 // the first of a row of words that both have
	flush := func(to int) {
		if same >= 0 {
			put("", text[quote[same].from:quote[to-1].to], "")
		}
		same = -1
	}
	step := func(toA, toB int) {
		if a < toA || b < toB {
			flush(a)
			if a < toA {
				put("[-", text[quote[a].from:quote[toA-1].to], "-]")
			}
			if b < toB {
				put("{+", s.Text[s.words[b].from:s.words[toB-1].to], "+}")
			}
		}
		a, b = toA, toB
	}
	for _, p := range pairs {
		step(p.a, start+p.b)
		if same < 0 {
			same = p.a
		}
		a, b = p.a+1, start+p.b+1
	}
	flush(a)
	step(len(quote), end+1)
	return strings.Join(out, " ")
}
