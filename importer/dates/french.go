package dates

// frenchWord is what a French word means in a date.
func frenchWord(w string) meaning {
	switch w {
	case "janvier", "janv", "jan":
		return of(month, 1)
	case "fevrier", "fevr", "fev":
		return of(month, 2)
	case "mars":
		return of(month, 3)
	case "avril", "avr":
		return of(month, 4)
	case "mai":
		return of(month, 5)
	case "juin":
		return of(month, 6)
	case "juillet", "juil", "juill":
		return of(month, 7)
	case "aout", "aou":
		return of(month, 8)
	case "septembre", "sept":
		return of(month, 9)
	case "octobre", "oct":
		return of(month, 10)
	case "novembre", "nov":
		return of(month, 11)
	case "decembre", "dec":
		return of(month, 12)
	case "lundi", "lun":
		return of(weekday, 1)
	case "mardi":
		return of(weekday, 2)
	case "mar":
		return of(monthOrWeekday, 2)
	case "mercredi", "mer", "merc":
		return of(weekday, 3)
	case "jeudi", "jeu":
		return of(weekday, 4)
	case "vendredi", "ven", "vend":
		return of(weekday, 5)
	case "samedi", "sam":
		return of(weekday, 6)
	case "dimanche", "dim":
		return of(weekday, 7)
	case "printemps":
		return of(season, 1)
	case "ete":
		return of(season, 2)
	case "automne":
		return of(season, 3)
	case "hiver":
		return of(season, 4)
	case "siecle", "siecles", "siecl":
		return of(century, 0)
	case "s":
		return of(fillerOrCentury, 0)
	case "decennie", "decade":
		return of(decade, 0)
	case "annees", "les annees", "ann":
		return of(decade, 1)
	case "millenaire":
		return of(millennium, 0)
	case "trimestre", "quart", "trim", "t":
		return of(quarter, 0)
	case "semestre", "moitie":
		return of(half, 0)
	case "debut", "mi", "milieu", "fin", "courant":
		return of(part, 0)
	case "environ", "vers", "circa", "autour de", "a peu pres", "env", "aux environs de", "vers l an", "aux alentours de":
		return of(about, 0)
	case "peut etre", "probablement", "incertain", "sans doute", "incertaine", "probable":
		return of(maybe, 0)
	case "avant", "avant le":
		return of(before, 0)
	case "apres", "apres le":
		return of(after, 0)
	case "ou plus tard", "ou apres", "pas avant", "au plus tot":
		return of(notBefore, 0)
	case "ou plus tot", "ou avant", "pas apres", "au plus tard":
		return of(notAfter, 0)
	case "jusqu en", "jusqu au", "jusqu a", "jusque", "jusqu":
		return of(until, 0)
	case "au":
		return of(to, toUntil)
	case "depuis", "des", "a partir de", "a partir du", "depuis le", "des le", "a compter de", "a compter du":
		return of(since, 0)
	case "du":
		return of(sinceOrFiller, 0)
	case "entre":
		return of(between, 0)
	case "et":
		return of(and, 0)
	case "ou":
		return of(or, 0)
	case "a":
		return of(fillerOrTo, 0)
	case "aujourd hui", "present", "a aujourd hui", "a nos jours", "nos jours", "maintenant", "jusqu a aujourd hui", "en cours", "jusqu a nos jours", "a ce jour", "jusqu a present", "actuel", "actuellement":
		return of(present, 0)
	case "av j c", "avant j c", "avant jesus christ", "av jc", "avant jc", "avant notre ere", "av n e", "a e c", "avant l ere commune", "av jesus christ", "av notre ere":
		return of(bc, 0)
	case "ap j c", "apres j c", "apres jesus christ", "ap jc", "apres jc", "de notre ere", "apr j c", "e c", "ap jesus christ":
		return of(ad, 0)
	case "midi":
		return of(noon, 0)
	case "minuit":
		return of(midnight, 0)
	case "matin":
		return of(morning, dayMorning)
	case "soir", "apres midi", "l apres midi":
		return of(morning, dayEvening)
	case "nuit":
		return of(morning, dayNight)
	case "h", "heures", "heure", "hres":
		return of(hour, 0)
	case "min", "minutes", "mn":
		return of(minute, 0)
	case "er", "re", "ere", "e", "eme", "nde", "me":
		return of(suffix, suffixOrdinal)
	case "le", "la", "les", "l", "de", "d", "en", "an", "annee", "l an", "l annee", "dans", "dans les", "mois":
		return of(filler, 0)
	case "premier", "premiere":
		return of(ordinal, 1)
	case "deuxieme", "seconde":
		return of(ordinal, 2)
	case "troisieme":
		return of(ordinal, 3)
	case "quatrieme":
		return of(ordinal, 4)
	case "cinquieme":
		return of(ordinal, 5)
	case "sixieme":
		return of(ordinal, 6)
	case "septieme":
		return of(ordinal, 7)
	case "huitieme":
		return of(ordinal, 8)
	case "neuvieme":
		return of(ordinal, 9)
	case "dixieme":
		return of(ordinal, 10)
	case "onzieme":
		return of(ordinal, 11)
	case "douzieme":
		return of(ordinal, 12)
	case "treizieme":
		return of(ordinal, 13)
	case "quatorzieme":
		return of(ordinal, 14)
	case "quinzieme":
		return of(ordinal, 15)
	case "seizieme":
		return of(ordinal, 16)
	case "dix septieme":
		return of(ordinal, 17)
	case "dix huitieme":
		return of(ordinal, 18)
	case "dix neuvieme":
		return of(ordinal, 19)
	case "vingtieme":
		return of(ordinal, 20)
	case "vingt et unieme":
		return of(ordinal, 21)
	case "semaine", "semaines":
		return of(week, 0)
	case "vingt":
		return of(decadeName, needsDecade+20)
	case "trente":
		return of(decadeName, needsDecade+30)
	case "quarante":
		return of(decadeName, needsDecade+40)
	case "cinquante":
		return of(decadeName, needsDecade+50)
	case "soixante":
		return of(decadeName, needsDecade+60)
	case "soixante dix", "septante":
		return of(decadeName, needsDecade+70)
	case "quatre vingt", "quatre vingts", "huitante":
		return of(decadeName, needsDecade+80)
	case "quatre vingt dix", "nonante":
		return of(decadeName, needsDecade+90)
	case "sans date", "s d", "inconnu", "inconnue", "date inconnue", "non date", "non datee":
		return of(noDate, 0)
	case "ancien style", "vieux style", "calendrier julien", "julien":
		return of(oldStyle, 0)
	case "nouveau style", "calendrier gregorien", "gregorien":
		return of(newStyle, 0)
	}
	return meaning{}
}
