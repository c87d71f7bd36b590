package importer_test

import (
	"strings"
	"testing"

	"barline/importer"
)

// The names of columns tell the language where one has more of them than all others.
func TestLanguageOfHeaders(t *testing.T) {
	for header, want := range map[string]string{
		"Fecha,Evento":                     "es",
		"Datum,Ereignis":                   "de",
		"Дата,Событие":                     "ru",
		"Дата,Подія":                       "uk",
		"Dato,Hendelse":                    "nb",
		"Tarih,Olay":                       "tr",
		"Date,Événement":                   "fr",
		"Date,Titre,Résumé":                "fr",
		"التاريخ,الحدث":                    "ar",
		"تاریخ,رویداد":                     "fa",
		"نېټه,پېښه":                        "ps",
		"Fecha de publicación,Titular":     "es",
		"Data,Avvenimento,Luogo":           "it",
		"Data,Acontecimento":               "pt",
		"Datum,Gebeurtenis":                "nl",
		"Datum,Händelse":                   "sv",
		"Dato,Begivenhed":                  "da",
		"Дата,Събитие,Място":               "bg",
		"Date,Event":                       "", // English is taken, and not claimed
		"Date,Title,Description":           "",
		"Dato,Sted,Kilde":                  "", // Norwegian and Danish alike
		"Date,Note":                        "",
		"Data,Evento":                      "", // Italian and Portuguese alike
		"date,headline,Ereignis,reference": "",
	} {
		cells := strings.Repeat(",A", strings.Count(header, ","))
		r := imported(t, header+"\n2014-03-01"+cells+"\n2014-03-02"+strings.ReplaceAll(cells, "A", "B")+"\n", importer.Options{Map: titleIfNone(header)})
		if r.Story.Lang() != want && !(want == "" && r.Story.Lang() == "en") {
			t.Errorf("%s: %q, want %q", header, r.Story.Lang(), want)
		}
		said := strings.Join(r.Report.Text(), "\n")
		if words := "the language is " + want + ", by the column"; want != "" && !strings.Contains(said, words) {
			t.Errorf("%s: nothing says %q in\n%s", header, words, said)
		}
	}
}

// titleIfNone says which column is the title, where nothing in the header does.
func titleIfNone(header string) map[string][]string {
	if header == "Dato,Sted,Kilde" {
		return map[string][]string{"title": {"Sted"}}
	}
	return nil
}

// Letters overrule names of columns in another language, and --lang overrules all.
func TestLanguageOfLetters(t *testing.T) {
	for _, c := range []struct{ text, lang, want, says string }{
		{"Дата,Событие\n2014-03-01,Відкриття їдальні\n", "", "uk", "the language is uk, by its letters"},
		{"Fecha,Evento\n2014-03-01,Открытие рынка было утром\n", "", "ru", "the language is ru, by its letters"},
		{"نېټه,پېښه\n2014-03-01,پرانیستل\n", "", "ps", "the language is ps, by the columns نېټه and پېښه"},
		{"تاریخ,رویداد\n2014-03-01,عام\n", "", "fa", "the language is fa, by "},
		{"Fecha,Evento\n2014-03-01,Apertura\n", "ca", "ca", ""},
	} {
		r := imported(t, c.text, importer.Options{Lang: c.lang})
		if r.Story.Lang() != c.want || !strings.Contains(strings.Join(r.Report.Text(), "\n"), c.says) {
			t.Errorf("%q: %s\n%s", c.text, r.Story.Lang(), strings.Join(r.Report.Text(), "\n"))
		}
	}
}
