package words

import (
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"barline/data/edtf"
	"barline/internal/golden"
	"barline/timeline/words/plural"
)

// cldr is what testdata/cldr has of a language; see the README there.
type cldr struct {
	Dates, Eras, Times []struct {
		Case, From, To, Fields, Month, Era, Text string
	}
	Months map[string][]string
	Lists  []struct {
		Type  string
		Items []string
		Text  string
	}
	Plurals struct {
		Integers map[string][]int
		Decimals map[string]string
	}
	Units []struct {
		Unit, Style string
		Phrases     map[string]string
	}
}

// ours are words that we write in another way than CLDR, everywhere.
func ours(tag string) []string {
	return map[string][]string{
		"de":    {"Sept.", "Sep.", " Uhr", ""},
		"en":    {"September", "September", "Sept", "Sep"},
		"es":    {"9:05", "09:05", "9:30", "09:30"},
		"fa":    {" تا ", "–", "هٔ", "ه", "9:05", "09:05", "9:30", "09:30"},
		"fa-AF": {" تا ", "–", "اگست", "آگست", "جنو ", "جنوری ", "دسم ", "دسمبر ", "9:05", "09:05", "9:30", "09:30"},
		"ru":    {" г.", " года"},
		"uk":    {" р.", " року", " рр.", " року"},
	}[tag]
}

// looseDashes are languages in which we do not set all dashes as CLDR does: without
// spaces between numbers, with spaces between months in short forms, too.
const looseDashes = " en es fa fa-AF fr tr "

// differences collects where a language says something else than CLDR.
type differences struct {
	b    strings.Builder
	tag  string
	seen map[string]bool
}

func (d *differences) compare(what, want, got string) {
	plain := strings.NewReplacer("\u2009", " ", "\u202f", " ", "\u00a0", " ", "\u200f", "", "\u2068", "", "\u2069", "")
	want, got = plain.Replace(want), plain.Replace(latin(got))
	if want == got {
		return
	}
	line := d.tag + ", " + what + ": " + want + " → " + got + "\n"
	want = strings.NewReplacer(ours(d.tag)...).Replace(want)
	if strings.Contains(looseDashes, " "+d.tag+" ") {
		want, got = strings.ReplaceAll(want, " – ", "–"), strings.ReplaceAll(got, " – ", "–")
	}
	if want != got && !d.seen[line] {
		d.seen[line] = true
		d.b.WriteString(line)
	}
}

// latin writes Persian digits as CLDR's texts in testdata have them.
func latin(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '۰' && r <= '۹':
			return r - '۰' + '0'
		case r == '٬':
			return ','
		case r == '٫':
			return '.'
		}
		return r
	}, s)
}

// What we say is what the Unicode Common Locale Data Repository says, with spaces of
// one width, but for what stands in the golden file. Each line of it is on purpose,
// for the reasons that README.md in testdata gives.
func TestLanguagesAgreeWithCLDR(t *testing.T) {
	files, err := filepath.Glob("testdata/cldr/*.json")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	d := differences{seen: map[string]bool{}}
	for _, file := range files {
		d.tag = strings.TrimSuffix(filepath.Base(file), ".json")
		var c cldr
		decode(t, file, &c)
		contents, err := os.ReadFile(filepath.Join("languages", d.tag+".json"))
		if err != nil {
			t.Fatal(err)
		}
		w, _, err := Parse(contents)
		if err != nil {
			t.Fatal(err)
		}
		d.months(w, &c)
		d.dates(t, w, &c)
		d.lists(w, &c)
		d.units(w, &c)
		checkPlurals(t, w, &c)
	}
	golden.Text(t, "unlike-cldr.txt", d.b.String())
}

func decode(t *testing.T, file string, into any) {
	t.Helper()
	contents, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(contents, into); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

func (d *differences) months(w *Words, c *cldr) {
	for m := 1; m <= 12; m++ {
		d.compare("month beside a day", c.Months["longFormat"][m-1], w.months[m-1])
		d.compare("month alone", c.Months["longStandalone"][m-1], w.MonthName(m))
		d.compare("short month beside a day", c.Months["shortFormat"][m-1], w.monthsShort[m-1])
		d.compare("short month alone", c.Months["shortStandalone"][m-1], w.MonthShort(m))
	}
}

func (d *differences) dates(t *testing.T, w *Words, c *cldr) {
	t.Helper()
	for _, x := range slices.Concat(c.Dates, c.Eras, c.Times) {
		switch clock := strings.Contains(x.Fields, "hour"); {
		case x.Era == "long":
			continue // we have the short ones
		case clock && strings.Contains(x.Fields, "day"):
			continue // we put a comma between a day and its time, in every language
		case d.tag == "ps" && x.Fields != "year":
			continue // CLDR has the English order of another kind of date
		}
		text := x.From
		if x.To != "" {
			text += "/" + x.To
		}
		date, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		form := Full
		switch {
		case x.Month == "short":
			form = Short
		case !strings.Contains(x.Fields, "year"):
			form = Day
		}
		s := sayer{Words: w, form: form, years: strings.Contains(x.Fields, "year")}
		got := s.date(date)
		if strings.Contains(x.Fields, "hour") {
			got = w.TimeOfDay(date, "")
		}
		d.compare(x.Case, x.Text, got)
	}
}

func (d *differences) lists(w *Words, c *cldr) {
	for _, x := range c.Lists {
		got := w.List(x.Items)
		if x.Type == "disjunction" {
			got = w.either(x.Items)
		}
		d.compare("list", x.Text, got)
	}
}

func (d *differences) units(w *Words, c *cldr) {
	long := map[string]*forms{"second": &w.seconds, "minute": &w.minutes, "hour": &w.hours, "day": &w.days, "year": &w.years}
	short := map[string]string{"second": w.secondsShort, "minute": w.minutesShort, "hour": w.hoursShort}
	for _, x := range c.Units {
		switch d.tag + " " + x.Unit {
		case "nb day", "ps hour", "ps year":
			continue // dager instead of døgn; CLDR has no plural, or another one
		}
		for _, number := range sorted(x.Phrases) {
			n, err := strconv.Atoi(number)
			switch f, ok := long[x.Unit]; {
			case x.Style == "short" && short[x.Unit] != "" && n == 2:
				d.compare("short", x.Phrases[number], Fill(short[x.Unit], "n", w.Large(n)))
			case x.Style == "long" && ok && err == nil:
				d.compare("length", x.Phrases[number], w.count(f, n))
			}
		}
	}
}

// sorted are numbers in order.
func sorted(phrases map[string]string) []string {
	var numbers []string
	for number := range phrases {
		numbers = append(numbers, number)
	}
	slices.SortFunc(numbers, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	return numbers
}

func checkPlurals(t *testing.T, w *Words, c *cldr) {
	t.Helper()
	numbers := 0
	for category, all := range c.Plurals.Integers {
		for _, n := range all {
			numbers++
			if got := w.plurals.Of(plural.Int(int64(n))).String(); got != category {
				t.Errorf("%s: %d is %s, in CLDR %s", w.Tag, n, got, category)
			}
		}
	}
	for number, category := range c.Plurals.Decimals {
		numbers++
		if got := w.plurals.Of(plural.Decimal(number)).String(); got != category {
			t.Errorf("%s: %s is %s, in CLDR %s", w.Tag, number, got, category)
		}
	}
	if numbers < 201 {
		t.Errorf("%s: plurals of only %d numbers", w.Tag, numbers)
	}
}
