package review

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"barline/check"
	"barline/data"
	"barline/data/storyfile"
	"barline/data/tree"
	"barline/importer"
	"barline/importer/article"
	"barline/publish"
	"barline/publish/media"
	"barline/timeline/words/languages"
)

// Subject is a story to review.
type Subject struct {
	File     string
	Story    *data.Story
	Root     *tree.Node
	Editions []storyfile.Edition
	// Read reads files by their paths from the story's.
	Read func(name string) ([]byte, error)
	// Before is what was published of the story before, or nil.
	Before *check.Published
	// Quick leaves out what takes long, laying the story out and looking for letters that
	// no font has: for use at each keystroke.
	Quick bool
	// Letters keeps fonts for the next review; it may be nil.
	Letters *publish.Letters
}

// Review is what there is to say of a story.
type Review struct {
	Input    check.Input
	Findings []check.Finding
}

// Of reviews a story and its editions.
func Of(s Subject) (*Review, error) {
	if !s.Quick {
		if err := publish.FitsWith(s.Story, s.Letters); err != nil {
			return nil, fmt.Errorf("%s: %w", s.File, err)
		}
	}
	in, err := inputOf(s.File, s.Story, s.Root)
	if err != nil {
		return nil, err
	}
	in.Before = s.Before
	all := imageFindings(&in, s.Read)
	advice, err := s.advice(in)
	if err != nil {
		return nil, err
	}
	for _, e := range s.Editions {
		edition, err := inputOf(e.File, e.Story, e.Root)
		if err != nil {
			return nil, err
		}
		in.Editions = append(in.Editions, edition)
		more, err := s.advice(edition)
		if err != nil {
			return nil, err
		}
		advice = append(advice, more...)
	}
	all = append(append(all, check.Story(in)...), advice...)
	if in.Before != nil {
		all = append(all, check.Changes(in)...)
	}
	return &Review{in, all}, nil
}

func (s Subject) advice(in check.Input) ([]check.Finding, error) {
	if s.Quick {
		return nil, nil
	}
	return adviceOn(in, s.Read, s.Letters)
}

func inputOf(file string, s *data.Story, root *tree.Node) (check.Input, error) {
	l, err := languages.ForStory(s)
	if err != nil {
		return check.Input{}, err
	}
	return check.Input{File: file, Story: s, Root: root, Words: l.Words, Known: l.Known}, nil
}

// imageFindings are what is wrong with the images of a story, whose sizes are put into
// the input.
func imageFindings(in *check.Input, read func(name string) ([]byte, error)) []check.Finding {
	var all []check.Finding
	for _, p := range publish.ImageProblems(in.Story, read) {
		// Its path says the event's id.
		id := strings.TrimSuffix(strings.TrimPrefix(p.Path, "events."), ".media.file")
		p.Line, p.Column, p.Path = check.EventPlace(*in, id, "media", "file")
		all = append(all, check.Finding{File: in.File, Line: p.Line, Column: p.Column, Path: p.Path, Severity: check.Error, Code: "bad-image", Message: p.What, Fix: p.Fix})
	}
	in.Images = map[string]check.Size{}
	for i := range in.Story.Len() {
		m := in.Story.Media(i)
		if m == nil {
			continue
		}
		if contents, err := read(m.File); err == nil {
			if info, err := media.Check(m.File, contents); err == nil {
				in.Images[m.File] = check.Size{WidthPx: info.WidthPx, HeightPx: info.HeightPx}
			}
		}
	}
	return all
}

// adviceOn is what else those who publish a story should know: of its colours, its
// letters, its fonts and the words of its language. What is wrong with a file that it
// names is an error.
func adviceOn(in check.Input, read func(name string) ([]byte, error), kept *publish.Letters) ([]check.Finding, error) {
	remarks, err := publish.RemarksWith(in.Story, read, kept)
	if fault, ok := errors.AsType[*publish.FileFault](err); ok {
		return []check.Finding{faultOf(in, fault)}, nil
	}
	if err != nil {
		return nil, err
	}
	var all []check.Finding
	for _, r := range remarks {
		code := [...]string{publish.Remarked: "advice", publish.LowContrast: "low-contrast", publish.MissingLetters: "missing-letters"}[r.Sort]
		if slices.Contains(in.Story.Allow(), code) {
			continue
		}
		line, column := 0, 0
		if r.Path != "" {
			line, column = check.Place(in, r.Path)
		}
		all = append(all, check.Finding{File: in.File, Line: line, Column: column, Path: r.Path, Severity: check.Warning, Code: code, Message: r.What, Fix: r.Fix})
	}
	return all, nil
}

// faultOf is what is wrong with a file that a story names.
func faultOf(in check.Input, fault *publish.FileFault) check.Finding {
	line, column := check.Place(in, fault.Path)
	f := check.Finding{File: in.File, Line: line, Column: column, Path: fault.Path, Severity: check.Error, Code: "bad-theme", Message: fault.Error()}
	if i := strings.Index(fault.Path, "font"); i == 0 || strings.HasPrefix(fault.Path, "theme.font") {
		f.Code = "bad-font"
	}
	if errors.Is(fault, fs.ErrNotExist) || errors.Is(fault, fs.ErrPermission) {
		f.Code, f.Fix = "file", "write the path of a file beside the story, or put it there"
	}
	return f
}

// Failure is why a file could not be reviewed, as findings.
func Failure(file string, err error) []check.Finding {
	if e, ok := errors.AsType[*data.FileError](err); ok {
		return check.Errors(e.File, e.Problems)
	}
	code := "file"
	if e, ok := errors.AsType[*article.Error](err); ok {
		return []check.Finding{{File: e.Name, Severity: check.Error, Code: code, Message: e.What, Fix: e.Fix}}
	}
	if e, ok := errors.AsType[*importer.QuestionsError](err); ok {
		all := check.Errors(e.File, e.Problems())
		for i := range all {
			all[i].Code = "open-question"
		}
		return all
	}
	return []check.Finding{{File: file, Severity: check.Error, Code: code, Message: err.Error()}}
}
