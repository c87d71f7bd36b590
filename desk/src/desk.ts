// The story in hand: one document, which grid, form, text and preview show. Whatever
// changes it comes through here, so that each change is one step of undo, is checked, and
// is told to all views.
import type {Checked, Op, Opened, Problem} from "../protocol";
import {Client, WorkerError} from "./client";
import {History, textOf, type State} from "./history";

export interface Change {
  // What the change was made in: a view that made it need not show it again.
  origin: string;
  // Another document came in place of the one before.
  opened: boolean;
}

type Events = {
  change: Change;
  checked: Checked;
  select: {index: number; focus: boolean};
  source: null;
  trouble: string;
  // An edit is about to be asked for: what can wait should.
  editing: null;
};

export class Desk {
  history: History | null = null;
  checked: Checked | null = null;
  // The text of the article that quotations are held against.
  source = "";
  // The event whose form is open, by its place in the list; -1: none.
  selected = -1;
  // How many edits have not been answered yet.
  busy = 0;

  private listeners: {[K in keyof Events]?: ((e: Events[K]) => void)[]} = {};
  private line: Promise<unknown> = Promise.resolve();
  private checking: {cancel(): void} | null = null;
  private isStale = false;

  constructor(readonly client: Client) {}

  on<K extends keyof Events>(type: K, f: (e: Events[K]) => void) {
    ((this.listeners[type] ??= []) as ((e: Events[K]) => void)[]).push(f);
  }

  private tell<K extends keyof Events>(type: K, e: Events[K]) {
    for (const f of this.listeners[type] ?? []) f(e);
  }

  get state(): State | null { return this.history?.now ?? null; }
  get text(): string { return this.state ? textOf(this.state) : ""; }
  get model() { return this.checked?.model ?? null; }
  get headline(): string { return this.model?.headline ?? ""; }

  // open puts a document in the place of the one in hand. checked is what is known of it
  // from before, shown until the worker has looked.
  open(state: State, source = "", checked: Checked | null = null) {
    this.history = new History(state);
    this.checked = checked;
    this.source = source;
    this.selected = -1;
    this.tell("change", {origin: "", opened: true});
    this.tell("source", null);
    this.tell("select", {index: -1, focus: false});
    this.check();
  }

  // openAnswer opens what the worker made of files.
  openAnswer(o: Opened) {
    if (!o.story) return;
    const files = new Map<string, string | Uint8Array>([[o.story.name, o.story.text]]);
    for (const f of o.files) files.set(f.name, f.kind === "edition" || /\.(ya?ml|json)$/i.test(f.name) ? new TextDecoder().decode(f.bytes) : new Uint8Array(f.bytes));
    this.open({story: o.story.name, files});
  }

  setSource(text: string) {
    if (text === this.source) return;
    this.source = text;
    this.tell("source", null);
  }

  // setText is a change of the file's text by hand.
  setText(text: string, why: string, key: string, origin: string, file = this.state!.story) {
    if (this.state!.files.get(file) === text) return;
    this.push(new Map([...this.state!.files, [file, text]]), why, key, origin);
    this.check();
  }

  // setFile adds a file, or takes one away.
  setFile(name: string, contents: string | Uint8Array | null, why: string) {
    const files = new Map(this.state!.files);
    if (contents === null) files.delete(name);
    else files.set(name, contents);
    this.push(files, why, "", "file");
    this.check();
  }

  // edit changes the story in place, after the edits before it. ops may be made of the
  // model as it is then; without any, nothing is done.
  edit(ops: Op[] | (() => Op[]), why: string, key = "", origin = "edit", file?: string): Promise<boolean> {
    this.busy++;
    const done = this.line.then(async () => {
      for (;;) {
        const before = this.state;
        if (!before) return false;
        const list = typeof ops === "function" ? ops() : ops;
        if (!list.length) return false;
        this.checking?.cancel();
        this.tell("editing", null);
        const r = await this.client.about("edit", before, {ops: list, file});
        // What was typed in the meantime stays: the edit is done again on that.
        if (this.state !== before) continue;
        if (r.text !== before.files.get(r.file)) this.push(new Map([...before.files, [r.file, r.text]]), why, key, origin);
        if (r.problems) this.take(r as Checked);
        else this.check();
        return true;
      }
    }).catch((e: unknown) => {
      if (!(e instanceof WorkerError && e.cancelled)) this.tell("trouble", e instanceof Error ? e.message : String(e));
      this.check();
      return false;
    }).finally(() => { this.busy--; });
    this.line = done;
    return done;
  }

  undo(): string | null { return this.step(this.history?.undo() ?? null); }
  redo(): string | null { return this.step(this.history?.redo() ?? null); }

  private step(why: string | null): string | null {
    if (why === null) return null;
    this.tell("change", {origin: "history", opened: false});
    this.check();
    return why;
  }

  select(index: number, focus = false) {
    this.selected = index;
    this.tell("select", {index, focus});
  }

  problems(): Problem[] { return this.checked?.problems ?? []; }

  private push(files: State["files"], why: string, key: string, origin: string) {
    this.history!.push({story: this.state!.story, files}, why, key);
    this.tell("change", {origin, opened: false});
  }

  // check asks what the worker thinks of the document as it is; of many changes in a row
  // the last one is looked at.
  check() {
    if (this.checking) {
      this.isStale = true;
      return;
    }
    const state = this.state;
    if (!state || this.client.broken) return;
    const asked = this.client.about("check", state, {});
    this.checking = asked;
    asked.then((c) => {
      this.checking = null;
      if (this.state === state) this.take(c);
    }, (e: unknown) => {
      this.checking = null;
      if (e instanceof WorkerError && !e.cancelled) this.tell("trouble", e.message);
      else this.isStale ||= this.state === state && this.busy === 0;
    }).finally(() => {
      if (!this.isStale) return;
      this.isStale = false;
      this.check();
    });
  }

  private take(c: Checked) {
    // Of a file that cannot be read, the last model that could be stays on show.
    this.checked = {...c, model: c.model ?? this.checked?.model ?? null};
    this.tell("checked", this.checked);
  }
}
