package columns_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/importer/columns"
	"barline/importer/sheet"
)

// table is a sheet of lines, whose cells are separated by strokes.
func table(lines ...string) *sheet.Sheet {
	s := &sheet.Sheet{Header: 1, Format: "CSV"}
	for i, line := range lines {
		var cells []sheet.Cell
		for cell := range strings.SplitSeq(line, "|") {
			cells = append(cells, sheet.Cell{Text: strings.TrimSpace(cell)})
		}
		if i == 0 {
			for _, c := range cells {
				s.Columns = append(s.Columns, c.Text)
			}
			continue
		}
		s.Rows = append(s.Rows, sheet.Row{Line: i + 1, Cells: cells})
	}
	return s
}

// fields are the columns' meanings in a line: "date, title, -".
func fields(m columns.Mapping) string {
	var all []string
	for _, f := range m.Fields {
		if f == columns.None {
			all = append(all, "-")
			continue
		}
		all = append(all, f.String())
	}
	return strings.Join(all, ", ")
}

func of(t *testing.T, said map[string][]string, lines ...string) columns.Mapping {
	t.Helper()
	m, err := columns.Of(table(lines...), said)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// The same table in each language of the interface.
func TestNamesOfEachLanguage(t *testing.T) {
	const want = "date, end, title, text, lane, place, people, source"
	for lang, header := range map[string]string{
		"en":    "Start date|End date|Title|Description|Category|Place|People|Source",
		"de":    "Startdatum|Enddatum|Titel|Beschreibung|Kategorie|Ort|Personen|Quelle",
		"es":    "Fecha de inicio|Fecha de fin|Título|Descripción|Categoría|Lugar|Personas|Fuente",
		"fr":    "Date de début|Date de fin|Titre|Description|Catégorie|Lieu|Personnes|Source",
		"nb":    "Startdato|Sluttdato|Tittel|Beskrivelse|Kategori|Sted|Personer|Kilde",
		"ru":    "Дата начала|Дата окончания|Название|Описание|Категория|Место|Участники|Источник",
		"uk":    "Дата початку|Дата закінчення|Назва|Опис|Категорія|Місце|Учасники|Джерело",
		"tr":    "Başlangıç tarihi|Bitiş tarihi|Başlık|Açıklama|Kategori|Yer|Katılımcılar|Kaynak",
		"ar":    "تاريخ البداية|تاريخ النهاية|العنوان|الوصف|الفئة|المكان|المشاركون|المصدر",
		"fa":    "تاریخ شروع|تاریخ پایان|عنوان|توضیحات|دسته|مکان|افراد|منبع",
		"fa-AF": "تاریخ آغاز|تاریخ ختم|عنوان|شرح|گروه|محل|اشخاص|مأخذ",
		"ps":    "نېټه|د پای نېټه|سرلیک|تشریح|ډله|ځای|ګډونوال|سرچینه",
	} {
		m := of(t, nil, header,
			"1914-07-28|1918-11-11|A war|It began in the summer and ended in the autumn four years later.|War|Sarajevo|Ada Okafor|The Courier",
			"1919-06-28||A peace|It was signed in a hall of mirrors.|Peace|Versailles|Per Lindqvist|The Courier")
		if got := fields(m); got != want {
			t.Errorf("%s: %s\nwant %s", lang, got, want)
		}
		if len(m.Dates) != 1 || m.Dates[0].Start != 0 || m.Dates[0].End != 1 {
			t.Errorf("%s: dates %+v", lang, m.Dates)
		}
	}
}

// Parts of dates in each language.
func TestPartsOfEachLanguage(t *testing.T) {
	for lang, header := range map[string]string{
		"en": "Year|Month|Day|Time|What", "de": "Jahr|Monat|Tag|Uhrzeit|Ereignis", "es": "Año|Mes|Día|Hora|Evento", "fr": "Année|Mois|Jour|Heure|Événement",
		"nb": "År|Måned|Dag|Klokkeslett|Hendelse", "ru": "Год|Месяц|День|Время|Событие", "uk": "Рік|Місяць|День|Час|Подія", "tr": "Yıl|Ay|Gün|Saat|Olay",
		"ar": "السنة|الشهر|اليوم|الوقت|الحدث", "fa": "سال|ماه|روز|ساعت|رویداد", "ps": "کال|میاشت|ورځ|وخت|پېښه",
	} {
		m := of(t, nil, header, "1914|7|28|10:00|War is declared", "1918|11|11|11:00|The guns fall silent", "1919|6|28||Peace")
		if got, want := fields(m), "year, month, day, time of day, title"; got != want {
			t.Errorf("%s: %s", lang, got)
		}
	}
}

func TestMeanings(t *testing.T) {
	long := strings.Repeat("Something happened in the town that day, and people spoke of it. ", 3)
	for _, c := range []struct{ name, want, lines string }{
		{"synonyms and manners of writing", "id, date, title, text, lane, place, people, source, url, media",
			"event_id|eventDate|HEADLINE|Notes:|Event Type|event-location|Actor1|Reference|Source URL|imageUrl\n" +
				"A_1|2014-03-01|A vote|" + long + "|vote|Town hall|Ada|The Courier|https://a.example/1|https://a.example/1.jpg\n" +
				"A_2|2014-03-02|An answer|" + long + "|answer|Port|Per|The Courier|https://a.example/2|https://a.example/2.jpg"},
		{"the first word, where a language puts it there", "date, time of day, lane, title, text, -",
			"Fecha|Hora|Fase|Evento|Detalle_Operativo|Impacto_Economico\n17/09/2025|S/D|Fase 1|Aviso|Llega un aviso.|No\n18/09/2025|20:38|Fase 1|Pago|Se paga.|Si"},
		{"shorter texts are titles, longer ones texts", "id, date, title, text",
			"ID|DATE|NAME|EVENT\n1|1920|An act|The act led to two parliaments.\n2|1921|A vote|The first parliament was elected."},
		{"an event is a text where it is long", "date, text, source",
			"date|event|source\n2002-01-01|" + long + "|Spreadsheet\n2002-01-02|" + long + "x|"},
		{"a column of dates by what is in it", "date, lane, text",
			"Reform|Typ|Beschreibung\n01.12.1946|Gesetz|Der Landtag beschließt das Gesetz über die Wahl der Räte und der Bürgermeister im ganzen Land.\n16.03.1949|Gesetz|Kurz."},
		{"no names at all", "date, title",
			"|\n1914|A war begins\n1919|A peace is signed"},
		{"from and to are no dates where towns stand in them", "date, title, -, -",
			"when|what|from|to\n3 May 1999|A journey|Oslo|Bergen\n4 May 1999|A return|Bergen|Oslo"},
		{"a month or a town", "date, title, place",
			"تاریخ|رویداد|شهر\n2014-03-01|نشست|کابل\n2014-03-02|پایان|هرات"},
		{"born and died", "title, year, year of the end",
			"Name|Birth year|Death year\nAda Okafor|1879|1955\nPer Lindqvist|1901|1976"},
		{"a beginning and an end that are called so alone", "title, date, end, -",
			"Monarch|Reign start|Reign end|House\nAlder|1066|1087|Oak\nBirch|1087|1100|Elm"},
		{"when a form was sent, and when it happened", "-, title, date",
			"Timestamp|Title of event|Approximate date\n2024-01-02 10:11|The dam|about 1950\n2024-01-03 11:12|The school|1962"},
		{"media with their words, and what is for no reader", "date, title, media, credit of media, caption of media, -, -, -",
			"Date|Headline|Media|Media Credit|Media Caption|Media Thumbnail|Alt Text|Background\n1901|Lit|https://a.example/x.jpg|A. P.|The light|https://a.example/t.jpg|A tower|#fff"},
		{"a type of rows", "year, title, type of row, lane",
			"Year|Headline|Type|Group\n|The town|title|\n1901|Lit||Works\n1902|Out||Works"},
		{"addresses in a column of places", "date, title, media",
			"date|title|object_location\n1901|Lit|https://a.example/x.jpg\n1902|Out|https://a.example/y.jpg"},
		{"when it happened, before when it was reported", "id, -, date, title, -", "Incident ID|Date Reported|Date Occurred|Incident|Reported By\nI-1|2021-03-04|2021-03-03|Leak|Ada\nI-2|2021-05-06|2021-05-06|Fire|Per"},
		{"the end of something else", "date, title, -", "Date|Headline|Access until\n2022-02-24|War begins|2023-02-24\n2022-02-25|Talks fail|2023-02-25"},
		{"an archive's list", "-, date, title, text", "Signatur|Laufzeit|Titel der Akte|Enthält\nA 12/3|1921-1924|Bau der Brücke|Pläne, Rechnungen\nA 12/4|um 1930|Hochwasser|Fotos"},
		{"compounds of dates and numbers", "-, date, title", "Saksnr|Møtedato|Vedtak\n12/19|14.02.2019|Ny skole\n15/19|03.04.2019|Sykkelvei"},
		{"the number of a day in Russian", "year, month, day, title", "Год|Месяц|Число|Что произошло\n1905|1|9|Шествие\n1941|6|22|Начало войны"},
		{"quotations and who said them", "date, title, quote, speaker",
			"date|title|quote|speaker\n1901|Lit|It shines.|Ada\n1902|Out|Dark.|Per"},
		{"ours", "id, title, date, end, duration, lane, kind, place, people, text, quote, speaker, source",
			"id|title|start|end|duration|lane|kind|place|people|summary|quote|speaker|source\na|A|3/14/2014|3/15/2014|PT3H|L|war|P|Ada|S|Q|Ada|C\nb|B|3/16/2014|3/17/2014|PT2H|M|peace|P|Ada|T|R|Ada|C"},
	} {
		if got := fields(of(t, nil, strings.Split(c.lines, "\n")...)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// What tells the date in several ways, the fullest first.
// A column of different sentences beside one of notes is the title, whatever it is
// called; codes and names of categories are not.
func TestTitlesUnderOtherNames(t *testing.T) {
	for _, header := range []string{"Milestone|Details", "Decision|Comments", "Proceedings|Note", "Avvenimento|Note"} {
		m := of(t, nil, "Date|"+header, "2001-03-03|Office opened|Short text here.", "2002-04-04|New press bought|It cost a lot.", "2003|Second floor added|Done in a month.")
		if got := fields(m); got != "date, title, text" {
			t.Errorf("%s: %s", header, got)
		}
	}
	m := of(t, nil, "Date|Shelfmark|Details", "2001-03-03|AB-1|A letter to the town.", "2002-04-04|AB-2|A bill of the mill.", "2003|AB-3|A map of the river.")
	if got := fields(m); got != "date, -, title" {
		t.Errorf("a column of codes: %s", got)
	}
}

// What is called an event in other words, in each language: one word is enough there,
// beside notes or not.
func TestSynonymsOfEvents(t *testing.T) {
	for _, header := range []string{
		"Date|Milestone|Notes", "Date|Decision|Remarks", "Date|Incident|Notes", "Date|Act|Notes", "Date|Proceedings|Notes", "Date|Particulars|Notes", "Date|Occurrence|Notes", "Date|Happening|Notes",
		"Datum|Beschluss|Bemerkungen", "Datum|Begebenheit|Anmerkungen", "Datum|Vorgang|Notizen", "Fecha|Hito|Notas", "Fecha|Acuerdo|Observaciones", "Date|Décision|Remarques", "Date|Fait marquant|Commentaires",
		"Dato|Vedtak|Merknad", "Dato|Milepæl|Notat", "Дата|Происшествие|Примечания", "Дата|Решение|Комментарий", "Дата|Рішення|Примітки", "Дата|Захід|Нотатки", "Tarih|Karar|Notlar", "Tarih|Gelişme|Yorum",
		"التاريخ|القرار|ملاحظات", "التاريخ|الحادثة|تعليق", "تاریخ|تصمیم|یادداشت", "تاریخ|اقدام|ملاحظات", "نېټه|پرېکړه|یادښت", "Data|Avvenimento|Note", "Data|Acontecimento|Notas", "Datum|Gebeurtenis|Opmerkingen", "Datum|Händelse|Anteckningar", "Dato|Begivenhed|Bemærkninger",
	} {
		for _, titles := range [][]string{{"Opened", "Closed", "Opened"}, {"12 A", "14 B", "15 C"}} {
			m := of(t, nil, header, "2001-03-03|"+titles[0]+"|By the mayor herself.", "2002-04-04|"+titles[1]+"|For the winter only.", "2003-05-05|"+titles[2]+"|To everyone again.")
			if got := fields(m); got != "date, title, text" {
				t.Errorf("%s, %s: %s", header, titles[0], got)
			}
		}
	}
}

// Beside notes, a column of words under a name that nobody knows is the title; of two
// the first, and the report says so.
func TestOneWordTitlesUnderUnknownNames(t *testing.T) {
	m := of(t, nil, "Date|Zdarzenie|Keyword|Notes", "2001-03-03|Opening|Mayor|By the mayor herself.", "2002-04-04|Closure|Winter|For the winter only.", "2003-05-05|Reopening|Spring|To everyone again.")
	if got := fields(m); got != "date, title, -, text" {
		t.Error(got)
	}
	if len(m.Remarks) != 1 || m.Remarks[0].Column != "Zdarzenie" || !strings.Contains(m.Remarks[0].Text, "--map title=Keyword takes another") {
		t.Errorf("%+v", m.Remarks)
	}
	for _, column := range []string{"Shelfmark|AB-1|AB-2|AC-3", "Sig|K.M.|P.L.|A.O.", "Ward|North|North|South", "Author|Okafor|Lindqvist|Demir", "Signatur|Rotbuch|Blaubuch|Grünbuch"} {
		c := strings.Split(column, "|")
		m := of(t, nil, "Date|"+c[0]+"|Notes", "2001-03-03|"+c[1]+"|By the mayor herself.", "2002-04-04|"+c[2]+"|For the winter only.", "2003-05-05|"+c[3]+"|To everyone again.")
		if m.Fields[1] == columns.Title || m.Fields[2] != columns.Title {
			t.Errorf("%s: %s", column, fields(m))
		}
	}
}

// A column that is named as dates are is the date, whatever is in it, where nothing
// else is.
func TestDatesThatCannotBeRead(t *testing.T) {
	for _, name := range []string{"Date", "Datum", "Fecha", "Date de l'événement", "Dato", "Дата", "Tarih", "التاريخ", "تاریخ", "نېټه", "Incident date", "Year", "Jahr"} {
		m := of(t, nil, "Title|"+name+"|Text", "A|when the river rose|It rose by a metre.", "B|market day|It was crowded.", "C|the week after|It was calm.")
		if m.Fields[1] != columns.Start || len(m.Dates) != 1 || m.Dates[0].Start != 1 || len(m.Questions) != 0 {
			t.Errorf("%s: %s, %+v", name, fields(m), m.Questions)
		}
	}
	m := of(t, nil, "Date|Title|Logged at place", "market day|A|2014-03-01", "harvest|B|2014-03-02")
	if got := fields(m); got != "-, title, date" || !strings.Contains(m.How[0], "other columns hold dates that can be read") {
		t.Errorf("%s, %q", got, m.How)
	}
	m = of(t, nil, "Date|Title|Ward", "|A|x1", "|B|x2")
	if len(m.Questions) != 1 || m.Questions[0].Text != "Date is empty: which column holds the date?" {
		t.Errorf("%+v", m.Questions)
	}
}

// Why a column is left out is what is so.
func TestReasons(t *testing.T) {
	m := of(t, nil, "Date|Title|ID|Category|Latitude|lon|Author|Date added|Duration|Object No.|Moved by",
		"2001-03-03|Office opened|7|1|59.9|10.7|Ada|2014-01-01|14d|1987.12|Ada", "2002-04-04|Office closed|7|1|59.8|10.6|Per|2014-01-02|46d|1990.3|Per", "2003-05-05|Office moved|8|2|59.7|10.5|Ada|2014-01-03|1d|2001.1|Ada", "2004-05-05|Office sold|8|2|59.6|10.4|Per|2014-01-04|2d|2001.2|Per")
	want := []string{"by its name", "by its name", "its values repeat, so they are no ids", "its values are numbers, which are no names of lanes; --map lane=Category takes them all the same",
		"coordinates, which a story does not hold", "coordinates, which a story does not hold", "about the record, not about what happened", "dates, but other columns tell the date",
		"its values are no lengths in ISO 8601, such as P14D or PT3H30M", "numbers or codes of records, which say nothing to readers", "it says by whom, and not whether they took part; --map people='Moved by' takes them for people"}
	if diff := cmp.Diff(want, m.How); diff != "" {
		t.Error(diff)
	}
}

// What is not for publication is not published without being asked for.
func TestPrivateColumns(t *testing.T) {
	for _, name := range []string{"Confidential notes", "Notes (internal)", "private_comment", "Do not publish", "Notes - not for publication", "Vertrauliche Notiz", "Intern", "Nicht veröffentlichen", "Notas internas", "No publicar", "Notes internes", "À ne pas publier",
		"Interne merknader", "Ikke for publisering", "Внутренние заметки", "Не для публикации", "Внутрішні нотатки", "Не публікувати", "Dahili notlar", "Yayımlanmayacak", "ملاحظات داخلية", "ليس للنشر", "یادداشت محرمانه", "منتشر نشود", "نشر نشود", "محرم یادښتونه", "Note riservate", "Notas confidenciais"} {
		lines := []string{"Date|Title|Details|" + name, "2001-03-03|Office opened|It was a fine day.|The mayor was late and did not say why.", "2002-04-04|Office closed|It rained.|Ask the clerk about the keys to it."}
		m := of(t, nil, lines...)
		if m.Fields[3] != columns.None || !strings.Contains(m.How[3], "not for publication; --map text=") {
			t.Errorf("%s: %s, %s", name, fields(m), m.How[3])
		}
		if m = of(t, map[string][]string{"text": {name}}, lines...); m.Fields[3] != columns.Text {
			t.Errorf("%s: %s", name, fields(m))
		}
	}
	m := of(t, nil, "Date|Title|Embargo until", "2001-03-03|Office opened|2001-04-01", "2002-04-04|Office closed|")
	if m.Fields[2] != columns.None || !strings.Contains(m.How[2], "the rows that it marks are in the story") {
		t.Errorf("%s, %s", fields(m), m.How[2])
	}
	m = of(t, nil, "Date|Title|Private", "2001-03-03|Office opened|True", "2002-04-04|Office closed|False")
	if m.Fields[2] != columns.None || !strings.Contains(m.How[2], "the rows that it marks are in the story") {
		t.Errorf("%s, %s", fields(m), m.How[2])
	}
	if m := of(t, nil, "Date|International event|Notes", "2001-03-03|Office opened|A", "2002-04-04|Office closed|B"); m.Fields[1] != columns.Title {
		t.Error(fields(m))
	}
}

// A name of any length is said in few words, and asked for by its number.
func TestLongNames(t *testing.T) {
	long := strings.Repeat("endless ", 100_000)
	s := table(long+"|b", "red|round", "blue|square")
	m, err := columns.Of(s, nil)
	if err != nil {
		t.Fatal(err)
	}
	if a := m.Questions[0].Answers[0]; a.Value != "date=1" || !strings.HasPrefix(a.Means, "endless endless") || len(a.Means) > 200 {
		t.Errorf("%.300v", a)
	}
	if label := columns.Label(s, 0); len(label) > 100 {
		t.Errorf("%d bytes", len(label))
	}
	_, err = columns.Of(s, map[string][]string{"title": {"x" + long}})
	if err == nil || len(err.Error()) > 1000 {
		t.Errorf("%.300v", err)
	}
}

// Which end a date is may stand before or after it in the name.
func TestCompoundEnds(t *testing.T) {
	for _, header := range []string{"Datum von|Datum bis", "Fra dato|Til dato", "Data inizio|Data fine", "Data de início|Data de fim", "Fecha inicio|Fecha fin", "Date début|Date fin", "Startdatum|Enddatum"} {
		m := of(t, nil, header+"|Titel", "1939-09-01|1945-05-08|A war", "1914-07-28|1918-11-11|Another war")
		if got := fields(m); got != "date, end, title" {
			t.Errorf("%s: %s", header, got)
		}
	}
	for _, header := range []string{"Jahr von|Jahr bis", "År fra|År til", "Year from|Year to"} {
		m := of(t, nil, header+"|Titel", "1939|1945|A war", "1914|1918|Another war")
		if got := fields(m); got != "year, year of the end, title" {
			t.Errorf("%s: %s", header, got)
		}
	}
}

func TestSeveralWaysOfDating(t *testing.T) {
	m := of(t, nil, "volcano_name|start_year|event_type|event_date_year|event_date_month|event_date_day",
		"Grey Hill|-4040|Explosion|NA|NA|NA", "Grey Hill|-104|Ash|NA|NA|NA", "Bay|1538|Ash|1538|10|6")
	if len(m.Dates) != 2 || m.Dates[0].Year != 3 || m.Dates[0].Month != 4 || m.Dates[0].Day != 5 || m.Dates[1].Year != 1 {
		t.Errorf("%+v", m.Dates)
	}
	if diff := cmp.Diff([]int{2}, m.TitleOf); diff != "" || m.Fields[0] != columns.Lane {
		t.Errorf("titles of %v, lane %v", m.TitleOf, fields(m))
	}
	both := of(t, nil, "Date|Year|End Date|Time|End time|Event", "2014-03-01|2014|2014-03-02|10:00|12:00|A", "2014-04-01|2014||||B")
	if d := both.Dates[0]; d.Start != 0 || d.End != 2 || d.Clock != 3 || d.EndClock != 4 || len(both.Dates) != 2 || both.Dates[1].Year != 1 {
		t.Errorf("%+v", both.Dates)
	}
}

func TestMap(t *testing.T) {
	lines := []string{"main|when|other", "A vote|2014-03-01|x", "An answer|2014-04-01|y"}
	for _, said := range []map[string][]string{{"title": {"main"}, "lane": {"other"}}, {"title": {"MAIN"}, "lane": {"3"}}, {"title": {"1"}, "lane": {"column 3"}}} {
		if got := fields(of(t, said, lines...)); got != "title, date, lane" {
			t.Errorf("%v: %s", said, got)
		}
	}
	for _, c := range []struct{ field, column, want string }{
		{"titel", "main", `--map titel=…: there is no field "titel"; fields are id, title, date, `},
		{"title", "Main text", `--map title=Main text: the table has no column "Main text"; it has main, when, other`},
		{"title", "4", `the table has no column "4"`},
	} {
		_, err := columns.Of(table(lines...), map[string][]string{c.field: {c.column}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v", c, err)
		}
	}
}

func TestAsksForWhatNobodySays(t *testing.T) {
	m := of(t, nil, "a|b", "red|round", "blue|square")
	if len(m.Questions) != 1 || m.Questions[0].Option != "map" || m.Questions[0].Text != "which column holds the date?" || m.Questions[0].Answers[0].Value != "date=a" {
		t.Errorf("%+v", m.Questions)
	}
	m = of(t, nil, "date|b", "2014-03-01|1", "2014-03-02|2")
	if len(m.Questions) != 1 || m.Questions[0].Text != "which column says what happened?" || m.Questions[0].Answers[1].Value != "title=b" {
		t.Errorf("%+v", m.Questions)
	}
}

func TestNothing(t *testing.T) {
	for _, s := range []string{"", "NA", "n/a", "N/A", "null", "-", "–", "S/D", "s/f", "#N/A", "none"} {
		if !columns.Nothing(s) {
			t.Errorf("%q is something", s)
		}
	}
	for _, s := range []string{"No", "0", "Nobody", "Na Pali", "none of them came"} {
		if columns.Nothing(s) {
			t.Errorf("%q is nothing", s)
		}
	}
}
