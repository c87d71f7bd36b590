package columns

import "strings"

// meaning is what a name may mean, and how surely: strong names win over weak ones.
type meaning struct {
	field    Field
	strength int
}

// The strengths of names.
const (
	weak   = 1 // may mean many things
	usual  = 2
	strong = 3 // means nothing else
)

// entry is names of one field, in the languages of the interface.
type entry struct {
	field    Field
	strength int
	names    string // separated by commas
}

// entries are the names of columns: English, German, Spanish, French, Norwegian,
// Russian, Ukrainian, Turkish, Arabic, Persian (Dari) and Pashto.
func entries() []entry {
	return []entry{
		{ID, strong, "id, event id, identifier, uid, uuid, object id, objectid, item id, record id, kennung, identifiant, identificador, идентификатор, ідентифікатор, kimlik, معرف, شناسه, پېژند"},
		{ID, weak, "slug"},

		{Title, strong, "title, headline, heading, event title, event name, titel, überschrift, ueberschrift, schlagzeile, título, titular, titre, intitulé, tittel, overskrift, название, заголовок, наименование, назва, başlık, العنوان, عنوان, سرلیک"},
		{Title, usual, "name, label, caption title, subject, item, bezeichnung, nombre, etiqueta, nom, libellé, navn, имя, ім'я, найменування, ad, adı, isim, الاسم, اسم, نام, نوم"},
		{Title, weak, "event, events, what, what happened, content, happening, topic, ereignis, was, was geschah, vorfall, veranstaltung, evento, suceso, acontecimiento, hecho, hito, qué, événement, évènement, fait, quoi, hendelse, begivenhet, hva, событие, что, что произошло, подія, що, що сталося, olay, etkinlik, ne, ne oldu, الحدث, حدث, الواقعة, ماذا, رویداد, واقعه, رخداد, چه, پېښه, پیښه, څه"},

		{Text, strong, "text, description, desc, descr, summary, body, details, detail, narrative, full text, long description, event description, beschreibung, zusammenfassung, erläuterung, texto, descripción, resumen, detalle, detalles, texte, descriptif, résumé, détail, détails, tekst, beskrivelse, sammendrag, текст, описание, подробности, опис, подробиці, metin, açıklama, ayrıntı, ayrıntılar, detay, detaylar, النص, نص, الوصف, وصف, التفاصيل, تفاصيل, متن, شرح, توضیح, توضیحات, توصیف, جزئیات, تشریح, تفصیل, جزیات"},
		{Text, usual, "notes, note, remarks, remark, comment, comments, information, info, explanation, synopsis, abstract, story, paragraph, notiz, notizen, anmerkung, anmerkungen, bemerkung, bemerkungen, kommentar, inhalt, notas, nota, observaciones, comentario, comentarios, contenido, remarque, remarques, commentaire, commentaires, contenu, notat, notater, merknad, merknader, innhold, заметки, заметка, примечание, примечания, комментарий, комментарии, содержание, резюме, нотатки, примітка, примітки, коментар, зміст, özet, notlar, içerik, yorum, ملاحظات, ملاحظة, ملخص, المحتوى, تعليق, یادداشت, یادداشت‌ها, خلاصه, محتوا, یادښت, یادښتونه, لنډیز, منځپانګه"},

		{Start, strong, "datum von, von datum, fra dato, dato fra, data inizio, data di inizio, data de início, data inicial, fecha desde, date du, date from, date, dates, start date, date start, begin date, from date, event date, date of event, datetime, date time, date and time, iso date, when, datum, startdatum, anfangsdatum, beginndatum, wann, zeitpunkt, fecha, fechas, fecha de inicio, fecha inicio, cuándo, date de début, date début, quand, dato, startdato, tidspunkt, når, дата, даты, дата начала, дата события, когда, дати, дата початку, дата події, коли, tarih, tarihi, başlangıç tarihi, ne zaman, التاريخ, تاريخ, تاريخ البداية, متى, تاریخ, تاریخ شروع, تاریخ آغاز, چه وقت, نېټه, نیټه, د پیل نېټه, کله"},
		{Start, usual, "start, begin, begins, beginning, began, started, start time, from, since, starts, beginn, anfang, start, von, ab, seit, inicio, comienzo, desde, début, commencement, depuis, debut, start, fra, begynnelse, начало, начат, с, от, початок, від, з, başlangıç, başlama, البداية, بداية, بدء, من, آغاز, شروع, از, پیل, له"},

		{Start, weak, "timestamp, zeitstempel, marca temporal, horodateur, tidsmerke, отметка времени, period, time period, zeitraum, período, période, periode, период, період, dönem, الفترة, دوره"},

		{End, strong, "datum bis, bis datum, til dato, dato til, data fine, data di fine, data de fim, data final, fecha hasta, date au, date to, end date, date end, to date, finish date, enddatum, fecha de fin, fecha fin, fecha final, date de fin, date fin, sluttdato, дата окончания, дата конца, дата завершения, дата закінчення, дата завершення, bitiş tarihi, تاريخ النهاية, تاريخ الانتهاء, تاریخ پایان, تاریخ ختم, د پای نېټه"},
		{End, usual, "end, ends, ended, end time, to, until, till, through, finish, finished, stop, ende, bis, schluss, fin, hasta, final, término, fin, jusqu'à, jusqu'au, à, slutt, til, конец, окончание, до, по, завершение, кінець, закінчення, завершення, bitiş, son, النهاية, نهاية, الانتهاء, إلى, حتى, پایان, ختم, تا, پای, تر"},

		{Display, strong, "display date, date display, displayed date, date text, date label, date string, date in words, anzeigedatum, fecha visible, fecha mostrada, date affichée, visningsdato, отображаемая дата, дата словами, görünen tarih, التاريخ المعروض, تاریخ نمایشی"},

		{Year, strong, "jahr von, von jahr, år fra, fra år, año desde, año inicio, anno inizio, ano início, année début, year from, from year, year, yr, years, start year, jahr, startjahr, año, ano, année, an, år, год, рік, yıl, yılı, sene, السنة, سنة, العام, عام, سال, کال"},
		{Month, strong, "month, mon, start month, monat, mes, mois, måned, месяц, місяць, ay, ayı, الشهر, شهر, ماه, میاشت"},
		{Day, strong, "day, start day, tag, día, jour, dag, день, gün, günü, اليوم, يوم, روز, ورځ"},
		{Clock, strong, "time, start time, time of day, hour, clock, local time, uhrzeit, zeit, startzeit, hora, hora de inicio, heure, heure de début, klokkeslett, tid, время, час, saat, الوقت, وقت, الساعة, ساعة, ساعت, زمان, وخت, بجه"},
		{EndYear, strong, "jahr bis, bis jahr, år til, til år, año hasta, año fin, anno fine, ano fim, année fin, end year, to year, year end, endjahr, año final, año de fin, année de fin, sluttår, год окончания, рік закінчення, bitiş yılı, سنة النهاية, سال پایان"},
		{EndMonth, strong, "end month, month end, endmonat, mes final, mois de fin, sluttmåned"},
		{EndDay, strong, "end day, day end, endtag, día final, jour de fin, sluttdag"},
		{EndClock, strong, "end time, time end, endzeit, hora de fin, hora final, heure de fin, sluttid, время окончания, час закінчення, bitiş saati, وقت النهاية, ساعت پایان"},
		{Duration, usual, "duration, length, dauer, duración, durée, varighet, длительность, продолжительность, тривалість, süre, المدة, مدة, مدت, موده"},

		{Lane, strong, "lane, category, categories, group, groups, kategorie, gruppe, categoría, grupo, catégorie, groupe, kategori, категория, группа, категорія, група, grup, الفئة, فئة, التصنيف, المجموعة, مجموعة, دسته, دسته‌بندی, گروه, رده, ډله, کټګوري"},
		{Lane, usual, "type, series, era, phase, section, track, theme, class, cat, stage, chapter, strand, event type, typ, art, reihe, serie, epoche, phase, abschnitt, thema, rubrik, tipo, serie, época, fase, etapa, tema, sección, type, série, époque, étape, thème, rubrique, serie, epoke, fase, tema, тип, вид, серия, эпоха, этап, фаза, тема, раздел, серія, епоха, етап, розділ, tür, tip, dizi, dönem, evre, aşama, konu, النوع, نوع, السلسلة, سلسلة, المرحلة, مرحلة, الحقبة, نوعیت, دوره, مرحله, سری, ډول, دوره, پړاو"},
		{Lane, weak, "tag, tags, topic, label, period, department, team, kind, party, side, sector, domain, area, partei, bereich, partido, parti, партия, партія"},
		{RowType, strong, "type, slide type, row type"},

		{Place, strong, "place, location, venue, where, place name, ort, schauplatz, veranstaltungsort, wo, lugar, ubicación, dónde, localización, lieu, endroit, où, localisation, sted, hvor, место, местоположение, где, місце, розташування, де, yer, konum, mekân, nerede, المكان, مكان, الموقع, موقع, أين, مکان, محل, موقعیت, کجا, جا, ځای, چېرته, چیرته"},
		{Place, usual, "city, town, village, site, stadt, dorf, ciudad, pueblo, municipio, ville, commune, village, by, kommune, город, село, місто, şehir, köy, المدينة, مدينة, شهر, ښار"},
		{Place, weak, "country, region, state, province, district, county, municipality, land, bundesland, país, región, provincia, pays, région, fylke, страна, регион, область, країна, регіон, ülke, bölge, il, ilçe, البلد, الدولة, المنطقة, محافظة, کشور, ولایت, منطقه, ولسوالی, هېواد, هیواد, سیمه"},

		{People, strong, "people, participants, attendees, who, persons, wer, personen, teilnehmer, beteiligte, quién, quiénes, personas, participantes, qui, personnes, participants, hvem, personer, deltakere, кто, участники, люди, персоны, хто, учасники, особи, kim, kişiler, katılımcılar, الأشخاص, المشاركون, مشاركون, چه کسی, افراد, اشخاص, شرکت‌کنندگان, څوک, خلک, ګډونوال"},
		{People, usual, "person, actor, actors, figure, participant, akteur, akteure, actor, actores, protagonistas, acteur, acteurs, aktør, aktører, участник, актор, учасник, kişi, aktör, من, الفاعل, شخص, فرد, کنشگر"},

		{Source, strong, "source, sources, reference, references, ref, refs, citation, citations, quelle, quellen, beleg, nachweis, fuente, fuentes, referencia, referencias, source, sources, référence, références, kilde, kilder, referanse, источник, источники, джерело, джерела, kaynak, kaynaklar, referans, المصدر, مصدر, المصادر, المرجع, مرجع, منبع, منابع, مأخذ, سرچینه, سرچینې"},
		{Source, usual, "publisher, newspaper, outlet, published by, medium, zeitung, periódico, journal, avis, газета, gazete, صحيفة, روزنامه, ورځپاڼه"},

		{URL, strong, "url, urls, link, links, href, uri, web address, source url, source link, read more, permalink, enlace, enlaces, vínculo, lien, liens, lenke, lenker, ссылка, ссылки, посилання, bağlantı, bağlantılar, link, رابط, الرابط, پیوند, لینک, تړنی"},
		{URL, usual, "web, website, webpage, web page, homepage, page, webseite, sitio web, página, site web, nettside, сайт, вебсайт, web sitesi, وبسایت, ویب پاڼه"},

		{Media, strong, "media, media url, image, images, image url, photo, photos, picture, pictures, video, videos, img, pic, bild, bilder, foto, fotos, medien, imagen, imágenes, vídeo, photo, média, médias, vidéo, bilde, изображение, изображения, фото, фотография, картинка, видео, медиа, зображення, світлина, відео, медіа, resim, resimler, fotoğraf, görsel, video, صورة, الصورة, صور, فيديو, وسائط, تصویر, تصاویر, عکس, ویدیو, رسانه, انځور, انځورونه"},
		{MediaCredit, strong, "media credit, credit, image credit, photo credit, bildnachweis, crédito, crédit, crédit photo, kreditering"},
		{MediaCaption, strong, "media caption, caption, image caption, photo caption, bildunterschrift, pie de foto, légende, bildetekst, подпись, підпис"},

		{Quote, strong, "quote, quotes, quotation, zitat, cita, citation directe, sitat, цитата, alıntı, اقتباس, نقل قول"},
		{Speaker, strong, "speaker, said by, quoted, sprecher, sprecherin, hablante, taler, спикер, доповідач, konuşmacı, المتحدث, متحدث, گوینده, ویاند"},
	}
}

