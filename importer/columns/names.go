package columns

import (
	"slices"
	"strings"
)

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

// entry is names of one field, in one language.
type entry struct {
	field    Field
	strength int
	names    string // separated by commas
}

// vocabulary is how columns are named in one language.
type vocabulary struct {
	lang    string // a BCP 47 tag; "" for names that are alike everywhere
	entries []entry
	// private are the words in the names of columns that are not for publication,
	// separated by commas.
	private string
}

// vocabularies are the names of columns in the languages of the interface, and in
// some others.
func vocabularies() []vocabulary {
	return []vocabulary{
		everywhere(), english(), german(), spanish(), french(), norwegian(), russian(), ukrainian(), turkish(), arabic(), persian(), dari(), pashto(),
		italian(), portuguese(), dutch(), swedish(), danish(), bulgarian(), urdu(),
	}
}

// everywhere is how columns are named in no language in particular.
func everywhere() vocabulary {
	return vocabulary{entries: []entry{
		{ID, strong, "id, uid, uuid"},
		{URL, strong, "url, urls, href, uri"},
		{Media, strong, "img, pic"},
	}}
}

// ignored are names whose columns hold nothing for a reader.
func ignored() string {
	return "background, background color, color, colour, colorhex, alt, alt text, media thumbnail, thumbnail, class name, classname, style, icon, " +
		"position, pos, index, row, row number, number, no, nr, sort, sort order, order, rank, count, farbe, reihenfolge, " +
		"created at, updated at, last updated, last modified, date modified, modified, created, updated, accessed, access date, retrieved, date added, entry date, time precision, geo precision, " +
		"änderungsdatum, erstelldatum, erstellungsdatum, eingabedatum, geändert am, erstellt am, endringsdato, opprettet, endret, fecha de alta, fecha de modificación, date de création de la fiche, date de modification, дата изменения, дата создания записи, дата зміни"
}

// aside are names of columns that tell of a record and its keeping, and not of what
// happened: they are never taken for titles.
func aside() string {
	return "author, authors, creator, photographer, reporter, byline, editor, compiler, contact, email, e mail, phone, address, status, language, rights, licence, license, copyright, format, collection, archive, repository, shelfmark, call number, accession, accession number, inventory, barcode, isbn, doi, folder, box, file, filename, file name, initials, entered by, checked by, " +
		"autor, autorin, verfasser, verfasserin, fotograf, fotografin, bearbeiter, signatur, bestand, archiv, sprache, rechte, lizenz, datei, adresse, " +
		"autora, autores, fotógrafo, fotógrafa, signatura, fondo, archivo, idioma, estado, derechos, dirección, correo, " +
		"auteur, auteure, auteurs, photographe, cote, fonds, archives, langue, statut, droits, adresse, courriel, fichier, " +
		"forfatter, arkiv, språk, rettigheter, lisens, signatur, journalist, " +
		"автор, авторы, фотограф, шифр, фонд, опись, дело, архив, язык, статус, адрес, права, автори, опис справи, справа, архів, мова, адреса, " +
		"yazar, fotoğrafçı, arşiv, dil, durum, adres, haklar, المؤلف, الكاتب, المصور, الأرشيف, اللغة, الحالة, الحقوق, العنوان البريدي, نویسنده, مؤلف, عکاس, آرشیو, بایگانی, زبان, وضعیت, حقوق, لیکوال, عکس اخیستونکی, ارشیف, ژبه, حالت, " +
		"autore, fotografo, archivio, segnatura, lingua, fotógrafo, arquivo, cota, língua"
}

// coordinates are names of columns that say where on the globe something is.
func coordinates() string {
	return "latitude, longitude, lat, lon, lng, long, lat lon, lat long, lat lng, latlong, latlng, latitude longitude, coordinates, coordinate, coords, coord, geo, geom, geometry, geolocation, geo point, geopoint, gps, wkt, " +
		"breitengrad, längengrad, geographische breite, geographische länge, koordinaten, latitud, longitud, coordenadas, coordonnées, breddegrad, lengdegrad, koordinater, " +
		"широта, долгота, координаты, довгота, координати, enlem, boylam, koordinat, koordinatlar, خط العرض, خط الطول, الإحداثيات, إحداثيات, عرض جغرافیایی, طول جغرافیایی, مختصات, latitudine, longitudine, coordinate"
}

// lexicon has the names as they are compared.
type lexicon struct {
	names       map[string][]meaning
	languages   map[string][]string // of a name
	ignored     map[string]bool
	coordinates map[string]bool
	aside       map[string]bool
	private     [][]string // the words of each
}

func newLexicon() lexicon {
	l := lexicon{names: map[string][]meaning{}, languages: map[string][]string{}, ignored: map[string]bool{}, coordinates: map[string]bool{}, aside: map[string]bool{}}
	for _, v := range vocabularies() {
		for _, e := range v.entries {
			for name := range strings.SplitSeq(e.names, ",") {
				l.add(fold(name), meaning{e.field, e.strength}, v.lang)
			}
		}
		for name := range strings.SplitSeq(v.private, ",") {
			if parts := split(name); len(parts) > 0 {
				l.private = append(l.private, parts)
			}
		}
	}
	for list, set := range map[string]map[string]bool{ignored(): l.ignored, coordinates(): l.coordinates, aside(): l.aside} {
		for name := range strings.SplitSeq(list, ",") {
			set[fold(name)] = true
		}
	}
	return l
}

// add takes a name in, whose meanings in several languages are one where they are the
// same.
func (l lexicon) add(name string, m meaning, lang string) {
	if !slices.Contains(l.names[name], m) {
		l.names[name] = append(l.names[name], m)
	}
	if lang == "" {
		return
	}
	tags := []string{lang}
	if lang == "fa" {
		tags = append(tags, "fa-AF") // Dari has its words
	}
	for _, tag := range tags {
		if !slices.Contains(l.languages[name], tag) {
			l.languages[name] = append(l.languages[name], tag)
		}
	}
}

// isPrivate reports whether a name says that its column is not for publication. What
// it says in brackets counts.
func (l lexicon) isPrivate(name string) bool {
	if len(name) > mostName {
		name = strings.ToValidUTF8(name[:mostName], "")
	}
	parts := split(name)
	for i := range parts {
		for _, p := range l.private {
			if i+len(p) <= len(parts) && slices.Equal(parts[i:i+len(p)], p) {
				return true
			}
		}
	}
	return false
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
	case "event", "events", "item", "entry", "record", "object", "story", "milestone", "incident", "decision", "occurrence", "ereignis", "vorfall", "evento", "suceso", "hecho", "evenement", "hendelse", "begivenhet", "событие", "события", "событии", "подія", "події", "olay", "الحدث", "رویداد", "رخداد":
		return true
	}
	return false
}
