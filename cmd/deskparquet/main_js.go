package main

import (
	"syscall/js"

	"barline/importer/sheet"
)

func main() {
	js.Global().Set("barlineReadParquet", js.FuncOf(func(_ js.Value, args []js.Value) any {
		contents := make([]byte, args[0].Length())
		js.CopyBytesToGo(contents, args[0])
		read, err := sheet.HandParquet(contents)
		if err != nil {
			return map[string]any{"error": err.Error()}
		}
		array := js.Global().Get("Uint8Array").New(len(read))
		js.CopyBytesToJS(array, read)
		return map[string]any{"read": array}
	}))
	js.Global().Get("barlineParquetReady").Invoke()
	select {}
}
