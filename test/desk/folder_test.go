package desk_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// pickFolders lets the browser's picker, which nobody can press here, return folders of
// the origin's own file system: those that window.picked names. The handles are real.
const pickFolders = `window.showDirectoryPicker = async () => {
	if (window.isRefused) throw new DOMException("nobody may", "NotAllowedError");
	return (await navigator.storage.getDirectory()).getDirectoryHandle(window.picked, {create: true});
};
window.handleOf = async (path, create) => {
	const parts = path.split("/"), last = parts.pop();
	let at = await navigator.storage.getDirectory();
	for (const p of parts) at = await at.getDirectoryHandle(p, {create});
	return at.getFileHandle(last, {create});
};
window.written = async (path, text) => { const w = await (await handleOf(path, true)).createWritable(); await w.write(text); await w.close(); };
window.contents = async (path) => { try { return await (await (await handleOf(path, false)).getFile()).text(); } catch { return null; } };`

const inFolder = `# Kept by hand.
barline: 1
id: war
headline: The war
lang: en
events:
  - title: Congress declares war # a comment
    date: 1917-04-06
  - title: Armistice
    date: 1918-11-11
`

const (
	storyInFolder = `(await contents("news/war/story.yaml"))`
	folderSays    = `document.querySelector("[data-folder-words]").textContent`
)

// folderTab is a desk whose folder "news" holds a story.
func folderTab(t *testing.T) *tab {
	p := newTab(t, device{})
	p.prepare(pickFolders)
	p.navigate(serveDesk(t).URL + "/?lang=en")
	p.ready()
	p.run(`await written("news/war/story.yaml", ` + quoted(inFolder) + `); await written("news/notes.txt", "not a story's"); window.picked = "news"`)
	return p
}

// retitle gives the first event another title.
func (p *tab) retitle(title string) {
	p.t.Helper()
	p.cell("2", "3")
	p.press(kb.F2)
	p.writeInto(".grid input.cell", title)
	p.press(kb.Enter)
	p.until("the title is the story's", `document.querySelector('.grid [aria-rowindex="2"] [aria-colindex="3"]').textContent === `+quoted(title))
}

// A story's folder is edited in place, and nobody's work is lost for it.
func TestFolder(t *testing.T) {
	t.Parallel()
	p := folderTab(t)
	p.click("[data-do=open-folder]")
	p.opens("2 events")
	p.until("it says which folder is open", `document.querySelector("[data-folder]").textContent.includes("news is open")`)
	p.checkAccessible("folder")

	p.retitle("War is declared")
	p.until("it is written where it stood", storyInFolder+`.includes("War is declared # a comment")`)
	if got, want := ask[string](p, storyInFolder), strings.Replace(inFolder, "Congress declares war", "War is declared", 1); got != want {
		t.Errorf("the folder has\n%s\nwant\n%s", got, want)
	}
	if ask[any](p, `await contents("news/story.yaml")`) != nil {
		t.Error("the story was written beside its own folder")
	}

	// Somebody else has written meanwhile: neither text is lost.
	theirs := strings.Replace(inFolder, "The war", "Their war", 1)
	p.run(`await written("news/war/story.yaml", ` + quoted(theirs) + `)`)
	p.retitle("Mine")
	p.until("it asks", `document.querySelector("[data-do=take-theirs]") && `+folderSays+`.includes("Somebody else has changed war/story.yaml")`)
	if ask[string](p, storyInFolder) != theirs {
		t.Error("what somebody else wrote was written over")
	}
	p.checkAccessible("folder changed by somebody else")
	p.click("[data-do=write-mine]")
	p.until("mine is written", storyInFolder+`.includes("Mine")`)
	p.click("[data-do=versions]")
	p.until("theirs is a version", `[...document.querySelectorAll("[data-version]")].some((e) => e.textContent.includes("somebody else"))`)
	p.press(kb.Escape)

	p.run(`await written("news/war/story.yaml", ` + quoted(theirs) + `)`)
	p.retitle("Mine again")
	p.click("[data-do=take-theirs]")
	p.until("theirs is in hand", `document.querySelector("[data-headline]").textContent === "Their war"`)
	p.press("z", kb.ModifierCtrl)
	p.until("undo has mine", `document.querySelector('.grid [aria-rowindex="2"] [aria-colindex="3"]').textContent === "Mine again"`)
	p.until("which is written", storyInFolder+`.includes("Mine again")`)
}

