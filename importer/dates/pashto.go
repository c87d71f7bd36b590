package dates

// pashtoWord is what a Pashto word means in a date.
func pashtoWord(w string) meaning {
	switch w {
	case "جنوری":
		return of(month, 1)
	case "فبروری":
		return of(month, 2)
	case "مارچ":
		return of(month, 3)
	case "اپریل":
		return of(month, 4)
	case "می":
		return of(month, 5)
	case "جون":
		return of(month, 6)
	case "جولای":
		return of(month, 7)
	case "اگست":
		return of(month, 8)
	case "سیپتمبر", "سپتمبر":
		return of(month, 9)
	case "اکتوبر":
		return of(month, 10)
	case "نومبر":
		return of(month, 11)
	case "دسمبر":
		return of(month, 12)
	case "وری", "وریه":
		return of(solarMonth, 1)
	case "غویی", "غوایی":
		return of(solarMonth, 2)
	case "غبرگولی":
		return of(solarMonth, 3)
	case "چنگاښ":
		return of(solarMonth, 4)
	case "زمری":
		return of(solarMonth, 5)
	case "وږی":
		return of(solarMonth, 6)
	case "تله", "تلی":
		return of(solarMonth, 7)
	case "لړم":
		return of(solarMonth, 8)
	case "لیندی":
		return of(solarMonth, 9)
	case "مرغومی":
		return of(solarMonth, 10)
	case "سلواغه", "سلواغی":
		return of(solarMonth, 11)
	case "کب":
		return of(solarMonth, 12)
	case "دوشنبه":
		return of(weekday, 1)
	case "سه شنبه":
		return of(weekday, 2)
	case "چارشنبه":
		return of(weekday, 3)
	case "پنجشنبه":
		return of(weekday, 4)
	case "جمعه":
		return of(weekday, 5)
	case "شنبه":
		return of(weekday, 6)
	case "یکشنبه":
		return of(weekday, 7)
	case "پسرلی":
		return of(season, 1)
	case "اوړی":
		return of(season, 2)
	case "منی":
		return of(season, 3)
	case "ژمی":
		return of(season, 4)
	case "پیړی":
		return of(century, 0)
	case "لسیزه", "لسیزی":
		return of(decade, 0)
	case "زریزه":
		return of(millennium, 0)
	case "ربعه":
		return of(quarter, 0)
	case "نیمایی":
		return of(half, 0)
	case "پیل", "منځ", "پای", "لومړیو", "وروستیو":
		return of(part, 0)
	case "شاوخوا", "نږدی", "تقریبا":
		return of(about, 0)
	case "ښایی", "کیدای شی", "یقینی نه ده", "احتمالا":
		return of(maybe, 0)
	case "وړاندی", "مخکی", "دمخه":
		return of(before, 0)
	case "وروسته":
		return of(after, 0)
	case "یا تر دی وروسته":
		return of(notBefore, 0)
	case "یا تر دی وړاندی":
		return of(notAfter, 0)
	case "پوری":
		return of(until, 0)
	case "تر":
		return of(to, toUntil)
	case "له", "راهیسی":
		return of(since, 0)
	case "ترمنځ", "تر منځ":
		return of(between, 0)
	case "او":
		return of(and, 0)
	case "یا":
		return of(or, 0)
	case "اوسه", "تر اوسه", "اوس", "تر اوسه پوری", "نن", "تر نن پوری", "دوام لری", "تر ننه پوری":
		return of(present, 0)
	case "له میلاد وړاندی", "له میلاد څخه وړاندی", "له میلاده وړاندی", "له میلاد مخکی", "مخ زیږد", "ق م", "له زیږد وړاندی":
		return of(bc, 0)
	case "م", "میلادی", "زیږدیز", "ز", "میلادی کال":
		return of(ad, 0)
	case "لمریز", "ل", "هجری لمریز", "لمریز کال", "هجری شمسی":
		return of(solarEra, 0)
	case "سپوږمیز", "هجری قمری":
		return of(lunarEra, 0)
	case "سهار":
		return of(am, 0)
	case "ماښام", "غرمی":
		return of(pm, 0)
	case "غرمه":
		return of(noon, 0)
	case "نیمه شپه":
		return of(midnight, 0)
	case "بجی", "بجو":
		return of(hour, 0)
	case "مه", "می نیټی", "می نیټه", "ام":
		return of(suffix, suffixOrdinal)
	case "د", "کال", "په", "کی", "څخه", "نه", "ورځ", "میاشت", "میاشتی", "کلونو", "کال د", "نیټه", "کلونه":
		return of(filler, 0)
	case "اونی", "اوونی":
		return of(week, 0)
	case "بی نیټی", "نامعلوم", "نامعلومه", "نیټه نامعلومه":
		return of(noDate, 0)
	}
	return meaning{}
}
