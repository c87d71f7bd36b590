package session

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"barline/check"
	"barline/data"
	"barline/data/storyfile"
	"barline/data/tree"
	"barline/data/yamltree"
	"barline/importer"
	"barline/importer/columns"
)

// opened is the answer to open.
type opened struct {
	Story     *storyText    `json:"story"`
	Files     []openedFile  `json:"files"`
	Imported  bool          `json:"imported"`
	Report    *reportAnswer `json:"report"`
	Questions []question    `json:"questions"`
	Problems  []problem     `json:"problems"`
	Dropped   []dropped     `json:"dropped"`
}

type storyText struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

type openedFile struct {
	Name  string   `json:"name"`
	Bytes bytesRef `json:"bytes"`
	Kind  string   `json:"kind"`
}

type reportAnswer struct {
	Lines    []string             `json:"lines"`
	Shape    string               `json:"shape"`
	Events   int                  `json:"events"`
	Columns  []importer.ColumnUse `json:"columns"`
	Decided  []importer.Remark    `json:"decided"`
	Changed  []importer.Remark    `json:"changed"`
	Contrary []importer.Remark    `json:"contrary"`
	LeftOut  []importer.Remark    `json:"leftOut"`
	Unread   []importer.Remark    `json:"unread"`
}

func newOpened() *opened {
	return &opened{Files: []openedFile{}, Questions: []question{}, Problems: []problem{}, Dropped: []dropped{}}
}

func (t *task) open() (any, error) {
	var of struct {
		Files   []file  `json:"files"`
		Options options `json:"options"`
		Base    string  `json:"base"`
	}
	if err := t.read(&of); err != nil {
		return nil, err
	}
	o := newOpened()
	files, err := t.given(of.Files, o)
	if err != nil {
		return nil, err
	}
	main, found := mainFile(files)
	if found != nil {
		o.Problems = problemsOf([]check.Finding{*found})
		return o, nil
	}
	t.progress(0, 0, "reading")
	if err := t.ctx.Err(); err != nil {
		return nil, err
	}
	if err := t.openMain(main, files[main], of.Options, of.Base, o); err != nil {
		return nil, err
	}
	if o.Story != nil {
		t.keepOthers(main, files, o)
	}
	return o, t.ctx.Err()
}

// given are the files of a request, those in zips among them.
func (t *task) given(sent []file, o *opened) (map[string][]byte, error) {
	files := map[string][]byte{}
	total := 0
	for _, f := range sent {
		contents, there, err := t.contents(f)
		if err != nil {
			return nil, err
		}
		name := strings.TrimLeft(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if !there {
			return nil, &missingError{[]string{f.Name}}
		}
		if len(contents) > mostFileBytes {
			o.Dropped = append(o.Dropped, dropped{f.Name, fmt.Sprintf("it has %d MB, and at most %d are opened", len(contents)>>20, mostFileBytes>>20)})
			continue
		}
		if isArchive(contents) {
			inside, left, err := t.unpacked(f.Name, contents)
			if err != nil {
				return nil, err
			}
			o.Dropped = append(o.Dropped, left...)
			maps.Copy(files, inside)
			continue
		}
		switch {
		case isHidden(name):
			continue
		case !fs.ValidPath(name):
			o.Dropped = append(o.Dropped, dropped{f.Name, "its name leads out of the folder"})
			continue
		}
		if total += len(contents); total > mostDocumentBytes || len(files) > mostFiles {
			return nil, fmt.Errorf("these are more than %d files or %d MB; open the story's folder alone", mostFiles, mostDocumentBytes>>20)
		}
		files[name] = contents
	}
	return files, nil
}

// mainFile is the one that a story is made of: a story of ours, else the only file that
// may be something else's. found says why there is none.
func mainFile(files map[string][]byte) (main string, found *check.Finding) {
	fault := func(name, what, fix string) (string, *check.Finding) {
		return "", &check.Finding{File: name, Severity: check.Error, Code: "file", Message: what, Fix: fix}
	}
	var stories, others []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		switch kind := kindOf(name); {
		case kind == "image" || kind == "font":
		case isStoryName(name) && saysBarline(files[name]):
			stories = append(stories, name)
		case strings.HasSuffix(name, ".import.json") || strings.HasSuffix(name, ".proof.json") || name == "barline.json":
		default:
			others = append(others, name)
		}
	}
	// An edition is no story of its own beside the one that it is of, and what is deeper
	// in the folder belongs to something else.
	stories = slices.DeleteFunc(stories, func(name string) bool {
		return slices.ContainsFunc(stories, func(of string) bool {
			_, is := storyfile.EditionTag(yamlName(name), yamlName(of))
			return is && path.Dir(name) == path.Dir(of) || strings.Count(of, "/") < strings.Count(name, "/")
		})
	})
	switch {
	case len(stories) == 1:
		return stories[0], nil
	case len(stories) > 1:
		return fault(stories[1], "these are several stories: "+strings.Join(stories, ", "), "open one of them, with its editions; an edition's name has its language before the ending, as story.nb.yaml")
	case len(others) == 1:
		return others[0], nil
	case len(others) == 0 && len(files) == 0:
		return fault("", "there is nothing to open", "choose a story, a spreadsheet, or a timeline of another program")
	case len(others) == 0:
		return fault(slices.Sorted(maps.Keys(files))[0], "there is no story among these files", "open them together with the story's file")
	}
	return fault(others[1], "these are several files, and none is a story: "+strings.Join(clipped(others), ", "), "open one of them")
}

func clipped(names []string) []string {
	const most = 6
	if len(names) > most {
		return append(slices.Clone(names[:most]), fmt.Sprintf("and %d more", len(names)-most))
	}
	return names
}

