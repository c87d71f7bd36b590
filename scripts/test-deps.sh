#!/bin/sh
# Installs what the tests need beside Go and make: Chromium, Firefox, WebKit of today
# and of 2022, Xvfb, a message bus, two web servers, npm, ffmpeg, tools that read PDF, what checks the files
# of a Linux desktop, and the X11 and OpenGL headers that the desktop window is compiled
# with. Does nothing where all of it is there. Debian and its relatives only; elsewhere
# it says what to install.
set -eu

missing=
have() { command -v "$1" >/dev/null 2>&1; }
have chromium || missing="$missing chromium"
have firefox-esr || missing="$missing firefox-esr"
have WebKitWebDriver || missing="$missing webkit2gtk-driver"
have WPEWebDriver && have cog || missing="$missing cog wpewebkit-driver"
have Xvfb || missing="$missing xvfb"
have dbus-daemon || missing="$missing dbus-daemon"
have npm || missing="$missing npm"
have ffmpeg || missing="$missing ffmpeg"
have pdftotext || missing="$missing poppler-utils"
have desktop-file-validate || missing="$missing desktop-file-utils"
have appstreamcli || missing="$missing appstream"
have update-mime-database || missing="$missing shared-mime-info"
have gio || missing="$missing libglib2.0-bin"
have git || missing="$missing git"
have nginx || [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
have caddy || missing="$missing caddy"
have pkg-config || missing="$missing pkg-config"
have cc || have gcc || missing="$missing gcc libc6-dev"
header() { [ -e "/usr/include/$1" ] || [ -e "/usr/local/include/$1" ] || missing="$missing $2"; }
header X11/Xlib.h libx11-dev
header X11/extensions/Xrandr.h libxrandr-dev
header X11/Xcursor/Xcursor.h libxcursor-dev
header X11/extensions/Xinerama.h libxinerama-dev
header X11/extensions/XInput2.h libxi-dev
header X11/extensions/xf86vmode.h libxxf86vm-dev
header GL/gl.h libgl1-mesa-dev
# What Firefox draws with.
library() { ls /usr/lib/*/"$1" >/dev/null 2>&1 || missing="$missing $2"; }
library libEGL.so.1 libegl1
library libGL.so.1 libgl1
library libGLESv2.so.2 libgles2
library libEGL_mesa.so.0 libegl-mesa0
# The software renderer that draws the window where there is no graphics card.
ls /usr/lib/*/dri/swrast_dri.so >/dev/null 2>&1 || missing="$missing libgl1-mesa-dri"

[ -n "$missing" ] || exit 0

# cannot says why the packages are not installed, and ends with what to do.
cannot() {
	echo "The tests need packages that are not here, and $1. Install these, or what your system calls them:" >&2
	for package in $missing; do echo "  $package" >&2; done
	echo "On Debian:" >&2
	echo "  sudo apt-get install --no-install-recommends$missing" >&2
	exit 1
}
have apt-get || cannot "there is no apt-get to install them"
as_root=
if [ "$(id -u)" -ne 0 ]; then
	have sudo || cannot "only root may install them"
	# Nobody may be there to give a password.
	[ -t 0 ] || sudo -n true 2>/dev/null || cannot "sudo asks for a password"
	as_root=sudo
fi
echo "The tests need packages that are not here. Installing with apt-get:$missing"
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq || cannot "apt-get cannot reach its sources"
# Unquoted: each word is a package.
# A web server that is installed for tests need not start.
$as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends $missing >/dev/null || cannot "apt-get could not install them"
