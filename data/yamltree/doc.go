// Package yamltree reads YAML into a positioned tree. It takes the part of
// YAML that people write by hand: one document of mappings, sequences and
// scalars, with anchors and aliases.
//
// YAML guesses types, and a guess is wrong for "2025", "no" or "1:30". So
// every scalar is text, as written, except a plain true, false, null, ~ or
// nothing at all.
package yamltree
