//go:build !lean

package data

import "strings"

// pluralForms says, for each set of CLDR's plural categories, which languages have
// it beside "other". From the Unicode Common Locale Data Repository.
const pluralForms = `
one: af ak am an as asa ast az bal bem bez bg bho bn brx ce ceb cgg chr ckb csw da de doi dv ee el en eo et eu fa ff fi fil fo fur fy gl gsw gu guw ha haw hi hu hy ia ie io is jgo jmc ka kab kaj kcg kk kkj kl kn kok kok-Latn ks ksb ku ky lb lg lij ln mas mg mgo mk ml mn mr nah nb nd ne nl nn nnh no nr nso ny nyn om or os pa pap pcm ps rm rof rwk saq sc sd sdh seh si sn so sq ss ssy st sv sw syr ta te teo ti tig tk tl tn tr ts tzm ug ur uz ve vo vun wa wae xh xog yi zu
zero one two few many: ar ars cy kw
one few many: be cs lt pl ru sk uk
zero one: blo cv ksh lag lv prg
-: bm bo dz hnj id ig ii ja jbo jv jw kde kea km ko lkt lo ms my nqo osa sah ses sg su th to tpi und vi wo yo yue zh
one two few many: br ga gv mt sgs
one few: bs hr mo ro sh shi sr
one many: ca es fr it lld pt pt-PT scn vec
one two few: dsb gd hsb sl
one two: he iu naq sat se sma smi smj smn sms
`

// pluralCategories are the plural categories of a language: all six for one that
// is not in the table.
func pluralCategories(lang string) []string {
	for tag := strings.ToLower(lang); tag != ""; tag = tag[:max(0, strings.LastIndexByte(tag, '-'))] {
		if tag == "prs" {
			tag = "fa" // Dari by a code of its own
		}
		for line := range strings.Lines(pluralForms) {
			forms, tags, ok := strings.Cut(strings.TrimSpace(line), ": ")
			if !ok {
				continue
			}
			for t := range strings.FieldsSeq(tags) {
				if strings.EqualFold(t, tag) {
					return append(strings.Fields(strings.TrimPrefix(forms, "-")), "other")
				}
			}
		}
	}
	return []string{"zero", "one", "two", "few", "many", "other"}
}
