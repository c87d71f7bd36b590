package browser_test

// What the first story must hold, as FACTS.md has it.

type fact struct {
	id, kind string
	// named are the parts of the button's accessible name beside the title.
	named []string
}

func facts() []fact {
	return []fact{
		{"2025-02", "meeting", []string{"February 2025", "day not given", "3½ hours"}},
		{"2025-03", "meeting", []string{"March 2025", "day not given", "reportedly kept waiting 8 hours", "length unknown", "rumoured to be brief"}},
		{"2025-04-11", "meeting", []string{"11 April 2025", "4½ hours"}},
		{"2025-04-25", "meeting", []string{"25 April 2025", "3 hours"}},
		{"2025-08-06", "meeting", []string{"6 August 2025", "just under 3 hours"}},
		{"2025-12-02", "meeting", []string{"2–3 December 2025", "from outside the report", "5 hours"}},
		{"nato-brussels", "context", []string{"about 2–3 December 2025", "from outside the report"}},
		{"putin-europe", "context", []string{"about 2–3 December 2025", "from outside the report"}},
		{"zelensky-dublin", "context", []string{"about 2–3 December 2025", "from outside the report"}},
		{"embassy", "context", []string{"about 3 December 2025", "from outside the report"}},
	}
}

// ids are the events in their order.
func ids() []string {
	var all []string
	for _, f := range facts() {
		all = append(all, f.id)
	}
	return all
}

type quotation struct {
	ID, Element, Speaker, Words string
}

// quotations are those of an event, to the letter.
func quotations(id string) []quotation {
	switch id {
	case "2025-12-02":
		return []quotation{
			{"q1", "BLOCKQUOTE", "Yuri Ushakov", "No compromises have been found yet. There is still a lot of work to be done."},
			{"q2", "Q", "Yuri Ushakov", "constructive"},
			{"q3", "Q", "Yuri Ushakov", "significant opportunities"},
		}
	case "putin-europe":
		return []quotation{
			{"q4", "Q", "Vladimir Putin", "not acceptable"},
			{"q5", "BLOCKQUOTE", "Vladimir Putin", "We are not going to fight with Europe, but if Europe wants to fight with us, we are ready right now."},
		}
	case "zelensky-dublin":
		return []quotation{
			{"q6", "Q", "Volodymyr Zelensky", "still need to be worked out"},
			{"q7", "BLOCKQUOTE", "Volodymyr Zelensky", "Now more than ever, there is a chance to end this war"},
			{"q8", "Q", "Volodymyr Zelensky", "would depend heavily on the talks in Moscow"},
		}
	}
	return nil
}
