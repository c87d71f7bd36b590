package publish

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"
	"sync/atomic"

	"barline/publish/pack"
)

// Pack adds a compressed file beside every file that gains by it: NAME.br and
// NAME.gz. What is compressed already stays as it is. The story's page and what
// every page shares are made as small as can be; the pages of events, of which
// there may be many, quickly.
func (s Site) Pack(o Options) error {
	type job struct {
		name   string
		coding pack.Coding
		effort pack.Effort
	}
	var jobs []job
	for _, name := range slices.Sorted(maps.Keys(s)) {
		for _, c := range pack.Codings() {
			_, there := s[name+c.Ending]
			if packed := o.Packed[name+c.Ending]; !there && packed != nil && strings.HasPrefix(name, assetsFolder) {
				s[name+c.Ending], there = packed, true
			}
			if !there && packable(name) {
				effort := pack.Smallest
				if strings.Contains("/"+name, "/e/") || forDownload(name) || len(s[name]) > mostSmallest {
					effort = pack.Quick
				}
				if path.Ext(name) == ".wasm" {
					effort = EngineEffort(c)
				}
				jobs = append(jobs, job{name, c, effort})
			}
		}
	}
	// What takes longest comes first, so that no processor is left waiting for it
	// at the end.
	slices.SortStableFunc(jobs, func(a, b job) int {
		return cmp.Or(cmp.Compare(b.effort, a.effort), cmp.Compare(len(s[b.name]), len(s[a.name])))
	})
	o.tell("compressing")
	o.Packs.next()
	packed, keys := make([][]byte, len(jobs)), make([]packKey, len(jobs))
	var open []int // jobs that were not done for another site
	for i, j := range jobs {
		if o.Packs != nil {
			keys[i] = keyOfPack(s[j.name], j.coding.Name, j.effort)
		}
		if packed[i] = o.Packs.get(keys[i]); packed[i] == nil {
			open = append(open, i)
		}
	}
	var done atomic.Int32
	took := func(i int, contents []byte) {
		packed[i] = contents
		o.Packs.put(keys[i], contents)
		o.count("compressing", int(done.Add(1)), len(open))
	}
	err := shared(o.context(), o.Pool, len(open), func(i int) error {
		j := jobs[open[i]]
		contents, err := o.Pool.Pack(o.context(), j.coding.Name, s[j.name], j.effort)
		if err == nil {
			took(open[i], contents)
		}
		return err
	}, func() (func(int) error, error) {
		return func(i int) error {
			j := jobs[open[i]]
			took(open[i], j.coding.Pack(s[j.name], j.effort))
			return nil
		}, nil
	})
	if err != nil {
		return err
	}
	for i, j := range jobs {
		if len(packed[i]) < len(s[j.name]) {
			s[j.name+j.coding.Ending] = packed[i]
		}
	}
	return nil
}

// EngineEffort is how an engine is compressed that was not beforehand: by somebody in a
// hurry. Small gzip takes a second, brotli half a minute.
func EngineEffort(c pack.Coding) pack.Effort {
	if c.Name == "gzip" {
		return pack.Smallest
	}
	return pack.Quick
}

// mostSmallest is how many bytes a file may have that is made as small as can
// be, which takes six seconds for a megabyte. A story of some sixty events with
// quotations is within it.
const mostSmallest = 1 << 20

// forDownload reports whether a file is fetched by those alone who ask for it: no
// page waits for it.
func forDownload(name string) bool {
	switch path.Ext(name) {
	case ".svg", ".json", ".csv", ".txt":
		return true
	}
	return false
}

// packable reports whether a file's kind gains by compressing.
func packable(name string) bool {
	switch path.Ext(name) {
	case ".html", ".css", ".js", ".json", ".csv", ".wasm", ".ttf", ".otf", ".txt", ".svg", ".barline":
		return true
	}
	return false
}
