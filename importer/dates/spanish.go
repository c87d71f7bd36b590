package dates

// spanishWord is what a Spanish word means in a date.
func spanishWord(w string) meaning {
	switch w {
	case "enero", "ene":
		return of(month, 1)
	case "febrero", "feb", "febr":
		return of(month, 2)
	case "marzo", "mzo":
		return of(month, 3)
	case "mar":
		return of(monthOrWeekday, 2)
	case "abril", "abr":
		return of(month, 4)
	case "mayo", "may":
		return of(month, 5)
	case "junio", "jun":
		return of(month, 6)
	case "julio", "jul":
		return of(month, 7)
	case "agosto", "ago", "agto":
		return of(month, 8)
	case "septiembre", "setiembre", "sept", "sep", "set":
		return of(month, 9)
	case "octubre", "oct":
		return of(month, 10)
	case "noviembre", "nov":
		return of(month, 11)
	case "diciembre", "dic":
		return of(month, 12)
	case "lunes", "lun":
		return of(weekday, 1)
	case "martes":
		return of(weekday, 2)
	case "miercoles", "mie":
		return of(weekday, 3)
	case "jueves", "jue":
		return of(weekday, 4)
	case "viernes", "vie":
		return of(weekday, 5)
	case "sabado", "sab":
		return of(weekday, 6)
	case "domingo", "dom":
		return of(weekday, 7)
	case "primavera":
		return of(season, 1)
	case "verano":
		return of(season, 2)
	case "otono":
		return of(season, 3)
	case "invierno":
		return of(season, 4)
	case "siglo", "siglos", "sig":
		return of(century, 0)
	case "s":
		return of(fillerOrCentury, 0)
	case "decada", "decenio":
		return of(decade, 0)
	case "anos", "los anos":
		return of(decade, 1)
	case "milenio":
		return of(millennium, 0)
	case "trimestre", "cuarto", "trim", "t":
		return of(quarter, 0)
	case "semestre", "mitad":
		return of(half, 0)
	case "principios", "comienzos", "inicios", "mediados", "finales", "fines", "fin", "a principios", "a mediados", "a finales", "a fines", "a comienzos", "principio", "final", "inicio", "a inicios":
		return of(part, 0)
	case "aproximadamente", "aprox", "alrededor", "alrededor de", "hacia", "circa", "cerca de", "en torno a", "ca", "sobre", "hacia el ano":
		return of(about, 0)
	case "quizas", "quiza", "probablemente", "posiblemente", "incierto", "incierta", "dudoso", "tal vez", "probable":
		return of(maybe, 0)
	case "antes de", "antes del", "antes", "previo a":
		return of(before, 0)
	case "despues de", "despues del", "tras", "despues", "posterior a":
		return of(after, 0)
	case "o despues", "o mas tarde", "no antes de", "o posterior":
		return of(notBefore, 0)
	case "o antes", "o anterior", "no despues de":
		return of(notAfter, 0)
	case "hasta", "hasta el", "hasta el ano":
		return of(to, toUntil)
	case "al":
		return of(to, toUntil)
	case "a":
		return of(fillerOrTo, 0)
	case "desde", "desde el", "a partir de", "a partir del", "desde el ano":
		return of(since, 0)
	case "entre":
		return of(between, 0)
	case "y", "e":
		return of(and, 0)
	case "o":
		return of(or, 0)
	case "actualidad", "la actualidad", "hoy", "presente", "el presente", "hasta la actualidad", "hasta hoy", "a la actualidad", "hasta la fecha", "hasta el presente", "en curso", "actual", "hasta ahora", "al presente", "ahora", "actualmente", "a la fecha":
		return of(present, 0)
	case "a c", "antes de cristo", "a de c", "a e c", "ac", "antes de nuestra era", "a n e", "antes de j c", "a j c", "aec":
		return of(bc, 0)
	case "d c", "despues de cristo", "d de c", "de nuestra era", "e c", "dc", "n e", "d n e":
		return of(ad, 0)
	case "mediodia":
		return of(noon, 0)
	case "medianoche":
		return of(midnight, 0)
	case "manana", "madrugada":
		return of(morning, dayMorning)
	case "tarde":
		return of(morning, dayEvening)
	case "noche":
		return of(morning, dayNight)
	case "h", "hs", "hrs", "horas", "hora":
		return of(hour, 0)
	case "am", "a m":
		return of(am, 0)
	case "pm", "p m":
		return of(pm, 0)
	case "a las", "a la", "a los":
		return of(clock, 0)
	case "ro", "ero", "er", "era", "do", "to", "mo", "vo", "no":
		return of(suffix, suffixOrdinal)
	case "en", "de", "del", "el", "la", "los", "las", "ano", "mes", "dia", "en el", "de los", "el ano", "en los", "del ano", "de la":
		return of(filler, 0)
	case "primer", "primero", "primera":
		return of(ordinal, 1)
	case "segundo", "segunda":
		return of(ordinal, 2)
	case "tercer", "tercero", "tercera":
		return of(ordinal, 3)
	case "semana", "semanas":
		return of(week, 0)
	case "veinte":
		return of(decadeName, needsDecade+20)
	case "treinta":
		return of(decadeName, needsDecade+30)
	case "cuarenta":
		return of(decadeName, needsDecade+40)
	case "cincuenta":
		return of(decadeName, needsDecade+50)
	case "sesenta":
		return of(decadeName, needsDecade+60)
	case "setenta":
		return of(decadeName, needsDecade+70)
	case "ochenta":
		return of(decadeName, needsDecade+80)
	case "noventa":
		return of(decadeName, needsDecade+90)
	case "sin fecha", "s f", "desconocido", "desconocida", "fecha desconocida", "se desconoce":
		return of(noDate, 0)
	case "calendario juliano", "juliano", "estilo antiguo":
		return of(oldStyle, 0)
	case "calendario gregoriano", "gregoriano", "estilo nuevo":
		return of(newStyle, 0)
	}
	return meaning{}
}
