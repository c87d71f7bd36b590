package dates

// germanWord is what a German word means in a date.
func germanWord(w string) meaning {
	switch w {
	case "januar", "jan", "janner", "jaenner", "januars":
		return of(month, 1)
	case "februar", "feb", "febr", "feber", "februars":
		return of(month, 2)
	case "marz", "maerz", "mar", "mrz":
		return of(month, 3)
	case "april", "apr":
		return of(month, 4)
	case "mai":
		return of(month, 5)
	case "juni", "jun", "juno":
		return of(month, 6)
	case "juli", "jul":
		return of(month, 7)
	case "august", "aug":
		return of(month, 8)
	case "september", "sept", "sep":
		return of(month, 9)
	case "oktober", "okt":
		return of(month, 10)
	case "november", "nov":
		return of(month, 11)
	case "dezember", "dez":
		return of(month, 12)
	case "montag":
		return of(weekday, 1)
	case "mo":
		return of(weekdayOrBC, 1)
	case "dienstag", "di":
		return of(weekday, 2)
	case "mittwoch":
		return of(weekday, 3)
	case "mi":
		return of(weekdayOrPart, 3)
	case "donnerstag", "do":
		return of(weekday, 4)
	case "freitag", "fr":
		return of(weekday, 5)
	case "samstag", "sonnabend", "sa":
		return of(weekday, 6)
	case "sonntag", "so":
		return of(weekday, 7)
	case "fruhjahr", "fruhling", "fruehjahr", "fruehling":
		return of(season, 1)
	case "sommer":
		return of(season, 2)
	case "herbst", "spatherbst":
		return of(season, 3)
	case "winter":
		return of(season, 4)
	case "jahrhundert", "jahrhunderts", "jh", "jhd", "jhdt", "jhs", "jahrhunderte", "jhdts":
		return of(century, 0)
	case "jahrzehnt", "dekade", "jahrzehnts":
		return of(decade, 0)
	case "jahrtausend", "jahrtausends", "jt", "jtsd":
		return of(millennium, 0)
	case "quartal", "quartals", "viertel", "quart":
		return of(quarter, 0)
	case "halbjahr", "halfte":
		return of(half, 0)
	case "anfang", "mitte", "ende", "beginn", "fruh", "fruhes", "fruhe", "fruhen", "spates", "spate", "spaten", "spat", "ausgehendes", "drittel":
		return of(part, 0)
	case "etwa", "circa", "zirka", "ca", "ungefahr", "rund", "gegen", "um das jahr", "um etwa", "ungef":
		return of(about, 0)
	case "um":
		return of(aboutOrClock, 0)
	case "vielleicht", "wahrscheinlich", "vermutlich", "wohl", "unsicher", "moglicherweise", "ungewiss", "vermutl", "wahrsch":
		return of(maybe, 0)
	case "vor", "vor dem":
		return of(before, 0)
	case "nach", "nach dem":
		return of(after, 0)
	case "fruhestens", "oder spater", "nicht vor", "oder danach":
		return of(notBefore, 0)
	case "spatestens", "oder fruher", "nicht nach", "oder davor":
		return of(notAfter, 0)
	case "bis zum", "bis", "auf den":
		return of(to, toUntil)
	case "seit", "ab", "von", "vom", "seit dem", "ab dem":
		return of(since, 0)
	case "zwischen":
		return of(between, 0)
	case "und", "u":
		return of(and, 0)
	case "oder", "bzw":
		return of(or, 0)
	case "heute", "gegenwart", "jetzt", "bis heute", "laufend", "bis jetzt", "bis zur gegenwart", "andauernd", "anhaltend", "zur gegenwart":
		return of(present, 0)
	case "v chr", "vor christus", "v u z", "vor unserer zeitrechnung", "vor christi geburt", "v chr geb", "vor chr", "vuz":
		return of(bc, 0)
	case "n chr", "nach christus", "u z", "unserer zeitrechnung", "nach christi geburt", "nach chr", "n u z":
		return of(ad, 0)
	case "mittag", "mittags":
		return of(noon, 0)
	case "mitternacht":
		return of(midnight, 0)
	case "morgens", "vormittags", "fruh morgens", "vormittag", "morgen":
		return of(morning, dayMorning)
	case "abends", "nachmittags", "abend", "nachmittag":
		return of(morning, dayEvening)
	case "nachts", "nacht":
		return of(morning, dayNight)
	case "uhr", "h", "std":
		return of(hour, 0)
	case "er", "ern", "er jahre", "ern jahren", "er jahren":
		return of(suffix, suffixDecade)
	case "am":
		return of(amOrFiller, 0)
	case "den", "der", "dem", "das", "im", "in", "jahr", "jahre", "jahren", "jahres", "j", "die", "in den", "im jahre", "im jahr", "monat", "tag":
		return of(filler, 0)
	case "des":
		return of(fillerOrMonth, 12)
	case "ersten", "erste", "erstes", "erster":
		return of(ordinal, 1)
	case "zweiten", "zweite", "zweites":
		return of(ordinal, 2)
	case "dritten", "dritte", "drittes":
		return of(ordinal, 3)
	case "vierten", "vierte", "viertes":
		return of(ordinal, 4)
	case "funften", "funftes":
		return of(ordinal, 5)
	case "sechsten", "sechstes":
		return of(ordinal, 6)
	case "siebten", "siebtes":
		return of(ordinal, 7)
	case "achten", "achtes":
		return of(ordinal, 8)
	case "neunten", "neuntes":
		return of(ordinal, 9)
	case "zehnten", "zehntes":
		return of(ordinal, 10)
	case "elften", "elftes":
		return of(ordinal, 11)
	case "zwolften", "zwolftes":
		return of(ordinal, 12)
	case "dreizehnten", "dreizehntes":
		return of(ordinal, 13)
	case "vierzehnten", "vierzehntes":
		return of(ordinal, 14)
	case "funfzehnten", "funfzehntes":
		return of(ordinal, 15)
	case "sechzehnten", "sechzehntes":
		return of(ordinal, 16)
	case "siebzehnten", "siebzehntes":
		return of(ordinal, 17)
	case "achtzehnten", "achtzehntes":
		return of(ordinal, 18)
	case "neunzehnten", "neunzehntes":
		return of(ordinal, 19)
	case "zwanzigsten", "zwanzigstes":
		return of(ordinal, 20)
	case "einundzwanzigsten", "einundzwanzigstes":
		return of(ordinal, 21)
	case "woche", "kw", "kalenderwoche":
		return of(week, 0)
	case "zwanziger", "zwanzigern":
		return of(decadeName, 20)
	case "dreißiger", "dreißigern", "dreissiger", "dreissigern":
		return of(decadeName, 30)
	case "vierziger", "vierzigern":
		return of(decadeName, 40)
	case "funfziger", "funfzigern":
		return of(decadeName, 50)
	case "sechziger", "sechzigern":
		return of(decadeName, 60)
	case "siebziger", "siebzigern":
		return of(decadeName, 70)
	case "achtziger", "achtzigern":
		return of(decadeName, 80)
	case "neunziger", "neunzigern":
		return of(decadeName, 90)
	case "undatiert", "unbekannt", "o j", "o d", "ohne jahr", "ohne datum", "ohne jahresangabe", "datum unbekannt", "unbekanntes datum":
		return of(noDate, 0)
	case "a st", "alten stils", "alter stil", "julianisch", "julianischer kalender":
		return of(oldStyle, 0)
	case "n st", "neuen stils", "neuer stil", "gregorianisch", "gregorianischer kalender":
		return of(newStyle, 0)
	}
	return meaning{}
}
