package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"os"
	"path"
	"strings"
	"time"
)

// Limits of what is fetched from an address.
const (
	fetchTime  = 30 * time.Second
	fetchBytes = 64 << 20
)

// isAddress reports whether a file is an address of the web.
func isAddress(file string) bool {
	lower := strings.ToLower(file)
	return strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "http://")
}

// file is a file that was read.
type file struct {
	name     string // for messages: path, address, or "standard input"
	called   string // what its owner calls it, for the story's id
	base     string // the address that it came from, or ""
	contents []byte
}

// open reads a file, standard input for -, or what an address holds, which is
// fetched once and said to log.
func open(ctx context.Context, path string, in io.Reader, log io.Writer) (file, error) {
	switch {
	case path == "-":
		contents, err := io.ReadAll(io.LimitReader(in, fetchBytes+1))
		if err == nil && len(contents) > fetchBytes {
			err = fmt.Errorf("standard input: more than %d MB; save it as a file", fetchBytes>>20)
		}
		return file{name: "standard input", called: "timeline", contents: contents}, err
	case isAddress(path):
		return fetch(ctx, path, log)
	}
	contents, err := os.ReadFile(path)
	return file{name: path, called: path, contents: contents}, err
}

// goneError says that nothing stands at an address.
type goneError struct{ text string }

func (e *goneError) Error() string { return e.text }

// fetch gets a file from an address.
func fetch(ctx context.Context, address string, log io.Writer) (file, error) {
	fail := func(what string) (file, error) { return file{}, fmt.Errorf("%s: %s", address, what) }
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return fail("this is no address; write one as https://example.org/events.csv")
	}
	asTable(u)
	ctx, stop := context.WithTimeout(ctx, fetchTime)
	defer stop()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return fail("this is no address; write one as https://example.org/events.csv")
	}
	request.Header.Set("User-Agent", "barline")
	request.Header.Set("Accept", "text/csv, application/json, text/calendar, */*;q=0.5")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		if errors.Is(err, context.DeadlineExceeded) {
			return fail(fmt.Sprintf("no answer within %v; try again, or save the file and import it", fetchTime))
		}
		if inner := errors.Unwrap(err); inner != nil {
			err = inner
		}
		return fail("cannot be fetched: " + err.Error())
	}
	defer response.Body.Close()
	switch code := response.StatusCode; {
	case code == http.StatusUnauthorized || code == http.StatusForbidden:
		return fail(response.Status + ": it asks to sign in; publish the file to the web, or save it and import it")
	case code == http.StatusNotFound || code == http.StatusGone:
		return file{}, &goneError{address + ": " + response.Status + ": nothing is there; check the address"}
	case code != http.StatusOK:
		return fail(response.Status + ": try again later, or save the file and import it")
	}
	contents, err := io.ReadAll(io.LimitReader(response.Body, fetchBytes+1))
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return fail(fmt.Sprintf("not all of it came within %v; save the file and import it", fetchTime))
	case err != nil:
		return fail("it broke off: " + err.Error())
	case len(contents) > fetchBytes:
		return fail(fmt.Sprintf("more than %d MB; save the file and import it", fetchBytes>>20))
	case isWebPage(contents):
		return fail("this is a web page and no file, perhaps one to sign in; give the address of the file itself: in Google Sheets, File, Share, Publish to web, as comma-separated values")
	}
	fmt.Fprintf(log, "fetched %s: %.1f kB\n", u, float64(len(contents))/1000)
	return file{name: address, called: calledBy(response), base: response.Request.URL.String(), contents: contents}, nil
}

// asTable makes an address of a sheet at Google one of its cells as CSV: the page
// that "publish to web" shows, and the one in which it is edited.
func asTable(u *url.URL) {
	if u.Host != "docs.google.com" || !strings.HasPrefix(u.Path, "/spreadsheets/") {
		return
	}
	query := u.Query()
	gid := query.Get("gid")
	if gid == "" {
		gid, _ = strings.CutPrefix(u.Fragment, "gid=")
	}
	verb := path.Base(u.Path)
	published := strings.HasPrefix(u.Path, "/spreadsheets/d/e/")
	switch {
	case published && (verb == "pubhtml" || verb == "pub" && query.Get("output") == ""):
		u.Path = path.Dir(u.Path) + "/pub"
		query.Del("widget")
		query.Del("headers")
		query.Set("output", "csv")
		if gid != "" {
			query.Set("single", "true")
		}
	case !published && isIn(verb, "edit", "view", "htmlview", "preview"):
		u.Path = path.Dir(u.Path) + "/export"
		query = url.Values{"format": {"csv"}}
		if gid != "" {
			query.Set("gid", gid)
		}
	default:
		return
	}
	u.RawQuery, u.Fragment = query.Encode(), ""
}

// isWebPage reports whether a text is HTML.
func isWebPage(contents []byte) bool {
	start := bytes.TrimLeft(bytes.TrimPrefix(contents[:min(len(contents), 512)], []byte("\ufeff")), " \t\r\n")
	lower := bytes.ToLower(start)
	return bytes.HasPrefix(lower, []byte("<!doctype html")) || bytes.HasPrefix(lower, []byte("<html")) || bytes.HasPrefix(lower, []byte("<head"))
}

// calledBy is what a server calls a file.
func calledBy(r *http.Response) string {
	if _, fields, err := mime.ParseMediaType(r.Header.Get("Content-Disposition")); err == nil && fields["filename"] != "" {
		return fields["filename"]
	}
	name := path.Base(r.Request.URL.Path)
	if isIn(name, "pub", "export", "/", ".") {
		return "timeline"
	}
	return name
}
