package session

import "barline/publish"

// single is the page as one file.
func (t *task) single(d *decoded, url string) ([]byte, error) {
	where, err := publish.BaseURL(url)
	if err != nil {
		return nil, err
	}
	t.progress(0, 0, "the engine")
	engine, err := t.options.Engine(t.ctx)
	if err != nil {
		return nil, err
	}
	return publish.Single(d.story, d.root, engine, d.options(t, where))
}
