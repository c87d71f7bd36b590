package columns

// dari is how columns are named in Dari, where it differs from Persian.
func dari() vocabulary {
	return vocabulary{lang: "fa-AF", private: "نشر نشود, قابل نشر نیست, غیر قابل نشر", entries: []entry{
		{Title, weak, "واقعات"},
		{End, strong, "تاریخ ختم"},
		{Lane, usual, "نوعیت"},
		{Place, weak, "ولسوالی"},
	}}
}
