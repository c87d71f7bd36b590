package words

// UI holds the interface's own words. Those with braces are patterns for Fill.
type UI struct {
	incomparable
	Play, Pause, Resume, Stop                                                                               string
	Calendar, Compare, Arrangement                                                                          string
	ZoomIn, ZoomOut, Fit, Earlier, Later                                                                    string
	Previous, Next, Close                                                                                   string
	Hours, Quotations, Transcript, TranscriptAll, NoQuotation, NoQuotationHere, Timeline, Loading, Hint     string
	LengthGiven, LengthUnder, LengthAbout, LengthOver, LengthBroken, LengthUnknown                          string
	KeptWaiting, DayNotGiven, QuotesKey, OtherEvents, OtherAbout, OutsideMark                               string
	Share, ShareAll, CopyLink, CopyEmbed, LinkCopied, EmbedCopied, CopyHere, Picture, ZoomHint, ZoomHintMac string
	Data, Source, Sources, OutsideNote                                                                      string
	LongestYear, Longest, LongestKnown                                                                      string
	Waited, WaitedHearsay, WaitedShort, WaitedShortHearsay, ThenTalks, ThenUnknown, TalksLength, TalksThen  string
	Hearsay, OutsideBasis, DateApprox, DateUncertain, NoDay                                                 string
	PlaceUnknown, With, Failed, TakenAway, Retry, Selected, Closed                                          string
	ArrangedCalendar, ArrangedCompare, Playing, Stopped, Of, Others                                         string
	Stretch, ColumnKey, BarKey, OtherLanes, MoreSources                                                     string
	Search, SearchIn, Person, Place, Kind, AnyPerson, AnyPlace, AnyKind, Meetings, InView, Found, NoneFound string
	EventsByMonth, SkipGaps, GapKey, Key                                                                    string
	// OpenQuote and CloseQuote stand around quotations.
	OpenQuote, CloseQuote string
	// Question marks a length that is not known.
	Question                                                                                      string
	Languages, QuotedIn                                                                           string
	SummarySpan, SummaryLongest, Table, TableDate, TableEvent, TableTalks, TableWait, TablePeople string
	YourTime, LocalTime                                                                           string
	// LengthLine says how long anything was, TalksLength how long a meeting's talks were.
	LengthLine, StillGoing, NoLengthKnown, LongestAny, SummaryOpen string
	Links, Credit, Periods, Lane, TableFrom, TableTo, TableLength  string
	HintMore, KindMeeting, Events                                  string
	// Of the key: what its marks stand for.
	LengthAtMost, LengthLessThan, LengthAtLeast, LengthMoreThan string
	EndVague, GoesOn, SomeTime                                  string
}
