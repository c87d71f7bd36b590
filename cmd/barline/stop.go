package main

import (
	"context"
	"errors"
)

// errInterrupted says that the program was told to stop before it had written
// anything.
var errInterrupted = errors.New("interrupted; nothing was written")

// untilStopped does something that only takes time and memory: when ctx ends it
// returns at once, and what goes on ends with the program. Whatever writes files
// must not be done in it.
func untilStopped[T any](ctx context.Context, do func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		value, err := do()
		done <- result{value, err}
	}()
	select {
	case r := <-done:
		if ctx.Err() != nil {
			r.err = errInterrupted
		}
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, errInterrupted
	}
}
