package sheet

import (
	"errors"
	"path"
	"strconv"
	"strings"

	"barline/data/tree"
	"barline/importer/sheet/xmlscan"
)

// xmlPart goes through the elements of a part of a workbook. Prefixes of names do
// not matter: the names within one part do not clash.
type xmlPart struct {
	scanner *xmlscan.Scanner
	name    string
	close   func() error
}

func (a *archive) xml(name string) (*xmlPart, error) {
	r, err := a.open(name)
	if err != nil {
		return nil, err
	}
	s, err := xmlscan.New(r)
	if err != nil {
		r.Close()
		return nil, ours(err, name)
	}
	return &xmlPart{s, name, r.Close}, nil
}

// ours is an error of this package, or that of a damaged part.
func ours(err error, name string) error {
	if e, ok := errors.AsType[*tree.Error](err); ok {
		return e
	}
	return damagedPart(name)
}

// next is the next token, or nil at the end. Its bytes are good until the one after.
func (x *xmlPart) next() (*xmlscan.Token, error) {
	t, err := x.scanner.Next()
	if err != nil {
		return nil, ours(err, x.name)
	}
	if t.Kind == xmlscan.EOF {
		return nil, nil
	}
	return t, nil
}

// elements calls back for each element of a part, when it begins.
func (a *archive) elements(name string, each func(*xmlscan.Token)) error {
	x, err := a.xml(name)
	if err != nil {
		return err
	}
	defer x.close()
	for {
		t, err := x.next()
		if t == nil || err != nil {
			return err
		}
		if t.Kind == xmlscan.Start {
			each(t)
		}
	}
}

// isOn reports whether a value is one of XML's for true.
func isOn(value string) bool { return value == "1" || value == "true" }

// relation is where one part of a workbook leads from another.
type relation struct{ kind, target string }

// relations are those of a part by their ids. kind is the last word of their type.
func (a *archive) relations(part string) (map[string]relation, error) {
	folder, file := path.Split(part)
	all := map[string]relation{}
	err := a.elements(folder+"_rels/"+file+".rels", func(e *xmlscan.Token) {
		if string(e.Name) != "Relationship" {
			return
		}
		r := relation{path.Base(e.Attribute("Type")), e.Attribute("Target")}
		if e.Attribute("TargetMode") != "External" {
			if inner, ok := strings.CutPrefix(r.target, "/"); ok {
				r.target = path.Clean(inner)
			} else {
				r.target = path.Join(folder, r.target)
			}
		}
		all[e.Attribute("Id")] = r
	})
	return all, err
}

// related is the target of the first relation of a kind, or what it is by custom.
func related(all map[string]relation, kind, usual string) string {
	for _, r := range all {
		if r.kind == kind {
			return r.target
		}
	}
	return usual
}

// sharedStrings are the texts that cells refer to by number.
func (a *archive) sharedStrings(name string) ([]string, error) {
	x, err := a.xml(name)
	if err != nil {
		return nil, err
	}
	defer x.close()
	var all []string
	var text richText
	for {
		t, err := x.next()
		if t == nil || err != nil {
			return all, err
		}
		text.take(t)
		if t.Kind == xmlscan.End && string(t.Name) == "si" {
			all = append(all, text.done())
		}
	}
}

// richText gathers the text of an element that may be in pieces of several fonts.
// How Japanese is pronounced stands between them and is left out.
type richText struct {
	out            []byte
	inText, spoken bool
}

func (r *richText) take(t *xmlscan.Token) {
	switch begins := t.Kind == xmlscan.Start; {
	case t.Kind == xmlscan.Text:
		if r.inText && !r.spoken {
			r.out = append(r.out, t.Text...)
		}
	case string(t.Name) == "t":
		r.inText = begins
	case string(t.Name) == "rPh":
		r.spoken = begins
	}
}

func (r *richText) done() string {
	s := tidy(unescaped(string(r.out)))
	r.out = r.out[:0]
	return s
}

// unescaped reads _x000D_, which workbooks write for characters that XML cannot
// hold.
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	const length = len("_x000D_")
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if strings.HasPrefix(s[i:], "_x") && len(s) >= i+length && s[i+length-1] == '_' {
			if code, err := strconv.ParseUint(s[i+2:i+length-1], 16, 16); err == nil {
				out.WriteRune(rune(code))
				i += length - 1
				continue
			}
		}
		out.WriteByte(s[i])
	}
	return out.String()
}

// styles are the number formats that cells refer to by number.
func (a *archive) styles(name string) ([]numberFormat, error) {
	codes := map[int]numberFormat{}
	var all []numberFormat
	inCells := false
	err := a.elements(name, func(e *xmlscan.Token) {
		switch string(e.Name) {
		case "numFmt":
			if id, err := strconv.Atoi(e.Attribute("numFmtId")); err == nil {
				codes[id] = parseFormat(e.Attribute("formatCode"))
			}
		case "cellStyleXfs", "cellStyles", "dxfs":
			inCells = false
		case "cellXfs":
			inCells = true
		case "xf":
			if !inCells {
				return
			}
			id, err := strconv.Atoi(e.Attribute("numFmtId"))
			if err != nil {
				id = 0
			}
			f, ours := codes[id]
			if !ours {
				f = builtIn(id)
			}
			all = append(all, f)
		}
	})
	return all, err
}
