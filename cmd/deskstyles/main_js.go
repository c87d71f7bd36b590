package main

import (
	"syscall/js"

	"barline/publish/shorten"
)

func main() {
	js.Global().Set("barlineShorten", js.FuncOf(func(_ js.Value, args []js.Value) any {
		css, err := shorten.Style(args[0].String(), []byte(args[1].String()))
		if err != nil {
			return map[string]any{"error": err.Error()}
		}
		return map[string]any{"css": string(css)}
	}))
	js.Global().Get("barlineShortenReady").Invoke()
	select {}
}
