// Keeps the story in hand in this browser: within a second of a change, and whole. One
// tab at a time does; the others say so.
import type {Desk} from "./desk";
import type {State} from "./history";
import {debounced} from "./dom";
import {Conflict, Storage, removeAll, type Draft, type Kept, type Version} from "./storage";

export type KeepState = "kept" | "keeping" | "denied" | "full" | "elsewhere" | "nothing";

const lockName = "barline-desk";
const waitMs = 350;
const atMostMs = 900;
// A version is made by itself once so long has been worked on it.
const versionEveryMs = 10 * 60_000;

export class Keeper {
  state: KeepState = "nothing";
  onstate: (s: KeepState) => void = () => {};
  // Another tab has taken the story over.
  onlost: () => void = () => {};

  private storage: Storage | null = null;
  private revision = 0;
  // Bytes are kept under keys; written are the keys that the storage has.
  private keys = new WeakMap<Uint8Array, string>();
  private written = new Set<string>();
  private isOurs = false;
  private release: (() => void) | null = null;
  private channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(lockName);
  private save = debounced(waitMs, atMostMs, () => void this.write());
  private writing: Promise<void> = Promise.resolve();
  private versionAtMs = Date.now();

  constructor(private desk: Desk) {
    desk.on("change", () => this.changed());
    desk.on("source", () => this.changed());
    const flush = () => this.save.flush();
    addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") flush(); });
    this.channel?.addEventListener("message", (e) => {
      if (e.data === "give" && this.isOurs) void this.give();
      if (e.data === "deleted") { this.storage?.close(); this.storage = null; this.set("denied"); }
    });
  }

  // start opens the storage, becomes the tab that keeps if no other one is, and returns
  // what was kept.
  async start(): Promise<Draft | null> {
    try {
      this.storage = await Storage.open();
      this.isOurs = await this.lock(false);
      const draft = await this.storage.draft();
      this.revision = draft?.revision ?? 0;
      this.set(!this.isOurs ? "elsewhere" : draft ? "kept" : "nothing");
      return draft ?? null;
    } catch {
      this.set("denied");
      return null;
    }
  }

  // takeOver makes this the tab that keeps, and returns what the other one has kept last.
  async takeOver(): Promise<Draft | null> {
    this.channel?.postMessage("give");
    this.isOurs = await this.lock(true);
    const draft = await this.storage!.draft();
    this.revision = draft?.revision ?? 0;
    this.set("kept");
    return draft ?? null;
  }

  async filesOf(k: Kept): Promise<State> {
    const files = await this.storage!.files(k);
    for (const f of k.files) {
      const bytes = files.get(f.name);
      if (f.blob && bytes instanceof Uint8Array) {
        this.keys.set(bytes, f.blob);
        this.written.add(f.blob);
      }
    }
    return {story: k.story, files};
  }

  async versions(): Promise<Version[]> {
    return this.storage ? (await this.storage.versions()).reverse() : [];
  }

  // version puts a story, that in hand if no other is given, into the list. It returns
  // whether it is there.
  async version(why: string, state = this.desk.state): Promise<boolean> {
    if (!this.storage || !state || !this.isOurs) return false;
    const {kept, fresh} = this.snapshot(state);
    this.versionAtMs = Date.now();
    try {
      await this.roomFor(() => this.storage!.addVersion({...kept, why}, fresh));
      for (const key of fresh.keys()) this.written.add(key);
      return true;
    } catch (e) {
      this.set(notKept(e));
      return false;
    }
  }

  // deleteAll takes everything out of this browser.
  async deleteAll() {
    this.save.flush();
    await this.writing;
    this.storage?.close();
    this.storage = null;
    this.channel?.postMessage("deleted");
    await removeAll();
    this.revision = 0;
    this.storage = await Storage.open();
    this.set("nothing");
  }

  private changed() {
    if (!this.desk.state || !this.storage) return;
    if (!this.isOurs) { this.set("elsewhere"); return; }
    this.set("keeping");
    this.save();
    // The clock may have been put back.
    if (Math.abs(Date.now() - this.versionAtMs) > versionEveryMs) void this.version("time");
  }

  private write(): Promise<void> {
    this.writing = this.writing.then(async () => {
      if (!this.storage || !this.desk.state || !this.isOurs) return;
      const {kept, fresh} = this.snapshot(this.desk.state);
      try {
        await this.roomFor(() => this.storage!.write({...kept, revision: this.revision + 1}, this.revision, fresh));
        this.revision++;
        for (const key of fresh.keys()) this.written.add(key);
        this.set(this.save.due() ? "keeping" : "kept");
      } catch (e) {
        if (e instanceof Conflict) {
          this.isOurs = false;
          this.set("elsewhere");
          this.onlost();
        } else this.set(notKept(e));
      }
    });
    return this.writing;
  }

  // roomFor writes, and once more without old versions if the disk is full.
  private async roomFor(write: () => Promise<void>) {
    try {
      await write();
    } catch (e) {
      if (!(e instanceof DOMException && e.name === "QuotaExceededError") || !await this.storage!.dropOldest()) throw e;
      await write();
      // What was undone may have lost its bytes with the versions.
      this.written.clear();
    }
  }

  private snapshot(s: State): {kept: Kept; fresh: Map<string, Uint8Array>} {
    const fresh = new Map<string, Uint8Array>();
    const files = [...s.files].map(([name, contents]) => {
      if (typeof contents === "string") return {name, text: contents};
      let blob = this.keys.get(contents);
      if (!blob) {
        blob = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
        this.keys.set(contents, blob);
      }
      if (!this.written.has(blob)) fresh.set(blob, contents);
      return {name, blob};
    });
    return {kept: {story: s.story, files, source: this.desk.source, headline: this.desk.headline, events: this.desk.model?.events.length ?? 0, atMs: Date.now()}, fresh};
  }

  private set(s: KeepState) {
    this.state = s;
    this.onstate(s);
  }

  // give lets another tab have the story.
  private async give() {
    this.save.flush();
    await this.writing;
    this.isOurs = false;
    this.release?.();
    this.release = null;
    this.set("elsewhere");
    this.onlost();
  }

  // lock takes the lock that one tab has at a time; with wait, once the other one lets go.
  private lock(wait: boolean): Promise<boolean> {
    // Without locks the revisions alone keep tabs apart.
    if (!navigator.locks) return Promise.resolve(true);
    return new Promise((done, fail) => {
      const held = (lock: Lock | null) => {
        done(lock !== null);
        return lock ? new Promise<void>((release) => { this.release = release; }) : undefined;
      };
      // A tab that hangs gives nothing back: after two seconds the lock is taken from it.
      if (wait) {
        const late = new AbortController();
        const timer = setTimeout(() => late.abort(), 2_000);
        navigator.locks.request(lockName, {signal: late.signal}, (l) => { clearTimeout(timer); return held(l); })
          .catch(() => navigator.locks.request(lockName, {steal: true}, held).catch(() => { this.isOurs = false; }));
      } else navigator.locks.request(lockName, {ifAvailable: true}, held).catch(fail);
    });
  }
}

// notKept says why the storage has refused something.
const notKept = (e: unknown): KeepState => e instanceof DOMException && e.name === "QuotaExceededError" ? "full" : "denied";
