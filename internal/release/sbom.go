package main

import (
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	cdx "github.com/CycloneDX/cyclonedx-go"
)

// billOfMaterials lists, as CycloneDX JSON, what is in a program that was built: the
// modules that the linker noted in it, Go's library, and, in the tool, those of the
// viewer for the browser that it embeds. Nothing is taken from go.mod, which also names
// what only tests use.
func (r release) billOfMaterials(root, program string, t target) ([]byte, error) {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return nil, err
	}
	contents, err := os.ReadFile(program)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(contents)
	bom := cdx.NewBOM()
	bom.Metadata = &cdx.Metadata{
		Timestamp: r.when.Format(time.RFC3339),
		Component: &cdx.Component{
			BOMRef: t.name, Type: cdx.ComponentTypeApplication, Name: t.name, Version: r.build.String(), Description: t.title(),
			Licenses: &cdx.Licenses{{Expression: "MIT AND OFL-1.1 AND Unicode-3.0"}},
			Hashes:   &[]cdx.Hash{{Algorithm: cdx.HashAlgoSHA256, Value: hex.EncodeToString(sum[:])}},
			Properties: &[]cdx.Property{
				{Name: "barline:platform", Value: t.system + "/" + t.processor},
				{Name: "barline:commit", Value: r.build.Commit},
			},
		},
	}
	var components []cdx.Component
	var refs []string
	add := func(c cdx.Component) {
		for _, known := range components {
			if known.BOMRef == c.BOMRef {
				return
			}
		}
		components, refs = append(components, c), append(refs, c.BOMRef)
	}
	add(library(info.GoVersion))
	for _, m := range info.Deps {
		add(module(m))
	}
	if !t.window {
		engine, err := engineInfo(filepath.Join(root, "publish", "engine", "engine.wasm"))
		if err != nil {
			return nil, err
		}
		for _, m := range engine.Deps {
			add(module(m))
		}
	}
	bom.Components = &components
	bom.Dependencies = &[]cdx.Dependency{{Ref: t.name, Dependencies: &refs}}
	var b bytes.Buffer
	e := cdx.NewBOMEncoder(&b, cdx.BOMFileFormatJSON)
	e.SetPretty(true)
	e.SetEscapeHTML(false)
	err = e.Encode(bom)
	return b.Bytes(), err
}

// library is Go's own, which is in every program.
func library(version string) cdx.Component {
	v := strings.TrimPrefix(version, "go")
	return cdx.Component{
		BOMRef: "pkg:golang/std@" + v, PackageURL: "pkg:golang/std@" + v,
		Type: cdx.ComponentTypeLibrary, Name: "std", Version: v, Scope: cdx.ScopeRequired, Description: "Go's library and runtime",
	}
}

// module is one that is built in. Of one that a changed copy has taken the place of, the
// module is named, and that it was changed.
func module(m *debug.Module) cdx.Component {
	id := "pkg:golang/" + m.Path + "@" + m.Version
	c := cdx.Component{BOMRef: id, PackageURL: id + "?type=module", Type: cdx.ComponentTypeLibrary, Name: m.Path, Version: m.Version, Scope: cdx.ScopeRequired}
	if m.Replace != nil {
		c.BOMRef += "#changed"
		c.Pedigree = &cdx.Pedigree{Notes: "A copy without what a browser does not need, see internal/lean"}
		return c
	}
	if m.Sum != "" {
		c.Properties = &[]cdx.Property{{Name: "barline:go.sum", Value: m.Sum}}
	}
	return c
}

// engineInfo is what the linker noted in the viewer for the browser. Go's library reads
// it from no WebAssembly; it stands there as a text between two marks.
func engineInfo(path string) (*debug.BuildInfo, error) {
	contents, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%w: `make engine` builds it", err)
	}
	begin, _ := hex.DecodeString("3077af0c9274080241e1c107e6d618e6")
	end, _ := hex.DecodeString("f932433186182072008242104116d8f2")
	_, rest, ok := bytes.Cut(contents, begin)
	text, _, ended := bytes.Cut(rest, end)
	if !ok || !ended {
		return nil, fmt.Errorf("%s does not say which modules are in it", path)
	}
	return debug.ParseBuildInfo(string(text))
}
