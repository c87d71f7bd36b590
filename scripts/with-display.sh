#!/bin/sh
# Runs a command with a virtual display of its own.
set -eu
file=$(mktemp)
Xvfb -displayfd 3 -screen 0 1280x1024x24 -nolisten tcp 3>"$file" >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; rm -f "$file"' EXIT INT TERM
# The server writes its number once it is ready.
tries=0
while [ ! -s "$file" ]; do
	tries=$((tries + 1))
	if [ $tries -gt 200 ] || ! kill -0 $server 2>/dev/null; then
		echo "Xvfb did not start" >&2
		exit 1
	fi
	sleep 0.05
done
DISPLAY=":$(cat "$file")" LIBGL_ALWAYS_SOFTWARE=1 "$@"
