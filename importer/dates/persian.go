package dates

// persianWord is what a word of Persian, Dari among it, means in a date. Months of
// the Solar Hijri calendar have Persian names in Iran and those of the zodiac in
// Afghanistan.
func persianWord(w string) meaning {
	if m := persianMonth(w); m.kind != unknown {
		return m
	}
	switch w {
	case "دوشنبه", "دو شنبه":
		return of(weekday, 1)
	case "سه شنبه", "سهشنبه", "سشنبه":
		return of(weekday, 2)
	case "چهارشنبه", "چهار شنبه":
		return of(weekday, 3)
	case "پنجشنبه", "پنج شنبه":
		return of(weekday, 4)
	case "جمعه":
		return of(weekday, 5)
	case "شنبه":
		return of(weekday, 6)
	case "یکشنبه", "یک شنبه":
		return of(weekday, 7)
	case "بهار":
		return of(season, 1)
	case "تابستان":
		return of(season, 2)
	case "پاییز", "خزان":
		return of(season, 3)
	case "زمستان":
		return of(season, 4)
	case "قرن", "سده":
		return of(century, 0)
	case "دهه", "دههی":
		return of(decade, 0)
	case "هزاره":
		return of(millennium, 0)
	case "ربع", "فصل":
		return of(quarter, 0)
	case "نیمه", "نیم":
		return of(half, 0)
	case "اوایل", "اواسط", "اواخر", "اغاز", "پایان", "ابتدای", "انتهای", "میانه", "شروع", "اخر", "اول":
		return of(part, 0)
	case "حدود", "حدودا", "تقریبا", "در حدود", "حوالی", "نزدیک به":
		return of(about, 0)
	case "شاید", "احتمالا", "غیرقطعی", "نامشخص", "غیر قطعی", "گویا":
		return of(maybe, 0)
	case "پیش از", "قبل از", "پیش", "قبل":
		return of(before, 0)
	case "پس از", "بعد از":
		return of(after, 0)
	case "یا پس از ان", "یا بعد از ان", "یا بعد":
		return of(notBefore, 0)
	case "یا پیش از ان", "یا قبل از ان", "یا قبل":
		return of(notAfter, 0)
	case "تا", "الی", "تا سال":
		return of(to, toUntil)
	case "از", "از سال":
		return of(since, 0)
	case "بین", "میان":
		return of(between, 0)
	case "و":
		return of(and, 0)
	case "یا":
		return of(or, 0)
	case "تاکنون", "تا کنون", "اکنون", "تا اکنون", "امروز", "تا امروز", "به امروز", "حال حاضر", "تا حال حاضر", "حال", "تا حال", "به این سو", "بدین سو":
		return of(present, 0)
	case "ق م", "قبل از میلاد", "پیش از میلاد", "پ م", "قم", "پ ز", "پیش از زایش":
		return of(bc, 0)
	case "م", "میلادی", "پس از میلاد", "بعد از میلاد", "ب م", "عیسوی":
		return of(ad, 0)
	case "ش", "ه ش", "هش", "هجری شمسی", "شمسی", "خورشیدی", "هجری خورشیدی", "ه خ", "هجری ش":
		return of(solarEra, 0)
	case "ق", "ه ق", "هق", "هجری قمری", "قمری":
		return of(lunarEra, 0)
	case "ق ظ", "صبح", "قبل از ظهر", "پیش از ظهر", "بامداد":
		return of(am, 0)
	case "ب ظ", "عصر", "بعد از ظهر", "بعدازظهر", "شب":
		return of(pm, 0)
	case "ظهر":
		return of(noon, 0)
	case "نیمه شب", "نیمهشب":
		return of(midnight, 0)
	case "ساعت":
		return of(clock, 0)
	case "سال", "در", "روز", "ماه", "سالهای", "سال های", "در سال", "مورخ", "به تاریخ", "تاریخ", "سنه":
		return of(filler, 0)
	case "ام":
		return of(suffix, suffixOrdinal)
	case "هفته":
		return of(week, 0)
	case "بدون تاریخ", "بی تا", "بیتا", "ناشناخته", "تاریخ نامعلوم", "نامعلوم":
		return of(noDate, 0)
	case "ژولینی", "تقویم ژولینی":
		return of(oldStyle, 0)
	case "گریگوری", "تقویم گریگوری":
		return of(newStyle, 0)
	}
	return persianOrdinal(w)
}

func persianMonth(w string) meaning {
	switch w {
	case "ژانویه", "جنوری":
		return of(month, 1)
	case "فوریه", "فبروری":
		return of(month, 2)
	case "مارس", "مارچ":
		return of(month, 3)
	case "اوریل", "اپریل":
		return of(month, 4)
	case "مه", "می":
		return of(month, 5)
	case "ژوین", "جون", "ژون":
		return of(month, 6)
	case "ژوییه", "جولای", "جولایی":
		return of(month, 7)
	case "اوت", "اگست", "اگوست":
		return of(month, 8)
	case "سپتامبر", "سپتمبر":
		return of(month, 9)
	case "اکتبر", "اکتوبر":
		return of(month, 10)
	case "نوامبر", "نومبر":
		return of(month, 11)
	case "دسامبر", "دسمبر":
		return of(month, 12)
	case "فروردین", "حمل":
		return of(solarMonth, 1)
	case "اردیبهشت", "ثور":
		return of(solarMonth, 2)
	case "خرداد", "جوزا":
		return of(solarMonth, 3)
	case "تیر", "سرطان":
		return of(solarMonth, 4)
	case "مرداد", "امرداد", "اسد":
		return of(solarMonth, 5)
	case "شهریور", "سنبله":
		return of(solarMonth, 6)
	case "مهر", "میزان":
		return of(solarMonth, 7)
	case "ابان", "عقرب":
		return of(solarMonth, 8)
	case "اذر", "قوس":
		return of(solarMonth, 9)
	case "دی", "جدی":
		return of(solarMonth, 10)
	case "بهمن", "دلو":
		return of(solarMonth, 11)
	case "اسفند", "حوت":
		return of(solarMonth, 12)
	}
	return meaning{}
}

// persianOrdinal reads the ordinals with which centuries are counted.
func persianOrdinal(w string) meaning {
	switch w {
	case "یکم", "نخست", "اولین":
		return of(ordinal, 1)
	case "دوم":
		return of(ordinal, 2)
	case "سوم":
		return of(ordinal, 3)
	case "چهارم":
		return of(ordinal, 4)
	case "پنجم":
		return of(ordinal, 5)
	case "ششم":
		return of(ordinal, 6)
	case "هفتم":
		return of(ordinal, 7)
	case "هشتم":
		return of(ordinal, 8)
	case "نهم":
		return of(ordinal, 9)
	case "دهم":
		return of(ordinal, 10)
	case "یازدهم":
		return of(ordinal, 11)
	case "دوازدهم":
		return of(ordinal, 12)
	case "سیزدهم":
		return of(ordinal, 13)
	case "چهاردهم":
		return of(ordinal, 14)
	case "پانزدهم":
		return of(ordinal, 15)
	case "شانزدهم":
		return of(ordinal, 16)
	case "هفدهم":
		return of(ordinal, 17)
	case "هجدهم", "هژدهم":
		return of(ordinal, 18)
	case "نوزدهم":
		return of(ordinal, 19)
	case "بیستم":
		return of(ordinal, 20)
	case "بیست و یکم":
		return of(ordinal, 21)
	}
	return meaning{}
}
