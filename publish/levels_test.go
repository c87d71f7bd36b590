package publish

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"barline/assets/themes"
	"barline/data"
	"barline/internal/oldcss"
	"barline/web"
)

func browsers(t *testing.T, engines []api.Engine) oldcss.Browsers {
	t.Helper()
	var b oldcss.Browsers
	for _, e := range engines {
		v, err := strconv.ParseFloat(e.Version, 64)
		if err != nil {
			t.Fatal(err)
		}
		switch e.Name {
		case api.EngineSafari:
			b.Safari = v
		case api.EngineChrome:
			b.Chrome = v
		case api.EngineFirefox:
			b.Firefox = v
		}
	}
	return b
}

// Every style sheet, as it is published, can be read by browsers of ten years: what is
// newer is guarded.
func TestStylesAreForTheOldestBrowsers(t *testing.T) {
	var sheets []string
	for _, names := range [][]string{{"barline.css"}, {"barline.css", "many.css"}} {
		css, err := pageStyle(Options{}, []still{{widthPx: 320, heightPx: 400}, {widthPx: 700, heightPx: 500}}, heights{gaps: regularGaps()}, &themes.Look{Palettes: themes.Own(), Theme: data.Theme{Corners: new(float64)}}, names...)
		if err != nil {
			t.Fatal(err)
		}
		sheets = append(sheets, string(css))
	}
	late, err := lateStyle([]fontName{{File: "a.ttf", Faces: []int{0}, letters: "U+0-7F"}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, css := range append(sheets, string(late)) {
		problems, err := oldcss.Check(css, browsers(t, readable()))
		if err != nil {
			t.Error(err)
		}
		for _, p := range problems {
			t.Error(p)
		}
	}
}

// Scripts have no syntax that their oldest browsers do not know.
func TestScriptsAreForTheirOldestBrowsers(t *testing.T) {
	for name, engines := range map[string][]api.Engine{"page.js": pressable(), "many.js": pressable(), "live.js": pressable(), "many-live.js": pressable(), "embed.js": pressable(), "steps.js": pressable()} {
		built, err := script(name)
		if err != nil {
			t.Fatal(err)
		}
		as := func(engines []api.Engine) string {
			r := api.Transform(string(built), api.TransformOptions{Target: api.ESNext, Engines: engines, MinifyWhitespace: true, Charset: api.CharsetUTF8,
				Supported: map[string]bool{"destructuring": true, "optional-chain": true}})
			if len(r.Errors) > 0 {
				t.Errorf("%s: %s", name, r.Errors[0].Text)
			}
			return string(r.Code)
		}
		if as(nil) != as(engines) {
			t.Errorf("%s has syntax that some of %v do not know", name, engines)
		}
	}
}

// newer are calls and names that not all browsers know that run the scripts, with the
// files that may use them, since they look first whether they are there.
func newer() map[string]string {
	return map[string]string{
		`\.at\(`: "", `\.findLast`: "", `\.to(Sorted|Reversed|Spliced)\(`: "", `Object\.(hasOwn|groupBy)`: "", `structuredClone`: "",
		`reportError`: "", `TransformStream`: "", `\.pipeThrough\(`: "single.js", `Promise\.(any|withResolvers|try)`: "", `AbortSignal\.`: "", `randomUUID`: "",
		`\.aria[A-Z]`: "", `\.style\.(inset|translate|rotate|scale)\b`: "", `\binset:`: "", `\btranslate:`: "", `:has\(`: "", `:is\(`: "",
		`moveBefore`: "", `scheduler\.`: "", `checkVisibility`: "", `\.inert\b`: "", `startViewTransition`: "", `navigation\.`: "",
		`showPopover|hidePopover|:popover-open`: "page/popover.js", `CSSStyleSheet|adoptedStyleSheets`: "embed.js page/renew.js",
		`requestIdleCallback`: "page/surround.js", `featurePolicy`: "page/share.js", `navigator\.clipboard`: "page/share.js", `navigator\.connection`: "page/engine.js",
	}
}

func TestScriptsCallWhatTheirOldestBrowsersHave(t *testing.T) {
	comments := regexp.MustCompile(`(?m)//.*$`)
	err := fs.WalkDir(web.Files(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".js" {
			return err
		}
		source, err := fs.ReadFile(web.Files(), name)
		if err != nil {
			return err
		}
		code := comments.ReplaceAllString(string(source), "")
		for call, files := range newer() {
			if found := regexp.MustCompile(call).FindString(code); found != "" && !slices.Contains(strings.Fields(files), name) {
				t.Errorf("%s says %s, which browsers of the level pressable need not have", name, strings.TrimSpace(found))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestContainersHaveMediaForThem(t *testing.T) {
	for in, want := range map[string]string{
		"a{}@container barline (width >= 640px){b{}}c{}":  "a{}@container barline (width >= 640px){b{}}\n@supports not (container-type: inline-size) { @media (min-width: 640px) {b{}} }\nc{}",
		"@container barline (width < 640px) { b{ c:d } }": "@container barline (width < 640px) { b{ c:d } }\n@supports not (container-type: inline-size) { @media (max-width: 639.98px) { b{ c:d } } }\n",
	} {
		if got, err := withoutContainers(in); err != nil || got != want {
			t.Errorf("%s becomes %s, %v", in, got, err)
		}
	}
	for _, bad := range []string{"@container barline (height > 3px){}", "@container barline (width >= 3px){a{}"} {
		if got, err := withoutContainers(bad); err == nil {
			t.Errorf("%s becomes %s", bad, got)
		}
	}
}
