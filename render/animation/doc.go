// Package animation draws a film of scenes on the CPU and writes it as a file that
// moves by itself.
//
//	Film -> Frames -> pictures, in order -> GIF, APNG: the parts that changed
//	                                     -> whoever encodes video: every picture
//
// Pictures are drawn by several goroutines; what comes of them is the same for any
// number. A scene that is seen for several frames is drawn once.
package animation
