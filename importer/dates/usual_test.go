package dates_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"barline/data/edtf"
	"barline/importer/dates"
)

// usual are the ways in which a language writes a day, and the names of its months.
type usual struct {
	lang, pattern string
	months        string
}

func usualNotations() []usual {
	return []usual{
		{"en", "D M Y", "January February March April May June July August September October November December"},
		{"en", "M D, Y", "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec."},
		{"de", "D. M Y", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"},
		{"fr", "le D M Y", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"},
		{"fr", "D M Y", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."},
		{"es", "D de M de Y", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"},
		{"es", "D M Y", "ene feb mar abr may jun jul ago sept oct nov dic"},
		{"nb", "D. M Y", "januar februar mars april mai juni juli august september oktober november desember"},
		{"nb", "D. M Y", "jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des."},
		{"tr", "D M Y", "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"},
		{"ru", "D M Y г.", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"},
		{"ru", "D M Y", "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек."},
		{"uk", "D M Y р.", "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"},
		{"uk", "D M Y", "січ. лют. бер. квіт. трав. черв. лип. серп. вер. жовт. лист. груд."},
		{"ar", "D M Y", "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"},
		{"fa", "D M Y", "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"},
		{"fa-AF", "D M Y", "جنوری فبروری مارچ اپریل می جون جولای آگست سپتمبر اکتوبر نومبر دسمبر"},
		{"ps", "D M Y", "جنوري فبروري مارچ اپریل مۍ جون جولای اګست سېپتمبر اکتوبر نومبر دسمبر"},
	}
}

func TestUsualNotationsComeBack(t *testing.T) {
	notations := usualNotations()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SampledFrom(notations).Draw(t, "notation")
		year := rapid.OneOf(rapid.IntRange(1500, 2100), rapid.IntRange(100, 1199)).Draw(t, "year")
		month := rapid.IntRange(1, 12).Draw(t, "month")
		day := rapid.IntRange(1, edtf.DaysIn(year, month)).Draw(t, "day")
		name := strings.Fields(n.months)[month-1]
		write := strings.NewReplacer("D", strconv.Itoa(day), "M", name, "Y", strconv.Itoa(year)).Replace
		written, want := write(n.pattern), fmt.Sprintf("%04d-%02d-%02d", year, month, day)
		switch rapid.IntRange(0, 4).Draw(t, "form") {
		case 1:
			written, want = name+" "+strconv.Itoa(year), want[:7]
		case 2:
			written = strings.ToUpper(written)
			if n.lang == "tr" {
				written = write(n.pattern)
			}
		case 3:
			later := rapid.IntRange(year+1, 2200).Draw(t, "later")
			written, want = written+" – "+strings.Replace(written, strconv.Itoa(year), strconv.Itoa(later), 1), want+"/"
			if day == 29 && month == 2 {
				return // there may be no such day
			}
			want += fmt.Sprintf("%04d-%02d-%02d", later, month, day)
			if strconv.Itoa(day) == strconv.Itoa(year) {
				return
			}
		case 4:
			written, want = "~"+written, want+"~"
		}
		r, err := dates.Parse(written, dates.Options{Lang: n.lang})
		if err != nil || r.EDTF != want {
			t.Fatalf("%s: %q was read as %+v, %v; want %s", n.lang, written, r, err, want)
		}
	})
}

// Days in numbers come back in every order that is said.
func TestNumbersComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.IntRange(1000, 2999).Draw(t, "year")
		month := rapid.IntRange(1, 12).Draw(t, "month")
		day := rapid.IntRange(1, edtf.DaysIn(year, month)).Draw(t, "day")
		sep := rapid.SampledFrom([]string{"/", ".", "-"}).Draw(t, "separator")
		order := rapid.SampledFrom([]dates.Order{dates.DayFirst, dates.MonthFirst, dates.YearFirst}).Draw(t, "order")
		format := rapid.SampledFrom([]string{"%d", "%02d"}).Draw(t, "format")
		d, m, y := fmt.Sprintf(format, day), fmt.Sprintf(format, month), strconv.Itoa(year)
		written := map[dates.Order]string{dates.DayFirst: d + sep + m + sep + y, dates.MonthFirst: m + sep + d + sep + y, dates.YearFirst: y + sep + m + sep + d}[order]
		r, err := dates.Parse(written, dates.Options{Order: order})
		want := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
		if err != nil || r.EDTF != want {
			t.Fatalf("%q was read as %+v, %v; want %s", written, r, err, want)
		}
	})
}
