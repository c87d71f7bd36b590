package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"maps"
	"path"
	"slices"
	"strings"

	"barline/data"
	"barline/data/tree"
	"barline/publish/pack"
)

// singleScript hands out what stands in the page.
const singleScript = "single.js"

// scriptBase is where a page's script looks for what lies beside it, and what it is in a
// page that is one file: singleScript answers for it.
const (
	scriptBase  = "document.currentScript.src"
	singlePlace = `"https://inside.invalid/"`
)

// Single publishes a story as one HTML file that holds everything, the engine and the
// editions included, and opens from a disk. The picture as PNG and the code for articles
// are left out, which need a place on the web.
//
// The file is the story's own page. Its editions stand in it compressed; at an address
// with ?lang=TAG singleScript has one of them take the page's place, before anything else
// runs.
func Single(story *data.Story, root *tree.Node, engine Engine, o Options) ([]byte, error) {
	o = o.inTurn()
	o.single = true
	if o.Bundles == nil {
		o.Bundles = &Bundles{}
	}
	if engine.Named == "" {
		engine.Named = assetName("engine.wasm", engine.WASM)
	}
	builds, pictures, err := built(story, root, engine, o)
	if err != nil {
		return nil, err
	}
	o.tell("one file")
	page, err := oneFile(builds, pictures)
	if err != nil {
		return nil, fmt.Errorf("the page as one file: %w", err)
	}
	return page, nil
}

// waits hides the page until singleScript knows whether it is in the language that the
// address asks for.
const waits = `if(/[?&]lang=/.test(location.search))document.documentElement.hidden=true`

// oneFile joins the pages of all languages; the first is the one that is seen.
func oneFile(builds []*build, pictures images) ([]byte, error) {
	scripts, err := builds[0].singleScripts()
	if err != nil {
		return nil, err
	}
	var all []*single
	var sheets [][]byte
	for _, b := range builds {
		pictures.addTo(b.site)
		s := &single{build: b, page: b.site["index.html"], images: pictures}
		if err := s.fold(); err != nil {
			return nil, err
		}
		all, sheets = append(all, s), append(sheets, s.sheets...)
	}
	policy := singlePolicy(append(slices.Clip(scripts), []byte(waits)), sheets)
	for _, s := range all {
		if err := s.replace(`<meta charset="utf-8">`, `<meta charset="utf-8">`+"\n"+`<meta http-equiv="Content-Security-Policy" content="`+policy+`">`); err != nil {
			return nil, err
		}
	}
	first := all[0]
	if len(all) > 1 {
		if err := first.replace("<style>", "<script>"+waits+"</script>\n<style>"); err != nil {
			return nil, err
		}
		nav := "</ul></nav>\n"
		if err := first.replace(nav, nav+"<noscript><p class=\"standfirst\">"+html.EscapeString(languagesNeedScripts(first.build.page.Interface))+"</p></noscript>\n"); err != nil {
			return nil, err
		}
	}
	var end bytes.Buffer
	addEditions(&end, all)
	first.addFiles(&end)
	// The first script runs the others, once the page is the one that is wanted.
	for _, script := range scripts[1:] {
		fmt.Fprintf(&end, "<script type=\"text/plain\" data-run>%s</script>\n", script)
	}
	fmt.Fprintf(&end, "<script>%s</script>\n", scripts[0])
	err = first.replace("</body>\n</html>", end.String()+"</body>\n</html>")
	return first.page, err
}

// single is a page that is being made one file.
type single struct {
	*build
	page   []byte
	images images
	sheets [][]byte
}

// replace puts something in the place of what stands in the page once.
func (s *single) replace(old, by string) error {
	if n := bytes.Count(s.page, []byte(old)); n != 1 {
		return fmt.Errorf("%s stands in it %d times, it must once", old, n)
	}
	s.page = bytes.Replace(s.page, []byte(old), []byte(by), 1)
	return nil
}

// fold takes into the page what lies beside it.
func (s *single) fold() error {
	pg := s.build.page
	sheet, late := s.site[pg.Fonts], fmt.Sprintf(`<link rel="stylesheet" data-late href="%s">`, pg.Fonts)
	if err := s.replace(late, ""); err != nil {
		return err
	}
	if err := s.replace(fmt.Sprintf("<script src=\"%s\" defer></script>\n", pg.Script), ""); err != nil {
		return err
	}
	s.sheets = [][]byte{sheetOf(s.page)}
	s.foldImages()
	if err := s.foldDownloads(); err != nil {
		return err
	}
	return s.addFonts(sheet)
}

// singlePolicy lets a page's own scripts and styles run, and nothing be fetched.
func singlePolicy(scripts, sheets [][]byte) string {
	hashes := func(all [][]byte) string {
		var b strings.Builder
		for i, contents := range all {
			if slices.ContainsFunc(all[:i], func(before []byte) bool { return bytes.Equal(before, contents) }) {
				continue
			}
			sum := sha256.Sum256(contents)
			b.WriteString(" 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'")
		}
		return b.String()
	}
	return "default-src 'none'; script-src" + hashes(scripts) + " 'wasm-unsafe-eval'; style-src" + hashes(sheets) + " data:; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
}

func dataURL(kind string, contents []byte) string {
	kind, _, _ = strings.Cut(kind, ";")
	return "data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(contents)
}

