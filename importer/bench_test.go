package importer_test

import (
	"fmt"
	"strings"
	"testing"

	"barline/importer"
)

// A hundred thousand rows, as somebody else keeps them: reading them must not be what
// anybody waits for.
func BenchmarkImport(b *testing.B) {
	var text strings.Builder
	text.WriteString("Fecha,Hora,Evento,Detalle,Fase,Lugar,Personas,Fuente\n")
	for i := range 100_000 {
		detail := "Algo pasó en la ciudad y nadie lo supo hasta el día siguiente"
		if i%10 == 0 {
			detail = "Algo pasó en la <b>ciudad</b> &amp; nadie lo supo"
		}
		fmt.Fprintf(&text, "%02d/%02d/%d,%02d:%02d,Evento número %d,%s,Fase %d,Ciudad %d,Ana Pérez; Luis Gómez,Diario %d\n",
			i%28+1, i%12+1, 1990+i%30, i%24, i%60, i, detail, i%7, i%500, i%40)
	}
	contents := []byte(text.String())
	b.SetBytes(int64(len(contents)))
	b.ReportAllocs()
	for b.Loop() {
		r, err := importer.Import(contents, importer.Options{Name: "t.csv"})
		if err != nil || r.Story.Len() != 100_000 {
			b.Fatal(err)
		}
	}
}
