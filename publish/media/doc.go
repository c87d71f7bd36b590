// Package media checks the images of a story and makes the files that its pages
// show: one image in, the same image in several widths out.
//
//	bytes -> Check -> Info
//	      -> Make: decode -> orient -> scale -> encode -> Picture
//
// JPEG, PNG, GIF and WebP are read; JPEG and PNG are written.
//
// # Metadata
//
// Nothing but the pixels is kept. EXIF (with the place where a photograph was
// taken, and its thumbnail), XMP, IPTC, comments, text chunks and whatever follows
// the end of an image are left out, since the pixels are encoded anew. The EXIF
// orientation is applied to the pixels first.
//
// A colour profile is left out as well. The pixels of an image with a profile other
// than sRGB (Display P3, Adobe RGB, a printer's CMYK) are then taken for sRGB, and
// its colours may shift a little. CMYK is converted by the plain formula, without a
// profile, so printers' images may look more vivid than in print.
//
// # What else is lost
//
// Of an animated GIF the first frame is shown; animated WebP is refused. Of an
// animated PNG the default image is shown. Colours have 8 bits a channel, and those
// of fully transparent pixels are removed.
//
// # Limits
//
// Everything is in memory, and what a file claims is checked before it is
// believed: MaxBytes, MaxPixels, MaxSidePx and the number of a JPEG's scans. Make
// needs some 300 MB for a photograph of 12 megapixels, and about 1 GB for the worst
// of MaxPixels.
//
// The package has no state: the functions may be called from several goroutines,
// and give the same bytes for the same input when built by the same version of Go
// for the same processor.
package media
