// Package glsl holds shaders as Ebitengine's own compilers made them when the
// engine was built (programs.go), instead of the compilers.
package glsl

import "github.com/hajimehoshi/ebiten/v2/internal/shaderir"

// GLSLVersion is a version of the language.
type GLSLVersion int

// The versions. Only the second is here: it is what browsers have.
const (
	GLSLVersionDefault GLSLVersion = iota
	GLSLVersionES300
)

// program is one shader: what the rest of Ebitengine asks about it, and its
// text for the graphics processor.
type program struct {
	source           shaderir.SourceHash // of the Kage source, as given
	ir               shaderir.Program    // without its functions
	used             []int               // the uniforms that it uses
	vertex, fragment string
}

// Precompiled returns the program with this source, or nil. It is good for
// nothing but Compile and FilterUniformVariables.
func Precompiled(source shaderir.SourceHash) *shaderir.Program {
	for i := range programs {
		p := &programs[i]
		if p.source != source {
			continue
		}
		ir := p.ir
		// What FilterUniformVariables looks for: where uniforms are used.
		statement := shaderir.Stmt{Type: shaderir.ExprStmt}
		for _, index := range p.used {
			statement.Exprs = append(statement.Exprs, shaderir.Expr{Type: shaderir.UniformVariable, Index: index})
		}
		ir.VertexFunc.Block = &shaderir.Block{}
		ir.FragmentFunc.Block = &shaderir.Block{Stmts: []shaderir.Stmt{statement}}
		return &ir
	}
	return nil
}

// Compile returns the text of a program for the graphics processor, which is
// empty for any other version than ES 3.00.
func Compile(p *shaderir.Program, version GLSLVersion) (vertexShader, fragmentShader string) {
	if version != GLSLVersionES300 {
		return "", ""
	}
	for i := range programs {
		if programs[i].ir.SourceHash == p.SourceHash {
			return programs[i].vertex, programs[i].fragment
		}
	}
	return "", ""
}
