// Package shorten drops comments and spaces from style sheets, and writes what old
// browsers do not know in words that they do.
package shorten

import (
	"errors"
	"fmt"

	"github.com/evanw/esbuild/pkg/api"
)

// Readable are the oldest browsers in which pages can be read.
func Readable() []api.Engine {
	return []api.Engine{{Name: api.EngineSafari, Version: "11"}, {Name: api.EngineChrome, Version: "60"}, {Name: api.EngineFirefox, Version: "60"}}
}

// Style shortens the style sheet of a name, which errors say.
func Style(name string, css []byte) ([]byte, error) {
	r := api.Transform(string(css), api.TransformOptions{
		Loader: api.LoaderCSS, Charset: api.CharsetUTF8, LogLevel: api.LogLevelSilent, Target: api.ESNext, Engines: Readable(),
		MinifyWhitespace: true, MinifySyntax: true,
	})
	return r.Code, Failure(name, append(r.Errors, r.Warnings...))
}

// Failure are messages about a file of the page's, as an error.
func Failure(name string, messages []api.Message) error {
	var errs []error
	for _, m := range messages {
		if m.Location == nil {
			errs = append(errs, fmt.Errorf("web/%s: %s", name, m.Text))
			continue
		}
		errs = append(errs, fmt.Errorf("web/%s:%d:%d: %s", m.Location.File, m.Location.Line, m.Location.Column+1, m.Text))
	}
	return errors.Join(errs...)
}
