package publish

import (
	"runtime"

	"barline/data"
	"barline/data/tree"
)

// Site is a published story: file names, with / between folders, and their
// contents.
type Site map[string][]byte

// New publishes a story. root is the document that the story was decoded
// from, which the page carries for the engine; of a story of more events than
// columns.Inline it may be nil.
func New(story *data.Story, root *tree.Node, engine Engine, o Options) (Site, error) {
	o = o.inTurn()
	if o.Bundles == nil {
		o.Bundles = &Bundles{} // all languages have the same scripts
	}
	if engine.Named == "" {
		engine.Named = assetName("engine.wasm", engine.WASM)
	}
	builds, pictures, err := built(story, root, engine, o)
	if err != nil {
		return nil, err
	}
	site := Site{}
	pictures.addTo(site)
	var sheets [][]byte
	for _, b := range builds {
		site.merge(b.site, b.folder)
		sheets = append(sheets, []byte(b.page.Style))
	}
	if err := site.addEmbed(o.Bundles); err != nil {
		return nil, err
	}
	site.addServers(sheets...)
	if o.Later != nil {
		o.Later(func() (Site, error) { return restOf(builds, o) })
	}
	return site, nil
}

// built publishes each language of a site for itself.
func built(story *data.Story, root *tree.Node, engine Engine, o Options) ([]*build, images, error) {
	editions, err := editionsOf(Edition{story, root, o.Proven}, o.Editions)
	if err != nil {
		return nil, nil, err
	}
	pictures, err := imagesOf(editions, o)
	if err != nil {
		return nil, nil, err
	}
	builds := make([]*build, len(editions))
	workers := runtime.NumCPU()
	if o.Pool != nil {
		workers = len(editions) // while a pool draws for one, pages of the next are written
	}
	err = parallelBy(o.context(), workers, len(editions), func() (func(int) error, error) {
		return func(i int) error {
			b, err := newBuild(editions[i], editions, engine, o)
			if err != nil {
				return err
			}
			b.page.images = pictures
			builds[i] = b
			return b.publish()
		}, nil
	})
	return builds, pictures, err
}

// restOf is what the story's pages in all languages of a site do not need.
func restOf(builds []*build, o Options) (Site, error) {
	all := Site{}
	for _, b := range builds {
		if err := o.context().Err(); err != nil {
			return nil, err
		}
		b.site = Site{}
		if err := b.rest(); err != nil {
			return nil, err
		}
		all.merge(b.site, b.folder)
	}
	return all, nil
}
