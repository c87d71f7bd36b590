package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
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

// Single publishes a story as one HTML file that holds everything, the engine included,
// and opens from a disk. It is in one language: editions are left out, and so are the
// picture as PNG and the code for articles, which need a place on the web.
func Single(story *data.Story, root *tree.Node, engine Engine, o Options) ([]byte, error) {
	o = o.inTurn()
	o.Editions, o.single = nil, true
	builds, pictures, err := built(story, root, engine, o)
	if err != nil {
		return nil, err
	}
	b := builds[0]
	pictures.addTo(b.site)
	o.tell("one file")
	s := single{build: b, page: b.site["index.html"], images: pictures}
	if err := s.fold(); err != nil {
		return nil, fmt.Errorf("the page as one file: %w", err)
	}
	return s.page, nil
}

// single is a page that is being made one file.
type single struct {
	*build
	page    []byte
	images  images
	scripts [][]byte // inline ones, which the policy names
	sheets  [][]byte
	rest    bytes.Buffer // goes to the page's end
}

// replace puts something in the place of what stands in the page once.
func (s *single) replace(old, by string) error {
	if n := bytes.Count(s.page, []byte(old)); n != 1 {
		return fmt.Errorf("%s stands in it %d times, it must once", old, n)
	}
	s.page = bytes.Replace(s.page, []byte(old), []byte(by), 1)
	return nil
}

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
	if err := s.addFonts(sheet); err != nil {
		return err
	}
	if err := s.addFiles(); err != nil {
		return err
	}
	if err := s.addScripts(); err != nil {
		return err
	}
	if err := s.replace("</body>\n</html>", s.rest.String()+"</body>\n</html>"); err != nil {
		return err
	}
	return s.replace(`<meta charset="utf-8">`, `<meta charset="utf-8">`+"\n"+`<meta http-equiv="Content-Security-Policy" content="`+s.policy()+`">`)
}

// policy lets the page's own scripts and styles run, and nothing be fetched.
func (s *single) policy() string {
	hashes := func(all [][]byte) string {
		var b strings.Builder
		for _, contents := range all {
			sum := sha256.Sum256(contents)
			b.WriteString(" 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'")
		}
		return b.String()
	}
	return "default-src 'none'; script-src" + hashes(s.scripts) + " 'wasm-unsafe-eval'; style-src" + hashes(s.sheets) + " data:; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
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
	s.rest.WriteString("<style data-fonts>")
	s.rest.Write(sheet)
	// The page's script looks for the link of the sheet when it tries again.
	s.rest.WriteString("</style>\n<link rel=\"stylesheet\" data-late href=\"data:text/css,\">\n")
	return nil
}

// addFiles puts into the page what its script asks for later.
func (s *single) addFiles() error {
	add := func(name, kind string, contents []byte, gzip string) {
		fmt.Fprintf(&s.rest, `<script type="application/octet-stream" data-asset="%s" data-type="%s"%s>%s</script>`+"\n", name, kind, gzip, base64.StdEncoding.EncodeToString(contents))
	}
	const isGzip = ` data-gzip="1"`
	packed := s.engine.Packed[".gz"]
	if packed == nil {
		packed = packGzip(s.engine.WASM, pack.Smallest)
	}
	add(AssetName("engine.wasm", s.engine.WASM), contentType(".wasm"), packed, isGzip)
	for name, contents := range s.site {
		if path.Ext(name) == ".barline" {
			add(path.Base(name), contentType(name), packGzip(contents, pack.Quick), isGzip)
		}
	}
	licences := s.site[s.site.Named("licenses.txt")]
	add("licenses.txt", "text/plain", packGzip(licences, pack.Quick), isGzip)
	return nil
}

func packGzip(contents []byte, e pack.Effort) []byte {
	for _, c := range pack.Codings() {
		if c.Ending == ".gz" {
			return c.Pack(contents, e)
		}
	}
	return nil
}

// addScripts puts the scripts at the page's end, where all is there that they look for.
func (s *single) addScripts() error {
	hands, err := s.options.Bundles.script(singleScript)
	if err != nil {
		return err
	}
	js := s.site[s.build.page.Script]
	if n := bytes.Count(js, []byte(scriptBase)); n != 1 {
		return fmt.Errorf("%s stands in %s %d times, it must once", scriptBase, s.build.page.Script, n)
	}
	js = bytes.Replace(js, []byte(scriptBase), []byte(singlePlace), 1)
	for _, script := range [][]byte{hands, s.site[s.site.Named("wasm_exec.js")], js} {
		if lower := bytes.ToLower(script); bytes.Contains(lower, []byte("</script")) || bytes.Contains(lower, []byte("<!--")) {
			return fmt.Errorf("a script would end its element")
		}
		s.scripts = append(s.scripts, script)
		s.rest.WriteString("<script>")
		s.rest.Write(script)
		s.rest.WriteString("</script>\n")
	}
	return nil
}
