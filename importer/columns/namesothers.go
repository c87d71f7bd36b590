package columns

// The languages here are not those of the interface. Their names of columns are
// known so that such tables are read, and are not taken for tables in a language
// that shares some of their words.

// italian is how columns are named in Italian.
func italian() vocabulary {
	return vocabulary{lang: "it", private: "confidenziale, confidenziali, riservato, riservata, riservati, riservate, interno, interna, interni, interne, privato, privata, privati, private, segreto, non pubblicare, non per la pubblicazione", entries: []entry{
		{ID, strong, "identificativo"},
		{Title, strong, "titolo, intestazione"},
		{Title, usual, "nome, denominazione"},
		{Title, weak, "evento, eventi, avvenimento, avvenimenti, fatto, fatti, accaduto, decisione, incidente, atto, delibera, attività, notizia, oggetto"},
		{Text, strong, "testo, descrizione, riassunto, dettagli"},
		{Text, usual, "note, nota, osservazioni, commento, commenti, contenuto"},
		{Start, strong, "data inizio, data di inizio, quando"},
		{Start, usual, "data, inizio, dal, da"},
		{End, strong, "data fine, data di fine"},
		{End, usual, "fine, al, fino a"},
		{Year, strong, "anno, anno inizio"},
		{Month, strong, "mese"},
		{Day, strong, "giorno"},
		{Clock, strong, "ora, ore"},
		{EndYear, strong, "anno fine"},
		{Lane, strong, "categoria, gruppo"},
		{Lane, usual, "tipo, tema, fase, serie, epoca"},
		{Place, strong, "luogo, località, dove"},
		{Place, usual, "città, comune"},
		{People, strong, "persone, partecipanti, chi"},
		{Source, strong, "fonte, fonti"},
		{URL, strong, "collegamento"},
		{Media, strong, "immagine, immagini, foto"},
	}}
}

// portuguese is how columns are named in Portuguese.
func portuguese() vocabulary {
	return vocabulary{lang: "pt", private: "confidencial, confidenciais, interno, interna, internos, internas, privado, privada, privados, privadas, sigiloso, não publicar, não para publicação", entries: []entry{
		{Title, strong, "título, manchete"},
		{Title, usual, "nome"},
		{Title, weak, "evento, eventos, acontecimento, acontecimentos, facto, fato, ocorrência, decisão, incidente, ato, marco, atividade, notícia, assunto"},
		{Text, strong, "texto, descrição, resumo, detalhes"},
		{Text, usual, "notas, nota, observações, comentário, comentários, conteúdo"},
		{Start, strong, "data de início, data início, data inicial, quando"},
		{Start, usual, "data, início, de"},
		{End, strong, "data de fim, data fim, data final"},
		{End, usual, "fim, até"},
		{Year, strong, "ano, ano início"},
		{Month, strong, "mês"},
		{Day, strong, "dia"},
		{Clock, strong, "hora"},
		{EndYear, strong, "ano fim"},
		{Lane, strong, "categoria, grupo"},
		{Lane, usual, "tipo, tema, fase, série, época"},
		{Place, strong, "local, lugar, onde"},
		{Place, usual, "cidade, município"},
		{People, strong, "pessoas, participantes, quem"},
		{Source, strong, "fonte, fontes"},
		{URL, strong, "ligação"},
		{Media, strong, "imagem, imagens, foto, fotos"},
	}}
}

// dutch is how columns are named in Dutch.
func dutch() vocabulary {
	return vocabulary{lang: "nl", private: "vertrouwelijk, vertrouwelijke, intern, interne, privé, geheim, niet publiceren, niet voor publicatie", entries: []entry{
		{Title, strong, "titel, kop"},
		{Title, usual, "naam"},
		{Title, weak, "gebeurtenis, gebeurtenissen, evenement, besluit, voorval, mijlpaal, wat"},
		{Text, strong, "tekst, beschrijving, omschrijving, samenvatting"},
		{Text, usual, "opmerkingen, opmerking, toelichting, inhoud"},
		{Start, strong, "datum, datums, begindatum, startdatum, wanneer"},
		{Start, usual, "begin, start, van, vanaf"},
		{End, strong, "einddatum"},
		{End, usual, "einde, tot"},
		{Year, strong, "jaar"},
		{Month, strong, "maand"},
		{Day, strong, "dag"},
		{Clock, strong, "tijd"},
		{Lane, strong, "categorie, groep"},
		{Lane, usual, "thema, fase"},
		{Place, strong, "plaats, locatie, waar"},
		{Place, usual, "stad, gemeente"},
		{People, strong, "personen, deelnemers, wie"},
		{Source, strong, "bron, bronnen"},
		{Media, strong, "afbeelding, foto"},
	}}
}

