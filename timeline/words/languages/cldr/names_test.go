package cldr_test

import (
	"os"
	"strings"
	"testing"

	"barline/timeline/words/languages/cldr"
)

// Ten tags in each language of the interface, and in one that is none yet.
func TestLanguageName(t *testing.T) {
	tags := strings.Split("en nb fa-AF prs ps he pt-BR zh-Hant de-CH-1996 tlh", " ")
	for in, want := range map[string]string{
		"ar":    "الإنجليزية|النرويجية بوكمال|الدارية|الدارية|البشتو|العبرية|البرتغالية البرازيلية|الصينية التقليدية|الألمانية|الكلينجون",
		"de":    "Englisch|Norwegisch (Bokmål)|Dari|Dari|Paschtu|Hebräisch|Portugiesisch|Chinesisch (traditionell)|Schweizer Hochdeutsch|Klingonisch",
		"en":    "English|Norwegian Bokmål|Dari|Dari|Pashto|Hebrew|Brazilian Portuguese|Traditional Chinese|Swiss High German|Klingon",
		"es":    "inglés|noruego bokmal|darí|darí|pastún|hebreo|portugués de Brasil|chino tradicional|alto alemán suizo|klingon",
		"fa":    "انگلیسی|نروژی بوک\u200cمُل|دری|دری|پشتو|عبری|پرتغالی برزیل|چینی سنتی|آلمانی معیار سوئیس|کلینگون",
		"fa-AF": "انگلیسی|نروژی کتابی|دری|دری|پشتو|عبری|پرتغالی برزیل|چینی سنتی|آلمانی معیار سوئیس|کلینگون",
		"fr":    "anglais|norvégien bokmål|dari|dari|pachto|hébreu|portugais brésilien|chinois traditionnel|allemand suisse|klingon",
		"nb":    "engelsk|norsk bokmål|dari|dari|pashto|hebraisk|portugisisk|tradisjonell kinesisk|tysk|klingon",
		"ps":    "انګليسي|ناروېئي (بوکمال)|دری (افغانستان)|دری (افغانستان)|پښتو|عبراني|برازیلي پرتګالي|دوديزه چيني|سویس های جرمن|کلينګاني",
		"ru":    "английский|норвежский букмол|дари|дари|пушту|иврит|бразильский португальский|китайский, традиционное письмо|литературный швейцарский немецкий|клингонский",
		"tr":    "İngilizce|Norveççe Bokmål|Darice|Darice|Peştuca|İbranice|Brezilya Portekizcesi|Geleneksel Çince|İsviçre Yüksek Almancası|Klingonca",
		"uk":    "англійська|норвезька (букмол)|дарі|дарі|пушту|іврит|португальська|китайська (традиційне письмо)|верхньонімецька (Швейцарія)|клінгонська",
		"pl":    "angielski|norweski (bokmål)|dari|dari|paszto|hebrajski|brazylijski portugalski|chiński tradycyjny|wysokoniemiecki szwajcarski|klingoński",
	} {
		for i, want := range strings.Split(want, "|") {
			if name, ok := cldr.LanguageName(in, tags[i]); !ok || name != want {
				t.Errorf("%s in %s: %q, %v, want %q", tags[i], in, name, ok, want)
			}
		}
	}
}

func TestTagsAreResolved(t *testing.T) {
	for _, c := range []struct{ in, tag, name string }{
		{"no", "fr", "fransk"}, {"nb-NO", "fr", "fransk"}, {"NB", "FR", "fransk"}, {"nob", "fra", "fransk"},
		{"en-GB", "no", "Norwegian"}, {"en", "iw", "Hebrew"}, {"en", "cmn", "Chinese"}, {"en", "heb-IL", "Hebrew"},
		{"en", "sr-ME", "Montenegrin"}, {"en", "sh", "Serbo-Croatian"}, {"en", "de-u-co-phonebk", "German"},
		{"en", "zh-hant-hk", "Traditional Chinese"}, {"en", "zh-TW", "Traditional Chinese"}, {"en", "es-419", "Latin American Spanish"},
		{"prs", "es", "هسپانوی"}, {"fa-AF", "es", "هسپانوی"}, {"fa", "es", "اسپانیایی"},
		{"zh", "fr", "法语"}, {"zh-TW", "fr", "法文"}, {"pt", "cs", "tcheco"}, {"pt-PT", "cs", "checo"}, {"sl", "pl", "poljščina"},
	} {
		if name, ok := cldr.LanguageName(c.in, c.tag); !ok || name != c.name {
			t.Errorf("%s in %s: %q, %v, want %q", c.tag, c.in, name, ok, c.name)
		}
	}
}

func TestNamesThatAreNotThere(t *testing.T) {
	for _, c := range []struct{ in, tag string }{
		{"en", ""}, {"en", "xx"}, {"en", "x-en"}, {"", "en"}, {"tlh", "en"}, {"../names/en", "en"},
		{"ps", "crg"}, // a code in CLDR
	} {
		if name, ok := cldr.LanguageName(c.in, c.tag); ok {
			t.Errorf("%q in %q: %q, want none", c.tag, c.in, name)
		}
	}
}

// Aliases lead to a tag that is none, so that looking one up comes to an end.
func TestAliasesEnd(t *testing.T) {
	contents, err := os.ReadFile("aliases.txt")
	if err != nil {
		t.Fatal(err)
	}
	usual := map[string]string{}
	for line := range strings.Lines(string(contents)) {
		tag, to, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || to == "" {
			t.Fatalf("%q is no alias", line)
		}
		usual[tag] = to
	}
	if len(usual) < 200 {
		t.Errorf("only %d aliases", len(usual))
	}
	for tag := range usual {
		steps := 0
		for to := tag; to != ""; to = usual[to] {
			if steps++; steps > 3 {
				t.Fatalf("%s: its aliases lead nowhere", tag)
			}
		}
		if language, _, hasParts := strings.Cut(usual[tag], "-"); hasParts && usual[language] != "" {
			t.Errorf("%s is an alias of a kind of %s, which is one itself", tag, language)
		}
	}
}
