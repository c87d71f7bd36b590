#!/bin/sh
# Builds the window for macOS, on a Mac: Barline.app for both processors, in a .zip file
# in release/. It needs Go, and Apple's command line tools (xcode-select --install).
#
# The app is signed ad hoc, which runs on the Mac that built it; on another one macOS asks
# whoever opens it (docs/install.md). With a certificate of Apple's:
#
#   SIGN="Developer ID Application: …" scripts/mac.sh
#
# signs it so that it can be notarised (xcrun notarytool submit, xcrun stapler staple).
set -eu
cd "$(dirname "$0")/.."

fail() {
	echo "mac.sh: $1" >&2
	exit 1
}
[ "$(uname -s)" = Darwin ] || fail "this builds on a Mac alone: the window needs Apple's headers, which may not be copied elsewhere"
command -v go >/dev/null || fail "Go is missing: https://go.dev/dl/"
xcrun --find clang >/dev/null 2>&1 || fail "Apple's command line tools are missing: xcode-select --install"

commit=$(git rev-parse HEAD)
when=$(TZ=UTC git log -1 --format=%cd --date=format-local:%Y-%m-%dT%H:%M:%SZ)
tag=$(git describe --tags --exact-match --match 'v[0-9]*' 2>/dev/null || echo -)
changed=
[ -z "$(git status --porcelain)" ] || changed=" changed"
# What macOS compares must be numbers; without a tag there is none.
case $tag in
-) number=0.0.0 name=$(echo "$when" | cut -c1-10 | tr -d -)-$(echo "$commit" | cut -c1-12) ;;
*) number=$(echo "${tag#v}" | cut -d- -f1) name=${tag#v} ;;
esac
[ -z "$changed" ] || name=$name-changed

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
app=$work/Barline.app/Contents
mkdir -p "$app/MacOS" "$app/Resources" release

for processor in amd64 arm64; do
	echo "barline-window for macOS on $processor"
	GOOS=darwin GOARCH=$processor CGO_ENABLED=1 MACOSX_DEPLOYMENT_TARGET=12.0 GOFLAGS= go build -mod=readonly -trimpath -buildvcs=false \
		-ldflags "-s -w -buildid= -X 'barline/internal/version.noted=$tag $commit $when$changed'" \
		-o "$work/barline-window-$processor" .
done
lipo -create -output "$app/MacOS/barline-window" "$work/barline-window-amd64" "$work/barline-window-arm64"
sed "s/VERSION/$number/" internal/release/mac/Info.plist >"$app/Info.plist"
plutil -lint -s "$app/Info.plist"
cp assets/icon/barline.icns "$app/Resources/"
cp LICENSE "$app/Resources/LICENSE.txt"
go run ./internal/licences -window -o "$app/Resources/licenses.txt"

if [ -n "${SIGN:-}" ]; then
	codesign --force --options runtime --timestamp --sign "$SIGN" "$work/Barline.app"
else
	codesign --force --sign - "$work/Barline.app"
fi
codesign --verify --strict "$work/Barline.app"

archive=release/barline-window-$name-macos.zip
ditto -c -k --keepParent "$work/Barline.app" "$work/app.zip"
mv "$work/app.zip" "$archive"
(cd release && shasum -a 256 "$(basename "$archive")")
