package graphics

import (
	"errors"

	"github.com/hajimehoshi/ebiten/v2/internal/shaderir"
	"github.com/hajimehoshi/ebiten/v2/internal/shaderir/glsl"
)

var errNotPrecompiled = errors.New("graphics: this engine carries no Kage compiler, and this shader was not compiled when it was built")

// CompileShader looks up what Ebitengine's own compiler made of the source
// when the engine was built.
func CompileShader(fragmentSrc []byte) (*shaderir.Program, error) {
	p := glsl.Precompiled(shaderir.CalcSourceHash(fragmentSrc))
	if p == nil {
		return nil, errNotPrecompiled
	}
	return p, nil
}

// CalcSourceHash returns the hash that the compiled program has.
func CalcSourceHash(fragmentSrc []byte) (shaderir.SourceHash, error) {
	p, err := CompileShader(fragmentSrc)
	if err != nil {
		return shaderir.SourceHash{}, err
	}
	return p.SourceHash, nil
}
