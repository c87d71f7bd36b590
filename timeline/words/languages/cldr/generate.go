package cldr

// The data are made from the packages in which Unicode publishes CLDR for
// JavaScript, with npm and Node. For another version of CLDR, write its number here;
// Node has its own copy of CLDR for testdata/cldr.

//go:generate npm install --silent --no-save --ignore-scripts --prefix /tmp/barline-cldr cldr-core@48.2.0 cldr-dates-full@48.2.0 cldr-localenames-full@48.2.0 cldr-misc-full@48.2.0 cldr-units-full@48.2.0
//go:generate node generate.mjs /tmp/barline-cldr/node_modules
//go:generate node ../../testdata/cldr/generate.mjs /tmp/barline-cldr/node_modules
