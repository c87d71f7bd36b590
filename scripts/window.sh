#!/bin/sh
# Builds bin/barline-window, the window for the desktop, or says what is missing for it.
# With --if-possible that is no error: the rest of Barline needs none of it.
set -eu
cd "$(dirname "$0")/.."
go=${GO:-go}
lacks() {
	echo "bin/barline-window is not built: $1" >&2
	[ "${optional:-}" ] && exit 0
	exit 1
}
[ "${1:-}" = --if-possible ] && optional=yes
case $($go env GOOS) in
windows) ;; # Ebitengine needs no C compiler there
*)
	cc=$($go env CC)
	command -v "${cc%% *}" >/dev/null || lacks "there is no C compiler ($cc); on Debian, make deps installs one"
	[ "$($go env CGO_ENABLED)" = 1 ] || lacks "CGO_ENABLED is 0; set it to 1"
	;;
esac
if [ "$($go env GOOS)" = linux ]; then
	for header in X11/Xlib.h X11/extensions/Xrandr.h X11/Xcursor/Xcursor.h X11/extensions/Xinerama.h X11/extensions/XInput2.h X11/extensions/xf86vmode.h GL/gl.h; do
		echo "#include <X11/Xlib.h>
#include <$header>" | $cc -E - >/dev/null 2>&1 || lacks "the header $header is missing; on Debian, make deps installs it"
	done
fi
$go build -trimpath -o "bin/barline-window$($go env GOEXE)" .
