package proof

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// speech is how a language says that somebody said something.
type speech struct{ verbs, pronouns map[string]bool }

func speechOf(lang string) speech {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	verbs, pronouns := "", ""
	switch base {
	case "en":
		verbs = "said says told tells added adds warned warns called calls wrote writes stated states declared declares noted notes described describes replied replies argued argues insisted insists announced announces asked asks explained explains claimed claims stressed stresses continued concluded recalled remarked according"
		pronouns = "he she they his her"
	case "de":
		verbs = "sagte sagt erklärte erklärt fügte meinte meint warnte warnt schrieb schreibt betonte betont teilte nannte nennt antwortete"
		pronouns = "er sie"
	case "fr":
		verbs = "dit déclaré déclare affirmé affirme ajouté ajoute expliqué explique averti écrit répondu"
		pronouns = "il elle"
	case "es":
		verbs = "dijo afirmó declaró añadió explicó advirtió escribió señaló aseguró respondió"
		pronouns = "él ella"
	case "nb":
		verbs = "sa sier sagde uttalte uttaler la skrev skriver forklarte forklarer advarte opplyste svarte"
		pronouns = "han hun"
	case "tr":
		verbs = "dedi söyledi belirtti ifade açıkladı ekledi uyardı"
		pronouns = "o"
	case "ru":
		verbs = "сказал сказала заявил заявила отметил отметила добавил добавила подчеркнул подчеркнула предупредил сообщил сообщила ответил"
		pronouns = "он она"
	case "uk":
		verbs = "сказав сказала заявив заявила зазначив зазначила додав додала наголосив попередив повідомив відповів"
		pronouns = "він вона"
	case "ar":
		verbs = "قال قالت أضاف أضافت صرح أكد أوضح حذر"
		pronouns = "هو هي"
	case "fa":
		verbs = "گفت گفته افزود هشدار نوشت خواند"
		pronouns = "او وی"
	case "ps":
		verbs = "وویل ویلي ویل زیاته"
		pronouns = "هغه"
	}
	set := func(s string) map[string]bool {
		m := map[string]bool{}
		for w := range strings.FieldsSeq(s) {
			m[plain(w, false)] = true
		}
		return m
	}
	return speech{set(verbs), set(pronouns)}
}

// reach is how far from a quotation, in bytes, a name still belongs to it.
const reach = 400

// person is somebody of the story, by the words of the name.
type person struct {
	id, name string
	words    []string
}

// isNamed reports whether a person's name, or the last word of it, stands among words.
func (p person) isNamed(words []word) bool { return p.placeIn(words) >= 0 }

func (p person) placeIn(words []word) int {
	for i, w := range words {
		if p.isCalled(w.text) {
			return i
		}
	}
	return -1
}

// isCalled reports whether a word is the name of a person: the last word of it, which
// may have an ending of the language after it.
func (p person) isCalled(w string) bool {
	if len(p.words) == 0 {
		return false
	}
	last := p.words[len(p.words)-1]
	if w == last || w == last+"s" {
		return true
	}
	// Путина, Путину; Putins; endings of up to three letters in scripts that have them.
	r, _ := utf8.DecodeRuneInString(last)
	return unicode.Is(unicode.Cyrillic, r) && strings.HasPrefix(w, strings.TrimRight(last, "аяйь")) && utf8.RuneCountInString(w) <= utf8.RuneCountInString(last)+3
}

// attribution is whom a source gives words to.
type attribution struct {
	// speaker: the one who is said to be the speaker is named in reach, or a pronoun
	// stands for somebody.
	speaker bool
	// other is the person of the story that the words are given to instead; unknown is
	// a name that no person of the story has.
	other   *person
	unknown string
}

// attribute looks around a passage, given by its first and its last word, for the one
// who says it.
func (s *Source) attribute(first, last int, lang string, speaker person, people []person) attribution {
	sp := speechOf(lang)
	from, to := s.words[first].from, s.words[last].to
	before, after := s.sentence(first, last)
	var a attribution
	if speaker.isNamed(before) || speaker.isNamed(after) {
		a.speaker = true
		return a
	}
	for _, words := range [][]word{after, before} {
		if name, p := s.saidBy(words, sp, people); p != nil || name != "" {
			a.other, a.unknown = p, name
			return a
		}
	}
	// Somebody of the story may be named further away, or stand behind a pronoun.
	paragraph, end := s.paragraph(from)
	near := s.between(max(paragraph, from-reach), min(end, to+reach))
	if speaker.isNamed(near) {
		a.speaker = true
		return a
	}
	for _, w := range append(before, after...) {
		if sp.pronouns[w.text] {
			wide := s.between(max(0, from-3*reach), min(len(s.Text), to+reach))
			a.speaker = speaker.isNamed(wide)
			return a
		}
	}
	if paragraph > 0 {
		above, _ := s.paragraph(paragraph - 1)
		a.speaker = speaker.isNamed(s.between(max(above, from-2*reach), from)) && !s.namesAnother(s.between(max(above, from-2*reach), from), speaker, people)
	}
	return a
}

