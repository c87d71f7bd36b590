#!/bin/sh
# The size budget: what a reader's browser fetches, as servers send it.
set -eu
cd "$(dirname "$0")/.."

check() { # name, bytes, most
	printf '%-28s %9d of %9d bytes\n' "$1" "$2" "$3"
	if [ "$2" -gt "$3" ]; then
		echo "$1 is over its budget" >&2
		exit 1
	fi
}
check "engine.wasm, raw" "$(wc -c <publish/engine/engine.wasm)" 10200000
check "engine.wasm, brotli" "$(wc -c <publish/engine/engine.wasm.br)" 1950000
check "engine.wasm, gzip" "$(wc -c <publish/engine/engine.wasm.gz)" 2700000
check "page.js, gzip -9" "$(gzip -9 -c web/page.js | wc -c)" 11500
check "barline.css, gzip -9" "$(gzip -9 -c web/barline.css | wc -c)" 4000