// What may not be written is said, stays in the browser, and is written once it may be.
func TestFolderRefused(t *testing.T) {
	t.Parallel()
	p := folderTab(t)
	p.run(`window.isRefused = true`)
	p.click("[data-do=open-folder]")
	p.until("it says that it may not", folderSays+`.includes("could not be opened: nobody may")`)
	p.run(`window.isRefused = false`)
	p.click("[data-do=open-folder]")
	p.opens("2 events")
	p.run(`window.create = FileSystemFileHandle.prototype.createWritable; FileSystemFileHandle.prototype.createWritable = async () => { throw new DOMException("taken back", "NotAllowedError"); }`)
	p.retitle("Not written yet")
	p.until("it says so", folderSays+`.includes("could not be written: taken back") && document.querySelector("[data-do=write-again]")`)
	p.until("the browser has it", `document.querySelector("[data-kept]").dataset.state === "kept"`)
	p.run(`FileSystemFileHandle.prototype.createWritable = create`)
	p.click("[data-do=write-again]")
	p.until("it is written", storyInFolder+`.includes("Not written yet") && !document.querySelector("[data-do=write-again]")`)

	// What is not written yet is, when another story is opened.
	p.retitle("Last words")
	p.click("[data-do=open-blank]")
	p.opens("1 event")
	p.until("the last words are in the folder", storyInFolder+`.includes("Last words")`)
	p.retitle("Of the blank story")
	p.until("it is kept", `document.querySelector("[data-kept]").dataset.state === "kept"`)
	if text := ask[string](p, storyInFolder); strings.Contains(text, "blank") {
		t.Errorf("another story was written into the folder:\n%s", text)
	}

	// A table becomes a story, which is not written beside it.
	p.run(`await written("tables/a.csv", "title,date\nOne,2024-01-01\nTwo,2024-02-02\n"); window.picked = "tables"`)
	p.click("[data-do=open-folder]")
	p.opens("2 events")
	p.until("it says that this is a copy", folderSays+`.includes("nothing is written into the folder")`)
}

// The site is published into a folder, over what was published there and nothing else.
func TestFolderPublish(t *testing.T) {
	t.Parallel()
	p := folderTab(t)
	p.click("[data-do=open-folder]")
	p.opens("2 events")
	p.run(`window.picked = "site"`)
	p.click("[data-do=publish-folder]")
	p.until("the site is written", folderSays+`.includes("files written into site")`)
	p.until("with a list of its files", `JSON.parse(await contents("site/barline.json")).files.includes("index.html") && (await contents("site/index.html")).includes("The war")`)
	p.run(`window.picked = "news"; await written("site/notes.txt", "mine")`)
	p.click("[data-view=story]")
	p.writeInto(`[data-story-form] input[data-path='["headline"]']`, "The end of the war")
	p.until("the headline is the story's", `document.querySelector("[data-headline]").textContent === "The end of the war"`)
	p.run(`window.picked = "site"`)
	p.click("[data-do=publish-folder]")
	p.until("the page is the new one", `(await contents("site/index.html")).includes("The end of the war")`)
	if got := ask[string](p, `await contents("site/notes.txt")`); got != "mine" {
		t.Errorf("somebody's own file is %q", got)
	}
	p.until("the story's folder has it, too", storyInFolder+`.includes("The end of the war")`)

	p.run(`await written("others/index.html", "somebody's page"); window.picked = "others"`)
	p.click("[data-do=publish-folder]")
	p.until("it refuses", folderSays+`.includes("index.html")`)
	if got := ask[string](p, `await contents("others/index.html")`); got != "somebody's page" || ask[any](p, `await contents("others/barline.json")`) != nil {
		t.Errorf("something was written over somebody's page: %q", got)
	}
}
