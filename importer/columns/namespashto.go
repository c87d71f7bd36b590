package columns

// pashto is how columns are named in Pashto.
func pashto() vocabulary {
	return vocabulary{lang: "ps", private: "محرم, محرمانه, داخلي, خصوصي, پټ, پټې, مه خپروئ, د خپرولو نه, د خپرولو لپاره نه, د خپرېدو لپاره نه", entries: []entry{
		{ID, strong, "پېژند"},
		{Title, strong, "سرلیک"},
		{Title, usual, "نوم"},
		{Title, weak, "پېښه, پیښه, پېښې, پیښې, څه, پریکړه, پرېکړه, کړنه, اقدام, خبر, حادثه"},
		{Text, strong, "متن, تشریح, تفصیل, جزیات, توضیح"},
		{Text, usual, "یادښت, یادښتونه, لنډیز, منځپانګه"},
		{Start, strong, "نېټه, نیټه, د پیل نېټه, کله"},
		{Start, usual, "پیل, له"},
		{End, strong, "د پای نېټه"},
		{End, usual, "پای, تر"},
		{Year, strong, "کال"},
		{Month, strong, "میاشت"},
		{Day, strong, "ورځ"},
		{Clock, strong, "وخت, بجه"},
		{Duration, usual, "موده"},
		{Lane, strong, "ډله, کټګوري"},
		{Lane, usual, "ډول, دوره, پړاو"},
		{Place, strong, "ځای, چېرته, چیرته"},
		{Place, usual, "ښار"},
		{Place, weak, "هېواد, هیواد, سیمه"},
		{People, strong, "څوک, خلک, ګډونوال"},
		{Source, strong, "سرچینه, سرچینې"},
		{Source, usual, "ورځپاڼه"},
		{URL, strong, "تړنی"},
		{URL, usual, "ویب پاڼه"},
		{Media, strong, "انځور, انځورونه"},
		{Quote, strong, "نقل قول"},
		{Speaker, strong, "ویاند"},
	}}
}
