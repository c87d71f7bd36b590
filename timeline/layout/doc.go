// Package layout is the toolbox that figures, cards and the window share: a
// Builder that collects a scene's nodes and remembers which places are taken,
// labels as Blocks that are put on the first free Spot, marks that are spread
// apart, and the Frame of along and across.
package layout
