// Package data holds the story: people, places, sources, events and quotes,
// as decoded from a story file.
//
//	bytes -> tree (JSON here, YAML in data/yamltree) -> Decode -> Story
//
// FORMAT.md describes the story file field by field.
//
// A Story is validated, sorted by date and immutable: its accessors return
// copies, so whoever holds one may share it freely. Every value that a reader
// could doubt carries its Basis, and every length its Qualifier; nothing in
// this package turns an uncertain value into a certain one.
package data
