package browser_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/publish"
	"barline/publish/engine"
)

// publishStory publishes a story in memory.
func publishStory(name string, contents []byte) (publish.Site, error) {
	return publishWith(name, contents, publish.Options{})
}

// publishAt publishes the built-in story for an address.
func publishAt(t *testing.T, url string) publish.Site {
	t.Helper()
	site, err := publishWith(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025(), publish.Options{URL: url})
	if err != nil {
		t.Fatal(err)
	}
	return site
}

func publishWith(name string, contents []byte, o publish.Options) (publish.Site, error) {
	wasm, loader, packed, err := engine.Read()
	if errors.Is(err, engine.ErrMissing) {
		return nil, errors.New("the engine has not been built: `make test` builds it before it runs the tests, `make engine` builds it alone")
	}
	if err != nil {
		return nil, err
	}
	story, root, err := storyfile.Decode(name, contents)
	if err != nil {
		return nil, err
	}
	return publish.New(story, root, publish.Engine{WASM: wasm, Loader: loader, Packed: packed}, o)
}

// firstSite is the built-in story as published. It is only ever read.
func firstSite(t *testing.T) publish.Site {
	t.Helper()
	site, err := shared.site()
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// serve puts a handler on a server of its own, which is an origin of its own,
// and returns its address without a slash at its end.
func serve(t *testing.T, h http.Handler) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

// serveFirst serves the built-in story.
func serveFirst(t *testing.T) string {
	t.Helper()
	return serve(t, firstSite(t))
}

// spoiled is a site whose server misbehaves until it is fixed.
type spoiled struct {
	// ctx ends with the test, and with it every request: a server that closes
	// waits for what it has begun to answer.
	ctx   context.Context
	site  http.Handler
	spoil func(w http.ResponseWriter, r *http.Request) (done bool)
	fixed atomic.Bool
}

func (s *spoiled) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	defer context.AfterFunc(s.ctx, cancel)()
	r = r.WithContext(ctx)
	if !s.fixed.Load() && s.spoil(w, r) {
		return
	}
	s.site.ServeHTTP(w, r)
}
