package dates

// turkishWord is what a Turkish word means in a date.
func turkishWord(w string) meaning {
	switch w {
	case "ocak", "oca":
		return of(month, 1)
	case "subat", "sub":
		return of(month, 2)
	case "mart":
		return of(month, 3)
	case "mar":
		return of(monthOrWeekday, 2)
	case "nisan", "nis":
		return of(month, 4)
	case "mayis", "may":
		return of(month, 5)
	case "haziran", "haz":
		return of(month, 6)
	case "temmuz", "tem":
		return of(month, 7)
	case "agustos", "agu":
		return of(month, 8)
	case "eylul", "eyl":
		return of(month, 9)
	case "ekim", "eki":
		return of(month, 10)
	case "kasim", "kas":
		return of(month, 11)
	case "aralik", "ara":
		return of(month, 12)
	case "pazartesi", "pzt":
		return of(weekday, 1)
	case "sali":
		return of(weekday, 2)
	case "carsamba", "car":
		return of(weekday, 3)
	case "persembe", "per":
		return of(weekday, 4)
	case "cuma", "cum":
		return of(weekday, 5)
	case "cumartesi", "cmt":
		return of(weekday, 6)
	case "pazar", "paz":
		return of(weekday, 7)
	case "ilkbahar", "bahar", "ilkbahari", "bahari", "ilkbaharinda", "baharinda":
		return of(season, 1)
	case "yaz", "yazi", "yazinda":
		return of(season, 2)
	case "sonbahar", "guz", "sonbahari", "guzu", "sonbaharinda":
		return of(season, 3)
	case "kis", "kisi", "kisinda":
		return of(season, 4)
	case "yuzyil", "yy", "yuzyilin", "yuzyilda", "asir", "asrin", "y y", "yuzyili":
		return of(century, 0)
	case "on yil", "onyil":
		return of(decade, 0)
	case "binyil", "bin yil":
		return of(millennium, 0)
	case "ceyrek", "ceyregi":
		return of(quarter, 0)
	case "yari", "yarisi":
		return of(half, 0)
	case "basi", "baslari", "basinda", "ortasi", "ortalari", "ortasinda", "sonu", "sonlari", "sonunda", "baslarinda", "ortalarinda", "sonlarinda", "erken", "gec":
		return of(part, 0)
	case "yaklasik", "civari", "civarinda", "dolaylari", "dolaylarinda", "siralarinda", "takriben", "asagi yukari", "yakl":
		return of(about, 0)
	case "belki", "muhtemelen", "kesin degil", "olasilikla", "belirsiz":
		return of(maybe, 0)
	case "once", "oncesi", "oncesinde", "tarihinden once", "yilindan once":
		return of(before, 0)
	case "sonra", "sonrasi", "sonrasinda", "tarihinden sonra", "yilindan sonra":
		return of(after, 0)
	case "veya sonrasi", "ya da sonrasi", "veya sonra":
		return of(notBefore, 0)
	case "veya oncesi", "ya da oncesi", "veya once":
		return of(notAfter, 0)
	case "kadar", "dek", "degin", "tarihine kadar", "yilina kadar", "e kadar", "a kadar", "ye kadar", "ya kadar":
		return of(until, 0)
	case "beri", "itibaren", "tarihinden itibaren", "yilindan beri", "yilindan itibaren", "tarihinden beri", "den beri", "dan beri", "ten beri", "tan beri", "den itibaren", "dan itibaren", "ten itibaren", "tan itibaren", "baslangic":
		return of(since, 0)
	case "arasinda", "arasi", "yillari arasinda", "tarihleri arasinda":
		return of(between, 0)
	case "ile", "ve":
		return of(and, 0)
	case "ila":
		return of(to, toUntil)
	case "veya", "ya da", "yahut":
		return of(or, 0)
	case "gunumuz", "bugun", "halen", "hala", "gunumuze", "bugune", "gunumuze kadar", "bugune kadar", "simdi", "devam ediyor", "gunumuze dek":
		return of(present, 0)
	case "mo":
		return of(weekdayOrBC, 1)
	case "m o", "milattan once", "i o", "io", "isa dan once":
		return of(bc, 0)
	case "ms", "m s", "milattan sonra", "i s", "isa dan sonra":
		return of(ad, 0)
	case "gece yarisi":
		return of(midnight, 0)
	case "sabah", "sabahi":
		return of(morning, dayMorning)
	case "aksam", "aksami", "ogleden sonra":
		return of(morning, dayEvening)
	case "gece", "gecesi":
		return of(morning, dayNight)
	case "saat", "saati", "saatinde", "saatleri":
		return of(clock, 0)
	case "den", "dan", "ten", "tan":
		return of(suffix, suffixFrom)
	case "de", "da", "te", "ta", "in", "un", "nin", "nun", "i", "u", "e", "a", "ye", "ya", "yi":
		return of(suffix, suffixCase)
	case "ler", "lar", "lerde", "larda", "lerin", "larin", "li", "lu", "inci", "uncu", "leri", "lari", "nci":
		return of(suffix, suffixEither)
	case "yil", "yili", "yilinda", "yillari", "yillar", "yilin", "tarihinde", "ayi", "ayinda", "gunu", "sene", "senesi", "yillarinda", "tarihi", "yilinin", "yillarinin":
		return of(filler, 0)
	case "birinci", "ilk":
		return of(ordinal, 1)
	case "ikinci":
		return of(ordinal, 2)
	case "ucuncu":
		return of(ordinal, 3)
	case "dorduncu":
		return of(ordinal, 4)
	case "hafta", "haftasi", "haftasinda":
		return of(week, 0)
	case "tarihsiz", "bilinmiyor", "tarih bilinmiyor", "tarihi bilinmiyor", "bilinmeyen":
		return of(noDate, 0)
	case "julyen", "julyen takvimi":
		return of(oldStyle, 0)
	case "gregoryen", "gregoryen takvimi":
		return of(newStyle, 0)
	}
	return meaning{}
}
