package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The copy says of every shader, built-in or ours, what the module says:
// produce compares them and fails otherwise. And it would notice.
func TestTheCopysShadersAreTheModules(t *testing.T) {
	t.Chdir("../..")
	out := t.TempDir()
	if err := produce(out); err != nil {
		t.Fatal(err)
	}
	// What sets words passes its own tests with the lean module.
	if printed, err := command("go", "test", "-modfile="+filepath.Join(out, "lean.mod"), "./typeset"); err != nil {
		t.Errorf("%v\n%s", err, printed)
	}
	c := newCopy(out)
	list, err := c.precompile(append([]string{"list"}, c.shaders...)...)
	if err != nil {
		t.Fatal(err)
	}
	// Clear, three filters by three addresses with and without colour matrix, ours.
	if n := strings.Count(list, "\n--- fragment\n"); n != 1+3*3*2+2 {
		t.Errorf("%d shaders are listed", n)
	}
	for _, part := range []string{"ColorMBody", "adjustSrcPosForAddressRepeat", "const HatchPeriod", "#version 300 es"} {
		if !strings.Contains(list, part) {
			t.Errorf("the list lacks %q", part)
		}
	}
	for name, change := range map[string][2]string{
		"internal/shaderir/glsl/programs.go":  {"precision highp", "precision lowp"},
		"internal/builtinshader/sources.go":   {"clr.rgb /= clr.a", "clr.rgb *= clr.a"},
		"internal/shaderir/glsl/glsl.go":      {"Index: index", "Index: 0"},
		"internal/graphicsdriver/graphics.go": {"", ""},
	} {
		path := filepath.Join(c.dir, filepath.FromSlash(name))
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		write := func(contents string) {
			if err := os.WriteFile(path, []byte(contents), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		write(strings.ReplaceAll(string(before), change[0], change[1]))
		changed, err := c.precompile(append([]string{"list"}, c.shaders...)...)
		if harmless := change[0] == ""; (err == nil && same(list, changed) == nil) != harmless {
			t.Errorf("%s: %q for %q is noticed: %t", name, change[1], change[0], harmless)
		}
		write(string(before))
	}
	stranger := filepath.Join(out, "stranger.kage")
	if err := os.WriteFile(stranger, []byte("//kage:unit pixels\n\npackage main\n\nfunc Fragment() vec4 { return vec4(1) }\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := c.precompile("list", stranger); err == nil || !strings.Contains(err.Error(), "was not compiled when it was built") {
		t.Errorf("a shader that the copy does not know: %v", err)
	}
}
