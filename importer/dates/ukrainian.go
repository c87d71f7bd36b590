package dates

// ukrainianWord is what a Ukrainian word means in a date.
func ukrainianWord(w string) meaning {
	switch w {
	case "січень", "січня", "січні", "січ":
		return of(month, 1)
	case "лютий", "лютого", "лютому", "лют":
		return of(month, 2)
	case "березень", "березня", "березні", "бер":
		return of(month, 3)
	case "квітень", "квітня", "квітні", "квіт", "кві":
		return of(month, 4)
	case "травень", "травня", "травні", "трав", "тра":
		return of(month, 5)
	case "червень", "червня", "червні", "черв", "чер":
		return of(month, 6)
	case "липень", "липня", "липні", "лип":
		return of(month, 7)
	case "серпень", "серпня", "серпні", "серп":
		return of(month, 8)
	case "вересень", "вересня", "вересні", "вер":
		return of(month, 9)
	case "жовтень", "жовтня", "жовтні", "жовт", "жов":
		return of(month, 10)
	case "листопад", "листопада", "листопаді", "лист", "лис":
		return of(month, 11)
	case "грудень", "грудня", "грудні", "груд", "гру":
		return of(month, 12)
	case "понеділок", "пн":
		return of(weekday, 1)
	case "вівторок", "вт":
		return of(weekday, 2)
	case "середа", "середу", "ср":
		return of(weekday, 3)
	case "четвер", "чт":
		return of(weekday, 4)
	case "п ятниця", "п ятницю", "пт":
		return of(weekday, 5)
	case "субота", "суботу", "сб":
		return of(weekday, 6)
	case "неділя", "неділю", "нд":
		return of(weekday, 7)
	case "весна", "навесні", "весни", "весною":
		return of(season, 1)
	case "літо", "влітку", "літа", "улітку":
		return of(season, 2)
	case "осінь", "восени", "осені":
		return of(season, 3)
	case "зима", "взимку", "зими", "узимку":
		return of(season, 4)
	case "століття", "ст", "вік", "віку", "столітті", "сторіччя":
		return of(century, 0)
	case "десятиліття", "десятиріччя":
		return of(decade, 0)
	case "роки", "років", "роках", "рр":
		return of(decade, 1)
	case "тисячоліття", "тис", "тисячолітті":
		return of(millennium, 0)
	case "квартал", "кварталу", "чверть", "кв":
		return of(quarter, 0)
	case "півріччя", "половина", "половині", "половини":
		return of(half, 0)
	case "початок", "початку", "середина", "середині", "середини", "кінець", "кінці", "кінця", "ранній", "пізній", "третина", "кін", "поч":
		return of(part, 0)
	case "близько", "приблизно", "біля", "бл", "орієнтовно", "прибл":
		return of(about, 0)
	case "можливо", "ймовірно", "імовірно", "неточно", "мабуть", "ймов":
		return of(maybe, 0)
	case "до":
		return of(to, toBefore)
	case "раніше", "перед":
		return of(before, 0)
	case "після", "пізніше":
		return of(after, 0)
	case "або пізніше", "не раніше":
		return of(notBefore, 0)
	case "або раніше", "не пізніше":
		return of(notAfter, 0)
	case "сер":
		return of(partOrMonth, 8)
	case "на":
		return of(to, toUntil)
	case "по":
		return of(to, toUntil)
	case "з", "із", "від", "починаючи з", "зі":
		return of(since, 0)
	case "між":
		return of(between, 0)
	case "і":
		return of(andOrSuffix, 0)
	case "та", "й":
		return of(and, 0)
	case "або", "чи":
		return of(or, 0)
	case "теперішній час", "по теперішній час", "наш час", "по наш час", "наших днів", "до наших днів", "сьогодні", "дотепер", "по сьогодні", "до сьогодні", "нині", "донині", "по сей день", "до цього часу", "тепер", "теперішнього часу", "до теперішнього часу", "сьогодення", "по сьогодення", "до сьогодення":
		return of(present, 0)
	case "до н е", "до нашої ери", "до різдва христового", "до р х":
		return of(bc, 0)
	case "н е", "нашої ери", "від різдва христового":
		return of(ad, 0)
	case "полудень", "опівдні":
		return of(noon, 0)
	case "північ", "опівночі":
		return of(midnight, 0)
	case "вранці":
		return of(morning, dayMorning)
	case "ввечері", "увечері":
		return of(morning, dayEvening)
	case "вночі", "ночі", "ніч":
		return of(morning, dayNight)
	case "год", "година", "годин", "години":
		return of(hour, 0)
	case "хв", "хвилин", "хвилини":
		return of(minute, 0)
	case "ранку":
		return of(am, 0)
	case "вечора", "дня":
		return of(pm, 0)
	case "о", "об":
		return of(clock, 0)
	case "го", "ше", "ий", "тє", "ге", "му", "а":
		return of(suffix, suffixOrdinal)
	case "ті", "ві", "х", "тих", "вих", "мі", "ні", "их":
		return of(suffix, suffixEither)
	case "р", "рік", "року", "році", "у", "числа", "місяць":
		return of(filler, 0)
	case "перша", "перший", "першій", "першої", "перше", "першого":
		return of(ordinal, 1)
	case "друга", "другий", "другій", "другої", "друге", "другого":
		return of(ordinal, 2)
	case "третій", "третя", "третього":
		return of(ordinal, 3)
	case "четвертий", "четверта", "четвертого":
		return of(ordinal, 4)
	case "п ятий", "п ятого":
		return of(ordinal, 5)
	case "шостий", "шостого":
		return of(ordinal, 6)
	case "сьомий", "сьомого":
		return of(ordinal, 7)
	case "восьмий", "восьмого":
		return of(ordinal, 8)
	case "дев ятий", "дев ятого":
		return of(ordinal, 9)
	case "десятий", "десятого":
		return of(ordinal, 10)
	case "одинадцяте", "одинадцятого":
		return of(ordinal, 11)
	case "дванадцяте", "дванадцятого":
		return of(ordinal, 12)
	case "тринадцяте", "тринадцятого":
		return of(ordinal, 13)
	case "чотирнадцяте", "чотирнадцятого":
		return of(ordinal, 14)
	case "п ятнадцяте", "п ятнадцятого":
		return of(ordinal, 15)
	case "шістнадцяте", "шістнадцятого":
		return of(ordinal, 16)
	case "сімнадцяте", "сімнадцятого":
		return of(ordinal, 17)
	case "вісімнадцяте", "вісімнадцятого":
		return of(ordinal, 18)
	case "дев ятнадцяте", "дев ятнадцятого":
		return of(ordinal, 19)
	case "двадцяте", "двадцятого":
		return of(ordinal, 20)
	case "двадцять перше", "двадцять першого":
		return of(ordinal, 21)
	case "тиждень", "тижні", "тижня", "тижд":
		return of(week, 0)
	case "двадцяті", "двадцятих":
		return of(decadeName, 20)
	case "тридцяті", "тридцятих":
		return of(decadeName, 30)
	case "сорокові", "сорокових":
		return of(decadeName, 40)
	case "п ятдесяті", "п ятдесятих":
		return of(decadeName, 50)
	case "шістдесяті", "шістдесятих":
		return of(decadeName, 60)
	case "сімдесяті", "сімдесятих":
		return of(decadeName, 70)
	case "вісімдесяті", "вісімдесятих":
		return of(decadeName, 80)
	case "дев яності", "дев яностих":
		return of(decadeName, 90)
	case "без дати", "б д", "невідомо", "невідома", "дата невідома", "невідома дата", "б р", "без року":
		return of(noDate, 0)
	case "ст ст", "за старим стилем", "старого стилю", "старим стилем", "за юліанським календарем":
		return of(oldStyle, 0)
	case "н ст", "за новим стилем", "нового стилю", "новим стилем", "за григоріанським календарем":
		return of(newStyle, 0)
	}
	return meaning{}
}
