package publish_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"regexp"
	"strings"
	"testing"

	"barline/data/storyfile"
	"barline/publish"
)

const illustrated = `barline: 1
id: illustrated
headline: With images
events:
  - title: The hall
    date: 1919-06-28
    media: {file: img/The hall.jpg, alt: 'A hall & < tall "windows"', credit: A photographer, caption: Where it was signed, url: "https://a.example/hall"}
    links: [{url: "https://www.a.example/more?x=1", title: More of it}, {url: "https://www.b.example/"}]
  - title: The hall again
    date: 1920
    media: {file: img/The hall.jpg, alt: The same hall}
`

// photo is a JPEG of many colours with a place written into it.
func photo(t *testing.T, width, height int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.Set(x, y, color.RGBA{uint8(x), uint8(y), uint8(x * y), 255})
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, nil); err != nil {
		t.Fatal(err)
	}
	const secret = "GPSLatitude 59.91"
	b := out.Bytes()
	return append(append(bytes.Clone(b[:2]), append([]byte{0xFF, 0xFE, 0, byte(len(secret) + 2)}, secret...)...), b[2:]...)
}

// An image is published in several sizes, once however many events show it, with
// its room kept free, its words and nothing that the camera wrote into it.
func TestImages(t *testing.T) {
	story, root, err := storyfile.Decode("s.yaml", []byte(illustrated))
	if err != nil {
		t.Fatal(err)
	}
	reads := 0
	read := func(name string) ([]byte, error) {
		if reads++; name != "img/The hall.jpg" {
			return nil, os.ErrNotExist
		}
		return photo(t, 1000, 500), nil
	}
	site, err := publish.New(story, root, publish.Engine{WASM: []byte("engine"), Loader: []byte("loader")}, publish.Options{ReadFile: read})
	if err != nil {
		t.Fatal(err)
	}
	if reads != 1 {
		t.Errorf("the file was read %d times", reads)
	}
	var files []string
	for name, contents := range site {
		if regexp.MustCompile(`^assets/The-hall-\d+\.[0-9a-f]{12}\.jpg$`).MatchString(name) {
			files = append(files, name)
			if bytes.Contains(contents, []byte("GPSLatitude")) {
				t.Errorf("%s says where it was taken", name)
			}
		}
	}
	if len(files) != 3 {
		t.Errorf("the image is there as %v", files)
	}
	for page, root := range map[string]string{"index.html": "", "e/1919-06-28/index.html": "../../"} {
		text := string(site[page])
		for _, want := range []string{`src="` + root + `assets/The-hall-640.`, ` 320w, ` + root + `assets/The-hall-640.`, ` width="1000" height="500" alt="A hall &amp; &lt; tall &#34;windows&#34;" loading="lazy"`,
			`<span>Where it was signed</span>`, `<a href="https://a.example/hall" rel="noopener">Image: A photographer</a>`, `alt="The same hall"`,
			`<li><a href="https://www.a.example/more?x=1" rel="noopener">More of it</a></li><li><a href="https://www.b.example/" rel="noopener">b.example</a></li>`} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %s", page, want)
			}
		}
	}
	if len(publish.ImageProblems(story, read)) > 0 {
		t.Error("problems with a good image")
	}
}

func TestImageProblems(t *testing.T) {
	story, root, err := storyfile.Decode("s.yaml", []byte(illustrated))
	if err != nil {
		t.Fatal(err)
	}
	bomb := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x86\xa0\x00\x01\x86\xa0\x08\x06\x00\x00\x00\x00\x00\x00\x00")
	for want, contents := range map[string][]byte{
		"is not there; write the path of a file beside the story": nil,
		"SVG": []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`),
		"PNG": bomb,
	} {
		read := func(string) ([]byte, error) {
			if contents == nil {
				return nil, os.ErrNotExist
			}
			return contents, nil
		}
		problems := publish.ImageProblems(story, read)
		if len(problems) != 1 || !strings.Contains(problems.Error(), want) || problems[0].Path != "events.1919-06-28.media.file" || problems[0].Fix == "" {
			t.Errorf("%v, want one that says %q", problems, want)
		}
		if _, err := publish.New(story, root, publish.Engine{WASM: []byte("engine"), Loader: []byte("loader")}, publish.Options{ReadFile: read}); err == nil {
			t.Error("it was published")
		}
	}
}
