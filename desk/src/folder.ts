// A folder of this computer, where the browser can open one: the story is edited in
// place there, and the site published into it. Nothing is written but what was asked for,
// and nothing over what somebody else has written meanwhile.
import type {BringIn} from "./bringin";
import type {Desk} from "./desk";
import {bytesOf, contentsAt, filesIn, isSame, put, type Contents} from "./directory";
import {debounced, download, el, fill, one, say} from "./dom";
import type {State} from "./history";
import type {Keeper} from "./keeper";
import {OthersFiles, publishInto} from "./sitefolder";
import {count, t} from "./words";

interface Picker { showDirectoryPicker?(o?: {mode?: "read" | "readwrite"; id?: string}): Promise<FileSystemDirectoryHandle> }
interface Asking { requestPermission?(o: {mode: "readwrite"}): Promise<string> }

// Place is a folder whose story is in hand.
interface Place {
  folder: FileSystemDirectoryHandle;
  prefix: string; // of the story's own folder in it
  state: State; // as it is to be written
  saved: Map<string, Contents>; // what of the document the folder has
  seen: Map<string, Uint8Array>; // what stood in the folder when it was last read or written
  theirs: {name: string; contents: Uint8Array} | null; // what somebody else has changed
}

export class Folder {
  private place: Place | null = null;
  private isOpening = false;
  private writing: Promise<void> = Promise.resolve();
  private soon = debounced(600, 2_000, () => { if (this.place) this.write(this.place); });
  private words = el("p", {class: "quiet", "data-folder-words": true, "aria-live": "polite"});
  private asks = el("div", {});
  private lead = el("p", {class: "quiet"});
  private publishButton = el("button", {type: "button", "data-do": "publish-folder", onclick: () => void this.publish()});

  constructor(private desk: Desk, private bringIn: BringIn, private keeper: Keeper, private url: () => string | undefined) {
    desk.on("change", (c) => {
      if (c.opened && !this.isOpening) this.leave();
      else if (this.place) {
        this.place.state = desk.state!;
        this.soon();
      }
      this.update();
    });
    desk.on("checked", () => this.update());
    addEventListener("pagehide", () => this.soon.flush());
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") this.soon.flush(); });
    this.show();
  }

  show() {
    const outside = one("[data-folder]");
    if (!(window as Picker).showDirectoryPicker) { fill(outside); return; }
    this.publishButton.textContent = t("folderPublish");
    fill(outside, el("h3", {}, t("folderHead")), this.lead,
      el("p", {class: "row"}, el("button", {type: "button", "data-do": "open-folder", onclick: () => void this.open()}, t("folderChoose")), this.publishButton),
      this.words, this.asks);
    this.update();
    this.showAsks();
  }

  private update() {
    this.lead.textContent = this.place ? t("folderOpen", {name: this.place.folder.name}) : t("folderLead");
    this.publishButton.disabled = !this.desk.checked?.ok;
  }

  // leave writes what is not written yet, and lets the folder be.
  private leave() {
    const {place} = this;
    if (this.soon.due() && place) this.write(place);
    this.place = null;
    this.say("");
    this.showAsks();
  }

  private async open() {
    try {
      const folder = await (window as Picker).showDirectoryPicker!({mode: "readwrite", id: "barline-story"});
      const seen = await filesIn(folder);
      this.leave();
      this.isOpening = true;
      const before = this.desk.state;
      await this.bringIn.openFiles([...seen].map(([name, bytes]) => ({name, file: new Blob([bytes as BlobPart])})));
      const {state} = this.desk;
      if (!state || state === before) return;
      const prefix = prefixOf(state, seen);
      if (prefix === null) { this.say(t("folderCopy", {name: folder.name})); return; }
      this.place = {folder, prefix, state, saved: new Map(state.files), seen, theirs: null};
      this.update();
    } catch (e) {
      if (!isCancelled(e)) this.say(`${t("folderDenied")} ${message(e)}`);
    } finally { this.isOpening = false; }
  }

  private write(place: Place) {
    this.writing = this.writing.then(() => this.writeFiles(place)).catch((e: unknown) => {
      this.say(`${t("folderRefused")} ${message(e)}`);
      if (this.place === place) this.showAsks(true);
    });
  }

