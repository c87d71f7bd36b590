package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"barline/internal/version"
)

// release is what is released: a commit, and how it is called.
type release struct {
	build version.Build
	// before is the version of the nearest tag before the commit, "" if there is none.
	before string
	// when is the time of everything that has one.
	when time.Time
}

// describe asks git what is checked out at root.
func describe(root string) (release, error) {
	commit, err := git(root, "rev-parse", "HEAD")
	if err != nil {
		return release{}, fmt.Errorf("a release is made of a commit: %w", err)
	}
	seconds, err := git(root, "log", "-1", "--format=%ct")
	if err != nil {
		return release{}, err
	}
	r := release{build: version.Build{Commit: commit}}
	if r.build.Time, err = fromEpoch(seconds); err != nil {
		return release{}, err
	}
	r.when = r.build.Time
	// What builders of distributions set; see reproducible-builds.org.
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		if r.when, err = fromEpoch(epoch); err != nil {
			return release{}, fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
		}
	}
	changes, err := git(root, "status", "--porcelain", "--untracked-files=normal")
	if err != nil {
		return release{}, err
	}
	r.build.Changed = changes != ""
	// Without a tag these fail, which is an answer.
	if tag, err := git(root, "describe", "--tags", "--exact-match", "--match", "v[0-9]*"); err == nil {
		r.build.Version = strings.TrimPrefix(tag, "v")
	}
	if tag, err := git(root, "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*"); err == nil {
		r.before = strings.TrimPrefix(tag, "v")
	}
	return r, nil
}

// git runs git at root and returns what it prints.
func git(root string, args ...string) (string, error) {
	out, err := exec.Command("git", append([]string{"-C", root}, args...)...).Output()
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		err = fmt.Errorf("git %s: %s", args[0], strings.TrimSpace(string(failed.Stderr)))
	}
	return strings.TrimSpace(string(out)), err
}

func fromEpoch(seconds string) (time.Time, error) {
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("%q is not a number of seconds since 1970", seconds)
	}
	return time.Unix(n, 0).UTC(), nil
}

// fileName is how files are called after the version: "1.2.0", or without a tag
// "20261129-0123456789ab", with "-changed" after either where it is.
func (r release) fileName() string {
	name := r.build.Version
	if name == "" {
		name = r.build.Time.Format("20060102") + "-" + r.short()
	}
	if r.build.Changed {
		name += "-changed"
	}
	return name
}

// debian is the version in Debian's order: "1.2.0~rc.1" comes before "1.2.0", and
// "1.2.0+git20261129.0123456789ab", of a commit after that tag, behind it.
func (r release) debian() string {
	var v string
	switch {
	case r.build.Version != "":
		v = debianTag(r.build.Version)
	case r.before != "":
		v = debianTag(r.before) + "+git" + r.build.Time.Format("20060102") + "." + r.short()
	default:
		v = "0~git" + r.build.Time.Format("20060102") + "." + r.short()
	}
	if r.build.Changed {
		v += "+changed"
	}
	return v
}

// debianTag writes what comes before a version with "~"; "-" would begin a revision of
// Debian's.
func debianTag(v string) string { return strings.Replace(v, "-", "~", 1) }

// numbers are the version's first numbers, for the four of Windows; zeros without a tag.
func (r release) numbers() [4]uint16 {
	var n [4]uint16
	plain, _, _ := strings.Cut(r.build.Version, "-")
	for i, part := range strings.SplitN(plain, ".", 4) {
		v, err := strconv.ParseUint(part, 10, 16)
		if err != nil {
			break
		}
		n[i] = uint16(v)
	}
	return n
}

func (r release) short() string { return r.build.Commit[:min(12, len(r.build.Commit))] }
