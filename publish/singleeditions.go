package publish

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"

	"barline/publish/pack"
)

// What pages of several languages have in common, such as fonts and images, stands in the
// one file once. It is found by its base64, which needs no place of its own in a page.
const (
	inBase64  = `;base64,([A-Za-z0-9+/=]{400,})`
	standsFor = ";base64,@%d@" // single.js puts back what stands there
)

// addEditions adds the pages of all languages but the first. Where they have files in
// base64 that another page has, too, a number stands for it: that of the first page's own
// files, in their order there, and then of those that are added.
func addEditions(to *bytes.Buffer, all []*single) {
	if len(all) < 2 {
		return
	}
	files := regexp.MustCompile(inBase64)
	numbers := map[string]int{}
	for _, found := range files.FindAllSubmatch(all[0].page, -1) {
		if _, known := numbers[string(found[1])]; !known {
			numbers[string(found[1])] = len(numbers)
		}
	}
	for _, s := range all[1:] {
		page := files.ReplaceAllFunc(s.page, func(found []byte) []byte {
			text := string(found[len(";base64,"):])
			n, known := numbers[text]
			if !known {
				contents, err := base64.StdEncoding.DecodeString(text)
				if err != nil {
					return found // it only looks like base64
				}
				n = len(numbers)
				numbers[text] = n
				addPart(to, fmt.Sprintf(`data-file="%d"`, n), packGzip(contents, pack.Smallest))
			}
			return fmt.Appendf(nil, standsFor, n)
		})
		addPart(to, fmt.Sprintf(`data-page="%s"`, s.story.Lang()), packGzip(page, pack.Smallest))
	}
}

// languagesNeedScripts says, where there are no scripts, why a page that is one file is in
// one language.
func languagesNeedScripts(interfaceTag string) string {
	for _, said := range [][2]string{
		{"nb", "De andre språkene på denne siden trenger skript, som er slått av her."},
		{"de", "Die anderen Sprachen dieser Seite brauchen Skripte, die hier ausgeschaltet sind."},
		{"fr", "Les autres langues de cette page ont besoin de scripts, qui sont désactivés ici."},
		{"es", "Los otros idiomas de esta página necesitan scripts, que aquí están desactivados."},
		{"tr", "Bu sayfanın diğer dilleri için betikler gerekir; burada kapalılar."},
		{"ru", "Для других языков этой страницы нужны скрипты, которые здесь отключены."},
		{"uk", "Для інших мов цієї сторінки потрібні скрипти, які тут вимкнені."},
		{"ar", "اللغات الأخرى لهذه الصفحة تحتاج إلى نصوص برمجية، وهي معطّلة هنا."},
		{"fa", "زبان‌های دیگر این صفحه به اسکریپت نیاز دارند که اینجا خاموش است."},
		{"ps", "د دې پاڼې نورې ژبې سکرېپټونو ته اړتیا لري، چې دلته بند دي."},
	} {
		if interfaceTag == said[0] || strings.HasPrefix(interfaceTag, said[0]+"-") {
			return said[1]
		}
	}
	return "The other languages of this page need scripts, which are off here."
}
