// Command deskparquet reads files in Parquet for the desk's worker, which fetches it when
// somebody opens such a file: the library that it needs would double the worker.
// It is built for js/wasm alone, and started by desk/worker.js.
package main
