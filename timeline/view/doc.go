// Package view is the vocabulary that everything which shows a story shares:
// what the reader has chosen to see (View), the widths that figures are laid out
// for (Ladder), and the one interface that every kind of figure has (Figure).
//
// It draws nothing and decides nothing. The figures themselves are in
// timeline/figure; state, viewer, host and publish know them by this package
// alone, and ask a figure's Capabilities where they would otherwise have to
// know which kind it is.
package view
