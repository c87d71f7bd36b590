package publish

import (
	"context"
	"errors"
	"sync"

	"barline/publish/pack"
)

// Pool does parts of publishing elsewhere, while this program does others: it is for a
// browser, where a program has one processor and can start others of its kind.
type Pool interface {
	// Size is how many parts it does at once.
	Size() int
	// Draw draws a picture of the site that the pool was begun for, as [Drawings] does.
	Draw(ctx context.Context, edition int, name string) ([]byte, error)
	// Pack compresses as the coding of that name does.
	Pack(ctx context.Context, coding string, contents []byte, e pack.Effort) ([]byte, error)
}

// ErrLost is what a pool says of a part that was under way in a program which has ended:
// the part is then done here.
var ErrLost = errors.New("the program that did this part has ended")

// shared does n things, here and in a pool; without one it is parallel. They are begun in
// their order, so that what takes longest should stand first.
func shared(ctx context.Context, pool Pool, n int, away func(i int) error, begin func() (do func(i int) error, err error)) error {
	if pool == nil || pool.Size() == 0 {
		return parallel(ctx, n, begin)
	}
	row := &row{end: n, left: n, changed: make(chan struct{})}
	errs := make([]error, n)
	// Two for each program of the pool: the next part is there when one is done.
	for range 2 * pool.Size() {
		go func() {
			for {
				i, ok := row.next()
				if !ok || ctx.Err() != nil {
					return
				}
				err := away(i)
				if errors.Is(err, ErrLost) {
					row.giveBack(i)
					return
				}
				errs[i] = err
				row.done()
			}
		}()
	}
	do, err := begin()
	if err != nil {
		return err
	}
	for {
		i, ok, changed := row.nextOrLost()
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case ok:
			errs[i] = do(i)
			row.done()
		case changed == nil:
			return errors.Join(errs...)
		default:
			select {
			case <-changed:
			case <-ctx.Done():
			}
		}
	}
}

// row are the things that are still to be done: those from begin to end, and those that
// were given back.
type row struct {
	lock       sync.Mutex
	begin, end int
	back       []int
	left       int           // are not done
	changed    chan struct{} // closed when all are done or one is given back
}

// next takes the next thing that nobody has begun.
func (r *row) next() (i int, ok bool) {
	r.lock.Lock()
	defer r.lock.Unlock()
	if r.begin == r.end {
		return 0, false
	}
	r.begin++
	return r.begin - 1, true
}

// nextOrLost takes the next thing, or one that was given back. Where there is none,
// changed is closed once there may be one, and nil if everything is done.
func (r *row) nextOrLost() (i int, ok bool, changed <-chan struct{}) {
	if i, ok := r.next(); ok {
		return i, true, nil
	}
	r.lock.Lock()
	defer r.lock.Unlock()
	switch {
	case len(r.back) > 0:
		i = r.back[0]
		r.back = r.back[1:]
		return i, true, nil
	case r.left == 0:
		return 0, false, nil
	}
	return 0, false, r.changed
}

func (r *row) giveBack(i int) {
	r.lock.Lock()
	defer r.lock.Unlock()
	r.back = append(r.back, i)
	close(r.changed)
	r.changed = make(chan struct{})
}

func (r *row) done() {
	r.lock.Lock()
	defer r.lock.Unlock()
	if r.left--; r.left == 0 {
		close(r.changed)
	}
}
