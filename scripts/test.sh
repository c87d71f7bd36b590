#!/bin/sh
# Everything that must hold, in the order in which it fails fastest.
set -eu
cd "$(dirname "$0")/.."

scripts/test-deps.sh

echo "== formatting"
unformatted=$(gofmt -l .)
if [ -n "$unformatted" ]; then
	echo "gofmt would change:" $unformatted >&2
	exit 1
fi

echo "== vet"
go vet ./...
go vet -tags display ./render/gpu
go -C internal/release vet .
GOOS=js GOARCH=wasm go vet . ./host
GOOS=js GOARCH=wasm go vet -tags=lean . ./host
GOOS=js GOARCH=wasm go vet -tags=desk ./cmd/desk ./cmd/deskstyles

echo "== the desk's types"
go run ./internal/deskbuild -types

echo "== engine and tool"
make -s packed
make -s desk tool
scripts/size.sh

echo "== tests"
# Two cores that are busy with other things need far more than Go's ten minutes for
# the browsers.
go test -timeout 40m ./...
scripts/with-display.sh go test -tags display ./render/gpu

echo "== releases"
go -C internal/release test -timeout 20m .
