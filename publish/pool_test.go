package publish_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"sync"
	"testing"

	"barline/data/storyfile"
	"barline/publish"
	"barline/publish/pack"
)

// fakePool is a pool in this program. After so many parts it loses whatever it is given.
type fakePool struct {
	publish.Drawings
	lock  sync.Mutex
	parts int
	loses int // after so many parts; 0: never
	fails error
}

func (p *fakePool) Size() int { return 2 }

func (p *fakePool) part() error {
	p.parts++
	if p.loses > 0 && p.parts > p.loses {
		return publish.ErrLost
	}
	return p.fails
}

func (p *fakePool) Draw(_ context.Context, edition int, name string) ([]byte, error) {
	p.lock.Lock()
	defer p.lock.Unlock()
	if err := p.part(); err != nil {
		return nil, err
	}
	return p.Drawings.Draw(edition, name)
}

func (p *fakePool) Pack(_ context.Context, coding string, contents []byte, e pack.Effort) ([]byte, error) {
	p.lock.Lock()
	defer p.lock.Unlock()
	if err := p.part(); err != nil {
		return nil, err
	}
	for _, c := range pack.Codings() {
		if c.Name == coding {
			return c.Pack(contents, e), nil
		}
	}
	return nil, errors.New("there is no such coding")
}

// A site is the same whoever does its parts, and when some of them are lost.
func TestPool(t *testing.T) {
	const text = "barline: 1\nid: pooled\nlang: %s\nheadline: %s\nevents:\n  - {id: first, title: One, date: 2024-01-02, duration: PT3H}\n  - {id: second, title: Two, date: 2024-03-04, duration: PT1H}\n"
	story, root, err := storyfile.Decode("a.yaml", fmt.Appendf(nil, text, "en", "Meetings"))
	if err != nil {
		t.Fatal(err)
	}
	inNorwegian, rootInNorwegian, err := storyfile.Decode("a.nb.yaml", fmt.Appendf(nil, text, "nb", "Møter"))
	if err != nil {
		t.Fatal(err)
	}
	editions := []publish.Edition{{Story: inNorwegian, Root: rootInNorwegian}}
	engine := publish.Engine{WASM: []byte("\x00asm"), Loader: []byte("// Go\nvar x = 1\n"), Licences: []byte("Licences.\n")}
	made := func(o publish.Options) (publish.Site, error) {
		o.Editions = editions
		s, err := publish.New(story, root, engine, o)
		if err != nil {
			return nil, err
		}
		return s, s.Pack(o)
	}
	want, err := made(publish.Options{})
	if err != nil {
		t.Fatal(err)
	}
	pool := func(loses int, fails error) *fakePool {
		d, err := publish.NewDrawings(story, root, publish.Options{Editions: editions})
		if err != nil {
			t.Fatal(err)
		}
		return &fakePool{Drawings: *d, loses: loses, fails: fails}
	}
	// The last ones find what the first has compressed.
	var packs publish.Packs
	for _, c := range []struct {
		name        string
		done, loses int
		packs       *publish.Packs
	}{{"all goes well", 0, 0, &packs}, {"lost at once", 1, 1, &packs}, {"lost while drawing", 0, 4, &packs}, {"lost while compressing", 0, 14, nil}} {
		p := pool(c.loses, nil)
		p.parts = c.done
		got, err := made(publish.Options{Pool: p, Packs: c.packs})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if !maps.EqualFunc(got, want, bytes.Equal) {
			t.Errorf("%s: the site is another", c.name)
		}
		if p.parts <= c.loses {
			t.Errorf("%s: the pool was given %d parts", c.name, p.parts)
		}
	}
	refused := errors.New("refused")
	if _, err := made(publish.Options{Pool: pool(0, refused)}); !errors.Is(err, refused) {
		t.Errorf("a pool that refuses gives %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := made(publish.Options{Pool: pool(0, nil), Context: ctx}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled it gives %v", err)
	}
}
