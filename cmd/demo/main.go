// Command demo serves the article of package demo, and from another port, as
// from another site, the timeline in it. `make demo` runs it.
package main

import (
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/demo"
	"barline/publish"
	"barline/publish/engine"
)

func main() {
	log.SetFlags(0)
	addr := flag.String("addr", "127.0.0.1:8080", "where to serve the article")
	flag.Parse()
	if err := serve(*addr); err != nil {
		log.Fatal(err)
	}
}

func serve(addr string) error {
	article, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	host, _, err := net.SplitHostPort(article.Addr().String())
	if err != nil {
		return err
	}
	// Any free port: another origin than the article's, as in life.
	timeline, err := net.Listen("tcp", net.JoinHostPort(host, "0"))
	if err != nil {
		return err
	}
	site := "http://" + timeline.Addr().String() + "/"
	wasm, loader, packed, err := engine.Read()
	if err != nil {
		return err
	}
	story, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		return err
	}
	files, err := publish.New(story, root, publish.Engine{WASM: wasm, Loader: loader, Packed: packed}, publish.Options{URL: site})
	if err != nil {
		return err
	}
	page, err := demo.Article(site, files)
	if err != nil {
		return err
	}
	fmt.Printf("the article: http://%s/\nthe timeline in it: %s\n", article.Addr(), site)
	ended := make(chan error, 2)
	go func() { ended <- http.Serve(timeline, files) }()
	go func() { ended <- http.Serve(article, page) }()
	return <-ended
}
