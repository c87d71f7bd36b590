package plural

// Category is one of the classes into which a language sorts numbers.
type Category uint8

// Every language has the category Other, which is the zero value. A language's own
// use of the rest need not agree with their names: "one" has 21 in Russian.
const (
	Other Category = iota
	Zero
	One
	Two
	Few
	Many
)

// NumCategories is how many categories there are, so that an array can hold
// something for each.
const NumCategories = 6

func categoryNames() [NumCategories]string {
	return [...]string{"other", "zero", "one", "two", "few", "many"}
}

// String is the name of a category in rules and data: "other", "zero", "one",
// "two", "few" or "many".
func (c Category) String() string {
	if c >= NumCategories {
		return "invalid"
	}
	return categoryNames()[c]
}

// ParseCategory finds a category by its name.
func ParseCategory(name string) (c Category, ok bool) {
	for i, n := range categoryNames() {
		if n == name {
			return Category(i), true
		}
	}
	return Other, false
}
