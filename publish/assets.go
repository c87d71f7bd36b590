package publish

import (
	"html/template"
	"strings"

	"barline/assets/fonts"
	"barline/data"
)

// attachAssets gives the page its pictures, styles, script and fonts.
func (b *build) attachAssets(stills []still, controls [][]control, script string, sheets ...string) (assetNames, error) {
	for _, s := range common(stills) {
		b.page.Stills = append(b.page.Stills, template.HTML(s.svg))
	}
	h := heights{gaps: regularGaps(), headless: b.page.Headless, signed: b.page.Signed, fonts: b.fonts, heading: b.heading, controls: controls, languages: len(b.editions) > 1, folds: b.folds(), key: b.page.Key != nil, openQuote: b.words.UI.OpenQuote, closeQuote: b.words.UI.CloseQuote}
	for _, f := range b.files {
		if strings.HasSuffix(f.Name, "-arabic.ttf") {
			h.arabic = f.Letters
		}
	}
	if b.look.Theme.Density == data.DensityCompact {
		h.gaps = compactGaps()
	}
	b.rooms = roomsOf(stills, h)
	sheet, err := pageStyle(b.options, stills, h, &b.look, sheets...)
	if err != nil {
		return assetNames{}, err
	}
	b.page.Style = template.CSS(sheet)
	names, err := b.site.addAssets(script, b.files, b.engine, b.options)
	b.page.Script, b.page.Fonts = assetsFolder+names.script, assetsFolder+names.late
	return names, err
}

// assetNames are the files in the assets folder, by what they are.
type assetNames struct {
	script, late   string
	engine, loader string
	events         string // empty: they stand in the page
	fonts          []fontName
}

func (s Site) addAssets(name string, files []fonts.File, engine Engine, o Options) (assetNames, error) {
	var n assetNames
	js, err := o.Bundles.script(name)
	if err != nil {
		return n, err
	}
	n.script = s.addAsset(name, js)
	if n.engine = engine.Named; n.engine == "" {
		n.engine = s.addAsset("engine.wasm", engine.WASM)
	} else if engine.WASM != nil {
		s[assetsFolder+n.engine] = engine.WASM
	}
	for ending, packed := range engine.Packed {
		s[assetsFolder+n.engine+ending] = packed
	}
	loading, err := o.Bundles.loader(engine.Loader)
	if err != nil {
		return n, err
	}
	n.loader = s.addAsset("wasm_exec.js", loading)
	for _, f := range files {
		n.fonts = append(n.fonts, fontName{File: s.addAsset(f.Name, f.Contents), Faces: numbers(f.Faces), letters: f.Letters, first: strings.HasPrefix(f.Name, "theme-")})
	}
	late, err := lateStyle(n.fonts, o)
	if err != nil {
		return n, err
	}
	n.late = s.addAsset("late.css", late)
	// What is published is others' work, too; the fonts' licence alone where the
	// engine comes without any.
	licences := engine.Licences
	if len(licences) == 0 {
		if licences, err = fonts.Licence(); err != nil {
			return n, err
		}
	}
	s.addAsset("licenses.txt", licences)
	return n, nil
}
