package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"
)

// Limits of what is unpacked, in bytes: of all parts that are read together, and how
// many times as large as packed a large part may become. Worksheets grow tenfold to
// fiftyfold.
const (
	maxUnpacked   = 256 << 20
	maxRatio      = 200
	ratioFrom     = 16 << 20
	maxZipEntries = 20_000
)

// archive is a ZIP file of which no more is unpacked than the limits say, whatever
// it says of itself.
type archive struct {
	files map[string]*zip.File
	names []string
	left  int64
}

func openArchive(contents []byte) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(contents), int64(len(contents)))
	if err != nil {
		return nil, refuse("this file is cut off or damaged: it begins as a workbook or ZIP archive and does not end as one", "fetch or copy it again, or save it again where it was made")
	}
	if len(z.File) > maxZipEntries {
		return nil, refuse(fmt.Sprintf("an archive of %d files", len(z.File)), "give a workbook, or one file out of it")
	}
	a := &archive{files: make(map[string]*zip.File, len(z.File)), left: maxUnpacked}
	for _, f := range z.File {
		// Some programs write a slash before names, or a backslash within.
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		a.files[strings.ToLower(name)] = f
		a.names = append(a.names, name)
	}
	return a, nil
}

// has finds a part; names do not tell upper from lower case.
func (a *archive) has(name string) bool { return a.files[strings.ToLower(name)] != nil }

// open opens a part for reading. A part that is not there is empty.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.files[strings.ToLower(name)]
	if f == nil {
		return io.NopCloser(strings.NewReader("")), nil
	}
	if f.UncompressedSize64 > uint64(a.left) {
		return nil, bomb(name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, damagedPart(name)
	}
	return &unpacking{ReadCloser: r, archive: a, name: name, packed: int64(f.CompressedSize64)}, nil
}

// unpacking counts what comes out of a part.
type unpacking struct {
	io.ReadCloser
	archive     *archive
	name        string
	packed, out int64
}

func (u *unpacking) Read(p []byte) (int, error) {
	n, err := u.ReadCloser.Read(p)
	u.out += int64(n)
	u.archive.left -= int64(n)
	if u.archive.left < 0 || u.out > ratioFrom && u.out/maxRatio > u.packed {
		return 0, bomb(u.name)
	}
	return n, err
}

func bomb(name string) error {
	return refuse(fmt.Sprintf("the part %s of the workbook unpacks to more than %d MB or to more than %d times its size", path.Base(name), maxUnpacked>>20, maxRatio), "save the table alone as CSV, or leave out empty rows and columns with styles")
}

func damagedPart(name string) error {
	return refuse("the part "+path.Base(name)+" of the workbook cannot be read", "open it in a spreadsheet and save it again")
}

// kind names what a ZIP archive is that is no workbook.
func (a *archive) kind() (what, fix string) {
	const asTable = "open it and save it as .xlsx or CSV"
	mimetype := ""
	if r, err := a.open("mimetype"); err == nil {
		b, _ := io.ReadAll(io.LimitReader(r, 100))
		mimetype = string(b)
		r.Close()
	}
	switch {
	case strings.Contains(mimetype, "opendocument.spreadsheet"):
		return "an OpenDocument spreadsheet (.ods)", asTable
	case strings.Contains(mimetype, "opendocument"):
		return "an OpenDocument text or drawing", "copy its table into a spreadsheet and save that as .xlsx or CSV"
	case strings.Contains(mimetype, "epub"):
		return "an e-book", "give the file that holds the table"
	case a.has("xl/workbook.xml"):
		return "a workbook (.xlsx)", "give it as a table"
	case a.has("xl/workbook.bin"):
		return "a binary workbook (.xlsb)", asTable
	case a.has("word/document.xml"):
		return "a Word document (.docx)", "copy its table into a spreadsheet and save that as .xlsx or CSV"
	case a.has("ppt/presentation.xml"):
		return "a presentation (.pptx)", "copy its table into a spreadsheet and save that as .xlsx or CSV"
	case a.has("Index/Document.iwa"), a.has("Index.zip"):
		return "a file of Apple's Numbers or Pages", "open it and export it as .xlsx or CSV"
	case a.has("doc.kml"):
		return "a map (.kmz)", "give the file that holds the table"
	}
	for _, name := range a.names {
		switch strings.ToLower(path.Ext(name)) {
		case ".csv", ".tsv", ".xlsx", ".parquet", ".json", ".ics":
			return "a ZIP archive that holds " + shortened(name), "unpack it, and give that file"
		}
	}
	return "a ZIP archive without a workbook", "unpack it, and give the file that holds the table"
}
