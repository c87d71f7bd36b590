package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"sync"
)

// Bundles keeps scripts and style sheets that were joined and shortened, so that a
// program which publishes again and again does so once. The zero value is ready for use,
// by several at once.
type Bundles struct {
	// Style shortens style sheets where that is not built in; nil: it is.
	Style func(name string, css []byte) ([]byte, error)

	lock sync.Mutex
	made map[string][]byte
}

// Take puts in what another program's Bundles had made, of the same version.
func (b *Bundles) Take(made map[string][]byte) {
	b.lock.Lock()
	defer b.lock.Unlock()
	if b.made == nil {
		b.made = map[string][]byte{}
	}
	maps.Copy(b.made, made)
}

// All are the bundles by their keys: their kind, their name, and the sum of what they
// were made of where that is not always the same.
func (b *Bundles) All() map[string][]byte {
	b.lock.Lock()
	defer b.lock.Unlock()
	return maps.Clone(b.made)
}

// of returns the bundle of a key, which make makes if there is none yet.
func (b *Bundles) of(key string, from []byte, make func() ([]byte, error)) ([]byte, error) {
	if b == nil {
		return make()
	}
	if from != nil {
		sum := sha256.Sum256(from)
		key += " " + hex.EncodeToString(sum[:12])
	}
	b.lock.Lock()
	made, known := b.made[key]
	b.lock.Unlock()
	if known {
		return made, nil
	}
	made, err := make()
	if err == nil {
		b.Take(map[string][]byte{key: made})
	}
	return made, err
}

func (b *Bundles) script(name string) ([]byte, error) {
	return b.of("script "+name, nil, func() ([]byte, error) { return script(name) })
}

func (b *Bundles) loader(js []byte) ([]byte, error) {
	return b.of("loader", js, func() ([]byte, error) { return loader(js) })
}

func (b *Bundles) style(name string, css []byte) ([]byte, error) {
	return b.of("style "+name, css, func() ([]byte, error) { return b.shortened(name, css) })
}

// shortened is a style sheet that is another for every story, and not kept.
func (b *Bundles) shortened(name string, css []byte) ([]byte, error) {
	if b != nil && b.Style != nil {
		return b.Style(name, css)
	}
	return style(name, css)
}
