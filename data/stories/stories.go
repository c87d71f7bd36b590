package stories

import (
	"embed"
	"io/fs"
)

// Embedding needs a package variable; as a string, nobody can write into it.
//
//go:embed witkoff-putin-2025.yaml
var witkoffPutin2025 string

// WitkoffPutin2025Name is the file name of the story of that name, for
// errors and for choosing its notation.
const WitkoffPutin2025Name = "witkoff-putin-2025.yaml"

// WitkoffPutin2025 returns the story of Steve Witkoff's six visits to Russia
// in 2025, as a story file in YAML. The caller owns the bytes.
func WitkoffPutin2025() []byte { return []byte(witkoffPutin2025) }

//go:embed witkoff-putin-2025.*.yaml
var witkoffPutin2025Editions embed.FS

// WitkoffPutin2025Editions returns the same story in other languages: story
// files by their names, of which each has its language before the ending.
func WitkoffPutin2025Editions() map[string][]byte {
	names, err := fs.Glob(witkoffPutin2025Editions, "*.yaml")
	if err != nil {
		panic(err) // the pattern is right
	}
	all := map[string][]byte{}
	for _, name := range names {
		contents, err := fs.ReadFile(witkoffPutin2025Editions, name)
		if err != nil {
			panic(err) // it is embedded
		}
		all[name] = contents
	}
	return all
}
