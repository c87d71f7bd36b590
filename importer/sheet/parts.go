package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"golang.org/x/net/html/charset"

	"barline/data/tree"
)

// xmlPart goes through the elements of a part of a workbook. Prefixes of names do
// not matter: the names within one part do not clash.
type xmlPart struct {
	decoder *xml.Decoder
	name    string
	close   func() error
}

func (a *archive) xml(name string) (*xmlPart, error) {
	r, err := a.open(name)
	if err != nil {
		return nil, err
	}
	d := xml.NewDecoder(r)
	d.CharsetReader = charset.NewReaderLabel
	return &xmlPart{d, name, r.Close}, nil
}

// next is the next token, or nil at the end. Its bytes are good until the one after.
func (x *xmlPart) next() (xml.Token, error) {
	t, err := x.decoder.RawToken()
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	if err != nil {
		if ours, ok := errors.AsType[*tree.Error](err); ok {
			return nil, ours
		}
		return nil, damagedPart(x.name)
	}
	return t, nil
}

// elements calls back for each element of a part, when it begins.
func (a *archive) elements(name string, each func(xml.StartElement)) error {
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
		if e, ok := t.(xml.StartElement); ok {
			each(e)
		}
	}
}

// attribute is the value of an attribute by its name without prefix.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// isOn reports whether a value is one of XML's for true.
func isOn(value string) bool { return value == "1" || value == "true" }

// relation is where one part of a workbook leads from another.
type relation struct{ kind, target string }

// relations are those of a part by their ids. kind is the last word of their type.
func (a *archive) relations(part string) (map[string]relation, error) {
	folder, file := path.Split(part)
	all := map[string]relation{}
	err := a.elements(folder+"_rels/"+file+".rels", func(e xml.StartElement) {
		if e.Name.Local != "Relationship" {
			return
		}
		r := relation{path.Base(attribute(e, "Type")), attribute(e, "Target")}
		if attribute(e, "TargetMode") != "External" {
			if inner, ok := strings.CutPrefix(r.target, "/"); ok {
				r.target = path.Clean(inner)
			} else {
				r.target = path.Join(folder, r.target)
			}
		}
		all[attribute(e, "Id")] = r
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
		if e, ok := t.(xml.EndElement); ok && e.Name.Local == "si" {
			all = append(all, text.done())
		}
	}
}

// richText gathers the text of an element that may be in pieces of several fonts.
// How Japanese is pronounced stands between them and is left out.
type richText struct {
	out            strings.Builder
	inText, spoken bool
}

func (r *richText) take(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		switch t.Name.Local {
		case "t":
			r.inText = true
		case "rPh":
			r.spoken = true
		}
	case xml.EndElement:
		switch t.Name.Local {
		case "t":
			r.inText = false
		case "rPh":
			r.spoken = false
		}
	case xml.CharData:
		if r.inText && !r.spoken {
			r.out.Write(t)
		}
	}
}

func (r *richText) done() string {
	s := tidy(unescaped(r.out.String()))
	r.out = strings.Builder{}
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
	err := a.elements(name, func(e xml.StartElement) {
		switch e.Name.Local {
		case "numFmt":
			if id, err := strconv.Atoi(attribute(e, "numFmtId")); err == nil {
				codes[id] = parseFormat(attribute(e, "formatCode"))
			}
		case "cellStyleXfs", "cellStyles", "dxfs":
			inCells = false
		case "cellXfs":
			inCells = true
		case "xf":
			if !inCells {
				return
			}
			id, err := strconv.Atoi(attribute(e, "numFmtId"))
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
