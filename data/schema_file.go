//go:build !lean

package data

import _ "embed" // the schema

//go:embed story.schema.json
var schemaFile string

// Schema is the JSON Schema of story files, which package schema makes. The caller owns
// the bytes.
func Schema() []byte { return []byte(schemaFile) }
