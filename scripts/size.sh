#!/bin/sh
# The size budget: what a reader's browser fetches of the first story, as
# servers send it.
set -eu
cd "$(dirname "$0")/.."

dist=$(mktemp -d)
trap 'rm -rf "$dist"' EXIT INT TERM
bin/barline build data/stories/witkoff-putin-2025.yaml -o "$dist/site" --url https://example.org/ >/dev/null
site=$dist/site

size() { cat "$@" | wc -c; }
check() { # name, bytes, most
	printf '%-34s %9d of %9d bytes\n' "$1" "$2" "$3"
	if [ "$2" -gt "$3" ]; then
		echo "$1 is over its budget" >&2
		exit 1
	fi
}
# What the page of one language refers to, compressed: fonts by its late styles.
late() { grep -o 'late\.[0-9a-f]*\.css' "$site/$1index.html" | head -1; }
fonts() { grep -o '[A-Za-z-]*\.[0-9a-f]*\.ttf' "$site/assets/$(late "$1")" | sort -u | sed "s|.*|$site/assets/&.br|"; }
page=$(size "$site/index.html.br")
fonts=$(size $(fonts ""))
scripts=$(size "$site"/assets/page.*.js.br "$site/assets/$(late "").br" "$site"/assets/wasm_exec.*.js.br)
engine=$(size "$site"/assets/engine.*.wasm.br)
check "the page, usable (brotli)" "$page" 25000
check "the page, usable (gzip)" "$(size "$site/index.html.gz")" 40000
check "fonts (brotli)" "$fonts" 80000
check "scripts and late styles (brotli)" "$scripts" 20000
check "the engine (brotli)" "$engine" 2075000
check "the engine (raw)" "$(size "$site"/assets/engine.*.wasm)" 11800000
check "all that is fetched (brotli)" $((page + fonts + scripts + engine)) 2200000
# What the desk fetches before it checks anything: 5.9 MB as brotli, of 6, as which no server
# need send it.
check "the desk's worker (gzip)" "$(size publish/desk/files/*/desk.gz.bin)" 8600000
# Another script costs its letters, and what longer texts weigh.
for lang in fa-AF ps; do
	more=$(($(size "$site/$lang/index.html.br") + $(size $(fonts "$lang/")) - page - fonts))
	check "the page in $lang, beyond the English one" "$more" 60000
done
