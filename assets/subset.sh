#!/bin/sh
# Cuts the fonts that Barline ships out of Debian's Noto packages
# (fonts-noto-core, fonts-noto-extra, python3-fonttools), one file for each face
# and script of fonts/scripts.txt. Rerun it to widen a range; the results are
# committed, so building Barline does not need it.
#
# Hinting is dropped: browsers at today's densities and our own rasteriser
# both draw unhinted outlines, and the two must agree.
set -eu
cd "$(dirname "$0")/fonts"
noto=${NOTO:-/usr/share/fonts/truetype/noto}

cut() { # family of Noto, family of ours, script, weights
	range=$(sed -n "s/^$3 //p" scripts.txt)
	for weight in ${4:-Regular Bold}; do
		/usr/bin/python3 -m fontTools.subset "$noto/$1-$weight.ttf" \
			--unicodes="$range,U+0020,U+00A0,U+200C-200F,U+2066-2069" \
			--layout-features='ccmp,locl,mark,mkmk,kern,liga,calt,rlig,init,medi,fina,isol,nukt,akhn,rphf,rkrf,pref,blwf,half,pstf,vatu,cjct,pres,blws,abvs,psts,haln,abvm,blwm,dist' \
			--no-hinting --desubroutinize --name-IDs='0,1,2,3,4,5,6,13,14' \
			--output-file="$2-$weight-$3.ttf"
		ls -l "$2-$weight-$3.ttf"
	done
}
for script in latin cyrillic greek; do
	cut NotoSans Sans "$script"
	cut NotoSerif Serif "$script"
done
cut NotoSansArabic Sans arabic
# Quotations in Arabic script are set without serifs: a fourth font would weigh
# more than it says.
cut NotoNaskhArabic Serif arabic Bold
cut NotoSansHebrew Sans hebrew
cut NotoSerifHebrew Serif hebrew
cut NotoSansDevanagari Sans devanagari
cut NotoSerifDevanagari Serif devanagari

# Every cut's space is as wide: which font the space between two words is taken
# from is a matter of taste, and browsers' is not ours. And every cut's lines are
# as high as Latin ones, so that no word moves when another cut comes later.
/usr/bin/python3 - *.ttf <<'PY'
import sys
from fontTools.ttLib import TTFont

for name in sys.argv[1:]:
    font = TTFont(name)
    letters = font.getBestCmap()
    for space in (0x20, 0xA0):
        font["hmtx"][letters[space]] = (260 * font["head"].unitsPerEm // 1000, 0)
    em = font["head"].unitsPerEm
    ascent, descent = 1069 * em // 1000, 293 * em // 1000
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, -descent, 0
    metrics = font["OS/2"]
    metrics.sTypoAscender, metrics.sTypoDescender, metrics.sTypoLineGap = ascent, -descent, 0
    metrics.usWinAscent, metrics.usWinDescent = ascent, descent
    font.save(name)
PY