// namesAnother reports whether the person who is named last is not the speaker.
func (s *Source) namesAnother(words []word, speaker person, people []person) bool {
	for i := len(words) - 1; i >= 0; i-- {
		if speaker.isCalled(words[i].text) {
			return false
		}
		for _, p := range people {
			if p.isCalled(words[i].text) {
				return true
			}
		}
	}
	return false
}

// between are the words from one place to another.
func (s *Source) between(from, to int) []word {
	a, b := s.wordAt(from), s.wordAt(to)
	return s.words[a:b]
}

// wordAt is the first word that begins at a place or after it.
func (s *Source) wordAt(at int) int {
	lo, hi := 0, len(s.words)
	for lo < hi {
		if mid := (lo + hi) / 2; s.words[mid].from < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// sentence is what stands before a passage and after it in the sentence around it, as
// far as quotation marks do not begin another quotation.
func (s *Source) sentence(first, last int) (before, after []word) {
	const most = 25 // words
	from, to := s.words[first].from, s.words[last].to
	paragraph, end := s.paragraph(from)
	i := first
	for i > 0 && s.words[i-1].from >= paragraph && first-i < most {
		if gap := s.Text[s.words[i-1].to:s.words[i].from]; i < first && strings.ContainsAny(gap, ".!?”»؟") {
			break
		} else if i == first && endsSentence(gap) {
			break
		}
		i--
	}
	if to > end {
		_, end = s.paragraph(to)
	}
	j := last + 1
	for j < len(s.words) && s.words[j].from < end && j-last <= most {
		gap := s.Text[s.words[j-1].to:s.words[j].from]
		if j > last+1 && strings.ContainsAny(gap, ".!?“«„؟") {
			break
		}
		if j == last+1 && endsSentence(gap) && !strings.ContainsAny(gap, "”\"»’“") {
			break // the quotation goes on, or another sentence begins
		}
		j++
	}
	return s.words[i:first], s.words[last+1 : j]
}

// endsSentence reports whether a sentence ends in what stands between two words.
func endsSentence(gap string) bool {
	return strings.ContainsAny(gap, ".!?؟") && !strings.ContainsAny(gap, ",:،")
}

// saidBy finds a name beside a verb of saying: “Lindqvist said”, “said the mayor, Per
// Lindqvist”. The name is that of a person of the story, or of somebody else.
func (s *Source) saidBy(words []word, sp speech, people []person) (unknown string, by *person) {
	for i, w := range words {
		if !sp.verbs[w.text] {
			continue
		}
		// A pronoun beside the verb is the speaker, whoever is named else.
		for _, k := range []int{i - 1, i + 1} {
			if k >= 0 && k < len(words) && sp.pronouns[words[k].text] {
				return "", nil
			}
		}
		for _, k := range []int{i - 1, i - 2, i + 1, i + 2, i + 3, i + 4} {
			if k < 0 || k >= len(words) {
				continue
			}
			if k > i && s.isObject(words, i, k) {
				break
			}
			for p := range people {
				if people[p].isCalled(words[k].text) && !s.isPossessive(words[k]) {
					return "", &people[p]
				}
			}
		}
		if i > 0 {
			raw := s.Text[words[i-1].from:words[i-1].to]
			if r, _ := utf8.DecodeRuneInString(raw); unicode.IsUpper(r) && i > 1 {
				if r, _ := utf8.DecodeRuneInString(s.Text[words[i-2].from:words[i-2].to]); unicode.IsUpper(r) {
					return s.Text[words[i-2].from:words[i-1].to], nil
				}
			}
		}
		return "", nil
	}
	return "", nil
}

// isObject reports whether a name after a verb is of the one who was told: “told
// Lindqvist”, “said of Lindqvist”, “said that Lindqvist”.
func (s *Source) isObject(words []word, verb, name int) bool {
	if strings.HasPrefix(words[verb].text, "t") && (words[verb].text == "told" || words[verb].text == "tells") || words[verb].text == "called" || words[verb].text == "warned" || words[verb].text == "asked" || words[verb].text == "described" {
		return true
	}
	for k := verb + 1; k <= name; k++ {
		switch words[k].text {
		case "of", "that", "about", "on", "to", "with", "after", "in", "at", "über", "dass", "que", "om", "что", "що", "که":
			return words[verb].text != "according"
		}
	}
	return false
}

// isPossessive reports whether a name is somebody else's: “Lindqvist's adviser”.
func (s *Source) isPossessive(w word) bool {
	raw := s.Text[w.from:w.to]
	return strings.HasSuffix(raw, "'s") || strings.HasSuffix(raw, "’s")
}
