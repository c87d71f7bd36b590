package importer_test

import (
	"errors"
	"testing"

	"barline/importer"
)

// Answers are given one after the other, as a window asks, until none is left.
func TestAnswersSettleQuestions(t *testing.T) {
	table := []byte("what,when\nAmbassadors meet,3/4/2014\nTalks,5/6/46\n")
	o := importer.Options{Name: "t.csv", Strict: true}
	asked := map[string]bool{}
	for range 6 {
		_, err := importer.Import(table, o)
		if err == nil {
			break
		}
		e, ok := errors.AsType[*importer.QuestionsError](err)
		if !ok {
			t.Fatal(err)
		}
		q := e.Questions[0]
		asked[q.Option] = true
		value := "1917"
		if len(q.Answers) > 0 {
			value = q.Answers[0].Value
		}
		if err := o.Answer(q.Option, value); err != nil {
			t.Fatalf("%s %s: %v", q.Option, value, err)
		}
	}
	if _, err := importer.Import(table, o); err != nil {
		t.Errorf("after all answers: %v", err)
	}
	if !asked["dates"] {
		t.Errorf("asked were %v", asked)
	}
}

func TestAnswer(t *testing.T) {
	o := importer.Options{Dates: "dmy,months", Map: map[string][]string{"title": {"main"}}}
	for option, value := range map[string]string{"dates": "mdy", "map": "date=3", "zone": "Europe/Oslo", "century": "1917", "day": "2024-03-26", "bc": "historical", "lang": "nb", "sheet": "Two", "headline": "H"} {
		if err := o.Answer(option, value); err != nil {
			t.Errorf("%s %s: %v", option, value, err)
		}
	}
	if o.Dates != "months,mdy" || o.Map["title"][0] != "main" || o.Map["date"][0] != "3" || o.Century != 1917 || o.Zone != "Europe/Oslo" {
		t.Errorf("%+v", o)
	}
	before := o.Dates
	for option, value := range map[string]string{"dates": "sideways", "century": "then", "zone": "Nowhere", "day": "never", "wrong": "x", "map": "x"} {
		_, isOption := errors.AsType[*importer.OptionError](o.Answer(option, value))
		if !isOption {
			t.Errorf("%s %s is taken", option, value)
		}
	}
	if o.Dates != before || o.Zone != "Europe/Oslo" {
		t.Errorf("a wrong answer changed %+v", o)
	}
}
