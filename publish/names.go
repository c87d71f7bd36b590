package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"regexp"
	"strings"
)

// assetsFolder holds what is named by its contents. All of it may be cached
// for ever: other contents have another name.
const assetsFolder = "assets/"

// addAsset puts a file into the assets, and returns the name it has there:
// page.js becomes page.0f3a….js.
func (s Site) addAsset(name string, contents []byte) string {
	hashed := assetName(name, contents)
	s[assetsFolder+hashed] = contents
	return hashed
}

// AssetName is the name of a site's asset by its contents: page.js is page.0f3a….js.
func AssetName(name string, contents []byte) string { return assetName(name, contents) }

// assetName is the name of an asset by its contents.
func assetName(name string, contents []byte) string {
	sum := sha256.Sum256(contents)
	ending := path.Ext(name)
	return strings.TrimSuffix(name, ending) + "." + hex.EncodeToString(sum[:6]) + ending
}

// hashed reports whether a file of a site is named by its contents.
func hashed(name string) bool {
	return regexp.MustCompile(`^` + assetsFolder + `[^/]+\.[0-9a-f]{12}(\.[a-z0-9]+){1,2}$`).MatchString(name)
}
