package words

import "strings"

// text is one of a language's texts, by the key that it has in a file.
type text struct {
	key string
	at  *string
}

// Keys and places of texts are two lists in the same order: one list of both is a
// third of the code of this package in the viewer for the browser. en.json, which a
// test writes, shows the key of each text.

// textKeys are the keys of those texts that every language has, but for lists and
// those that depend on a number.
const textKeys = `
dayMonth dayRange monthRange yearRange wideRange firstDay hearsayLength monthYear withYear bc ad decade
aboutDate maybeDate partsApprox partsUncertain since until from startUnknown endUnknown between orEarlier
orLater yearUnknown dateUnknown headlineSpan hoursShort minutesShort secondsShort under about over atMost
lessThan atLeast moreThan underShort aboutShort overShort unknown unknownShort and or wordsFrom counted
totalOne unknownOne unknownMany noneKnown totalThings unknownThings thousands play pause resume stop
calendar compare arrangement zoomIn zoomOut fit earlier later previous next close hours quotations transcript
transcriptAll noQuotation noQuotationHere timeline loading hint lengthGiven lengthUnder lengthAbout lengthOver lengthAtMost
lengthLessThan lengthAtLeast lengthMoreThan endVague goesOn someTime lengthUnknown keptWaiting dayNotGiven quotesKey
otherEvents otherAbout outsideMark share shareAll copyLink copyEmbed linkCopied embedCopied copyHere picture
zoomHint zoomHintMac data source sources outsideNote longestYear longest longestKnown waited waitedHearsay
waitedShort waitedShortHearsay thenTalks thenUnknown talksLength talksThen hearsay outsideBasis dateApprox
dateUncertain noDay placeUnknown with failed takenAway retry selected closed arrangedCalendar arrangedCompare playing
stopped of others stretch columnKey barKey otherLanes moreSources search searchIn person place kind anyPerson
anyPlace anyKind meetings inView found comma semicolon decimal hoursMinutes hoursQuarter hoursHalf
hoursThreeQuarters hoursQuarterShort hoursHalfShort hoursThreeQuartersShort digits bothDates question
openQuote closeQuote languages quotedIn summarySpan summaryLongest table tableDate tableEvent tableTalks
tableWait tablePeople lengthLine stillGoing links credit periods lane tableFrom tableTo tableLength hintMore
noLengthKnown kindMeeting events longestAny summaryOpen yourTime localTime noneFound eventsByMonth skipGaps
gapKey lengthBroken withoutEvents key
`

// optionalKeys are those of texts that a language need not have.
const optionalKeys = `
eraYear eraYears centuryEra dayOf yearOf decadeOf centuryOf untilThe untilCoarse asideApprox asideUncertain
countedOne countedTwo andMiddle orMiddle andI orO
`

