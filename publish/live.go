package publish

import (
	"barline/data/tree"
	"barline/timeline/words"
)

// A live story's page looks for newer versions of it, by a script of its own.

// Milliseconds between two looks: of a published page, and of one that is previewed on
// the machine of the person who writes it.
const (
	liveEveryMs    = 60_000
	previewEveryMs = 400
)

// liveWords are the words of a live story's page. {titles} stands for titles of events,
// separated by Between.
type liveWords struct {
	Fresh, Changed, Gone     string // which events are so
	SinceFresh, SinceChanged string // what an event says of itself
	Newer, Load, Between     string // a version that must be loaded, and the button that does
}

// isLive reports whether the page looks for newer versions.
func (b *build) isLive() bool {
	if b.options.single || b.options.Draft != nil {
		return false // nothing newer can be fetched
	}
	return b.story.Live() || b.options.Preview
}

// live is what a live page's script is told.
func (b *build) live() thing {
	w, every := liveWordsOf(b.words.Tag), liveEveryMs
	if b.options.Preview {
		every = previewEveryMs
	}
	return thing{"everyMs": every, "reloads": b.options.Preview, "fresh": w.Fresh, "changed": w.Changed, "gone": w.Gone,
		"sinceFresh": w.SinceFresh, "sinceChanged": w.SinceChanged, "between": w.Between}
}

// Live is what a live page looks at, from the page, and empty on others: the story's
// file, or, of a story that has none, the page.
func (pg page) Live() string {
	switch {
	case !pg.isLive:
		return ""
	case pg.Months != nil:
		return pg.Root + "index.html"
	}
	return pg.Root + "story.json"
}

// LiveWords are the words of a live page.
func (pg page) LiveWords() liveWords { return liveWordsOf(pg.Interface) }

// scriptOf is the page's script.
func (b *build) scriptOf(lanes bool) string {
	switch {
	case lanes && b.isLive():
		return "many-live.js"
	case lanes:
		return "many.js"
	case b.isLive():
		return "live.js"
	}
	return "page.js"
}

// deskFields are the fields of a story that are for its desk alone.
func deskFields() []string { return []string{"proof"} }

// published is a story's file as readers may have it: without what is for its desk alone,
// such as the names of the files of reports.
func published(root *tree.Node) *tree.Node {
	root = without(root, deskFields()...)
	for i, f := range root.Fields {
		if f.Key != "sources" || f.Value == nil || f.Value.Kind != tree.Array {
			continue
		}
		sources := *f.Value
		sources.Items = nil
		for _, source := range f.Value.Items {
			sources.Items = append(sources.Items, without(source, "file"))
		}
		root.Fields[i].Value = &sources
	}
	return root
}

// without is a copy of a node that lacks some fields.
func without(n *tree.Node, keys ...string) *tree.Node {
	if n == nil || n.Kind != tree.Object {
		return n
	}
	is := *n
	is.Fields = nil
fields:
	for _, f := range n.Fields {
		for _, key := range keys {
			if f.Key == key {
				continue fields
			}
		}
		is.Fields = append(is.Fields, f)
	}
	return &is
}

// liveLetters are all words of a live page, whose letters it needs.
func liveLetters(w *words.Words, live bool) string {
	if !live {
		return ""
	}
	l := liveWordsOf(w.Tag)
	return l.Fresh + l.Changed + l.Gone + l.SinceFresh + l.SinceChanged + l.Newer + l.Load + l.Between
}

// liveWordsOf are those words in a language of the interface. They stand here and not
// among the interface's other words: only live pages carry them, and the engine never
// does.
func liveWordsOf(tag string) liveWords {
	switch tag {
	case "ar":
		return liveWords{"جديد: {titles}.", "تغيّر: {titles}.", "حُذف: {titles}.", "جديد منذ فتحتَ هذه الصفحة.", "تغيّر منذ فتحتَ هذه الصفحة.",
			"توجد نسخة أحدث من هذه الصفحة.", "تحميلها", "؛ "}
	case "de":
		return liveWords{"Neu: {titles}.", "Geändert: {titles}.", "Entfernt: {titles}.", "Neu, seit Sie diese Seite geöffnet haben.", "Geändert, seit Sie diese Seite geöffnet haben.",
			"Von dieser Seite gibt es eine neuere Fassung.", "Laden", "; "}
	case "es":
		return liveWords{"Nuevo: {titles}.", "Cambiado: {titles}.", "Retirado: {titles}.", "Nuevo desde que abrió esta página.", "Cambiado desde que abrió esta página.",
			"Hay una versión más reciente de esta página.", "Cargarla", "; "}
	case "fa":
		return liveWords{"تازه: {titles}.", "تغییر کرد: {titles}.", "حذف شد: {titles}.", "تازه از وقتی این صفحه را باز کردید.", "تغییر کرده از وقتی این صفحه را باز کردید.",
			"نسخهٔ تازه‌تری از این صفحه هست.", "بارگذاری", "؛ "}
	case "fa-AF":
		return liveWords{"تازه: {titles}.", "تغییر کرد: {titles}.", "حذف شد: {titles}.", "تازه از وقتی که این صفحه را باز کردید.", "تغییر کرده از وقتی که این صفحه را باز کردید.",
			"نسخهٔ تازه‌تری از این صفحه موجود است.", "بارگذاری", "؛ "}
	case "fr":
		return liveWords{"Nouveau : {titles}.", "Modifié : {titles}.", "Retiré : {titles}.", "Nouveau depuis que vous avez ouvert cette page.", "Modifié depuis que vous avez ouvert cette page.",
			"Il existe une version plus récente de cette page.", "La charger", " ; "}
	case "nb":
		return liveWords{"Nytt: {titles}.", "Endret: {titles}.", "Fjernet: {titles}.", "Nytt siden du åpnet denne siden.", "Endret siden du åpnet denne siden.",
			"Det finnes en nyere utgave av denne siden.", "Last den inn", "; "}
	case "ps":
		return liveWords{"نوي: {titles}.", "بدل شوي: {titles}.", "لرې شوي: {titles}.", "له هغه وروسته نوی چې تاسو دا پاڼه پرانیستې ده.", "له هغه وروسته بدل شوی چې تاسو دا پاڼه پرانیستې ده.",
			"د دې پاڼې نوې بڼه شته.", "پورته یې کړئ", "؛ "}
	case "ru":
		return liveWords{"Новое: {titles}.", "Изменено: {titles}.", "Удалено: {titles}.", "Появилось после того, как вы открыли эту страницу.", "Изменено после того, как вы открыли эту страницу.",
			"Есть более новая версия этой страницы.", "Загрузить", "; "}
	case "tr":
		return liveWords{"Yeni: {titles}.", "Değişti: {titles}.", "Çıkarıldı: {titles}.", "Bu sayfayı açmanızdan sonra eklendi.", "Bu sayfayı açmanızdan sonra değişti.",
			"Bu sayfanın daha yeni bir sürümü var.", "Yükle", "; "}
	case "uk":
		return liveWords{"Нове: {titles}.", "Змінено: {titles}.", "Вилучено: {titles}.", "З’явилося після того, як ви відкрили цю сторінку.", "Змінено після того, як ви відкрили цю сторінку.",
			"Є новіша версія цієї сторінки.", "Завантажити", "; "}
	}
	return liveWords{"New: {titles}.", "Changed: {titles}.", "Removed: {titles}.", "New since you opened this page.", "Changed since you opened this page.",
		"There is a newer version of this page.", "Load it", "; "}
}
