// Package builtinshader has the same sources as Ebitengine's own, written out
// beforehand (sources.go) instead of by text/template.
package builtinshader

// Filter is how an image is sampled.
type Filter int

// The filters.
const (
	FilterNearest Filter = iota
	FilterLinear
	FilterPixelated
)

// FilterCount is the number of filters.
const FilterCount = 3

// Address is what lies outside an image.
type Address int

// The addresses.
const (
	AddressUnsafe Address = iota
	AddressClampToZero
	AddressRepeat
)

// AddressCount is the number of addresses.
const AddressCount = 3

// The names of the colour matrix's uniforms.
const (
	UniformColorMBody        = "ColorMBody"
	UniformColorMTranslation = "ColorMTranslation"
)

// ShaderSource returns the source of a built-in shader.
func ShaderSource(filter Filter, address Address, useColorM bool) []byte {
	c := 0
	if useColorM {
		c = 1
	}
	return []byte(sources[filter][address][c])
}
