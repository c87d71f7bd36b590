package publish

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// manifestName is a file that lists what barline wrote into a folder: by it the
// folder is known to hold a site, and everything else in it to be somebody's.
const manifestName = "barline.json"

type manifest struct {
	Barline int      `json:"barline"`
	Files   []string `json:"files"`
}

// listOf is the manifest of a site with these files.
func listOf(names []string) ([]byte, error) {
	files := append(names[:len(names):len(names)], manifestName)
	return json.Marshal(manifest{Barline: 1, Files: files})
}

// Whole is the site with all files that Write makes in a new folder: its own and the
// list of them.
func (s Site) Whole() (Site, error) {
	all := maps.Clone(s)
	list, err := listOf(slices.Sorted(maps.Keys(s)))
	all[manifestName] = list
	return all, err
}

// standing is what stands in a folder before a site is written to it. Paths are
// local, from the folder.
type standing struct {
	exists bool
	// before are the names of the files that barline wrote.
	before map[string]bool
	// stays are files that barline did not write, and former ones named by their
	// contents; gone are former ones that the site does not have.
	stays, gone []string
	// folders are those that the site's files are in, and those before it; "." is
	// the folder itself.
	folders map[string]fs.FileInfo
	// mustStay: it holds folders that barline did not make. They are not looked
	// into and not moved.
	mustStay bool
}

// standingIn looks at a folder. It fails for one that is not a site's, and where a new
// file would take another's place.
func (s Site) standingIn(dir string, o WriteOptions) (*standing, error) {
	there := &standing{before: map[string]bool{}, folders: map[string]fs.FileInfo{}}
	info, err := os.Stat(dir)
	if os.IsNotExist(err) {
		return there, nil
	}
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s is a file: name a folder", dir)
	}
	there.exists = true
	there.folders["."] = info
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) == 0 {
		return there, err
	}
	var before manifest
	list, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil || json.Unmarshal(list, &before) != nil || before.Barline != 1 {
		return nil, fmt.Errorf("%s holds files that barline did not write: name a new or an empty folder", dir)
	}
	for _, name := range before.Files {
		there.before[name] = true
	}
	ours := map[string]bool{}
	for name := range s {
		foldersOf(name, ours)
	}
	for name := range there.before {
		foldersOf(name, ours)
	}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		local, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(local)
		if d.IsDir() {
			if _, written := s[name]; written {
				return fmt.Errorf("%s is a folder, and the site has a file of that name: move it away", path)
			}
			if !ours[name] {
				there.mustStay = true
				return filepath.SkipDir
			}
			there.folders[local], err = d.Info()
			return err
		}
		return there.file(s, path, local, o)
	})
	return there, err
}

// foldersOf adds the folders that a file is in.
func foldersOf(name string, to map[string]bool) {
	for at := strings.LastIndexByte(name, '/'); at > 0; at = strings.LastIndexByte(name, '/') {
		name = name[:at]
		if to[name] {
			return
		}
		to[name] = true
	}
}

// file takes note of one that stands in the folder.
func (there *standing) file(s Site, path, local string, o WriteOptions) error {
	name := filepath.ToSlash(local)
	_, written := s[name]
	switch {
	case hashed(name):
		if !written && !o.Prune {
			there.stays = append(there.stays, local)
		} else if !written {
			there.gone = append(there.gone, local)
		}
	case there.before[name]:
		if !written && name != manifestName {
			there.gone = append(there.gone, local)
		}
	case written || name == manifestName:
		return fmt.Errorf("%s is a file that barline did not write, and the site has one of that name: move it away", path)
	default:
		for of := range s {
			if strings.HasPrefix(of, name+"/") {
				return fmt.Errorf("%s is no folder, and the site has one of that name: move it away", path)
			}
		}
		there.stays = append(there.stays, local)
	}
	return nil
}
