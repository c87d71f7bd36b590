// A folder of this computer, where the browser can open one: the story is edited in
// place there, and the site published into it. Nothing is written but what was asked for.
import type {BringIn} from "./bringin";
import type {Desk} from "./desk";
import {debounced, el, fill, one, say} from "./dom";
import {count, t} from "./words";

interface Picker { showDirectoryPicker?(o?: {mode?: "read" | "readwrite"; id?: string}): Promise<FileSystemDirectoryHandle> }

const mostFiles = 2_000;
const storyFiles = /\.(ya?ml|json|csv|tsv|xlsx|ics|mw|parquet|png|jpe?g|gif|webp|svg|ttf|otf)$/i;

export class Folder {
  private place = one("[data-folder]");
  private folder: FileSystemDirectoryHandle | null = null;
  private written = new Map<string, string | Uint8Array>();
  private soon = debounced(600, 2_000, () => void this.write());

  constructor(private desk: Desk, private bringIn: BringIn, private url: () => string | undefined) {
    desk.on("change", (c) => {
      if (c.opened && !this.opening) this.folder = null;
      else if (this.folder) this.soon();
      this.show();
    });
    this.show();
  }

  private opening = false;

  show() {
    const picker = (window as Picker).showDirectoryPicker;
    if (!picker) { fill(this.place); return; }
    fill(this.place, el("h3", {}, t("folderHead")), el("p", {class: "quiet"}, this.folder ? t("folderOpen", {name: this.folder.name}) : t("folderLead")),
      el("p", {class: "row"}, el("button", {type: "button", onclick: () => void this.open()}, t("folderChoose")),
        el("button", {type: "button", disabled: !this.desk.checked?.ok, onclick: () => void this.publish()}, t("folderPublish"))),
      el("p", {class: "quiet", "data-folder-words": true, "aria-live": "polite"}));
  }

  private async open() {
    try {
      const folder = await (window as Picker).showDirectoryPicker!({mode: "readwrite", id: "barline-story"});
      const files: {name: string; file: Blob}[] = [];
      await this.read(folder, "", files);
      this.opening = true;
      const before = this.desk.state;
      await this.bringIn.openFiles(files);
      this.folder = this.desk.state !== before ? folder : null;
      // Only what differs from the folder is written into it.
      this.written = new Map(this.folder ? this.desk.state!.files : []);
      this.show();
    } catch (e) {
      if (!(e instanceof DOMException && e.name === "AbortError")) this.say(e instanceof Error ? e.message : String(e));
    } finally { this.opening = false; }
  }

  private async read(folder: FileSystemDirectoryHandle, path: string, files: {name: string; file: Blob}[]) {
    for await (const [name, handle] of folder as unknown as AsyncIterable<[string, FileSystemHandle]>) {
      if (name.startsWith(".") || name === "node_modules" || files.length >= mostFiles) continue;
      if (handle.kind === "directory") await this.read(handle as FileSystemDirectoryHandle, `${path}${name}/`, files);
      else if (storyFiles.test(name)) files.push({name: path + name, file: await (handle as FileSystemFileHandle).getFile()});
    }
  }

  private async write() {
    const {folder} = this, state = this.desk.state;
    if (!folder || !state) return;
    try {
      for (const [name, contents] of state.files) {
        if (this.written.get(name) === contents) continue;
        await put(folder, name, contents);
        this.written.set(name, contents);
      }
      this.say(t("folderKept", {name: folder.name}));
    } catch (e) { this.say(`${t("folderRefused")} ${e instanceof Error ? e.message : ""}`); }
  }

  // publish writes the site: its pages last, so that none names a file that is not there.
  private async publish() {
    try {
      const folder = await (window as Picker).showDirectoryPicker!({mode: "readwrite", id: "barline-site"});
      this.say(t("publishing"));
      const {files} = await this.desk.client.about("publish", this.desk.state!, {url: this.url()});
      const isPage = (name: string) => /\.html$/.test(name);
      for (const f of [...files.filter((x) => !isPage(x.name)), ...files.filter((x) => isPage(x.name))]) await put(folder, f.name, new Uint8Array(f.bytes));
      const words = `${count("filesWritten", files.length)} ${folder.name}`;
      this.say(words);
      say(words);
    } catch (e) {
      if (!(e instanceof DOMException && e.name === "AbortError")) this.say(`${t("folderRefused")} ${e instanceof Error ? e.message : ""}`);
    }
  }

  private say(words: string) {
    const place = this.place.querySelector("[data-folder-words]");
    if (place) place.textContent = words;
  }
}

// put writes a file whole: the browser exchanges it once all of it is there.
async function put(folder: FileSystemDirectoryHandle, name: string, contents: string | Uint8Array) {
  const parts = name.split("/");
  let at = folder;
  for (const p of parts.slice(0, -1)) at = await at.getDirectoryHandle(p, {create: true});
  const w = await (await at.getFileHandle(parts.at(-1)!, {create: true})).createWritable();
  try {
    await w.write(contents as FileSystemWriteChunkType);
    await w.close();
  } catch (e) {
    await w.abort().catch(() => {});
    throw e;
  }
}
