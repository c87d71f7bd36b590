// Package state is the timeline's behaviour: a Model, the messages that
// change it, and the effects that a change asks of the surroundings.
//
//	input or host -> Msg -> Update -> (Model, []Effect) -> host
//
// Everything is pure. Time arrives as Tick, in seconds; nothing here reads a
// clock. The selection lives once, here; whoever shows it mirrors it.
package state
