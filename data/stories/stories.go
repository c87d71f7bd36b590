package stories

import _ "embed" // the story files below

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
