package canonical

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// attach gives each comment to the entry that it is written for. all are the entries in
// the order of the file, outer ones before those inside them.
func (d *document) attach(comments []comment, all []*entry) {
	first := len(comments)
	for i, c := range comments {
		if len(all) > 0 && c.line >= all[0].line {
			first = i
			break
		}
	}
	comments = d.takeHeader(comments, first, all)
	next := 0 // the first entry that begins behind the comment
	for _, c := range comments {
		for next < len(all) && (all[next].line < c.line || all[next].line == c.line && all[next].column < c.column) {
			next++
		}
		switch {
		case !c.alone && strings.Trim(c.before, "- ") == "" && next < len(all): // behind a dash
			all[next].head = append(all[next].head, c)
		case !c.alone && next > 0:
			if e := beside(all[next-1], c.before); e == d.root {
				d.tail = append(d.tail, c)
			} else {
				e.side = append(e.side, c)
			}
		default:
			d.attachAlone(c, all, next)
		}
	}
}

// takeHeader takes the comments that are about the file: those above the first entry but
// for the last few, if no blank line is between them and it. What speaks to an editor is
// about the file in any case.
func (d *document) takeHeader(comments []comment, first int, all []*entry) []comment {
	own := first // where those of the first entry begin
	if first > 0 && len(all) > 0 && !all[0].blank {
		for own > 0 && !strings.Contains(comments[own-1].text, "yaml-language-server") {
			own--
			if comments[own].blank {
				break
			}
		}
		if own == 0 && !comments[0].blank && first > 0 {
			// One group alone, right above the first field: it is the file's, whose fields
			// may change places.
			own = first
		}
	}
	d.header = comments[:own]
	return comments[own:]
}

// beside is the entry that a comment is behind: the last one that begins before it or,
// if that has been closed by brackets since, the one that they belong to.
func beside(e *entry, before string) *entry {
	closed := 0
	for before != "" && strings.ContainsRune("]}", rune(before[len(before)-1])) {
		closed++
		before = strings.TrimRight(before[:len(before)-1], " \t")
	}
	if len(e.inner) == 0 && e.value.Kind != yaml.ScalarNode {
		closed-- // its own
	}
	for ; closed > 0 && e.flow; closed-- {
		e = e.above
	}
	return e
}

// attachAlone gives a comment on a line of its own to the entry below it or, if it is
// indented more than that, to the one above it at its own level.
func (d *document) attachAlone(c comment, all []*entry, next int) {
	if next < len(all) {
		below := all[next]
		if next > 0 && !below.flow && c.column > below.column && !d.hasDash(all[next-1].line, c.line) {
			if e := levelOf(all[next-1], c.column); e != nil && e.column > below.column {
				e.foot = append(e.foot, c)
				return
			}
		}
		below.head = append(below.head, c)
		return
	}
	var e *entry
	if next > 0 {
		e = levelOf(all[next-1], c.column)
	}
	if e == nil || e.above == d.root {
		d.tail = append(d.tail, c)
		return
	}
	e.foot = append(e.foot, c)
}

// hasDash reports whether a dash that begins an item is alone on a line between two.
func (d *document) hasDash(from, to int) bool {
	return slices.ContainsFunc(d.lines[min(from, to-1):to-1], func(line string) bool { return strings.Trim(line, " -") == "" && strings.Contains(line, "-") })
}

// levelOf is the innermost entry around one, or itself, that is indented no more than a
// column; entries on one line have no levels.
func levelOf(e *entry, column int) *entry {
	for e != nil && (e.flow || e.column > column) {
		e = e.above
	}
	if e == nil || e.above == nil {
		return nil
	}
	return e
}
