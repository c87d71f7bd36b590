//go:build !lean

package host

// lean: the engine is built with Ebitengine as it is published.
const lean = false
