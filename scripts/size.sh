#!/bin/sh
# The size budget. gzip -9 is in every system; brotli 11, which servers send,
# makes the engine about a fifth smaller still.
set -eu
cd "$(dirname "$0")/.."

check() { # name, bytes, most
	printf '%-28s %9d of %9d bytes\n' "$1" "$2" "$3"
	if [ "$2" -gt "$3" ]; then
		echo "$1 is over its budget" >&2
		exit 1
	fi
}
check "engine.wasm, raw" "$(wc -c <publish/engine/engine.wasm)" 18500000
check "engine.wasm, gzip -9" "$(gzip -9 -c publish/engine/engine.wasm | wc -c)" 4300000
check "page.js, gzip -9" "$(gzip -9 -c web/page.js | wc -c)" 11500
check "barline.css, gzip -9" "$(gzip -9 -c web/barline.css | wc -c)" 4000
