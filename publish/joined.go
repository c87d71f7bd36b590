//go:build !desk

package publish

// Joined are all bundles that no story changes, for a program without the means to make
// them: see [Bundles.Take]. js is the engine's loader.
func Joined(js []byte) (map[string][]byte, error) {
	var b Bundles
	for _, name := range []string{"page.js", "many.js", "live.js", "many-live.js", embedScript, stepsScript, singleScript} {
		if _, err := b.script(name); err != nil {
			return nil, err
		}
	}
	_, err := b.loader(js)
	return b.All(), err
}
