package oldcss_test

import (
	"strings"
	"testing"

	"barline/internal/oldcss"
)

func TestCheck(t *testing.T) {
	oldest := oldcss.Browsers{Safari: 11, Chrome: 60, Firefox: 60}
	for name, c := range map[string]struct{ css, want string }{
		"old":               {`a:hover,b{color:red}@media(max-width:3px){p{margin:0}}`, ""},
		"layer":             {`@layer x{a{color:red}}`, "@layer"},
		"container":         {`@container x (width >= 3px){a{color:red}}`, "@container"},
		"container twice":   {`@container x (width >= 3px){a{color:red}}@supports not (container-type: inline-size){@media (min-width:3px){a{color:red}}}`, ""},
		"in a list":         {`a,b:popover-open{color:red}`, "a rule of its own"},
		"by itself":         {`b:popover-open{color:red}`, ""},
		"is":                {`a:is(b,c){color:red}`, ":is()"},
		"value":             {`a{width:min(3px,4px)}`, "min()"},
		"value after older": {`a{width:3px;width:min(3px,4px)}`, ""},
		"older after value": {`a{width:min(3px,4px);width:3px}`, "min()"},
		"line height":       {`a{min-height:calc(var(--n)*1lh)}`, "units of a line"},
		"supported":         {`@supports (inset: 0){a{inset:0}}`, ""},
		"not supported":     {`@supports not (gap: 0){a{inset:0}}`, "inset"},
		"unknown property":  {`a{frobnicate:1}`, "no table"},
		"unknown pseudo":    {`a:frobnicated{color:red}`, "no table"},
		"unknown function":  {`a{color:frobnicate(1)}`, "no table"},
		"unknown rule":      {`@frobnicate{a{color:red}}`, "no table"},
		"nested":            {`@media print{a{inset:0}}`, "inset"},
	} {
		problems, err := oldcss.Check(c.css, oldest)
		if err != nil {
			t.Fatal(err)
		}
		said := strings.Join(problems, "\n")
		if c.want == "" && said != "" || !strings.Contains(said, c.want) {
			t.Errorf("%s: %q, want %q", name, said, c.want)
		}
	}
	if problems, _ := oldcss.Check(`@layer x{a:is(b,c){inset:0}}`, oldcss.Browsers{Safari: 18, Chrome: 140, Firefox: 145}); problems != nil {
		t.Errorf("of browsers that know it all: %q", problems)
	}
}

func TestDrop(t *testing.T) {
	have := oldcss.Browsers{Safari: 14, Chrome: 87, Firefox: 78}
	for css, want := range map[string]string{
		`a{color:red}`:                                   `a{color:red;}`,
		`@layer x{a{color:red}}`:                         ``,
		`a,b:popover-open{color:red}`:                    ``,
		`a{width:3px;width:3lh;top:0}`:                   `a{width:3px;top:0;}`,
		`@supports not (inset: 0){a{color:red}}`:         `a{color:red;}`,
		`@supports (container-type: x){a{top:0}}`:        ``,
		`@media(scripting:none){a{top:0}}`:               ``,
		`a{content:"}";color:red}b{background:url(")")}`: `a{content:"}";color:red;}b{background:url(")");}`,
	} {
		got, err := oldcss.Drop(css, have)
		if got = strings.ReplaceAll(got, "\n", ""); err != nil || got != want {
			t.Errorf("%s becomes %s, %v; want %s", css, got, err, want)
		}
	}
}