// swedish is how columns are named in Swedish.
func swedish() vocabulary {
	return vocabulary{lang: "sv", private: "konfidentiellt, konfidentiell, konfidentiella, intern, internt, interna, privat, privata, hemlig, hemliga, publicera ej, ej för publicering, får ej publiceras, publicera inte", entries: []entry{
		{Title, strong, "titel, rubrik"},
		{Title, usual, "namn"},
		{Title, weak, "händelse, händelser, beslut, incident, milstolpe, vad"},
		{Text, strong, "text, beskrivning, sammanfattning"},
		{Text, usual, "anteckning, anteckningar, anmärkning, kommentar, innehåll"},
		{Start, strong, "datum, startdatum, när"},
		{Start, usual, "start, början, från"},
		{End, strong, "slutdatum"},
		{End, usual, "slut, till"},
		{Year, strong, "år"},
		{Month, strong, "månad"},
		{Day, strong, "dag"},
		{Clock, strong, "tid, klockslag"},
		{Lane, strong, "kategori, grupp"},
		{Lane, usual, "typ, tema, fas"},
		{Place, strong, "plats, ort, var"},
		{Place, usual, "stad, kommun"},
		{People, strong, "personer, deltagare, vem"},
		{Source, strong, "källa, källor"},
		{URL, strong, "länk"},
		{Media, strong, "bild, bilder, foto"},
	}}
}

// danish is how columns are named in Danish.
func danish() vocabulary {
	return vocabulary{lang: "da", private: "fortroligt, fortrolig, fortrolige, intern, internt, interne, privat, private, hemmelig, må ikke offentliggøres, ikke til offentliggørelse", entries: []entry{
		{Title, strong, "titel, overskrift"},
		{Title, usual, "navn"},
		{Title, weak, "begivenhed, begivenheder, hændelse, hændelser, beslutning, afgørelse, milepæl, hvad"},
		{Text, strong, "tekst, beskrivelse, resumé"},
		{Text, usual, "note, noter, bemærkning, bemærkninger, kommentar, indhold"},
		{Start, strong, "dato, datoer, startdato, fra dato, hvornår"},
		{Start, usual, "start, begyndelse, fra"},
		{End, strong, "slutdato, til dato"},
		{End, usual, "slut, til"},
		{Year, strong, "år"},
		{Month, strong, "måned"},
		{Day, strong, "dag"},
		{Clock, strong, "klokkeslæt, tid"},
		{Lane, strong, "kategori, gruppe"},
		{Lane, usual, "type, tema, fase"},
		{Place, strong, "sted, hvor"},
		{Place, usual, "by, kommune"},
		{People, strong, "personer, deltagere, hvem"},
		{Source, strong, "kilde, kilder"},
		{URL, strong, "link"},
		{Media, strong, "billede, billeder, foto"},
	}}
}

// bulgarian is how columns are named in Bulgarian.
func bulgarian() vocabulary {
	return vocabulary{lang: "bg", private: "поверително, поверителни, вътрешен, вътрешни, да не се публикува, не за публикуване", entries: []entry{
		{Title, strong, "заглавие"},
		{Title, usual, "име"},
		{Title, weak, "събитие, събития, решение, случка"},
		{Text, strong, "текст, описание, подробности"},
		{Text, usual, "бележка, бележки, забележка, коментар, съдържание"},
		{Start, strong, "дата, начална дата, кога"},
		{Start, usual, "начало, от"},
		{End, strong, "крайна дата"},
		{End, usual, "край, до"},
		{Year, strong, "година"},
		{Month, strong, "месец"},
		{Day, strong, "ден"},
		{Lane, strong, "категория, група"},
		{Lane, usual, "тип, вид, тема"},
		{Place, strong, "място, къде"},
		{Place, usual, "град, село"},
		{Source, strong, "източник, източници"},
	}}
}

// urdu is how columns are named in Urdu.
func urdu() vocabulary {
	return vocabulary{lang: "ur", private: "خفیہ, اشاعت کے لیے نہیں", entries: []entry{
		{Title, strong, "عنوان"},
		{Title, usual, "نام"},
		{Title, weak, "واقعہ, واقعات"},
		{Text, strong, "متن, تفصیل, تفصیلات, وضاحت"},
		{Start, strong, "تاریخ"},
		{Year, strong, "سال"},
		{Month, strong, "مہینہ"},
		{Day, strong, "دن"},
		{Lane, strong, "زمرہ"},
		{Place, strong, "مقام, جگہ"},
		{Source, strong, "ماخذ, ذریعہ"},
	}}
}
