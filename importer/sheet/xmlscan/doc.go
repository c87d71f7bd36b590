// Package xmlscan cuts XML into tokens, for files that programs write: elements, their
// attributes, text. It is strict and takes less than XML 1.0 allows: no document type
// declaration, so that no entities but the five and characters by number, and names in
// ASCII alone. What it accepts, encoding/xml accepts, with the same tokens; it is several
// times as fast, for its tokens are slices of its buffer.
//
// Memory is bounded: a tag may have 1 MB, elements may stand in one another 1000 deep,
// and long texts come in pieces.
package xmlscan

// Kind is what a token is.
type Kind uint8

// The kinds of tokens.
const (
	End   Kind = iota + 1 // of an element
	Start                 // of an element
	Text                  // a text or a piece of one
	EOF
)

// Token is a token. Its slices are good until the next token.
type Token struct {
	Kind       Kind
	Name       []byte // of an element, without its prefix
	Attributes []Attribute
	Text       []byte // with references replaced and line ends as \n
}

// Attribute is an attribute of an element.
type Attribute struct {
	Name  []byte // without its prefix
	Value []byte // with references replaced
}

// Attribute is the value of an attribute by its name without prefix, "" without one.
func (t *Token) Attribute(name string) string {
	for i := range t.Attributes {
		if string(t.Attributes[i].Name) == name {
			return string(t.Attributes[i].Value)
		}
	}
	return ""
}

// Error is a text that is no XML of the kind that the package reads.
type Error struct {
	What string
}

func (e *Error) Error() string { return "xml: " + e.What }

func fault(what string) error { return &Error{what} }

// The limits: of a tag and of what is held of a text, in bytes, and of elements in one
// another.
const (
	maxTag   = 1 << 20
	maxDepth = 1000
)