// foldImages puts images into the page where their names stand: of each the one that
// suits a popover on a screen of two pixels per px, since all are fetched with the page.
func (s *single) foldImages() {
	const widthPx = 840
	for _, p := range s.images {
		if len(p.variants) == 0 {
			continue
		}
		i := slices.IndexFunc(p.variants, func(v namedVariant) bool { return v.WidthPx >= widthPx })
		if i < 0 {
			i = len(p.variants) - 1
		}
		chosen := dataURL(contentType(p.variants[i].name), p.variants[i].Contents)
		for _, v := range p.variants {
			s.page = bytes.ReplaceAll(s.page, []byte(assetsFolder+v.name), []byte(chosen))
		}
	}
	// What is left in the assets and named by the page are signs of the theme.
	for name, contents := range s.site {
		if kind := contentType(name); strings.HasPrefix(name, assetsFolder) && strings.HasPrefix(kind, "image/") {
			s.page = bytes.ReplaceAll(s.page, []byte(`"`+name+`"`), []byte(`"`+dataURL(kind, contents)+`"`))
		}
	}
}

// foldDownloads puts the files that the page offers into its links, and takes out what
// there is only at an address.
func (s *single) foldDownloads() error {
	for _, name := range []string{pictureSVG, "story.json", "events.csv"} {
		link := []byte(`href="` + name + `"`)
		if contents, there := s.site[name]; there {
			s.page = bytes.ReplaceAll(s.page, link, []byte(`href="`+html.EscapeString(dataURL(contentType(name), contents))+`"`))
		}
	}
	png := fmt.Sprintf(`<a href="%s" download="%s.png">PNG</a> `, picturePNG, s.story.ID())
	s.page = bytes.Replace(s.page, []byte(png), nil, 1)
	code := fmt.Sprintf("<li class=\"scripted\"><button type=\"button\" data-action=\"copy-embed\">%s</button></li>\n", html.EscapeString(s.words.UI.CopyEmbed))
	s.page = bytes.Replace(s.page, []byte(code), nil, 1)
	for _, e := range s.build.page.Events {
		s.page = bytes.ReplaceAll(s.page, []byte(`href="e/`+e.ID+`/"`), []byte(`href="#`+e.ID+`"`))
	}
	return nil
}

// addFonts puts the late style sheet into the page, its fonts in it, each behind its
// name.
func (s *single) addFonts(sheet []byte) error {
	for name, contents := range s.site {
		kind := contentType(name)
		if !strings.HasPrefix(kind, "font/") {
			continue
		}
		base := path.Base(name)
		for _, form := range []string{"url(" + base + ")", `url("` + base + `")`} {
			sheet = bytes.ReplaceAll(sheet, []byte(form), []byte("/*"+base+"*/url(data:font/ttf;base64,"+base64.StdEncoding.EncodeToString(contents)+")"))
		}
		if !bytes.Contains(sheet, []byte("/*"+base+"*/")) {
			return fmt.Errorf("the style sheet does not name %s", base)
		}
	}
	if bytes.Contains(sheet, []byte("</")) {
		return fmt.Errorf("the style sheet would end its element")
	}
	s.sheets = append(s.sheets, sheet)
	// The page's script looks for the link of the sheet when it tries again.
	return s.replace("</body>\n</html>", "<style data-fonts>"+string(sheet)+"</style>\n<link rel=\"stylesheet\" data-late href=\"data:text/css,\">\n</body>\n</html>")
}

// addFiles adds what a page's script asks for later, which is the same in all languages
// but for columns of many events.
func (s *single) addFiles(to *bytes.Buffer) {
	packed := s.engine.Packed[".gz"]
	if packed == nil {
		packed = packGzip(s.engine.WASM, pack.Smallest)
	}
	addPart(to, fmt.Sprintf(`data-asset="%s" data-type="%s"`, s.engine.Named, contentType(".wasm")), packed)
	for _, name := range slices.Sorted(maps.Keys(s.site)) {
		if path.Ext(name) == ".barline" {
			addPart(to, fmt.Sprintf(`data-asset="%s" data-type="%s"`, path.Base(name), contentType(name)), packGzip(s.site[name], pack.Quick))
		}
	}
	addPart(to, `data-asset="licenses.txt" data-type="text/plain"`, packGzip(s.site[s.site.Named("licenses.txt")], pack.Quick))
}

// addPart adds a file in gzip as an element that holds text.
func addPart(to *bytes.Buffer, attributes string, gzip []byte) {
	fmt.Fprintf(to, `<script type="application/octet-stream" %s data-bytes="%d">%s</script>`+"\n", attributes, len(gzip), inText(gzip))
}

func packGzip(contents []byte, e pack.Effort) []byte {
	for _, c := range pack.Codings() {
		if c.Ending == ".gz" {
			return c.Pack(contents, e)
		}
	}
	return nil
}

// singleScripts are singleScript, which hands out what stands in the page, the engine's
// loader and the page's own script.
func (b *build) singleScripts() ([][]byte, error) {
	hands, err := b.options.Bundles.script(singleScript)
	if err != nil {
		return nil, err
	}
	js := b.site[b.page.Script]
	if n := bytes.Count(js, []byte(scriptBase)); n != 1 {
		return nil, fmt.Errorf("%s stands in %s %d times, it must once", scriptBase, b.page.Script, n)
	}
	js = bytes.Replace(js, []byte(scriptBase), []byte(singlePlace), 1)
	scripts := [][]byte{hands, b.site[b.site.Named("wasm_exec.js")], js}
	for _, script := range scripts {
		if lower := bytes.ToLower(script); bytes.Contains(lower, []byte("</script")) || bytes.Contains(lower, []byte("<!--")) {
			return nil, fmt.Errorf("a script would end its element")
		}
	}
	return scripts, nil
}
