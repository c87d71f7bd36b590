// Package wording holds the words that only the window says, in the languages of the
// interface: names of its shortcuts, of what it copies and writes, and what it answers.
// They are apart from those of timeline/words/languages, which every page carries.
package wording

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed *.json
var files embed.FS

// Words are the window's own. Those with braces are patterns for words.Fill.
type Words struct {
	// Names of what can be done, as the help panel and tooltips have them.
	Help            string `json:"help"`
	PreviousEvent   string `json:"previousEvent"`
	NextEvent       string `json:"nextEvent"`
	FirstEvent      string `json:"firstEvent"`
	LastEvent       string `json:"lastEvent"`
	OpenEvent       string `json:"openEvent"`
	NextControl     string `json:"nextControl"`
	PreviousControl string `json:"previousControl"`
	ScrollDown      string `json:"scrollDown"`
	ScrollUp        string `json:"scrollUp"`
	FullScreen      string `json:"fullScreen"`
	BlackScreen     string `json:"blackScreen"`
	WhiteScreen     string `json:"whiteScreen"`
	LargerText      string `json:"largerText"`
	SmallerText     string `json:"smallerText"`
	UsualText       string `json:"usualText"`
	CopyQuotation   string `json:"copyQuotation"`
	CopyPicture     string `json:"copyPicture"`
	Export          string `json:"export"`
	Quit            string `json:"quit"`
	// What can be written.
	PicturePNG string `json:"picturePNG"`
	PictureSVG string `json:"pictureSVG"`
	PrintPDF   string `json:"printPDF"`
	TableCSV   string `json:"tableCSV"`
	Website    string `json:"website"`
	// What the window answers.
	QuotationCopied string `json:"quotationCopied"`
	PictureCopied   string `json:"pictureCopied"`
	CopyRefused     string `json:"copyRefused"`
	LinkRefused     string `json:"linkRefused"`
	Writing         string `json:"writing"`
	Written         string `json:"written"`
	NotWritten      string `json:"notWritten"`
	FileThere       string `json:"fileThere"`
	ReplaceFile     string `json:"replaceFile"`
	OtherName       string `json:"otherName"`
	// Opening files, and what is said of them.
	OpenStory     string `json:"openStory"`
	ChooseFile    string `json:"chooseFile"`
	DropFile      string `json:"dropFile"`
	RecentFiles   string `json:"recentFiles"`
	ForgetFiles   string `json:"forgetFiles"`
	NotThere      string `json:"notThere"`
	BuiltInStory  string `json:"builtInStory"`
	Close         string `json:"close"`
	CannotShow    string `json:"cannotShow"`
	StaysBefore   string `json:"staysBefore"`
	TryAgain      string `json:"tryAgain"`
	BeforeShown   string `json:"beforeShown"`
	UseAnswer     string `json:"useAnswer"`
	InLines       string `json:"inLines"`
	Opening       string `json:"opening"`
	Reading       string `json:"reading"`
	Understanding string `json:"understanding"`
	LayingOut     string `json:"layingOut"`
	Cancel        string `json:"cancel"`
	ManyDropped   string `json:"manyDropped"`
	ReadAgain     string `json:"readAgain"`
	GoneFile      string `json:"goneFile"`
	NoChooser     string `json:"noChooser"`
	ReadAloud     string `json:"readAloud"`
	PageOpened    string `json:"pageOpened"`
	OtherLanguage string `json:"otherLanguage"`
}

// For is the window's words in a language by its tag, or in what that is a kind of: those
// of nb for nb-NO; English where there are none.
func For(tag string) (Words, error) {
	for part := strings.ToLower(tag); part != ""; part = parent(part) {
		switch part {
		case "no":
			part = "nb"
		case "prs":
			part = "fa-af"
		}
		for _, known := range Tags() {
			if strings.EqualFold(known, part) {
				return read(known)
			}
		}
	}
	return read("en")
}

// parent is a tag without its last part.
func parent(tag string) string { return tag[:max(0, strings.LastIndexByte(tag, '-'))] }

func read(tag string) (w Words, err error) {
	contents, err := fs.ReadFile(files, tag+".json")
	if err != nil {
		return w, err
	}
	if err := json.Unmarshal(contents, &w); err != nil {
		return w, fmt.Errorf("wording/%s.json: %w", tag, err)
	}
	return w, nil
}

// Tags are the languages that there are words in.
func Tags() []string {
	names, err := fs.Glob(files, "*.json")
	if err != nil {
		panic(err) // the pattern is right
	}
	for i, n := range names {
		names[i] = strings.TrimSuffix(n, ".json")
	}
	return names
}
