package words

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/ar"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/en"
	"github.com/go-playground/locales/es"
	"github.com/go-playground/locales/fa"
	"github.com/go-playground/locales/fa_AF"
	"github.com/go-playground/locales/fr"
	"github.com/go-playground/locales/nb"
	"github.com/go-playground/locales/ps"
	"github.com/go-playground/locales/ru"
	"github.com/go-playground/locales/tr"
	"github.com/go-playground/locales/uk"
)

// What languages say of months, plurals and numbers is what the Unicode Common
// Locale Data Repository says, but for the exceptions named here.
func TestLanguagesAgreeWithCLDR(t *testing.T) {
	exceptions := map[string]bool{
		// With the ending of what belongs to something, which a month that stands
		// alone on an axis has not.
		"fa ژانویهٔ": true, "fa فوریهٔ": true, "fa مهٔ": true, "fa ژوئیهٔ": true,
		// As Afghan newsrooms write it.
		"fa-AF اگست": true,
	}
	// The library's separators there are those of other digits than we write, or
	// are missing.
	otherDigits := map[string]bool{"ar": true, "fa": true, "fa-AF": true, "ps": true}
	for tag, locale := range map[string]locales.Translator{
		"ar": ar.New(), "de": de.New(), "en": en.New(), "es": es.New(), "fa": fa.New(), "fa-AF": fa_AF.New(), "fr": fr.New(), "nb": nb.New(),
		"ps": ps.New(), "ru": ru.New(), "tr": tr.New(), "uk": uk.New(),
	} {
		contents, err := os.ReadFile(filepath.Join("languages", tag+".json"))
		if err != nil {
			t.Fatal(err)
		}
		w, _, err := Parse(contents)
		if err != nil {
			t.Fatal(err)
		}
		for m := time.January; m <= time.December; m++ {
			if got, want := w.months[m-1], locale.MonthWide(m); got != want && !exceptions[tag+" "+want] {
				t.Errorf("%s: month %d is %q, in CLDR %q", tag, m, got, want)
			}
		}
		for n := range 250 {
			got, want := "", ""
			for form, text := range map[locales.PluralRule]string{locales.PluralRuleZero: "zero", locales.PluralRuleOne: "one", locales.PluralRuleTwo: "two",
				locales.PluralRuleFew: "few", locales.PluralRuleMany: "many", locales.PluralRuleOther: "other"} {
				if locale.CardinalPluralRule(float64(n), 0) == form {
					want = text
				}
			}
			f := forms{"zero", "one", "two", "few", "many", "other"}
			if got = w.plurals.of(&f, n); got != want && !(got == "other" && want == "many" && (tag == "fr" || tag == "es")) {
				t.Errorf("%s: %d is %s, in CLDR %s", tag, n, got, want)
				break
			}
		}
		grouped := locale.FmtNumber(1234567, 0)
		separator := strings.Trim(grouped, "0123456789")
		separator, _, _ = strings.Cut(separator, "2")
		if w.thousands != separator && !otherDigits[tag] {
			t.Errorf("%s: thousands are set apart by %q, in CLDR by %q (%s)", tag, w.thousands, separator, grouped)
		}
	}
}
