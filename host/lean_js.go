//go:build lean

package host

// lean: the engine is built with the copy of Ebitengine that internal/lean makes,
// which shows every frame and clears none.
const lean = true
