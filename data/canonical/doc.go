// Package canonical writes a story file as all of them are written: the fields in the
// order of the format, two spaces to a level, quotation marks only where YAML needs
// them, long texts folded. What the file says stays what it is, and every comment stays
// with the field or the item that it was written for. A file in canonical form is its
// own canonical form.
//
//	text -> yaml.Node, and where its comments stand (comments.go)
//	     -> entries: fields and items, each with its comments (entries.go)
//	     -> text (write.go, scalar.go)
//
// A set of fields or a list that was written on one line, {id: a, name: A}, stays on one
// as long as it fits and has no comments inside. Blank lines stay, one at most.
package canonical
