// Package storyfile decodes a story file of any notation, JSON, YAML, or a table
// as CSV or Parquet, as its name and contents tell. It reads no files itself.
package storyfile
