package dates

// norwegianWord is what a Norwegian word means in a date.
func norwegianWord(w string) meaning {
	switch w {
	case "januar", "jan":
		return of(month, 1)
	case "februar", "feb", "febr":
		return of(month, 2)
	case "mars":
		return of(month, 3)
	case "mar":
		return of(monthOrWeekday, 2)
	case "april", "apr":
		return of(month, 4)
	case "mai":
		return of(month, 5)
	case "juni", "jun":
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
	case "desember":
		return of(month, 12)
	case "des":
		return of(fillerOrMonth, 12)
	case "mandag", "man":
		return of(weekday, 1)
	case "tirsdag", "tir", "tirs":
		return of(weekday, 2)
	case "onsdag", "ons":
		return of(weekday, 3)
	case "torsdag", "tor", "tors":
		return of(weekday, 4)
	case "fredag", "fre":
		return of(weekday, 5)
	case "lordag", "lor":
		return of(weekday, 6)
	case "sondag", "son":
		return of(weekday, 7)
	case "var", "varen":
		return of(season, 1)
	case "sommer", "sommeren":
		return of(season, 2)
	case "host", "hosten":
		return of(season, 3)
	case "vinter", "vinteren":
		return of(season, 4)
	case "arhundre", "arhundret", "arh", "hundrear", "hundrearet":
		return of(century, 0)
	case "tiar", "tiaret":
		return of(decade, 0)
	case "artusen", "artusenet":
		return of(millennium, 0)
	case "kvartal", "kvart":
		return of(quarter, 0)
	case "halvar", "halvdel", "halvdelen":
		return of(half, 0)
	case "tidlig", "midten", "midt", "slutten", "sent", "begynnelsen", "starten", "medio", "primo", "ultimo", "sein", "seint", "utgangen":
		return of(part, 0)
	case "omkring", "rundt", "ca", "cirka", "circa", "omtrent", "om lag":
		return of(about, 0)
	case "kanskje", "trolig", "sannsynligvis", "usikkert", "usikker", "muligens", "antakelig", "antagelig":
		return of(maybe, 0)
	case "for":
		return of(before, 0)
	case "etter":
		return of(after, 0)
	case "eller senere", "eller etter", "tidligst":
		return of(notBefore, 0)
	case "eller tidligere", "eller for", "senest":
		return of(notAfter, 0)
	case "til", "til og med", "t o m", "tom", "fram til", "frem til", "inntil":
		return of(to, toUntil)
	case "siden", "fra", "fra og med", "f o m", "fom":
		return of(since, 0)
	case "mellom":
		return of(between, 0)
	case "og":
		return of(and, 0)
	case "eller":
		return of(or, 0)
	case "i dag", "na", "idag", "til i dag", "fram til i dag", "natid", "natiden", "pagaende", "til na", "frem til i dag", "dags dato", "til dags dato", "pagar":
		return of(present, 0)
	case "f kr", "fkr", "for kristus", "f v t", "fvt", "for var tidsregning", "for kristi fodsel":
		return of(bc, 0)
	case "e kr", "ekr", "etter kristus", "e v t", "evt", "var tidsregning", "etter kristi fodsel":
		return of(ad, 0)
	case "midnatt":
		return of(midnight, 0)
	case "om morgenen", "morgen", "formiddag", "om formiddagen":
		return of(morning, dayMorning)
	case "kveld", "om kvelden", "ettermiddag", "om ettermiddagen":
		return of(morning, dayEvening)
	case "natt", "om natten":
		return of(morning, dayNight)
	case "kl", "klokka", "klokken":
		return of(clock, 0)
	case "tallet":
		return of(suffix, suffixTallet)
	case "arene", "ara", "ars":
		return of(suffix, suffixDecade)
	case "den", "i", "pa", "av", "ar", "aret", "det", "maned", "dag", "de":
		return of(filler, 0)
	case "forste":
		return of(ordinal, 1)
	case "andre":
		return of(ordinal, 2)
	case "tredje":
		return of(ordinal, 3)
	case "fjerde":
		return of(ordinal, 4)
	case "uke", "uka", "uken", "veke", "veka":
		return of(week, 0)
	case "tjuetallet", "tyvetallet":
		return of(decadeName, 20)
	case "trettitallet", "tredvetallet":
		return of(decadeName, 30)
	case "fortitallet":
		return of(decadeName, 40)
	case "femtitallet":
		return of(decadeName, 50)
	case "sekstitallet":
		return of(decadeName, 60)
	case "syttitallet":
		return of(decadeName, 70)
	case "attitallet":
		return of(decadeName, 80)
	case "nittitallet":
		return of(decadeName, 90)
	case "udatert", "ukjent", "uten dato", "u d", "u a", "uten ar", "ukjent dato", "dato ukjent", "utan dato":
		return of(noDate, 0)
	case "gammel stil", "juliansk", "juliansk kalender", "den julianske kalenderen":
		return of(oldStyle, 0)
	case "ny stil", "gregoriansk", "gregoriansk kalender", "den gregorianske kalenderen":
		return of(newStyle, 0)
	}
	return meaning{}
}
