package tree

// Kind is what a node is.
type Kind uint8

const (
	// Null is no value.
	Null Kind = iota
	// Bool is true or false, in Text.
	Bool
	// Number is a JSON number, in Text as written.
	Number
	// String is text, in Text without its quotation marks or escapes.
	String
	// Array is a list, in Items.
	Array
	// Object is a set of fields, in Fields, in the order of the file.
	Object
)

// String returns the kind as an error message names it: "a list".
func (k Kind) String() string {
	return [...]string{"empty", "true or false", "a number", "text", "a list", "a set of fields"}[k]
}

// Node is a value and where it stands. Line and Column count from 1, columns
// in characters; both are 0 in trees that did not come from a text.
type Node struct {
	Kind         Kind
	Line, Column int
	Text         string  // of a Bool, Number or String
	Fields       []Field // of an Object
	Items        []*Node // of an Array
}

// Field is one member of an object.
type Field struct {
	Key                string
	KeyLine, KeyColumn int
	Value              *Node
}

// Get returns the value of the object's field with this key, or nil.
func (n *Node) Get(key string) *Node {
	for i := range n.Fields {
		if n.Fields[i].Key == key {
			return n.Fields[i].Value
		}
	}
	return nil
}

const (
	// MaxBytes is the size of the largest text that is read: 8 MiB, some
	// ten thousand events, and a limit on the memory that a file can claim.
	MaxBytes = 8 << 20
	// MaxDepth is how deep objects and arrays may stand in one another.
	// Stories need six; recursion over a tree needs a limit.
	MaxDepth = 64
)
