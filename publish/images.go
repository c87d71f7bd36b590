package publish

import (
	"errors"
	"fmt"
	"os"
	"path"
	"strings"

	"barline/data"
	"barline/publish/media"
	"barline/timeline/detail"
)

// imageSizes tells browsers how wide a story's image is shown: as wide as a
// popover's words, and as its style sheet lets it be in the transcript.
const imageSizes = "(min-width: 460px) 420px, calc(100vw - 40px)"

// images are the pictures of a site's events, by the path of their file.
type images map[string]publishedImage

type publishedImage struct {
	widthPx, heightPx int
	variants          []namedVariant // ascending
}

type namedVariant struct {
	media.Variant
	name string // in the assets folder
}

// imagesOf prepares the images of all editions of a story, each file once.
func imagesOf(all []edition, o Options) (images, error) {
	var files []string
	made := images{}
	for _, e := range all {
		for i := range e.Story.Len() {
			m := e.Story.Media(i)
			if m == nil {
				continue
			}
			if _, known := made[m.File]; !known {
				made[m.File] = publishedImage{}
				files = append(files, m.File)
			}
		}
	}
	for _, file := range files {
		if err := o.context().Err(); err != nil {
			return nil, err
		}
		o.tell("the image " + file)
		contents, err := readImage(file, o.ReadFile)
		if err != nil {
			return nil, err
		}
		picture, err := media.Make(file, contents, media.Options{})
		if err != nil {
			return nil, imageError(file, err)
		}
		var p publishedImage
		for _, v := range picture.Variants {
			p.widthPx, p.heightPx = v.WidthPx, v.HeightPx
			base := strings.TrimSuffix(path.Base(file), path.Ext(file))
			p.variants = append(p.variants, namedVariant{v, assetName(fmt.Sprintf("%s-%d%s", safeName(base), v.WidthPx, v.Ending), v.Contents)})
		}
		made[file] = p
	}
	return made, nil
}

// safeName keeps the letters of a file's name that every server and file system
// takes.
func safeName(s string) string {
	s = strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '-' || r == '_':
			return r
		case r == ' ' || r == '.':
			return '-'
		}
		return -1
	}, s), "-")
	if s == "" {
		return "image"
	}
	return s[:min(len(s), 60)]
}

// ImageProblems are what is wrong with the images that a story's events show,
// in the order of the story. read reads them by their paths from the story's.
func ImageProblems(s *data.Story, read func(name string) ([]byte, error)) data.Problems {
	var problems data.Problems
	seen := map[string]bool{}
	for i := range s.Len() {
		if m := s.Media(i); m == nil || seen[m.File] {
			continue
		}
		e := s.Event(i)
		seen[e.Media.File] = true
		contents, err := readImage(e.Media.File, read)
		if err == nil {
			_, err = media.Check(e.Media.File, contents)
		}
		if err == nil {
			continue
		}
		p := data.Problem{Path: "events." + e.ID + ".media.file", What: err.Error()}
		if fault, ok := errors.AsType[*media.Error](err); ok {
			p.What, p.Fix = fault.What, fault.Fix
		} else if errors.Is(err, os.ErrNotExist) {
			p.What, p.Fix = e.Media.File+" is not there", "write the path of a file beside the story, or put it there"
		}
		problems = append(problems, p)
	}
	return problems
}

func readImage(file string, read func(name string) ([]byte, error)) ([]byte, error) {
	if read == nil {
		return nil, fmt.Errorf("the story's image %s cannot be read here", file)
	}
	return read(file)
}

func imageError(file string, err error) error {
	return fmt.Errorf("the story's image %s: %w", file, err)
}

// addTo puts the images into a site's assets.
func (all images) addTo(s Site) {
	for _, p := range all {
		for _, v := range p.variants {
			s[assetsFolder+v.name] = v.Contents
		}
	}
}

// shownImage is an event's image as the page's templates set it.
type shownImage struct {
	Source, Sources, Sizes string
	WidthPx, HeightPx      int
	Alt, Caption, Credit   string
	URL                    string // of its page, or empty
}

// image is the picture of an event, or nil.
func (pg page) image(d detail.Detail) *shownImage {
	p, ok := pg.images[d.Media.File]
	if !ok || len(p.variants) == 0 {
		return nil
	}
	s := p.shown(pg.Root + pg.Up)
	s.Alt, s.Caption, s.Credit, s.URL = d.Media.Alt, d.Media.Caption, d.Credit, d.Media.URL
	return &s
}

// shown are the addresses of an image, from a page that has root before its
// addresses.
func (p publishedImage) shown(root string) shownImage {
	var sources []string
	for _, v := range p.variants {
		sources = append(sources, fmt.Sprintf("%s%s%s %dw", root, assetsFolder, v.name, v.WidthPx))
	}
	// Browsers that know no srcset take one that suits a phone.
	source := p.variants[min(1, len(p.variants)-1)]
	return shownImage{Source: root + assetsFolder + source.name, Sources: strings.Join(sources, ", "), Sizes: imageSizes, WidthPx: p.widthPx, HeightPx: p.heightPx}
}

// config is what the page's script needs to show the images of events that it
// makes itself.
func (all images) config(up string) thing {
	out := thing{}
	for file, p := range all {
		s := p.shown(up)
		out[file] = thing{"src": s.Source, "srcset": s.Sources, "width": s.WidthPx, "height": s.HeightPx}
	}
	return out
}
