package words

// text is one of a language's texts, by the key that it has in a file.
type text struct {
	key string
	at  *string
}

// texts are those of a language's texts that every language has, but for lists and
// those that depend on a number.
func (w *Words) texts() []text {
	u := &w.UI
	return []text{
		{"dayMonth", &w.dayMonth}, {"dayRange", &w.dayRange}, {"monthRange", &w.monthRange}, {"yearRange", &w.yearRange}, {"wideRange", &w.wideRange},
		{"firstDay", &w.firstDay}, {"hearsayLength", &w.hearsayLength}, {"monthYear", &w.monthYear}, {"withYear", &w.withYear},
		{"bc", &w.bc}, {"ad", &w.ad}, {"decade", &w.decade}, {"aboutDate", &w.aboutDate}, {"maybeDate", &w.maybeDate},
		{"partsApprox", &w.partsApprox}, {"partsUncertain", &w.partsUncertain}, {"since", &w.since}, {"until", &w.until}, {"from", &w.from},
		{"startUnknown", &w.startUnknown}, {"endUnknown", &w.endUnknown}, {"between", &w.between}, {"orEarlier", &w.orEarlier}, {"orLater", &w.orLater},
		{"yearUnknown", &w.yearUnknown}, {"dateUnknown", &w.dateUnknown}, {"headlineSpan", &w.headlineSpan},
		{"hoursShort", &w.hoursShort}, {"minutesShort", &w.minutesShort}, {"secondsShort", &w.secondsShort},
		{"under", &w.under}, {"about", &w.about}, {"over", &w.over}, {"atMost", &w.atMost}, {"lessThan", &w.lessThan}, {"atLeast", &w.atLeast}, {"moreThan", &w.moreThan},
		{"underShort", &w.underShort}, {"aboutShort", &w.aboutShort}, {"overShort", &w.overShort}, {"unknown", &w.unknown},
		{"unknownShort", &w.unknownShort}, {"and", &w.and}, {"or", &w.or}, {"wordsFrom", &w.wordsFrom}, {"counted", &w.counted}, {"totalOne", &w.totalOne}, {"unknownOne", &w.unknownOne},
		{"unknownMany", &w.unknownMany}, {"noneKnown", &w.noneKnown}, {"totalThings", &w.totalThings}, {"unknownThings", &w.unknownThings}, {"thousands", &w.thousands},
		{"play", &u.Play}, {"pause", &u.Pause}, {"resume", &u.Resume}, {"stop", &u.Stop}, {"replay", &u.Replay}, {"calendar", &u.Calendar},
		{"compare", &u.Compare}, {"arrangement", &u.Arrangement}, {"zoomIn", &u.ZoomIn}, {"zoomOut", &u.ZoomOut}, {"fit", &u.Fit}, {"earlier", &u.Earlier},
		{"later", &u.Later}, {"previous", &u.Previous}, {"next", &u.Next}, {"close", &u.Close}, {"hours", &u.Hours}, {"quotations", &u.Quotations},
		{"transcript", &u.Transcript}, {"noQuotation", &u.NoQuotation}, {"noQuotationHere", &u.NoQuotationHere}, {"timeline", &u.Timeline},
		{"loading", &u.Loading}, {"hint", &u.Hint}, {"lengthGiven", &u.LengthGiven}, {"lengthUnder", &u.LengthUnder}, {"lengthAbout", &u.LengthAbout},
		{"lengthOver", &u.LengthOver}, {"lengthAtMost", &u.LengthAtMost}, {"lengthLessThan", &u.LengthLessThan},
		{"lengthAtLeast", &u.LengthAtLeast}, {"lengthMoreThan", &u.LengthMoreThan}, {"endVague", &u.EndVague}, {"goesOn", &u.GoesOn}, {"someTime", &u.SomeTime},
		{"lengthUnknown", &u.LengthUnknown}, {"keptWaiting", &u.KeptWaiting}, {"dayNotGiven", &u.DayNotGiven},
		{"otherEvents", &u.OtherEvents}, {"otherAbout", &u.OtherAbout}, {"outsideMark", &u.OutsideMark}, {"share", &u.Share}, {"shareAll", &u.ShareAll},
		{"copyLink", &u.CopyLink}, {"copyEmbed", &u.CopyEmbed}, {"linkCopied", &u.LinkCopied}, {"embedCopied", &u.EmbedCopied}, {"copyHere", &u.CopyHere},
		{"picture", &u.Picture}, {"zoomHint", &u.ZoomHint}, {"zoomHintMac", &u.ZoomHintMac}, {"data", &u.Data}, {"source", &u.Source},
		{"sources", &u.Sources}, {"outsideNote", &u.OutsideNote}, {"longestYear", &u.LongestYear}, {"longest", &u.Longest},
		{"longestKnown", &u.LongestKnown}, {"waited", &u.Waited}, {"waitedHearsay", &u.WaitedHearsay}, {"waitedShort", &u.WaitedShort},
		{"waitedShortHearsay", &u.WaitedShortHearsay}, {"thenTalks", &u.ThenTalks}, {"thenUnknown", &u.ThenUnknown}, {"talksLength", &u.TalksLength},
		{"talksThen", &u.TalksThen}, {"hearsay", &u.Hearsay}, {"outsideBasis", &u.OutsideBasis}, {"dateApprox", &u.DateApprox},
		{"dateUncertain", &u.DateUncertain}, {"noDay", &u.NoDay}, {"placeUnknown", &u.PlaceUnknown}, {"with", &u.With}, {"failed", &u.Failed},
		{"retry", &u.Retry}, {"selected", &u.Selected}, {"closed", &u.Closed}, {"arrangedCalendar", &u.ArrangedCalendar},
		{"arrangedCompare", &u.ArrangedCompare}, {"playing", &u.Playing}, {"stopped", &u.Stopped}, {"of", &u.Of}, {"others", &u.Others},
		{"stretch", &u.Stretch}, {"columnKey", &u.ColumnKey}, {"barKey", &u.BarKey}, {"otherLanes", &u.OtherLanes}, {"moreSources", &u.MoreSources},
		{"search", &u.Search}, {"searchIn", &u.SearchIn}, {"person", &u.Person}, {"place", &u.Place}, {"kind", &u.Kind}, {"anyPerson", &u.AnyPerson},
		{"anyPlace", &u.AnyPlace}, {"anyKind", &u.AnyKind}, {"meetings", &u.Meetings}, {"inView", &u.InView}, {"found", &u.Found},
		{"comma", &w.comma}, {"semicolon", &w.semicolon}, {"decimal", &w.decimal}, {"hoursMinutes", &w.hoursMinutes},
		{"hoursQuarter", &w.hoursParts[0]}, {"hoursHalf", &w.hoursParts[1]}, {"hoursThreeQuarters", &w.hoursParts[2]},
		{"hoursQuarterShort", &w.hoursPartsShort[0]}, {"hoursHalfShort", &w.hoursPartsShort[1]}, {"hoursThreeQuartersShort", &w.hoursPartsShort[2]}, {"digits", &w.digits}, {"bothDates", &w.bothDates}, {"question", &u.Question}, {"openQuote", &u.OpenQuote}, {"closeQuote", &u.CloseQuote},
		{"languages", &u.Languages}, {"quotedIn", &u.QuotedIn},
		{"summarySpan", &u.SummarySpan}, {"summaryLongest", &u.SummaryLongest}, {"table", &u.Table}, {"tableDate", &u.TableDate},
		{"tableEvent", &u.TableEvent}, {"tableTalks", &u.TableTalks}, {"tableWait", &u.TableWait}, {"tablePeople", &u.TablePeople},
		{"lengthLine", &u.LengthLine}, {"stillGoing", &u.StillGoing}, {"links", &u.Links}, {"credit", &u.Credit}, {"periods", &u.Periods}, {"lane", &u.Lane},
		{"tableFrom", &u.TableFrom}, {"tableTo", &u.TableTo}, {"tableLength", &u.TableLength}, {"hintMore", &u.HintMore}, {"noLengthKnown", &u.NoLengthKnown},
		{"kindMeeting", &u.KindMeeting}, {"events", &u.Events}, {"longestAny", &u.LongestAny}, {"summaryOpen", &u.SummaryOpen},
		{"yourTime", &u.YourTime}, {"localTime", &u.LocalTime},
		{"noneFound", &u.NoneFound}, {"eventsByMonth", &u.EventsByMonth}, {"skipGaps", &u.SkipGaps}, {"gapKey", &u.GapKey},
	}
}

// optional are the texts that a language need not have.
func (w *Words) optional() []text {
	return []text{
		{"eraYear", &w.eraYear}, {"eraYears", &w.eraYears}, {"centuryEra", &w.centuryEra},
		{"dayOf", &w.dayOf}, {"yearOf", &w.yearOf}, {"decadeOf", &w.decadeOf}, {"centuryOf", &w.centuryOf},
		{"untilThe", &w.untilThe}, {"untilCoarse", &w.untilCoarse}, {"asideApprox", &w.asideApprox}, {"asideUncertain", &w.asideUncertain}, {"countedOne", &w.countedOne}, {"countedTwo", &w.countedTwo},
		{"andMiddle", &w.andMiddle}, {"orMiddle", &w.orMiddle}, {"andI", &w.andI}, {"orO", &w.orO},
	}
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
	return []byNumber{{"lengthMinutes", &w.minutes}, {"lengthHours", &w.hours}, {"lengthSeconds", &w.seconds}, {"lengthDays", &w.days}, {"lengthYears", &w.years},
		{"countEvents", &w.events}, {"countMeetings", &w.meetings}, {"countOthers", &w.others}, {"totalMany", &w.totalMany}, {"century", &w.century}}
}
