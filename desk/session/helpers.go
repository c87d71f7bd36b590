package session

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"barline/publish"
	"barline/publish/pack"
)

// Helpers are further workers of the same program, which do parts of what this one does.
type Helpers interface {
	// Size is how many there are; 0 where the browser has none to give.
	Size() int
	// Ask has one of them answer a request, in JSON with bytes beside it, with one file.
	// Where the one that was asked has ended its error is [publish.ErrLost].
	Ask(ctx context.Context, request []byte, with ...[]byte) ([]byte, error)
	// End ends them.
	End()
}

// pool is what helpers are for publishing.
type pool struct{ Helpers }

// pool has helpers begin with the document that is published; nil: there are none.
func (t *task) pool(d *decoded, url string) (*pool, error) {
	if t.options.Helpers == nil {
		return nil, nil
	}
	request := map[string]any{"type": "assist", "story": d.document.story, "url": url}
	var files []map[string]any
	var with [][]byte
	for _, name := range slices.Sorted(maps.Keys(d.files)) {
		files = append(files, map[string]any{"name": name, "bytes": bytesRef{len(with)}})
		with = append(with, d.files[name])
	}
	request["files"] = files
	text, err := json.Marshal(request)
	if err != nil {
		return nil, err
	}
	h := t.options.Helpers(text, with)
	if h == nil || h.Size() == 0 {
		return nil, nil
	}
	return &pool{h}, nil
}

func (p *pool) Draw(ctx context.Context, edition int, name string) ([]byte, error) {
	request, err := json.Marshal(map[string]any{"type": "draw", "edition": edition, "name": name})
	if err != nil {
		return nil, err
	}
	return p.Ask(ctx, request)
}

func (p *pool) Pack(ctx context.Context, coding string, contents []byte, e pack.Effort) ([]byte, error) {
	request, err := json.Marshal(map[string]any{"type": "pack", "coding": coding, "effort": e, "contents": bytesRef{0}})
	if err != nil {
		return nil, err
	}
	return p.Ask(ctx, request, contents)
}

// assist prepares a helper for the document that another worker publishes.
func (t *task) assist() (any, error) {
	var of struct {
		URL string `json:"url"`
	}
	if err := t.read(&of); err != nil {
		return nil, err
	}
	d, err := t.decoded()
	if err != nil {
		return nil, err
	}
	t.drawings, err = publish.NewDrawings(d.story, d.root, d.options(t, of.URL))
	return map[string]any{}, err
}

// draw draws a picture of the document that assist was given.
func (t *task) draw() (any, error) {
	var of struct {
		Edition int    `json:"edition"`
		Name    string `json:"name"`
	}
	if err := t.read(&of); err != nil {
		return nil, err
	}
	if t.drawings == nil {
		return nil, fmt.Errorf("%s: there is no document to draw", of.Name)
	}
	contents, err := t.drawings.Draw(of.Edition, of.Name)
	return map[string]any{"bytes": t.send(contents)}, err
}

// pack compresses a file.
func (t *task) pack() (any, error) {
	var of struct {
		Coding   string      `json:"coding"`
		Effort   pack.Effort `json:"effort"`
		Contents bytesRef    `json:"contents"`
	}
	if err := t.read(&of); err != nil {
		return nil, err
	}
	if of.Contents.N < 0 || of.Contents.N >= len(t.in) {
		return nil, fmt.Errorf("there are no bytes number %d beside the request", of.Contents.N)
	}
	i := slices.IndexFunc(pack.Codings(), func(c pack.Coding) bool { return c.Name == of.Coding })
	if i < 0 {
		return nil, fmt.Errorf("there is no coding %q", of.Coding)
	}
	return map[string]any{"bytes": t.send(pack.Codings()[i].Pack(t.in[of.Contents.N], of.Effort))}, nil
}
