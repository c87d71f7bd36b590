package sheet

import (
	"encoding/json"

	"barline/data/parquetrows"
)

// handedSheet is the table of a file in Parquet that another program has read.
func handedSheet(h *parquetrows.Handed) (*Sheet, error) {
	if h.SheetFault != nil {
		return nil, h.SheetFault
	}
	var s Sheet
	if err := json.Unmarshal(h.Sheet, &s); err != nil {
		return nil, refuse("this Parquet file was not read whole: "+err.Error(), "open it again, or save it as CSV")
	}
	return &s, nil
}
