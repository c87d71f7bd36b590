package check

import (
	"strings"

	"barline/data"
	"barline/timeline/words"
)

// lexicon is what is known of the words of a language, as [plainWord] writes them.
type lexicon struct {
	lang     string // without script and region
	months   map[string]int
	units    map[string]int64 // seconds
	numbers  map[string]float64
	weekdays map[string]int // from 0, Monday
	meetings map[string]bool
	events   map[string]bool
	totals   []string
	// totalWords are the first words of totals.
	totalWords map[string]bool
	near       map[data.Qualifier][2]string // what stands before and after a length
}

// newLexicon takes what the interface knows of a language, and what only those need who
// read texts.
func newLexicon(w *words.Words) *lexicon {
	lang := baseLanguage(w.Tag)
	l := &lexicon{lang: lang, months: map[string]int{}, units: map[string]int64{}, numbers: map[string]float64{}, weekdays: map[string]int{}, meetings: map[string]bool{}, events: map[string]bool{}, near: map[data.Qualifier][2]string{}, totalWords: map[string]bool{}}
	for m := 1; m <= 12; m++ {
		for _, name := range w.MonthNames(m) {
			l.months[plainWord(name)] = m
		}
	}
	for u, seconds := range map[words.Unit]int64{words.UnitMinutes: 60, words.UnitHours: 3600, words.UnitDays: 86400, words.UnitWeeks: 7 * 86400} {
		for _, name := range w.UnitNames(u) {
			l.units[plainWord(name)] = seconds
		}
	}
	for name, seconds := range map[string]int64{"h": 3600, "hr": 3600, "hrs": 3600, "min": 60, "mins": 60} {
		if _, known := l.units[name]; !known {
			l.units[name] = seconds
		}
	}
	for n, name := range w.NumberNames() {
		if n >= 2 && !strings.Contains(name, " ") {
			l.numbers[plainWord(name)] = float64(n)
		}
	}
	if lang == "fa" {
		delete(l.numbers, "نه") // nine, and neither
	}
	if lang == "en" {
		l.numbers = englishNumbers()
	}
	for n, names := range moreNumbers(lang) {
		for name := range strings.FieldsSeq(names) {
			l.numbers[plainWord(name)] = float64(n + 2)
		}
	}
	for n, names := range weekdays(lang) {
		for name := range strings.FieldsSeq(names) {
			l.weekdays[plainWord(name)] = n
		}
	}
	for _, name := range w.MeetingNames() {
		l.meetings[plainWord(name)] = true
	}
	for _, name := range w.EventNames() {
		l.events[plainWord(name)] = true
	}
	for _, words := range totals(lang) {
		words = plainWord(words)
		l.totals = append(l.totals, words)
		l.totalWords[strings.Fields(words)[0]] = true
	}
	for _, q := range []data.Qualifier{data.Under, data.LessThan, data.Over, data.MoreThan} {
		before, after := w.Around(q)
		l.near[q] = [2]string{plainWord(before), plainWord(after)}
	}
	return l
}

