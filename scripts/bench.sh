#!/bin/sh
# Sizes, and speed as ratios in one run.
set -eu
cd "$(dirname "$0")/.."
scripts/test-deps.sh
echo "== layout, state, motion (native)"
go test -run '^$' -bench . -benchmem ./timeline/... ./data/... | grep -E '^Benchmark'
echo "== the GPU's batch (native)"
scripts/with-display.sh go test -tags display -run '^$' -bench . -benchmem ./render/gpu 2>/dev/null | grep -E '^Benchmark'
echo "== the page in Chromium"
go run ./test/bench
echo "== beside other libraries, from 6 to 1,000,000 events: half an hour (bench/README.md)"
if command -v npm >/dev/null 2>&1; then
	go run ./bench
	go run ./bench -chart
else
	echo "left out: it needs npm, from which the other libraries come"
fi
