package main

import "testing"

func TestModule(t *testing.T) {
	for function, want := range map[string]string{
		"github.com_hajimehoshi_ebiten_v2_internal_ui.init":        "hajimehoshi/ebiten",
		"github.com_go_text_typesetting_harfbuzz.otShapeNormalize": "go-text/typesetting",
		"barline_timeline_layout.New":                              "barline",
		"runtime.mallocgc":                                         "Go's runtime",
		"strconv.Atoi":                                             "Go's library",
	} {
		if got := module(function); got != want {
			t.Errorf("%s is of %s, want %s", function, got, want)
		}
	}
}

// A module of one function: type, import, function, code and its name.
func TestWeigh(t *testing.T) {
	wasm := []byte("\x00asm\x01\x00\x00\x00" +
		"\x02\x07\x01\x01m\x01f\x00\x00" + // one import
		"\x0a\x06\x01\x04\x00\x01\x01\x0b" + // one function of 4 bytes
		"\x00\x13\x04name\x01\x0c\x01\x01\x09barline.f") // function 1 is barline.f
	got, err := weigh(wasm)
	if err != nil || got["barline"] != 4 || len(got) != 1 {
		t.Errorf("%v, %v", got, err)
	}
	for name, bad := range map[string][]byte{"nothing": nil, "no names": wasm[:len(wasm)-21], "cut": wasm[:len(wasm)-3], "else": []byte("<!doctype html>")} {
		if _, err := weigh(bad); err == nil {
			t.Errorf("%s is weighed", name)
		}
	}
}
