package words_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"barline/data"
	"barline/data/edtf"
	"barline/internal/golden"
	"barline/timeline/words"
)

// everyLanguage are the words of all languages, by their tags.
func everyLanguage(t *testing.T) map[string]*words.Words {
	t.Helper()
	files, err := filepath.Glob("languages/*.json")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d languages: %v", len(files), err)
	}
	all := map[string]*words.Words{}
	for _, file := range files {
		contents, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		w, _, err := words.Parse(contents)
		if err != nil {
			t.Fatalf("%s:%v", file, err)
		}
		all[w.Tag] = w
	}
	return all
}

// everyKindOfDate are dates of each kind, under headings.
const everyKindOfDate = `
# days, months, years
2025
2025-02
2025-04-11
2025-05-01
2025-12-02T21:15Z
2004-XX
1985-04-XX
# before Christ, and the first hundred years
-0043
0000
-0043-03
-0043-03-15
0079
0079-10-24
0100
# beyond four digits
Y12000
Y-999999
Y170000002
# seasons
1968-21
1968-22
1968-23
1834-24
1899-24
-0043-21
-0043-24
# decades and centuries
191X
192X
194X
196X
190X
003X
-005X
18XX
20XX
21XX
00XX
-00XX
-01XX
1XXX
# ranges
2025-12-02/2025-12-03
2025-05-01/2025-05-03
2025-11-30/2025-12-01
2025-12-31/2026-01-01
2025-02/2025-03
2024-12/2025-01
2024/2025
1899/1902
2024-02/2025
2025/2026-02
2025-02/2025-02-20
2025-02-20/2025-03
1968-21/1968-23
196X/198X
18XX/1914
-0057/-0049
-0043-03/-0043-05
-0043-03-10/-0043-03-15
-0043-03-15/-0043-04-21
-0048-01-10/-0043-03-15
-0026/0014
-0026-01-16/0014-08-19
-0026/0476
0014/0037
0079/0120
-01XX/00XX
# ranges of one date
2025-11-16/2025-11-16
2025-04/2025-04
2026/2026
196X/196X
2025-12-02T21:15Z/2025-12-02T23:00Z
# open and unknown ends
2019-05/..
2019-05-05/..
2019/..
196X/..
18XX/..
1968-23/..
-0043/..
2019~/..
../1821
../1821-12
../1821-12-03
../196X
../18XX
../1968-24
../1821-12-03?
1985/
1985-04-12/
/1985
/1985-04-12
196X/
# one of several
[1860..1872]
[1860-10..1860-12]
[1860-12..1861-02]
[1760-05-03..1760-05-05]
[-0057..-0049]
[1667,1668,1670..1672]
[1667,1670]
[1667-12,1760-12]
[..1760-12-03]
[..1760]
[1984..]
[1984-12..]
[1667,1760-12..]
[1667~,1670]
# unspecified digits
1984-1X
2014-XX-12
1XXX-12
156X-12-25
201X-02-29
XXXX-12-XX
XXXX-12-25
XXXX
XXXX-XX-25
1950S2
Y171010000S3
# certainty
2025-12-03~
2025-12-03?
2025-12-03%
2025-02~
196X~
-0043~
2025-12-02~/2025-12-03~
1984~/2004
1984/2004~
1984?/2004%
1984?/2004?
1984~/2004~
2004-06~-11
2004?-06-11
?2004-06-~11
2004-06-%11
1984-1X~
1950S2~
[1860~..1872]
`

// What each language says of every kind of date, for people who speak it.
func TestGoldenDates(t *testing.T) {
	for tag, w := range everyLanguage(t) {
		var b strings.Builder
		for line := range strings.Lines(strings.TrimPrefix(everyKindOfDate, "\n")) {
			line = strings.TrimSuffix(line, "\n")
			if strings.HasPrefix(line, "#") {
				b.WriteString("\n" + line + "\n\n")
				continue
			}
			d, err := edtf.Parse(line)
			if err != nil {
				t.Fatal(err)
			}
			forms := []string{w.Date(d, words.Full), w.Date(d, words.Day), w.Date(d, words.Short)}
			if solar := w.SolarDate(d); solar != "" {
				forms[0] = w.Aside(forms[0], solar)
			}
			b.WriteString(line + " → " + strings.Join(forms, " | ") + "\n")
			for _, f := range forms {
				checkDate(t, tag, line, f)
			}
		}
		golden.Text(t, "dates-"+tag+".txt", strings.TrimPrefix(b.String(), "\n"))
	}
}