func (w *Words) texts() []text {
	u := &w.UI
	return keyed(textKeys, []*string{
		&w.dayMonth, &w.dayRange, &w.monthRange, &w.yearRange, &w.wideRange, &w.firstDay, &w.hearsayLength,
		&w.monthYear, &w.withYear, &w.bc, &w.ad, &w.decade, &w.aboutDate, &w.maybeDate, &w.partsApprox,
		&w.partsUncertain, &w.since, &w.until, &w.from, &w.startUnknown, &w.endUnknown, &w.between, &w.orEarlier,
		&w.orLater, &w.yearUnknown, &w.dateUnknown, &w.headlineSpan, &w.hoursShort, &w.minutesShort, &w.secondsShort,
		&w.under, &w.about, &w.over, &w.atMost, &w.lessThan, &w.atLeast, &w.moreThan, &w.underShort, &w.aboutShort,
		&w.overShort, &w.unknown, &w.unknownShort, &w.and, &w.or, &w.wordsFrom, &w.counted, &w.totalOne, &w.unknownOne,
		&w.unknownMany, &w.noneKnown, &w.totalThings, &w.unknownThings, &w.thousands, &u.Play, &u.Pause, &u.Resume,
		&u.Stop, &u.Calendar, &u.Compare, &u.Arrangement, &u.ZoomIn, &u.ZoomOut, &u.Fit, &u.Earlier,
		&u.Later, &u.Previous, &u.Next, &u.Close, &u.Hours, &u.Quotations, &u.Transcript, &u.TranscriptAll, &u.NoQuotation,
		&u.NoQuotationHere, &u.Timeline, &u.Loading, &u.Hint, &u.LengthGiven, &u.LengthUnder, &u.LengthAbout,
		&u.LengthOver, &u.LengthAtMost, &u.LengthLessThan, &u.LengthAtLeast, &u.LengthMoreThan, &u.EndVague, &u.GoesOn,
		&u.SomeTime, &u.LengthUnknown, &u.KeptWaiting, &u.DayNotGiven, &u.QuotesKey, &u.OtherEvents, &u.OtherAbout, &u.OutsideMark,
		&u.Share, &u.ShareAll, &u.CopyLink, &u.CopyEmbed, &u.LinkCopied, &u.EmbedCopied, &u.CopyHere, &u.Picture,
		&u.ZoomHint, &u.ZoomHintMac, &u.Data, &u.Source, &u.Sources, &u.OutsideNote, &u.LongestYear, &u.Longest,
		&u.LongestKnown, &u.Waited, &u.WaitedHearsay, &u.WaitedShort, &u.WaitedShortHearsay, &u.ThenTalks,
		&u.ThenUnknown, &u.TalksLength, &u.TalksThen, &u.Hearsay, &u.OutsideBasis, &u.DateApprox, &u.DateUncertain,
		&u.NoDay, &u.PlaceUnknown, &u.With, &u.Failed, &u.TakenAway, &u.Retry, &u.Selected, &u.Closed, &u.ArrangedCalendar,
		&u.ArrangedCompare, &u.Playing, &u.Stopped, &u.Of, &u.Others, &u.Stretch, &u.ColumnKey, &u.BarKey,
		&u.OtherLanes, &u.MoreSources, &u.Search, &u.SearchIn, &u.Person, &u.Place, &u.Kind, &u.AnyPerson, &u.AnyPlace,
		&u.AnyKind, &u.Meetings, &u.InView, &u.Found, &w.comma, &w.semicolon, &w.decimal, &w.hoursMinutes,
		&w.hoursParts[0], &w.hoursParts[1], &w.hoursParts[2], &w.hoursPartsShort[0], &w.hoursPartsShort[1],
		&w.hoursPartsShort[2], &w.digits, &w.bothDates, &u.Question, &u.OpenQuote, &u.CloseQuote, &u.Languages,
		&u.QuotedIn, &u.SummarySpan, &u.SummaryLongest, &u.Table, &u.TableDate, &u.TableEvent, &u.TableTalks,
		&u.TableWait, &u.TablePeople, &u.LengthLine, &u.StillGoing, &u.Links, &u.Credit, &u.Periods, &u.Lane,
		&u.TableFrom, &u.TableTo, &u.TableLength, &u.HintMore, &u.NoLengthKnown, &u.KindMeeting, &u.Events,
		&u.LongestAny, &u.SummaryOpen, &u.YourTime, &u.LocalTime, &u.NoneFound, &u.EventsByMonth, &u.SkipGaps,
		&u.GapKey, &u.LengthBroken, &w.withoutEvents, &u.Key,
	})
}

func (w *Words) optional() []text {
	return keyed(optionalKeys, []*string{
		&w.eraYear, &w.eraYears, &w.centuryEra, &w.dayOf, &w.yearOf, &w.decadeOf, &w.centuryOf, &w.untilThe,
		&w.untilCoarse, &w.asideApprox, &w.asideUncertain, &w.countedOne, &w.countedTwo, &w.andMiddle, &w.orMiddle,
		&w.andI, &w.orO,
	})
}

// keyed are texts with their keys.
func keyed(keys string, places []*string) []text {
	all := make([]text, 0, len(places))
	for key := range strings.FieldsSeq(keys) {
		all = append(all, text{key, places[len(all)]})
	}
	return all
}

// list is one of a language's lists, by the key that it has in a file.
type list struct {
	key string
	at  []string
}

// lists are all of a language's lists, and optionalLists those that it need not have.
func (w *Words) lists() []list {
	return []list{{"months", w.months[:]}, {"monthsShort", w.monthsShort[:]}, {"numbers", w.numbers[:]}, {"seasons", w.seasons[:]}, {"dateParts", w.dateParts[:]}}
}

func (w *Words) optionalLists() []list {
	return []list{{"solarMonths", w.solarMonths[:]}, {"monthsAlone", w.monthsAlone[:]}, {"monthsShortAlone", w.monthsShortAlone[:]},
		{"decades", w.decades[:]}, {"seasonsOf", w.seasonsOf[:]}}
}

// byNumber are texts that depend on a number.
type byNumber struct {
	key string
	at  *forms
}

func (w *Words) byNumber() []byNumber {
	return []byNumber{{"lengthMinutes", &w.minutes}, {"lengthHours", &w.hours}, {"lengthSeconds", &w.seconds}, {"lengthDays", &w.days}, {"lengthWeeks", &w.weeks}, {"lengthMonths", &w.calendarMonths}, {"lengthYears", &w.years},
		{"countEvents", &w.events}, {"countMeetings", &w.meetings}, {"countOthers", &w.others}, {"totalMany", &w.totalMany}, {"century", &w.century}}
}
