package dates_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"barline/importer/dates"
)

// Words are looked up folded, so the tables have to hold them folded.
func TestTablesAreFolded(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	words := 0
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), f, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range parsed.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || !strings.HasSuffix(fn.Name.Name, "Word") && !strings.HasSuffix(fn.Name.Name, "Month") && !strings.HasSuffix(fn.Name.Name, "Ordinal") {
				continue
			}
			ast.Inspect(fn, func(n ast.Node) bool {
				c, ok := n.(*ast.CaseClause)
				if !ok {
					return true
				}
				for _, e := range c.List {
					lit, ok := e.(*ast.BasicLit)
					if !ok {
						continue
					}
					w, _ := strconv.Unquote(lit.Value)
					words++
					if folded := dates.Fold(w); folded != w {
						t.Errorf("%s: %q has to be %q", f, w, folded)
					}
				}
				return true
			})
		}
	}
	if words < 1000 {
		t.Errorf("only %d words found: the search is wrong", words)
	}
}
