#!/bin/sh
# Gets what `make release` needs beyond the tests' packages to build the window for Linux
# on arm64: installs Debian's cross compiler, and unpacks X11's libraries for that
# processor into .build/arm64. The system's own list of architectures stays as it is.
# For Debian and its relatives.
set -eu
cd "$(dirname "$0")/.."
command -v apt-get >/dev/null || {
	echo "arm64-libraries.sh: there is no apt-get. Install gcc for aarch64-linux-gnu, and put libX11.so, libXrandr.so, libXxf86vm.so, libXi.so, libXcursor.so and libXinerama.so for arm64 into .build/arm64/usr/lib/aarch64-linux-gnu" >&2
	exit 1
}
if ! command -v aarch64-linux-gnu-gcc >/dev/null; then
	as_root=
	[ "$(id -u)" -eq 0 ] || as_root=sudo
	$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends gcc-aarch64-linux-gnu libc6-dev-arm64-cross
fi

# Lists of packages of their own, so that the system's are not mixed with another
# architecture's.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
apt() {
	apt-get -qq -o APT::Architectures::=arm64 -o APT::Sandbox::User=root -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o Dir::State::Status=/dev/null "$@"
}
apt update
packages=
for name in libx11 libxrandr libxxf86vm libxi libxcursor libxinerama libxext libxrender libxfixes; do
	packages="$packages $name-dev:arm64"
done
for name in libx11-6 libxrandr2 libxxf86vm1 libxi6 libxcursor1 libxinerama1 libxext6 libxrender1 libxfixes3; do
	packages="$packages $name:arm64"
done
# Unquoted: each word is a package.
(cd "$work" && apt download $packages)
rm -rf .build/arm64
mkdir -p .build/arm64
for package in "$work"/*.deb; do dpkg-deb -x "$package" .build/arm64; done
ls .build/arm64/usr/lib/aarch64-linux-gnu/libX11.so
