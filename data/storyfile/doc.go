// Package storyfile decodes a story file of either notation, JSON or YAML, as
// its name and contents tell. It reads no files itself.
package storyfile