  // writeFiles writes what is other than in the folder, unless somebody else has changed it
  // there: then it asks.
  private async writeFiles(place: Place) {
    const {folder, prefix, saved, seen, state} = place;
    for (const [name, contents] of state.files) {
      if (isSame(saved.get(name), contents)) continue;
      const there = await contentsAt(folder, prefix + name);
      if (there && !isSame(there, seen.get(prefix + name)) && !isSame(there, contents)) {
        place.theirs = {name, contents: there};
        this.say(t("folderChanged", {name: prefix + name}));
        if (this.place === place) this.showAsks();
        else await this.keepTheirs(place); // another story is in hand: it can be had from the list
        return;
      }
      await put(folder, prefix + name, contents);
      saved.set(name, contents);
      seen.set(prefix + name, bytesOf(contents));
    }
    place.theirs = null;
    this.say(t("folderKept", {name: folder.name}));
    this.showAsks();
  }

  // keepTheirs keeps what stands in the folder, as a version or, without storage, as a file.
  private async keepTheirs({state, theirs}: Place) {
    const {name, contents} = theirs!;
    const files = new Map(state.files);
    files.set(name, typeof files.get(name) === "string" ? new TextDecoder().decode(contents) : contents);
    if (!await this.keeper.version("folder", {story: state.story, files})) download(name.replace(/^.*\//, ""), "application/octet-stream", contents);
  }

  private async takeTheirs(place: Place) {
    const {name, contents} = place.theirs!;
    await this.keeper.version("restored");
    const mine = place.state.files.get(name);
    const theirs = typeof mine === "string" ? new TextDecoder().decode(contents) : contents;
    place.theirs = null;
    place.seen.set(place.prefix + name, contents);
    place.saved.set(name, theirs);
    if (typeof theirs === "string") this.desk.setText(theirs, t("folderTheirs"), "", "folder", name);
    else this.desk.setFile(name, theirs, t("folderTheirs"));
    this.showAsks();
  }

  private async writeMine(place: Place) {
    await this.keepTheirs(place);
    place.seen.set(place.prefix + place.theirs!.name, place.theirs!.contents);
    place.theirs = null;
    this.write(place);
  }

  // showAsks asks what is to become of a file that two have changed, or offers to write
  // again what could not be written.
  private showAsks(isRefused = false) {
    const {place} = this;
    const button = (does: string, words: string, act: () => void) => el("button", {type: "button", "data-do": does, onclick: act}, words);
    if (place?.theirs) {
      fill(this.asks, el("p", {class: "row"}, button("take-theirs", t("folderTheirs"), () => void this.takeTheirs(place)), button("write-mine", t("folderMine"), () => void this.writeMine(place))));
    } else if (place && isRefused) {
      fill(this.asks, el("p", {class: "row"}, button("write-again", t("folderAgain"), () => void this.writeAgain(place))));
    } else fill(this.asks);
  }

  private async writeAgain(place: Place) {
    await (place.folder as Asking).requestPermission?.({mode: "readwrite"}).catch(() => {});
    this.write(place);
  }

  private async publish() {
    try {
      const folder = await (window as Picker).showDirectoryPicker!({mode: "readwrite", id: "barline-site"});
      this.say(t("publishing"));
      const {files} = await this.desk.client.about("publish", this.desk.state!, {url: this.url()});
      await publishInto(folder, files);
      const words = `${count("filesWritten", files.length)} ${folder.name}`;
      this.say(words);
      say(words);
      void this.keeper.version("published");
    } catch (e) {
      if (e instanceof OthersFiles) this.say(t("folderOthers", {files: e.names.slice(0, 3).join(", ")}));
      else if (isCancelled(e)) this.say("");
      else this.say(`${t("folderRefused")} ${message(e)}`);
    }
  }

  private say(words: string) { this.words.textContent = words; }
}

// prefixOf is the folder that holds the story, as a prefix of names; null where what is in
// hand stands nowhere in it as it is, since it was made of a table for instance.
function prefixOf(state: State, seen: Map<string, Uint8Array>): string | null {
  const names = [...seen.keys()].filter((n) => n === state.story || n.endsWith("/" + state.story))
    .filter((n) => isSame(seen.get(n), state.files.get(state.story)));
  names.sort((a, b) => a.split("/").length - b.split("/").length);
  return names[0]?.slice(0, -state.story.length) ?? null;
}

const isCancelled = (e: unknown) => e instanceof DOMException && e.name === "AbortError";
const message = (e: unknown) => e instanceof Error ? e.message : String(e);
