package sheet

import (
	"bytes"
	"strings"

	"barline/data/tree"
)

// foreign names a file that holds no table that can be read, by its first bytes,
// and says what to do. what is "" if it is none of those that are known.
func foreign(contents []byte) (what, fix string) {
	const asTable = "open it where it was made and save the table as .xlsx or CSV"
	for _, one := range []struct{ start, what, fix string }{
		{"%PDF-", "a PDF", "copy the table out of it into a spreadsheet and save that as .xlsx or CSV"},
		{"\x89PNG\r\n\x1a\n", "a PNG image", "type the table, or give the file that the image was made from"},
		{"\xff\xd8\xff", "a JPEG image", "type the table, or give the file that the image was made from"},
		{"GIF8", "a GIF image", "type the table, or give the file that the image was made from"},
		{"II*\x00", "a TIFF image", "type the table, or give the file that the image was made from"},
		{"MM\x00*", "a TIFF image", "type the table, or give the file that the image was made from"},
		{"\x1f\x8b", "a file packed with gzip", "unpack it first, with gunzip or by a double click"},
		{"BZh", "a file packed with bzip2", "unpack it first"},
		{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"},
		{"\xfd7zXZ\x00", "a file packed with xz", "unpack it first"},
		{"\x28\xb5\x2f\xfd", "a file packed with zstd", "unpack it first"},
		{"Rar!\x1a\x07", "a RAR archive", "unpack it first"},
		{"SQLite format 3\x00", "an SQLite database", "export the table as CSV"},
		{"{\\rtf", "a rich text document", asTable},
		{"PAR1", "a Parquet file", "give it as a table"},
		{"ARROW1", "an Arrow or Feather file", "write it as Parquet or CSV"},
		{"ORC", "an ORC file", "write it as Parquet or CSV"},
		{"Obj\x01", "an Avro file", "write it as Parquet or CSV"},
		{"\x7fELF", "a program", "give the file that holds the table"},
		{"MZ", "a program", "give the file that holds the table"},
		{"ID3", "a sound file", "give the file that holds the table"},
	} {
		// Short marks of letters alone may begin a table as well: those files hold
		// bytes that no text has.
		if bytes.HasPrefix(contents, []byte(one.start)) && (len(one.start) > 4 || hasControls(contents)) {
			return one.what, one.fix
		}
	}
	switch {
	case bytes.HasPrefix(contents, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return compound(contents)
	case len(contents) > 12 && string(contents[:4]) == "RIFF" && hasControls(contents):
		if string(contents[8:12]) == "WEBP" {
			return "a WebP image", "type the table, or give the file that the image was made from"
		}
		return "a sound or film file", "give the file that holds the table"
	case len(contents) > 12 && string(contents[4:8]) == "ftyp":
		return "a film or image file", "give the file that holds the table"
	}
	return "", ""
}

// compound names a file of the kind that Office wrote before 2007. Workbooks that
// are protected by a password are stored in one to this day.
func compound(contents []byte) (what, fix string) {
	has := func(stream string) bool { return bytes.Contains(contents, wide(stream)) }
	switch {
	case has("EncryptedPackage"):
		return "a workbook that is protected by a password", "open it, save it without the password, and give that file"
	case has("WordDocument"):
		return "an old Word document (.doc)", "copy its table into a spreadsheet and save that as .xlsx or CSV"
	case has("PowerPoint Document"):
		return "an old presentation (.ppt)", "copy its table into a spreadsheet and save that as .xlsx or CSV"
	case has("Workbook"), has("Book"):
		return "an old Excel workbook (.xls)", "open it and save it as .xlsx or CSV"
	}
	return "an old Office file", "open it and save its table as .xlsx or CSV"
}

// wide is a text in UTF-16, as names in compound files are written.
func wide(s string) []byte {
	var out []byte
	for _, c := range []byte(s) {
		out = append(out, c, 0)
	}
	return out
}

// hasControls finds control characters that no text holds, in the first bytes.
func hasControls(contents []byte) bool {
	return bytes.ContainsFunc(contents[:min(len(contents), 512)], func(r rune) bool { return isStray(r) })
}

// isStray reports control characters that texts do not hold.
func isStray(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\v' && r != '\f' && r != 0x1a && r != 0x1b || r == 0x7f
}

// foreignText names a text that is no table of lines, by how it begins.
func foreignText(text string) (what, fix string) {
	start := strings.ToLower(strings.TrimLeft(text[:min(len(text), 4096)], "\ufeff \t\r\n"))
	switch {
	case strings.HasPrefix(start, "<?xml") && strings.Contains(start, "excel.sheet"):
		return "a workbook in Excel's XML of 2003", "open it and save it as .xlsx or CSV"
	case strings.HasPrefix(start, "<!doctype html"), strings.HasPrefix(start, "<html"):
		return "a web page", "open it in a spreadsheet and save it as .xlsx or CSV; of a published sheet take the address of its CSV"
	case strings.HasPrefix(start, "<?xml"):
		return "XML", "save the table as .xlsx or CSV"
	case strings.HasPrefix(start, "{\\rtf"):
		return "a rich text document", "copy its table into a spreadsheet and save that as .xlsx or CSV"
	case strings.HasPrefix(start, "{\""), strings.HasPrefix(start, "[{"), start == "{", strings.HasPrefix(start, "{\n"), strings.HasPrefix(start, "{\r\n"), strings.HasPrefix(start, "[\n"), strings.HasPrefix(start, "[\r\n"):
		return "JSON of no shape that is known", "write it as a list of objects with the same keys, or as CSV"
	case strings.HasPrefix(start, "begin:vcalendar"):
		return "a calendar (iCalendar)", "give it as it was exported; as a table it cannot be read"
	}
	return "", ""
}

// refuse is the error about a whole file.
func refuse(what, fix string) error {
	return &tree.Error{Line: 1, Column: 1, What: what, Fix: fix}
}
