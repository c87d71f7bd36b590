// Package golden compares what a test made with a file in the package's
// testdata. One flag for all packages writes the files anew:
//
//	go test ./timeline/figure/lengths -update
//
// Only tests import it.
package golden
