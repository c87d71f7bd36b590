// Command deskstyles is esbuild for the desk's worker, which fetches it when a story is
// published from a browser: style sheets must be shortened there as barline build does.
// It is built for js/wasm alone, and started by desk/worker.js.
package main