// weekdays are the days of the week from Monday on, in the forms in which texts have
// them. Words that mean something else as well are left out: what stands here is
// taken for the day.
func weekdays(lang string) []string {
	switch lang {
	case "en":
		return []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
	case "de":
		return []string{"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend", "sonntag"}
	case "nb":
		return []string{"mandag måndag", "tirsdag tysdag", "onsdag", "torsdag", "fredag", "lørdag laurdag", "søndag sundag"}
	case "fr":
		return []string{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"}
	case "es":
		return []string{"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"}
	case "tr":
		return []string{"pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", ""}
	case "ru":
		return []string{"понедельник понедельника", "вторник вторника", "среду", "четверг четверга", "пятница пятницу пятницы", "суббота субботу субботы", "воскресенье воскресенья"}
	case "uk":
		return []string{"понеділок понеділка", "вівторок вівторка", "середу", "четвер четверга", "п’ятниця п’ятницю п’ятниці", "субота суботу суботи", "неділя неділю неділі"}
	case "fa", "ps":
		return []string{"دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه پنج‌شنبه", "جمعه جمعې", "", "یکشنبه یک‌شنبه"}
	case "ar":
		return []string{"الاثنين الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", ""}
	}
	return nil
}

// moreNumbers are further forms of the numbers from 2 on.
func moreNumbers(lang string) []string {
	switch lang {
	case "ru":
		return []string{"два две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"}
	case "uk":
		return []string{"два дві", "три", "чотири", "п’ять", "шість", "сім", "вісім", "дев’ять", "десять"}
	case "ar":
		return []string{"", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني ثمان", "تسع", "عشر"}
	case "ps":
		return []string{"دوه", "درې", "څلور", "پنځه", "شپږ", "اووه", "اته", "نهه", "لس"}
	case "nb":
		return []string{"", "", "", "", "", "syv"}
	case "es":
		return nil
	}
	return nil
}

// totals are words that say that a length was added up.
func totals(lang string) []string {
	switch lang {
	case "en":
		return []string{"total", "totalling", "totaling", "altogether", "combined", "overall"}
	case "de":
		return []string{"insgesamt", "zusammengenommen", "summe"}
	case "nb":
		return []string{"totalt", "sammenlagt", "til sammen", "i alt"}
	case "fr":
		return []string{"total", "au total"}
	case "es":
		return []string{"total"}
	case "tr":
		return []string{"toplam", "toplamda"}
	case "ru":
		return []string{"в общей сложности", "суммарно"}
	case "uk":
		return []string{"загалом", "у сумі"}
	case "fa":
		return []string{"مجموع", "در مجموع", "مجموعا"}
	case "ps":
		return []string{"ټولټال"}
	case "ar":
		return []string{"إجمالي", "مجموع", "المجموع"}
	}
	return nil
}

// numberAt reads a number that begins at a token: "three", "twenty-one", "4½", "three
// and a half". n is how many tokens it takes.
func (l *lexicon) numberAt(t []token, i int) (value float64, n int, ok bool) {
	value, n, ok = numeral(t[i].text)
	if !ok {
		if l.lang == "en" {
			value, n, ok = l.englishNumber(t, i)
		} else {
			n = 1
			value, ok = l.numbers[t[i].text]
		}
	}
	if !ok {
		return 0, 0, false
	}
	if l.lang == "en" && i+n+2 < len(t) && t[i+n].text == "and" && (t[i+n+1].text == "a" || t[i+n+1].text == "one") {
		switch t[i+n+2].text {
		case "half":
			return value + 0.5, n + 3, true
		case "quarter":
			return value + 0.25, n + 3, true
		}
	}
	return value, n, true
}

// numeral reads digits: 4, 4.5, 4,5, 4½, 1,250.
func numeral(s string) (value float64, n int, ok bool) {
	if !isNumeralText(s) {
		return 0, 0, false
	}
	part := 0.0
	switch rest, last := s[:len(s)-min(2, len(s))], s[len(s)-min(2, len(s)):]; last {
	case "½":
		s, part = rest, 0.5
	case "¼":
		s, part = rest, 0.25
	case "¾":
		s, part = rest, 0.75
	}
	whole, decimals, scale := 0.0, false, 1.0
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			whole = whole*10 + float64(r-'0')
			if decimals {
				scale *= 10
			}
		case (r == '.' || r == ',') && !decimals:
			// Three digits behind it are thousands.
			decimals = len(s)-i-1 != 3
		default:
			return 0, 0, false // 12.30.45, 1,250,000
		}
	}
	return whole/scale + part, 1, true
}

// englishNumbers are the words of numbers below a hundred, but for those of two.
func englishNumbers() map[string]float64 {
	numbers := map[string]float64{}
	for n, word := range strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen") {
		numbers[word] = float64(n + 1)
	}
	for n, word := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		numbers[word] = float64(n*10 + 20)
	}
	return numbers
}

// englishNumber reads the words of numbers below a hundred.
func (l *lexicon) englishNumber(t []token, i int) (value float64, n int, ok bool) {
	if value, ok = l.numbers[t[i].text]; !ok {
		return 0, 0, false
	}
	if value >= 20 && i+1 < len(t) {
		if one := l.numbers[t[i+1].text]; one > 0 && one < 10 {
			return value + one, 2, true
		}
	}
	return value, 1, true
}
