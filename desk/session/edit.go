package session

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"barline/data/edtf"
	"barline/data/tree"
	"barline/data/yamledit"
	"barline/data/yamltree"
)

func itoa(n int) string { return strconv.Itoa(n) }

// editOp is an operation as the page sends it.
type editOp struct {
	Op    string            `json:"op"`
	Path  []json.RawMessage `json:"path"`
	Value json.RawMessage   `json:"value"`
	To    int               `json:"to"`
}

// change is one stretch of a text, in UTF-16 units, and what stands there now.
type change struct {
	From   int    `json:"from"`
	To     int    `json:"to"`
	Insert string `json:"insert"`
}

func (t *task) edit() (any, error) {
	var of struct {
		File  string   `json:"file"`
		Ops   []editOp `json:"ops"`
		Check *bool    `json:"check"`
		Quick bool     `json:"quick"`
	}
	if err := t.read(&of); err != nil {
		return nil, err
	}
	d, err := t.document()
	if err != nil {
		return nil, err
	}
	name := cmp.Or(of.File, d.story)
	was, there := d.files[name]
	if !there {
		return nil, fmt.Errorf("there is no file %s", name)
	}
	text := was
	for len(of.Ops) > 0 {
		// Sorting needs the dates as they are by then.
		n := slices.IndexFunc(of.Ops, func(o editOp) bool { return o.Op == "sort" })
		if n < 0 {
			n = len(of.Ops)
		}
		ops, err := opsOf(of.Ops[:n])
		if err == nil {
			text, err = yamledit.EditWith(t.reader(name), text, ops...)
		}
		if err == nil && n < len(of.Ops) {
			text, err = sorted(text)
			n++
		}
		if err != nil {
			return nil, err
		}
		of.Ops = of.Ops[n:]
	}
	if err := tree.Check(text); err != nil {
		return nil, err
	}
	answer := struct {
		*checked
		File    string   `json:"file"`
		Text    string   `json:"text"`
		Changes []change `json:"changes"`
	}{nil, name, string(text), changes(was, text)}
	d.files[name] = text
	if of.Check == nil || *of.Check {
		answer.checked, err = t.checkDocument(d, nil, of.Quick)
	}
	return answer, err
}

func opsOf(ops []editOp) ([]yamledit.Op, error) {
	kinds := map[string]yamledit.Kind{"set": yamledit.Set, "remove": yamledit.Remove, "insert": yamledit.Insert, "move": yamledit.Move}
	var all []yamledit.Op
	for _, o := range ops {
		kind, known := kinds[o.Op]
		if !known {
			return nil, fmt.Errorf("there is no operation %q", o.Op)
		}
		op := yamledit.Op{Kind: kind, To: o.To}
		for _, raw := range o.Path {
			var s yamledit.Step
			if err := json.Unmarshal(raw, &s.Key); err != nil {
				if err := json.Unmarshal(raw, &s.Index); err != nil {
					return nil, fmt.Errorf("a path has keys and numbers, not %s", raw)
				}
			} else if s.Key == "" {
				return nil, fmt.Errorf("a key is empty")
			}
			op.Path = append(op.Path, s)
		}
		if len(op.Path) == 0 || (kind == yamledit.Insert || kind == yamledit.Move) && op.Path[len(op.Path)-1].Key != "" {
			return nil, fmt.Errorf("the path of %q does not name a place", o.Op)
		}
		if kind == yamledit.Set || kind == yamledit.Insert {
			var err error
			if op.Value, err = valueOfJSON(o.Value); err != nil {
				return nil, err
			}
		}
		all = append(all, op)
	}
	return all, nil
}

// valueOfJSON is a value as YAML reads it: all that is said is text, but for true, false
// and null.
func valueOfJSON(raw []byte) (*tree.Node, error) {
	if len(raw) == 0 {
		return &tree.Node{Kind: tree.Null}, nil
	}
	n, err := tree.ParseJSON(raw)
	if err != nil {
		return nil, err
	}
	return asYAML(n), nil
}

func asYAML(n *tree.Node) *tree.Node {
	if n.Kind == tree.Number {
		n.Kind = tree.String
	}
	for _, item := range n.Items {
		asYAML(item)
	}
	for _, f := range n.Fields {
		asYAML(f.Value)
	}
	return n
}

// sorted puts the events into the order of their dates. Those whose date cannot be read
// stay behind the one that they stand behind.
func sorted(text []byte) ([]byte, error) {
	root, err := yamltree.Parse(text)
	if err != nil {
		return nil, err
	}
	events := itemsOf(root, "events")
	if len(events) < 2 {
		return text, nil
	}
	starts, order := make([]int64, len(events)), make([]int, len(events))
	last := int64(math.MinInt64)
	for i, e := range events {
		if date, err := edtf.Parse(valueOf(e.Get("date"))); err == nil {
			last, _ = date.Bounds()
		}
		starts[i], order[i] = last, i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(starts[a], starts[b]) })
	if slices.IsSorted(order) {
		return text, nil
	}
	return yamledit.Edit(text, yamledit.Op{Kind: yamledit.Order, Path: yamledit.Path{{Key: "events"}}, Order: order})
}

// changes is the one stretch in which two texts differ, or none.
func changes(was, is []byte) []change {
	if bytes.Equal(was, is) {
		return []change{}
	}
	most := min(len(was), len(is))
	start := 0
	for start < most && was[start] == is[start] {
		start++
	}
	for start > 0 && start < len(was) && !utf8.RuneStart(was[start]) || start > 0 && start < len(is) && !utf8.RuneStart(is[start]) {
		start--
	}
	end := 0
	for end < most-start && was[len(was)-1-end] == is[len(is)-1-end] {
		end++
	}
	for end > 0 && !utf8.RuneStart(was[len(was)-end]) {
		end--
	}
	from := units(was[:start])
	return []change{{from, from + units(was[start:len(was)-end]), string(is[start : len(is)-end])}}
}

// units is the length of a text in UTF-16.
func units(text []byte) int {
	n := 0
	for _, r := range string(text) {
		if n++; r > 0xFFFF {
			n++
		}
	}
	return n
}
