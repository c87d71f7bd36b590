package words

// text is one of a language's texts, by the key that it has in a file.
type text struct {
	key string
	at  *string
}

// texts are all of a language's texts, but for lists and counted ones.
func (w *Words) texts() []text {
	u := &w.UI
	return []text{
		{"dayMonth", &w.dayMonth}, {"dayRange", &w.dayRange}, {"firstDay", &w.firstDay}, {"hearsayLength", &w.hearsayLength}, {"monthYear", &w.monthYear}, {"withYear", &w.withYear}, {"aboutDate", &w.aboutDate}, {"maybeDate", &w.maybeDate},
		{"hoursShort", &w.hoursShort}, {"minutesShort", &w.minutesShort}, {"under", &w.under}, {"about", &w.about}, {"over", &w.over},
		{"underShort", &w.underShort}, {"aboutShort", &w.aboutShort}, {"overShort", &w.overShort}, {"unknown", &w.unknown},
		{"unknownShort", &w.unknownShort}, {"and", &w.and}, {"totalMany", &w.totalMany}, {"totalOne", &w.totalOne}, {"unknownOne", &w.unknownOne},
		{"unknownMany", &w.unknownMany}, {"noneKnown", &w.noneKnown}, {"thousands", &w.thousands},
		{"play", &u.Play}, {"pause", &u.Pause}, {"resume", &u.Resume}, {"stop", &u.Stop}, {"replay", &u.Replay}, {"calendar", &u.Calendar},
		{"compare", &u.Compare}, {"arrangement", &u.Arrangement}, {"zoomIn", &u.ZoomIn}, {"zoomOut", &u.ZoomOut}, {"fit", &u.Fit}, {"earlier", &u.Earlier},
		{"later", &u.Later}, {"previous", &u.Previous}, {"next", &u.Next}, {"close", &u.Close}, {"hours", &u.Hours}, {"quotations", &u.Quotations},
		{"transcript", &u.Transcript}, {"noQuotation", &u.NoQuotation}, {"noQuotationHere", &u.NoQuotationHere}, {"timeline", &u.Timeline},
		{"loading", &u.Loading}, {"hint", &u.Hint}, {"lengthGiven", &u.LengthGiven}, {"lengthUnder", &u.LengthUnder}, {"lengthAbout", &u.LengthAbout},
		{"lengthOver", &u.LengthOver}, {"lengthUnknown", &u.LengthUnknown}, {"keptWaiting", &u.KeptWaiting}, {"dayNotGiven", &u.DayNotGiven},
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
		{"yourTime", &u.YourTime}, {"localTime", &u.LocalTime},
		{"noneFound", &u.NoneFound}, {"eventsByMonth", &u.EventsByMonth}, {"skipGaps", &u.SkipGaps}, {"gapKey", &u.GapKey},
	}
}

// counted are the texts that depend on a number.
func (w *Words) counted() []struct {
	key string
	at  *forms
} {
	return []struct {
		key string
		at  *forms
	}{{"lengthMinutes", &w.minutes}, {"lengthHours", &w.hours}, {"lengthSeconds", &w.seconds}, {"lengthDays", &w.days}, {"lengthYears", &w.years}, {"countEvents", &w.events},
		{"countMeetings", &w.meetings}, {"countOthers", &w.others}}
}
