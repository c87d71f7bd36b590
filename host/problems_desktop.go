//go:build !js

package host

import (
	"bufio"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"barline/data"
	"barline/importer"
	"barline/importer/draft"
	deskwindow "barline/timeline/window"
	"barline/timeline/words"
)

// mostProblems is how many errors a panel lists.
const mostProblems = 60

// showProblems lists what is wrong with the file, over the picture that was there
// before. It goes when a version of the file can be read.
func (w *window) showProblems(err error) {
	say := w.wording()
	path := w.docs.path
	content := deskwindow.Dialog{Title: fill(say.CannotShow, "file", filepath.Base(path))}
	add := func(kind deskwindow.DialogKind, text string) {
		if text != "" {
			content.Items = append(content.Items, deskwindow.DialogItem{Kind: kind, Text: text})
		}
	}
	add(deskwindow.DialogQuiet, path)
	if e, ok := errors.AsType[*data.FileError](err); ok {
		for i, p := range e.Problems {
			if i == mostProblems {
				add(deskwindow.DialogQuiet, "+"+strconv.Itoa(len(e.Problems)-i))
				break
			}
			add(deskwindow.DialogStrong, placeOf(e.File, p))
			add(deskwindow.DialogText, p.What)
			add(deskwindow.DialogText, p.Fix)
		}
	} else {
		add(deskwindow.DialogText, strings.TrimPrefix(err.Error(), path+": "))
	}
	if w.docs.shown != nil {
		add(deskwindow.DialogQuiet, say.StaysBefore)
	}
	content.Items = append(content.Items,
		deskwindow.DialogItem{Kind: deskwindow.DialogChoice, Text: say.TryAgain, Action: "again"},
		deskwindow.DialogItem{Kind: deskwindow.DialogChoice, Text: say.OpenStory, Action: "open"})
	w.openDialog(dialogProblems, content, func(action string) {
		switch action {
		case "again":
			w.load(path, w.docs.shown != nil && w.docs.shown.path == path, true)
		case "open":
			w.showOpenPanel()
		}
	})
}

// placeOf is where a problem is: meetings.yaml:12:11 events[0].date.
func placeOf(file string, p data.Problem) string {
	place := filepath.Base(file)
	if p.Line > 0 {
		place += ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
	}
	if p.Path != "" {
		place += "  " + p.Path
	}
	return place
}

// ask asks what only a person can answer before a file can be shown. Each answer is
// given to the importer as the option of the command line would be; it may ask again.
func (w *window) ask(e *importer.QuestionsError) {
	say := w.wording()
	path := w.docs.path
	content := deskwindow.Dialog{Title: fill(say.BeforeShown, "file", filepath.Base(path))}
	w.dialog.closeIf(dialogQuestions)
	q := e.Questions[0] // the next is asked when this is answered: often one answer settles several
	add := func(i deskwindow.DialogItem) { content.Items = append(content.Items, i) }
	add(deskwindow.DialogItem{Kind: deskwindow.DialogStrong, Text: w.eventWords().Sentence(q.Text)})
	if about := aboutQuestion(q, say.InLines); about != "" {
		add(deskwindow.DialogItem{Kind: deskwindow.DialogQuiet, Text: about})
	}
	for _, row := range rowsAt(path, q.Lines) {
		add(deskwindow.DialogItem{Kind: deskwindow.DialogQuiet, Text: row})
	}
	if len(q.Answers) == 0 {
		add(deskwindow.DialogItem{Kind: deskwindow.DialogField, Action: "field:" + q.Option, Note: exampleFor(q.Option)})
		add(deskwindow.DialogItem{Kind: deskwindow.DialogChoice, Text: say.UseAnswer, Action: "use"})
	}
	for i, a := range q.Answers {
		item := deskwindow.DialogItem{Kind: deskwindow.DialogChoice, Text: a.Means, Note: a.Value, Action: "answer:" + strconv.Itoa(i)}
		if a.Means == "" {
			item.Text, item.Note = a.Value, ""
		}
		add(item)
	}
	w.openDialog(dialogQuestions, content, func(action string) {
		answer := w.dialog.fields["field:"+q.Option]
		if i, ok := strings.CutPrefix(action, "answer:"); ok {
			n, err := strconv.Atoi(i)
			if err != nil || n >= len(q.Answers) {
				return
			}
			answer = q.Answers[n].Value
		}
		if answer = strings.TrimSpace(answer); answer == "" {
			return
		}
		if err := w.docs.imports.Answer(q.Option, answer); err != nil {
			w.say(err.Error())
			return
		}
		w.load(path, w.docs.shown != nil && w.docs.shown.path == path, true)
	})
}

