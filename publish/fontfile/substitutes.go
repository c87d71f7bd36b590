package fontfile

import (
	"slices"

	"github.com/go-text/typesetting/font/opentype/tables"
)

// addSubstitutes adds the glyphs that may be drawn in place of kept ones: ligatures,
// forms by position, small capitals. Every rule of the font (table GSUB) counts as one
// that applies, in whatever context: some that never are drawn are kept, none is missed.
func addSubstitutes(kept map[int]bool, gsub []byte) error {
	if len(gsub) == 0 {
		return nil
	}
	layout, _, err := tables.ParseLayout(gsub)
	if err != nil {
		return err
	}
	var rules []tables.GSUBLookup
	for _, lookup := range layout.LookupList.Lookups {
		of, err := lookup.AsGSUBLookups()
		if err != nil {
			return err
		}
		rules = append(rules, of...)
	}
	// What a rule adds may be what another one begins with.
	for before := -1; before != len(kept); {
		before = len(kept)
		for _, rule := range rules {
			for _, glyph := range drawnBy(rule, kept) {
				kept[int(glyph)] = true
			}
		}
	}
	return nil
}

// drawnBy are the glyphs that a rule draws in place of kept ones.
func drawnBy(rule tables.GSUBLookup, kept map[int]bool) (drawn []tables.GlyphID) {
	covered := func(visit func(glyph tables.GlyphID, index int)) {
		for glyph := range kept {
			if i, ok := rule.Cov().Index(tables.GlyphID(glyph)); ok {
				visit(tables.GlyphID(glyph), i)
			}
		}
	}
	switch rule := rule.(type) {
	case tables.SingleSubs:
		covered(func(glyph tables.GlyphID, i int) {
			switch data := rule.Data.(type) {
			case tables.SingleSubstData1:
				drawn = append(drawn, glyph+tables.GlyphID(data.DeltaGlyphID))
			case tables.SingleSubstData2:
				if i < len(data.SubstituteGlyphIDs) {
					drawn = append(drawn, data.SubstituteGlyphIDs[i])
				}
			}
		})
	case tables.MultipleSubs:
		covered(func(_ tables.GlyphID, i int) {
			if i < len(rule.Sequences) {
				drawn = append(drawn, rule.Sequences[i].SubstituteGlyphIDs...)
			}
		})
	case tables.AlternateSubs:
		covered(func(_ tables.GlyphID, i int) {
			if i < len(rule.AlternateSets) {
				drawn = append(drawn, rule.AlternateSets[i].AlternateGlyphIDs...)
			}
		})
	case tables.LigatureSubs:
		covered(func(_ tables.GlyphID, i int) {
			if i >= len(rule.LigatureSets) {
				return
			}
			for _, ligature := range rule.LigatureSets[i].Ligatures {
				if !slices.ContainsFunc(ligature.ComponentGlyphIDs, func(g tables.GlyphID) bool { return !kept[int(g)] }) {
					drawn = append(drawn, ligature.LigatureGlyph)
				}
			}
		})
	case tables.ReverseChainSingleSubs:
		covered(func(_ tables.GlyphID, i int) {
			if i < len(rule.SubstituteGlyphIDs) {
				drawn = append(drawn, rule.SubstituteGlyphIDs[i])
			}
		})
	}
	return drawn
}
