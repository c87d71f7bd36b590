package dates

// arabicWord is what an Arabic word means in a date. The months are those of
// Egypt and the Gulf, of the Levant and Iraq, and of the Maghreb.
func arabicWord(w string) meaning {
	switch w {
	case "ینایر", "کانون الثانی", "جانفی":
		return of(month, 1)
	case "فبرایر", "شباط", "فیفری":
		return of(month, 2)
	case "مارس", "اذار":
		return of(month, 3)
	case "ابریل", "نیسان", "افریل":
		return of(month, 4)
	case "مایو", "ایار", "مای":
		return of(month, 5)
	case "یونیو", "یونیه", "حزیران", "جوان":
		return of(month, 6)
	case "یولیو", "یولیه", "تموز", "جویلیه", "یولیوز":
		return of(month, 7)
	case "اغسطس", "اب", "اوت", "غشت":
		return of(month, 8)
	case "سبتمبر", "ایلول", "شتنبر":
		return of(month, 9)
	case "اکتوبر", "تشرین الاول":
		return of(month, 10)
	case "نوفمبر", "تشرین الثانی", "نونبر":
		return of(month, 11)
	case "دیسمبر", "کانون الاول", "دجنبر":
		return of(month, 12)
	case "الاثنین":
		return of(weekday, 1)
	case "الثلاثاء":
		return of(weekday, 2)
	case "الاربعاء":
		return of(weekday, 3)
	case "الخمیس":
		return of(weekday, 4)
	case "الجمعه":
		return of(weekday, 5)
	case "السبت":
		return of(weekday, 6)
	case "الاحد":
		return of(weekday, 7)
	case "ربیع", "الربیع":
		return of(season, 1)
	case "صیف", "الصیف":
		return of(season, 2)
	case "خریف", "الخریف":
		return of(season, 3)
	case "شتاء", "الشتاء":
		return of(season, 4)
	case "القرن", "قرن":
		return of(century, 0)
	case "عقد", "العقد":
		return of(decade, 0)
	case "الالفیه", "الالف", "الفیه":
		return of(millennium, 0)
	case "الربع":
		return of(quarter, 0)
	case "النصف":
		return of(half, 0)
	case "اوایل", "بدایه", "منتصف", "اواسط", "اواخر", "نهایه", "مطلع", "مستهل", "اخر", "اول":
		return of(part, 0)
	case "حوالی", "نحو", "تقریبا", "قرابه", "زهاء":
		return of(about, 0)
	case "ربما", "غیر موکد", "علی الارجح", "لعله":
		return of(maybe, 0)
	case "قبل":
		return of(before, 0)
	case "بعد":
		return of(after, 0)
	case "او بعد ذلک", "لیس قبل":
		return of(notBefore, 0)
	case "او قبل ذلک", "لیس بعد":
		return of(notAfter, 0)
	case "حتی", "الی", "لغایه", "حتی عام", "الی عام":
		return of(to, toUntil)
	case "منذ", "ابتداء من", "بدءا من", "منذ عام", "من عام":
		return of(since, 0)
	case "من":
		return of(sinceOrFiller, 0)
	case "بین", "ما بین", "بین عامی":
		return of(between, 0)
	case "و":
		return of(and, 0)
	case "او":
		return of(or, 0)
	case "الان", "حتی الان", "الحاضر", "الیوم", "حتی الیوم", "الوقت الحاضر", "الی الیوم", "حتی الوقت الحاضر", "مستمر", "الی الان", "حتی یومنا هذا", "یومنا هذا", "الی یومنا هذا", "حتی الحاضر":
		return of(present, 0)
	case "ق م", "قبل المیلاد", "قم":
		return of(bc, 0)
	case "م":
		return of(adOrPM, 0)
	case "میلادی", "میلادیه", "بعد المیلاد", "للمیلاد", "ب م", "المیلادی", "میلادیا":
		return of(ad, 0)
	case "ه", "هجری", "هجریه", "للهجره", "الهجری":
		return of(lunarEra, 0)
	case "ص", "صباحا":
		return of(am, 0)
	case "مساء", "ظهرا", "عصرا":
		return of(pm, 0)
	case "منتصف اللیل":
		return of(midnight, 0)
	case "الساعه", "ساعه":
		return of(clock, 0)
	case "بتوقیت غرینتش", "غرینتش", "توقیت غرینتش":
		return of(zone, 0)
	case "عام", "سنه", "فی", "یوم", "العام", "شهر", "ال", "للعام", "السنه", "سنوات", "اعوام":
		return of(filler, 0)
	case "الاسبوع", "اسبوع":
		return of(week, 0)
	case "بدون تاریخ", "غیر معروف", "مجهول", "غیر مورخ", "د ت", "تاریخ غیر معروف", "بلا تاریخ":
		return of(noDate, 0)
	case "التقویم الیولیانی", "یولیانی":
		return of(oldStyle, 0)
	case "التقویم الغریغوری", "غریغوری":
		return of(newStyle, 0)
	}
	return arabicOrdinal(w)
}

// arabicOrdinal reads the ordinals with which centuries are counted.
func arabicOrdinal(w string) meaning {
	switch w {
	case "الاول", "الاولی":
		return of(ordinal, 1)
	case "الثانی", "الثانیه":
		return of(ordinal, 2)
	case "الثالث", "الثالثه":
		return of(ordinal, 3)
	case "الرابع", "الرابعه":
		return of(ordinal, 4)
	case "الخامس", "الخامسه":
		return of(ordinal, 5)
	case "السادس", "السادسه":
		return of(ordinal, 6)
	case "السابع", "السابعه":
		return of(ordinal, 7)
	case "الثامن", "الثامنه":
		return of(ordinal, 8)
	case "التاسع", "التاسعه":
		return of(ordinal, 9)
	case "العاشر", "العاشره":
		return of(ordinal, 10)
	case "الحادی عشر":
		return of(ordinal, 11)
	case "الثانی عشر":
		return of(ordinal, 12)
	case "الثالث عشر":
		return of(ordinal, 13)
	case "الرابع عشر":
		return of(ordinal, 14)
	case "الخامس عشر":
		return of(ordinal, 15)
	case "السادس عشر":
		return of(ordinal, 16)
	case "السابع عشر":
		return of(ordinal, 17)
	case "الثامن عشر":
		return of(ordinal, 18)
	case "التاسع عشر":
		return of(ordinal, 19)
	case "العشرین", "العشرون":
		return of(ordinal, 20)
	case "الحادی والعشرین", "الحادی والعشرون":
		return of(ordinal, 21)
	}
	return meaning{}
}