// aboutQuestion is what a question is about: “3/4/2014”, start, lines 2, 5 and 9.
func aboutQuestion(q draft.Question, inLines string) string {
	var parts []string
	if q.Example != "" {
		parts = append(parts, "“"+q.Example+"”")
	}
	if q.Column != "" {
		parts = append(parts, q.Column)
	}
	if len(q.Lines) > 1 {
		lines := make([]string, len(q.Lines))
		for i, n := range q.Lines {
			lines[i] = strconv.Itoa(n)
		}
		parts = append(parts, fill(inLines, "lines", strings.Join(lines, ", ")))
	}
	return strings.Join(parts, " · ")
}

// Limits of what a panel shows of a file.
const (
	mostRows     = 3
	mostRowBytes = 1 << 16
	mostRowRunes = 160
)

// rowsAt are the first of some lines of a file, with their numbers; none of a file that
// is no text.
func rowsAt(path string, lines []int) (rows []string) {
	lines = lines[:min(len(lines), mostRows)]
	if len(lines) == 0 {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, mostRowBytes)
	for n := 1; in.Scan() && len(rows) < len(lines); n++ {
		text := strings.TrimPrefix(in.Text(), "\ufeff")
		if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
			return nil
		}
		if slices.Contains(lines, n) {
			if r := []rune(text); len(r) > mostRowRunes {
				text = string(r[:mostRowRunes-1]) + "…"
			}
			rows = append(rows, strconv.Itoa(n)+":  "+text)
		}
	}
	return rows
}

// exampleFor is an answer to a question that has any.
func exampleFor(option string) string {
	return map[string]string{"day": "2024-03-26", "zone": "Europe/Oslo", "century": "1917"}[option]
}

// showProgress says how far the opening of a file has come.
func (w *window) showProgress(l *loading) {
	say := w.wording()
	file := filepath.Base(l.path)
	if l.path == "" {
		file = say.BuiltInStory
	}
	share := math.Float64frombits(l.share.Load())
	content := deskwindow.Dialog{Title: fill(say.Opening, "file", file)}
	text := say.Reading
	switch stage(l.stage.Load()) {
	case stageReading:
		share *= 0.1
	case stageUnderstanding:
		text, share = say.Understanding, 0.1+0.6*share
	case stageLayingOut:
		n := int(l.events.Load())
		text, share = fill(say.LayingOut, "events", w.eventWords().Events(n)), 0.7+0.3*share
	}
	content.Items = []deskwindow.DialogItem{
		{Kind: deskwindow.DialogText, Text: text},
		{Kind: deskwindow.DialogBar, Share: share},
		{Kind: deskwindow.DialogChoice, Text: say.Cancel, Action: "cancel"},
	}
	if d := &w.dialog; d.kind == dialogProgress && sameItems(d.content.Items, content.Items) {
		return
	}
	w.openDialog(dialogProgress, content, func(string) { w.actDialog(deskwindow.CloseDialog) })
}

func sameItems(a, b []deskwindow.DialogItem) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// eventWords are the words in which events are counted.
func (w *window) eventWords() *words.Words {
	if w.viewer != nil {
		return w.viewer.Figure().Words()
	}
	return words.English()
}
