package dates

import "unicode"

// fold brings a letter into the form in which the tables have it: small, without
// accents, and of the letters that Arabic, Persian and Pashto keyboards write
// differently one. It is 0 for what is left out: combining marks, joiners and marks
// of direction. Digits of Arabic, Persian and full width become ASCII, and so do
// apostrophes and spaces.
func fold(r rune) rune {
	switch {
	case r < 0x80:
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		if r == '\t' || r == '\n' || r == '\r' || r == '`' {
			return foldASCII(r)
		}
		return r
	case r < 0x250:
		return foldLatin(r)
	case r >= 0x300 && r <= 0x36F:
		return 0
	case r >= 0x400 && r < 0x530:
		switch r = unicode.ToLower(r); r {
		case 'ё':
			return 'е'
		case 'ґ':
			return 'г'
		}
		return r
	case r >= 0x600 && r < 0x700:
		return foldArabic(r)
	}
	return foldMark(r)
}

func foldASCII(r rune) rune {
	if r == '`' {
		return '\''
	}
	return ' '
}

func foldLatin(r rune) rune {
	switch unicode.ToLower(r) {
	case 'à', 'á', 'â', 'ã', 'ä', 'å', 'ā', 'ă':
		return 'a'
	case 'ç':
		return 'c'
	case 'è', 'é', 'ê', 'ë', 'ē':
		return 'e'
	case 'ğ':
		return 'g'
	case 'ì', 'í', 'î', 'ï', 'ı':
		return 'i'
	case 'ñ':
		return 'n'
	case 'ò', 'ó', 'ô', 'õ', 'ö', 'ø', 'ō', 'º':
		return 'o'
	case 'ª':
		return 'a'
	case 'ş':
		return 's'
	case 'ù', 'ú', 'û', 'ü', 'ū':
		return 'u'
	case 'ý', 'ÿ':
		return 'y'
	case 0xA0:
		return ' '
	case 0xAD: // a soft hyphen
		return 0
	case '´':
		return '\''
	}
	return unicode.ToLower(r)
}

func foldArabic(r rune) rune {
	switch {
	case r >= '٠' && r <= '٩':
		return r - '٠' + '0'
	case r >= '۰' && r <= '۹':
		return r - '۰' + '0'
	case r >= 0x64B && r <= 0x65F, r == 0x670, r == 0x640, r == 0x61C:
		return 0
	}
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ي', 'ى', 'ئ', 'ې', 'ۍ', 'ێ':
		return 'ی'
	case 'ك', 'ڪ':
		return 'ک'
	case 'ګ':
		return 'گ'
	case 'ة', 'ۀ', 'ە', 'ۂ':
		return 'ه'
	case 'ؤ':
		return 'و'
	case '،', '؛':
		return ','
	case '؟':
		return '?'
	case '٫', '٬':
		return '.'
	}
	return r
}

// foldMark folds what stands between and around words.
func foldMark(r rune) rune {
	switch {
	case r == '−' || r == '‐' || r == '‑': // a minus, and hyphens
		return '-'
	case r >= '‒' && r <= '―':
		return '–'
	case r == '’' || r == '‘' || r == 'ʼ' || r == 'ʹ' || r == '′':
		return '\''
	case r >= '０' && r <= '９':
		return r - '０' + '0'
	case r == '／':
		return '/'
	case r == '≈' || r == '∼' || r == '～':
		return '~'
	case r == '⁄' || r == '∕':
		return '/'
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r == 0xFEFF:
		return 0
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Mn, r):
		return 0
	}
	return unicode.ToLower(r)
}
