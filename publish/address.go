package publish

import (
	"fmt"
	"net/url"
	"strings"
)

// BaseURL checks the address at which a site will stand, and gives it the slash that
// ends it.
func BaseURL(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return "", fmt.Errorf("%s: write where the page will stand, as https://example.org/timeline/", s)
	}
	return strings.TrimRight(u.String(), "/") + "/", nil
}
