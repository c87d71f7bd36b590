#!/bin/sh
# Cuts the fonts that Barline ships out of Debian's Noto packages
# (fonts-noto-core, fonts-noto-extra, python3-fonttools). Rerun it to widen a
# range; the results are committed, so building Barline does not need it.
#
# Hinting is dropped: browsers at today's densities and our own rasteriser
# both draw unhinted outlines, and the two must agree.
set -eu
cd "$(dirname "$0")/fonts"
noto=${NOTO:-/usr/share/fonts/truetype/noto}

# Western and Central European Latin, punctuation, fractions, arrows, signs.
latin='U+0020-007E,U+00A0-017F,U+018F,U+0192,U+0218-021B,U+0259,U+02BB-02BC,U+02C6-02C7,U+02D8-02DD,U+0300-0304,U+0306-030C,U+0323,U+1E80-1E85,U+1E9E,U+1EF2-1EF3,U+2010-2015,U+2018-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2116,U+2122,U+2150-215F,U+2190-2193,U+2212,U+2248,U+2264-2265,U+FFFD'

for face in NotoSans-Regular NotoSans-Bold NotoSerif-Regular NotoSerif-Bold; do
  /usr/bin/python3 -m fontTools.subset "$noto/$face.ttf" \
    --unicodes="$latin" \
    --layout-features='ccmp,locl,mark,mkmk,kern,liga,calt' \
    --no-hinting --desubroutinize --name-IDs='0,1,2,3,4,5,6,13,14' \
    --output-file="$face-latin.ttf"
  ls -l "$face-latin.ttf"
done
