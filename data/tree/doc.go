// Package tree holds a story file before it is understood: a document of
// objects, arrays and scalars that remembers where each part stood, so that
// every error can point at it.
//
//	JSON text --ParseJSON--> Node --AppendJSON--> JSON for a script element
//
// The YAML reader is a package of its own, data/yamltree, so that programs
// that read JSON alone do not carry it.
package tree
