package publish

import (
	"crypto/sha256"
	"sync"

	"barline/publish/pack"
)

// Packs keeps what was compressed for a site, so that a program which publishes again
// after a small change compresses only what is new. The zero value is ready for use, by
// several at once.
type Packs struct {
	lock      sync.Mutex
	now, last map[packKey][]byte
}

// packKey is what a compressed file depends on.
type packKey struct {
	sum    [sha256.Size]byte
	coding string
	effort pack.Effort
}

func keyOfPack(contents []byte, coding string, e pack.Effort) packKey {
	return packKey{sha256.Sum256(contents), coding, e}
}

// next begins a site: what neither it nor the one before it has is forgotten.
func (p *Packs) next() {
	if p == nil {
		return
	}
	p.lock.Lock()
	defer p.lock.Unlock()
	p.now, p.last = map[packKey][]byte{}, p.now
}

// get is what was compressed before, or nil.
func (p *Packs) get(k packKey) []byte {
	if p == nil {
		return nil
	}
	p.lock.Lock()
	defer p.lock.Unlock()
	packed := p.now[k]
	if packed == nil {
		if packed = p.last[k]; packed != nil {
			p.now[k] = packed
		}
	}
	return packed
}

func (p *Packs) put(k packKey, packed []byte) {
	if p == nil {
		return
	}
	p.lock.Lock()
	defer p.lock.Unlock()
	p.now[k] = packed
}
