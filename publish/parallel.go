package publish

import (
	"errors"
	"runtime"
	"sync"
)

// parallel does n things on as many processors as there are. begin is called
// by each worker for what it works with alone.
func parallel(n int, begin func() (do func(i int) error, err error)) error {
	next, errs := make(chan int), make([]error, n)
	var working sync.WaitGroup
	for range min(runtime.NumCPU(), n) {
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
		next <- i
	}
	close(next)
	working.Wait()
	return errors.Join(errs...)
}
