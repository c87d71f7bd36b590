// Package yamledit changes values in a YAML text in place. What an operation does not
// name stays byte for byte: comments, order, quotation marks, blank lines.
//
//	text, ops -> places of the nodes -> splices -> text
//	                                      |
//	                    read back and compared with the same ops done on the tree
//
// Texts that are written in ways which splicing does not know, such as a list whose items
// are anchors of others, are written anew by the YAML library, which keeps comments, too.
package yamledit
