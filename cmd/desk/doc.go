// Command desk is the worker of the desk's page: desk/session, connected to a browser.
// It is built for js/wasm alone, and started by desk/worker.js.
//
//	worker.js: message -> barlineDesk.request(id, JSON, bytes) -> session -> answer(id, JSON, bytes)
//	                      barlineDesk.cancel(id)
package main