// saysBarline reports whether a file of YAML or JSON says that it is a story of ours.
func saysBarline(contents []byte) bool {
	for line := range strings.SplitSeq(string(contents[:min(len(contents), 1<<16)]), "\n") {
		if rest, ok := strings.CutPrefix(strings.TrimPrefix(line, "\ufeff"), "barline"); ok && strings.HasPrefix(strings.TrimLeft(rest, " "), ":") {
			return true
		}
	}
	if !isJSON("", contents) {
		return false
	}
	root, err := tree.ParseJSON(contents)
	return err == nil && root.Get("barline") != nil
}

// openMain makes a story of a file, or says what keeps it from being one.
func (t *task) openMain(name string, contents []byte, given options, base string, o *opened) error {
	if bytes.HasPrefix(contents, []byte("PAR1")) && t.options.Parquet != nil {
		var err error
		if contents, err = t.options.Parquet(t.ctx, contents); err != nil {
			return fmt.Errorf("%s: the program that reads Parquet: %w; it is fetched once: go online and open the file again, or save it as CSV", name, err)
		}
	}
	io := given.importer(name)
	io.Base = base
	io.Progress = func(done, total int) { t.progress(done, total, "reading") }
	r, err := importer.Import(contents, io)
	var asked *importer.QuestionsError
	var faults *data.FileError
	var option *importer.OptionError
	var unknown *columns.UnknownError
	switch {
	case errors.As(err, &asked):
		o.Questions = questionsOf(asked, contents, io)
		return nil
	case errors.As(err, &faults):
		o.Problems = problemsOf(check.Errors(faults.File, faults.Problems))
		o.Story = editable(name, contents)
		return nil
	case errors.As(err, &option), errors.As(err, &unknown):
		o.Problems = problemsOf([]check.Finding{{File: name, Severity: check.Error, Code: "other", Message: err.Error()}})
		return nil
	case err != nil:
		return err
	}
	return t.openStory(name, contents, r, o)
}

// openStory takes a story that was read.
func (t *task) openStory(name string, contents []byte, r *importer.Result, o *opened) error {
	own := r.Own && isStoryName(name)
	o.Imported = !own
	o.Report = reportOf(&r.Report, own)
	if r.Root == nil {
		o.Problems = problemsOf([]check.Finding{{File: name, Severity: check.Error, Code: "file", Message: fmt.Sprintf("%d events are too many for a story file, which has at most %d", r.Story.Len(), storyfile.MostInTree), Fix: "publish the table as it is, with barline build"}})
		return nil
	}
	text := contents
	if !own || isJSON(name, contents) {
		var err error
		if text, err = yamltree.Append(nil, r.Root); err != nil {
			return err
		}
	}
	if err := tree.Check(text); err != nil {
		o.Problems = problemsOf(check.Errors(name, data.Problems{data.ProblemOf(err)}))
		return nil
	}
	o.Story = &storyText{yamlName(name), string(text)}
	return nil
}

// editable is a story with errors as it can be edited, or nil.
func editable(name string, contents []byte) *storyText {
	if !isStoryName(name) || tree.Check(contents) != nil {
		return nil
	}
	if !isJSON(name, contents) {
		return &storyText{yamlName(name), string(contents)}
	}
	root, err := tree.ParseJSON(contents)
	if err != nil || root.Get("barline") == nil {
		return nil
	}
	text, err := yamltree.Append(nil, root)
	if err != nil || len(text) > tree.MaxBytes {
		return nil
	}
	return &storyText{yamlName(name), string(text)}
}

// yamlName is the name of the file that is edited.
func yamlName(name string) string {
	base := pathBase(name)
	switch ending := path.Ext(base); strings.ToLower(ending) {
	case ".yaml":
		return base
	case ".yml":
		base = strings.TrimSuffix(base, ending)
	default:
		base = strings.TrimSuffix(base, ending)
	}
	if base == "" || base == "paste" {
		base = "timeline"
	}
	return base + ".yaml"
}

// keepOthers keeps the files that belong to the story, by their paths from its folder.
func (t *task) keepOthers(main string, files map[string][]byte, o *opened) {
	folder := main[:len(main)-len(pathBase(main))]
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if name == main {
			continue
		}
		local, inside := strings.CutPrefix(name, folder)
		kind := kindOf(name)
		if kind == "" || !inside {
			why := "it is no image, font, theme or edition"
			if kind != "" {
				why = "it is not in the story's folder"
			}
			o.Dropped = append(o.Dropped, dropped{name, why})
			continue
		}
		contents := files[name]
		if _, is := storyfile.EditionTag(yamlName(local), o.Story.Name); is && !strings.Contains(local, "/") {
			kind = "edition"
			if root, err := tree.ParseJSON(contents); isJSON(name, contents) && err == nil {
				if text, err := yamltree.Append(nil, root); err == nil {
					contents = text
				}
			}
			local = yamlName(local)
		}
		o.Files = append(o.Files, openedFile{local, t.send(contents), kind})
	}
}

func reportOf(r *importer.Report, own bool) *reportAnswer {
	list := func(all []importer.Remark) []importer.Remark {
		if all == nil {
			return []importer.Remark{}
		}
		return all
	}
	a := &reportAnswer{Lines: []string{}, Shape: r.Shape, Events: r.Events, Columns: r.Columns, Decided: list(r.Decided), Changed: list(r.Changed), Contrary: list(r.Contrary), LeftOut: list(r.LeftOut), Unread: list(r.Unread)}
	if !own {
		a.Lines = r.Text()
	}
	if a.Columns == nil {
		a.Columns = []importer.ColumnUse{}
	}
	return a
}
