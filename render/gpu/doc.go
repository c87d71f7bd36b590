// Package gpu draws a scene with Ebitengine: every mark and every glyph in
// one batch of quads, through one shader, straight to the final screen at
// physical pixels.
//
// Marks are signed distances (the mathematics of render/shape, repeated in
// kage/mark.kage), so they are crisp at any scale. Glyphs come from an atlas that
// render/glyph fills on the CPU. A settled scene is not drawn again, and
// drawing one allocates nothing once its glyphs are in the atlas.
package gpu
