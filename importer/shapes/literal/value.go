package literal

// Kind is what a value is.
type Kind uint8

// The kinds.
const (
	Null   Kind = iota // null, undefined, or nothing
	Bool               // true or false, in Text
	Number             // in Text, as written
	String             // in Text, without quotation marks and escapes
	Array              // in Members, whose keys are empty
	Object             // in Members, in the order of the file; a key that stands twice has both
)

// Value is a value and the line on which it begins, from 1.
type Value struct {
	Text    string
	Members []Member
	Line    int32
	Kind    Kind
}

// Member is a field of an object, or an item of an array.
type Member struct {
	Key   string
	Value Value
}

// Get returns the last field with this key, as JSON's readers do, or a Null.
func (v Value) Get(key string) Value {
	for i := len(v.Members) - 1; i >= 0 && v.Kind == Object; i-- {
		if v.Members[i].Key == key {
			return v.Members[i].Value
		}
	}
	return Value{}
}

// Path is Get again and again.
func (v Value) Path(keys ...string) Value {
	for _, key := range keys {
		v = v.Get(key)
	}
	return v
}

// First returns the first of these fields that says anything.
func (v Value) First(keys ...string) Value {
	for _, key := range keys {
		if f := v.Get(key); f.Kind != Null && (f.Kind != String || f.Text != "") {
			return f
		}
	}
	return Value{}
}

// Scalar returns the text of a String, Number or Bool, else "".
func (v Value) Scalar() string { return v.Text }

// IsScalar reports whether the value is a String, Number or Bool.
func (v Value) IsScalar() bool { return v.Kind == String || v.Kind == Number || v.Kind == Bool }
