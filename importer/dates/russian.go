package dates

// russianWord is what a Russian word means in a date.
func russianWord(w string) meaning {
	switch w {
	case "январь", "января", "январе", "янв", "январем":
		return of(month, 1)
	case "февраль", "февраля", "феврале", "февр", "фев", "февралем":
		return of(month, 2)
	case "март", "марта", "марте", "мар", "мартом":
		return of(month, 3)
	case "апрель", "апреля", "апреле", "апр", "апрелем":
		return of(month, 4)
	case "май", "мая", "мае", "маем":
		return of(month, 5)
	case "июнь", "июня", "июне", "июн", "июнем":
		return of(month, 6)
	case "июль", "июля", "июле", "июл", "июлем":
		return of(month, 7)
	case "август", "августа", "августе", "авг", "августом":
		return of(month, 8)
	case "сентябрь", "сентября", "сентябре", "сент", "сен", "сентябрем":
		return of(month, 9)
	case "октябрь", "октября", "октябре", "окт", "октябрем":
		return of(month, 10)
	case "ноябрь", "ноября", "ноябре", "нояб", "ноя", "ноябрем":
		return of(month, 11)
	case "декабрь", "декабря", "декабре", "дек", "декабрем":
		return of(month, 12)
	case "понедельник", "пн":
		return of(weekday, 1)
	case "вторник", "вт":
		return of(weekday, 2)
	case "среда", "среду", "ср":
		return of(weekday, 3)
	case "четверг", "чт":
		return of(weekday, 4)
	case "пятница", "пятницу", "пт":
		return of(weekday, 5)
	case "суббота", "субботу", "сб":
		return of(weekday, 6)
	case "воскресенье", "вс":
		return of(weekday, 7)
	case "весна", "весной", "весны", "весну":
		return of(season, 1)
	case "лето", "летом", "лета":
		return of(season, 2)
	case "осень", "осенью", "осени":
		return of(season, 3)
	case "зима", "зимой", "зимы", "зиму":
		return of(season, 4)
	case "век", "века", "веке", "вв", "столетие", "столетия", "столетии", "веков", "веком":
		return of(century, 0)
	case "в":
		return of(fillerOrCentury, 0)
	case "десятилетие", "десятилетия":
		return of(decade, 0)
	case "годы", "годов", "годах", "гг":
		return of(decade, 1)
	case "тысячелетие", "тысячелетия", "тыс", "тысячелетии":
		return of(millennium, 0)
	case "квартал", "квартала", "четверть", "кв":
		return of(quarter, 0)
	case "полугодие", "полугодия", "половина", "половине", "половины", "пол":
		return of(half, 0)
	case "начало", "начале", "начала", "середина", "середине", "середины", "конец", "конце", "конца", "ранний", "поздний", "рубеж", "треть", "на рубеже", "кон", "нач":
		return of(part, 0)
	case "около", "примерно", "приблизительно", "ок", "прим", "порядка", "приблиз":
		return of(about, 0)
	case "возможно", "вероятно", "предположительно", "неточно", "видимо", "предп", "предпол":
		return of(maybe, 0)
	case "до":
		return of(to, toBefore)
	case "ранее", "раньше", "прежде", "перед":
		return of(before, 0)
	case "после", "позднее", "позже":
		return of(after, 0)
	case "или позднее", "или позже", "не ранее", "не раньше":
		return of(notBefore, 0)
	case "или ранее", "или раньше", "не позднее", "не позже":
		return of(notAfter, 0)
	case "сер":
		return of(partOrMonth, 8)
	case "на":
		return of(to, toUntil)
	case "по":
		return of(to, toUntil)
	case "с", "со":
		return of(sinceOrSeconds, 0)
	case "от", "начиная с":
		return of(since, 0)
	case "между":
		return of(between, 0)
	case "и":
		return of(and, 0)
	case "или":
		return of(or, 0)
	case "настоящее время", "по настоящее время", "наше время", "по наше время", "наст время", "по наст время", "н в", "по н в", "наших дней", "до наших дней", "наши дни", "по наши дни", "сегодня", "по сей день", "по сегодняшний день", "настоящего времени", "до настоящего времени", "до сих пор", "по нынешнее время", "нынешнее время", "сейчас":
		return of(present, 0)
	case "до н э", "до нашей эры", "до рождества христова", "до р х", "до нэ", "до новой эры":
		return of(bc, 0)
	case "н э", "нашей эры", "от рождества христова", "от р х", "по р х", "новой эры":
		return of(ad, 0)
	case "полдень", "в полдень":
		return of(noon, 0)
	case "полночь", "в полночь":
		return of(midnight, 0)
	case "утром":
		return of(morning, dayMorning)
	case "вечером", "днем":
		return of(morning, dayEvening)
	case "ночью", "ночи", "ночь", "в ночь":
		return of(morning, dayNight)
	case "ч", "час", "часов", "часа":
		return of(hour, 0)
	case "мин", "минут", "минуты", "минута":
		return of(minute, 0)
	case "сек":
		return of(second, 0)
	case "утра":
		return of(am, 0)
	case "вечера", "дня":
		return of(pm, 0)
	case "й", "го", "я", "ого", "ое", "ом", "му", "ой":
		return of(suffix, suffixOrdinal)
	case "е", "х", "ые", "ых":
		return of(suffix, suffixEither)
	case "г", "год", "года", "году", "во", "числа", "месяц", "период", "годом":
		return of(filler, 0)
	case "первая", "первый", "первой", "первого", "первое":
		return of(ordinal, 1)
	case "вторая", "второй", "второго", "второе":
		return of(ordinal, 2)
	case "третий", "третьего", "третья", "третьей":
		return of(ordinal, 3)
	case "четвертый", "четвертого", "четвертая":
		return of(ordinal, 4)
	case "пятый", "пятого":
		return of(ordinal, 5)
	case "шестой", "шестого":
		return of(ordinal, 6)
	case "седьмой", "седьмого":
		return of(ordinal, 7)
	case "восьмой", "восьмого":
		return of(ordinal, 8)
	case "девятый", "девятого":
		return of(ordinal, 9)
	case "десятый", "десятого":
		return of(ordinal, 10)
	case "одиннадцатый", "одиннадцатого":
		return of(ordinal, 11)
	case "двенадцатый", "двенадцатого":
		return of(ordinal, 12)
	case "тринадцатый", "тринадцатого":
		return of(ordinal, 13)
	case "четырнадцатый", "четырнадцатого":
		return of(ordinal, 14)
	case "пятнадцатый", "пятнадцатого":
		return of(ordinal, 15)
	case "шестнадцатый", "шестнадцатого":
		return of(ordinal, 16)
	case "семнадцатый", "семнадцатого":
		return of(ordinal, 17)
	case "восемнадцатый", "восемнадцатого":
		return of(ordinal, 18)
	case "девятнадцатый", "девятнадцатого":
		return of(ordinal, 19)
	case "двадцатый", "двадцатого":
		return of(ordinal, 20)
	case "двадцать первый", "двадцать первого":
		return of(ordinal, 21)
	case "неделя", "неделе", "недели", "нед":
		return of(week, 0)
	case "двадцатые", "двадцатых":
		return of(decadeName, 20)
	case "тридцатые", "тридцатых":
		return of(decadeName, 30)
	case "сороковые", "сороковых":
		return of(decadeName, 40)
	case "пятидесятые", "пятидесятых":
		return of(decadeName, 50)
	case "шестидесятые", "шестидесятых":
		return of(decadeName, 60)
	case "семидесятые", "семидесятых":
		return of(decadeName, 70)
	case "восьмидесятые", "восьмидесятых":
		return of(decadeName, 80)
	case "девяностые", "девяностых":
		return of(decadeName, 90)
	case "без даты", "б д", "б г", "без года", "неизвестно", "неизвестна", "дата неизвестна", "неизв", "неизвестная дата", "н д", "не датировано", "без датировки":
		return of(noDate, 0)
	case "ст ст", "ст стиля", "ст стилю", "старого стиля", "старому стилю", "по старому стилю", "по ст ст", "по ст стилю", "юлианский", "по юлианскому календарю":
		return of(oldStyle, 0)
	case "н ст", "нов ст", "нов стиля", "нов стилю", "нового стиля", "новому стилю", "по новому стилю", "по н ст", "по н стилю", "по нов стилю", "григорианский", "по григорианскому календарю":
		return of(newStyle, 0)
	}
	return meaning{}
}
