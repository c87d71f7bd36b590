package publish

import (
	"context"
	"errors"
	"runtime"
	"sync"
)

// parallel does n things on as many processors as there are. begin is called
// by each worker for what it works with alone. When ctx ends, nothing more is begun,
// and its error returned.
func parallel(ctx context.Context, n int, begin func() (do func(i int) error, err error)) error {
	return parallelBy(ctx, runtime.NumCPU(), n, begin)
}

// parallelBy is parallel with a number of workers.
func parallelBy(ctx context.Context, workers, n int, begin func() (do func(i int) error, err error)) error {
	next, errs := make(chan int), make([]error, n)
	var working sync.WaitGroup
	for range min(workers, n) {
		working.Go(func() {
			do, err := begin()
			for i := range next {
				if err != nil {
					errs[i] = err
					continue
				}
				errs[i] = do(i)
			}
		})
	}
	for i := range n {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	working.Wait()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return errors.Join(errs...)
}