// ignored are names whose columns hold nothing for a reader.
func ignored() string {
	return "background, background color, color, colour, colorhex, alt, alt text, media thumbnail, thumbnail, class name, classname, style, icon, " +
		"latitude, longitude, lat, lon, lng, long, coordinates, geo, " +
		"position, pos, index, row, row number, number, no, nr, sort, sort order, order, rank, count, farbe, breitengrad, längengrad, reihenfolge, " +
		"created at, updated at, last updated, last modified, date modified, modified, created, updated, accessed, access date, retrieved, date added, entry date, time precision, geo precision"
}

// lexicon has the names as they are compared.
type lexicon struct {
	names   map[string][]meaning
	ignored map[string]bool
}

func newLexicon() lexicon {
	l := lexicon{names: map[string][]meaning{}, ignored: map[string]bool{}}
	for _, e := range entries() {
		for name := range strings.SplitSeq(e.names, ",") {
			key := fold(name)
			l.names[key] = append(l.names[key], meaning{e.field, e.strength})
		}
	}
	for name := range strings.SplitSeq(ignored(), ",") {
		l.ignored[fold(name)] = true
	}
	return l
}

// of are the meanings of a name that is known as a whole.
func (l lexicon) of(name string) []meaning { return l.names[name] }

// isSmall reports whether a word of a name says nothing by itself.
func isSmall(word string) bool {
	switch word {
	case "the", "of", "and", "a", "an", "in", "on", "for", "der", "die", "das", "des", "und", "im", "de", "del", "la", "el", "los", "las", "y",
		"le", "les", "du", "d", "l", "et", "og", "av", "и", "в", "і", "у", "ve", "د", "و", "1", "yyyy", "mm", "dd", "local", "utc", "full", "main", "short", "our", "approx", "approximate", "estimated", "exact", "original", "gmt":
		return true
	}
	return false
}

// isEvent reports whether a word stands for the events themselves, so that the name
// of one is a title.
func isEvent(word string) bool {
	switch word {
	case "event", "events", "item", "entry", "record", "object", "story", "milestone", "incident", "ereignis", "evento", "evenement", "hendelse", "событие", "событии", "подія", "olay", "الحدث", "رویداد":
		return true
	}
	return false
}
