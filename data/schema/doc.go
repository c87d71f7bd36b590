// Package schema makes the JSON Schema (2020-12) of story files, with which editors
// complete and underline them. It is made of the decoder's own tables, data.FieldsOf
// and what stands beside it; this package adds what a field is for and the grammar of
// its value.
//
// The schema takes every story that the decoder takes, in YAML and in JSON. It refuses
// what a grammar can tell: fields that are unknown, missing or of the wrong kind, words,
// ids, dates, lengths and addresses that are none. What follows from two places of a
// file, such as an id that stands twice, is for barline check.
//
// In YAML a plain 2025 is a number for editors and a text for the decoder, so numbers
// stand wherever texts do. A field that is there but empty counts as not there.
package schema