// checkDate holds for every date in every language.
func checkDate(t *testing.T, tag, edtf, said string) {
	t.Helper()
	if said == "" || strings.TrimSpace(said) != said || strings.Contains(said, "  ") || strings.ContainsAny(said, "{}") {
		t.Errorf("%s: %s is %q", tag, edtf, said)
	}
	number := func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune(",.٬\u00a0\u202f", r) }
	for _, n := range strings.FieldsFunc(said, number) {
		if n == "0" || n == "۰" || strings.Contains(said, "-0") {
			t.Errorf("%s: %s is %q, with a year 0", tag, edtf, said)
		}
	}
	for _, dash := range []string{" – ", "–"} {
		for from, to, ok := strings.Cut(said, dash); ok; from, to, ok = strings.Cut(to, dash) {
			next, _, _ := strings.Cut(to, dash)
			if from == next {
				t.Errorf("%s: %s is %q, of which both ends are alike", tag, edtf, said)
			}
		}
	}
}

const everyKindOfTime = `
2025-12-02T22:30
2025-12-02T22:30Z
2025-12-02T22:30:00+03:00
2025-12-02T22:30:15-04:30
2025-12-02T22:30/2025-12-02T23:15
2025-12-02T22:30/2025-12-02T22:30
2025-12-02T22:30+03:00/2025-12-02T23:15+03:00
2025-12-02T22:30+03:00/2025-12-02T21:15+01:00
2025-12-02T22:30/2025-12-03T03:30
2025-12-02T22:30+03:00/2025-12-03T01:30+01:00
2025-12-31T22:30/2026-01-01T03:30
2025-12-02T22:30/2025-12-03
2025-12-02/2025-12-03T03:30
2025-12-02T22:30~
2025-12-02T22:30/..
../2025-12-02T22:30
2025-12-02
`

// What each language says of times of day: DateTime, then TimeOfDay.
func TestGoldenTimes(t *testing.T) {
	for tag, w := range everyLanguage(t) {
		var b strings.Builder
		for line := range strings.Lines(strings.TrimPrefix(everyKindOfTime, "\n")) {
			line = strings.TrimSuffix(line, "\n")
			d, err := edtf.Parse(line)
			if err != nil {
				t.Fatal(err)
			}
			b.WriteString(line + " → " + w.DateTime(d, "", words.Full) + " | " + w.DateTime(d, "Zone", words.Short) + " | " + w.TimeOfDay(d, "") + "\n")
		}
		golden.Text(t, "times-"+tag+".txt", b.String())
	}
}

const everyKindOfLength = `PT1S PT20S PT1M PT2M PT1M31S PT45M PT59M59S PT1H PT2H PT3H PT1H15M PT1H30M PT2H30M PT2H45M PT1H20M PT2H1M PT5H5M PT2H59M40S
	PT11H PT21H P1D PT26H PT36H30M P2D PT50H PT50H30M P3D PT99H59M59S PT100H PT100H30M P9DT2H P9DT23H59M P10D P10DT2H P17D P1W P21D P101D P365D P729D
	P730D P731D P800D P1461D P3650D P7671D P36525D P365243D P3652425D
	~PT3H <PT3H <=PT3H <<PT3H >PT3H >=PT3H >>PT3H ~PT2H <PT2H <=PT2H <<PT2H >PT2H >=PT2H >>PT2H ~PT1H30M <PT2H30M ~P2D <=P17D >=P17DT3H <=P17DT3H >>P800D <P800D ~P21D <PT20S unknown`

// What each language says of lengths: in full, and in short.
func TestGoldenLengths(t *testing.T) {
	for tag, w := range everyLanguage(t) {
		var b strings.Builder
		for s := range strings.FieldsSeq(everyKindOfLength) {
			d, err := data.ParseDuration(s)
			if err != nil {
				t.Fatal(err)
			}
			b.WriteString(s + " → " + w.Length(d) + " | " + w.LengthShort(d) + " | " + w.Phase(data.Phase{Kind: data.Waiting, Length: d}) + "\n")
		}
		golden.Text(t, "lengths-"+tag+".txt", b.String())
	}
}
