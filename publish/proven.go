package publish

import (
	"barline/data/edtf"
	"barline/timeline/words"
)

// Proven says when a story's quotations were held against their reports.
type Proven struct {
	Day     edtf.Date // zero: they were not, or the page is not to say so
	Reports int       // how many reports there were
}

// says is what the page says of it, empty for nothing.
func (p Proven) says(w *words.Words) string {
	if p.Day.IsZero() {
		return ""
	}
	one, several := provenWords(w.Tag)
	if p.Reports > 1 {
		one = several
	}
	return words.Fill(one, "date", w.Date(p.Day, words.Full))
}

// provenWords are the sentences for one report and for several, in the languages of the
// interface. As the words for corrections, they are on pages that say so alone.
func provenWords(tag string) (one, several string) {
	switch tag {
	case "ar":
		return "قورنت الاقتباسات بالتقرير في {date}.", "قورنت الاقتباسات بالتقارير في {date}."
	case "de":
		return "Die Zitate wurden am {date} mit dem Bericht verglichen.", "Die Zitate wurden am {date} mit den Berichten verglichen."
	case "es":
		return "Citas cotejadas con el artículo el {date}.", "Citas cotejadas con los artículos el {date}."
	case "fa":
		return "نقل‌قول‌ها در {date} با گزارش مقابله شد.", "نقل‌قول‌ها در {date} با گزارش‌ها مقابله شد."
	case "fa-AF":
		return "نقل‌قول‌ها در {date} با گزارش مقایسه شد.", "نقل‌قول‌ها در {date} با گزارش‌ها مقایسه شد."
	case "fr":
		return "Citations vérifiées dans l’article le {date}.", "Citations vérifiées dans les articles le {date}."
	case "nb":
		return "Sitatene ble kontrollert mot artikkelen {date}.", "Sitatene ble kontrollert mot artiklene {date}."
	case "ps":
		return "نقل قولونه په {date} له راپور سره پرتله شوي دي.", "نقل قولونه په {date} له راپورونو سره پرتله شوي دي."
	case "ru":
		return "Цитаты сверены с публикацией {date}.", "Цитаты сверены с публикациями {date}."
	case "tr":
		return "Alıntılar {date} tarihinde haberle karşılaştırıldı.", "Alıntılar {date} tarihinde haberlerle karşılaştırıldı."
	case "uk":
		return "Цитати звірено з публікацією {date}.", "Цитати звірено з публікаціями {date}."
	}
	return "Quotations checked against the report on {date}.", "Quotations checked against the reports on {date}."
}
