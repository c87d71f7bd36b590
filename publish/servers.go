package publish

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"
)

// forever is what a cache is told of a file named by its contents, fresh what
// it is told of any other.
const (
	forever = "public, max-age=31536000, immutable"
	fresh   = "no-cache"
)

// policy is the Content-Security-Policy of pages with one of these style sheets:
// nothing from elsewhere, nothing else inline, and of what compiles at run time
// only WebAssembly.
func policy(sheets ...[]byte) string {
	var hashes strings.Builder
	for _, sheet := range sheets {
		sum := sha256.Sum256(sheet)
		hashes.WriteString(" 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'")
	}
	return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'" + hashes.String() +
		"; font-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
}

// Policy is the Content-Security-Policy for one of a site's pages.
func Policy(page []byte) string { return policy(sheetOf(page)) }

// types are the kinds of files in a site. Servers' own tables differ.
func types() [][2]string {
	return [][2]string{
		{".html", "text/html; charset=utf-8"},
		{".css", "text/css; charset=utf-8"},
		{".js", "text/javascript; charset=utf-8"},
		{".json", "application/json"},
		{".csv", "text/csv; charset=utf-8"},
		{".wasm", "application/wasm"},
		{".ttf", "font/ttf"},
		{".otf", "font/otf"},
		{".png", "image/png"},
		{".svg", "image/svg+xml"},
		{".txt", "text/plain; charset=utf-8"},
		{".barline", "application/octet-stream"},
	}
}

// addServers adds what servers must be told, in their own languages.
func (s Site) addServers(sheets ...[]byte) {
	p := policy(sheets...)
	s["servers/nginx.conf"] = []byte(nginx(p))
	s["servers/Caddyfile"] = []byte(caddy(p))
	s["_headers"] = []byte(headers(p))
}

func nginx(policy string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# How nginx serves this folder, written by barline. Include it in a server
# whose root the folder is:
#
#     server {
#         listen 80;
#         root /var/www/timeline;
#         include /var/www/timeline/servers/nginx.conf;
#     }
#
# The policy names the page's style sheet by its hash: after publishing anew,
# reload nginx.

rewrite ^(.*)/$ $1/index.html;

set $barline_cache "%s";
if ($uri ~ "/assets/[^/]+\.[0-9a-f]{12}\.[a-z0-9.]+$") { set $barline_cache "%s"; }
set $barline_policy "";
if ($uri ~ "\.html$") { set $barline_policy "%s"; }

# Files compressed beforehand, without a module for it: FILE.br stands beside FILE.
set $barline_br "";
set $barline_encoding "";
if (-f $request_filename.br) { set $barline_br "here"; }
if ($http_accept_encoding ~ "\bbr\b") { set $barline_br "${barline_br} wanted"; }
if ($barline_br = "here wanted") {
    set $barline_encoding br;
    rewrite ^(.*)$ $1.br;
}
gzip_static on;
gzip_vary on;

add_header Cache-Control $barline_cache;
add_header Content-Encoding $barline_encoding;
add_header Content-Security-Policy $barline_policy;
add_header Vary Accept-Encoding;
add_header X-Content-Type-Options nosniff;
# A frame in a sandbox without an origin of its own is another origin.
add_header Access-Control-Allow-Origin *;

`, fresh, forever, policy)
	for _, t := range types() {
		fmt.Fprintf(&b, "location ~ \\%s(\\.br)?$ { types {} default_type \"%s\"; }\n", t[0], t[1])
	}
	return b.String()
}

func caddy(policy string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# How Caddy serves this folder, written by barline. Import it in a site:
#
#     timeline.example.org {
#         root * /var/www/timeline
#         import /var/www/timeline/servers/Caddyfile
#     }
#
# The policy names the page's style sheet by its hash: after publishing anew,
# reload Caddy.

header X-Content-Type-Options nosniff
# A frame in a sandbox without an origin of its own is another origin.
header Access-Control-Allow-Origin *
header Vary Accept-Encoding
@barline_page path *.html */
header @barline_page Content-Security-Policy "%s"
@barline_asset path_regexp /assets/[^/]+\.[0-9a-f]{12}\.[a-z0-9.]+$
header @barline_asset Cache-Control "%s"
@barline_other not path_regexp /assets/[^/]+\.[0-9a-f]{12}\.[a-z0-9.]+$
header @barline_other Cache-Control %s
`, policy, forever, fresh)
	for _, t := range types() {
		if t[0] == ".html" {
			continue // also served without that ending, and known to Caddy
		}
		fmt.Fprintf(&b, "@barline_%s path *%s\nheader @barline_%[1]s Content-Type \"%[3]s\"\n", t[0][1:], t[0], t[1])
	}
	b.WriteString("file_server {\n\tprecompressed br gzip\n}\n")
	return b.String()
}

// headers is read by hosts such as Netlify and Cloudflare Pages, which
// compress by themselves. Rules that match at once are added up there, so none
// names a header that another one names.
func headers(policy string) string {
	return fmt.Sprintf(`/*
  X-Content-Type-Options: nosniff
  Access-Control-Allow-Origin: *
  Content-Security-Policy: %s
/assets/*
  Cache-Control: %s
`, policy, forever)
}
