// Command release makes everything that is downloaded of a version, from the commit that
// is checked out:
//
//	make release                    into release/
//	go -C internal/release run . -o /somewhere/else
//
//	barline-VERSION-SYSTEM-PROCESSOR.tar.gz, .zip    the tool, for six platforms
//	barline-window-VERSION-…                         the window, where it can be built
//	barline_VERSION_amd64.deb                        both, for Debian and its relatives
//	….cdx.json                                       what is in each program (CycloneDX)
//	SHA256SUMS                                       of all these files
//
// The same commit makes the same bytes, in whatever folder and whenever: paths are
// trimmed from programs, and all times are the commit's.
//
// It is a module of its own. Its libraries need some forty modules, among them a whole
// git; in Barline's go.mod they would raise the versions of modules that are built into
// the tool, and stand in the lists of those who audit it.
package main
