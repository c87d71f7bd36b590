package data

import (
	"cmp"
	"slices"
	"strconv"

	"barline/data/tree"
)

// MaxProblems is how many problems are listed: whoever has more has mixed
// something up that one of the first will name.
const MaxProblems = 50

// faults collects problems by the node that has them. Paths are worked out
// at the end and for these nodes only, so that sound stories pay nothing.
type faults struct {
	found   []found
	paths   map[*tree.Node]string
	dropped bool
}

type found struct {
	node    *tree.Node
	key     string // of a field of node, "" for node itself
	problem Problem
}

// add notes a problem with a value.
func (fs *faults) add(n *tree.Node, what, fix string) {
	fs.put(found{n, "", Problem{Line: n.Line, Column: n.Column, What: what, Fix: fix}})
}

// addError notes the error of reading a value.
func (fs *faults) addError(n *tree.Node, err error) {
	p := ProblemOf(err)
	fs.add(n, p.What, p.Fix)
}

// addField notes a problem with a field that is not there.
func (fs *faults) addField(n *tree.Node, key, what, fix string) {
	fs.put(found{n, key, Problem{Line: n.Line, Column: n.Column, What: what, Fix: fix}})
}

// addKey notes a problem with the name of a field.
func (fs *faults) addKey(n *tree.Node, f tree.Field, what, fix string) {
	fs.put(found{n, f.Key, Problem{Line: f.KeyLine, Column: f.KeyColumn, What: what, Fix: fix}})
}

func (fs *faults) put(f found) {
	if len(fs.found) == MaxProblems {
		fs.dropped = true
		return
	}
	fs.found = append(fs.found, f)
}

// problems returns what was found in the order of the file, or nil.
func (fs *faults) problems(root *tree.Node) error {
	fs.locate(root, "")
	return fs.list()
}

// locate works out the paths of those nodes that have problems below one.
func (fs *faults) locate(n *tree.Node, path string) {
	for _, f := range fs.found {
		if _, known := fs.paths[f.node]; known {
			continue
		}
		if fs.paths == nil {
			fs.paths = map[*tree.Node]string{}
		}
		fs.paths[f.node] = ""
	}
	if len(fs.found) > 0 {
		findPaths(n, path, fs.paths)
	}
}

// list returns what was found and located in the order of the file, or nil.
func (fs *faults) list() error {
	if len(fs.found) == 0 {
		return nil
	}
	ps := make(Problems, len(fs.found))
	for i, f := range fs.found {
		f.problem.Path = fs.paths[f.node]
		if f.key != "" {
			f.problem.Path = join(f.problem.Path, f.key)
		}
		ps[i] = f.problem
	}
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	if fs.dropped {
		last := ps[len(ps)-1]
		ps = append(ps, Problem{Line: last.Line, Column: last.Column, What: "more problems follow", Fix: "fix these first"})
	}
	return ps
}

// findPaths fills in the paths of the nodes that are keys of paths.
func findPaths(n *tree.Node, path string, paths map[*tree.Node]string) {
	if _, ok := paths[n]; ok {
		paths[n] = path
	}
	for _, f := range n.Fields {
		if hasChildren(f.Value) || isKey(paths, f.Value) {
			findPaths(f.Value, join(path, f.Key), paths)
		}
	}
	for i, item := range n.Items {
		if hasChildren(item) || isKey(paths, item) {
			findPaths(item, path+"["+strconv.Itoa(i)+"]", paths)
		}
	}
}

func hasChildren(n *tree.Node) bool { return len(n.Fields)+len(n.Items) > 0 }

func isKey(paths map[*tree.Node]string, n *tree.Node) bool {
	_, ok := paths[n]
	return ok
}

// join appends a field to a path. Keys that are no plain words, which only
// unknown fields have, are quoted.
func join(path, key string) string {
	if !isPlainKey(key) {
		key = quoted(key)
	}
	if path == "" {
		return key
	}
	return path + "." + key
}

func isPlainKey(key string) bool {
	for i := range len(key) {
		c := key[i] | 0x20
		if !('a' <= c && c <= 'z' || '0' <= key[i] && key[i] <= '9' || key[i] == '_' || key[i] == '-') {
			return false
		}
	}
	return key != "" && len(key) <= maxErrorText
}

// place tells where a node stands, for the fix of another.
func place(n *tree.Node) string {
	if n.Line == 0 {
		return "before it"
	}
	return "on line " + strconv.Itoa(n.Line) + ", column " + strconv.Itoa(n.Column)
}
