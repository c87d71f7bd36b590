// Package input turns what hands do into messages: presses, drags, pinches,
// wheels and keys. The browser's page and the desktop window send the same
// samples, in px of the figure, so both feel the same.
//
//	sample -> Recogniser -> state.Msg
//
// It knows nothing of where samples come from and keeps only what a gesture
// under way needs; Cancel leaves it at rest.
package input
