// What is kept: the draft and its versions, in this browser's IndexedDB. Every write is
// one transaction, so that a draft is there whole or as it was before. A write names the
// revision that it follows; if another tab has written since, it is refused.

// KeptFile is a file of the document: a text, or the key of bytes that are kept apart.
export interface KeptFile { name: string; text?: string; blob?: string }

// Kept is a story as it is kept.
export interface Kept {
  story: string; // the name of the story's file
  files: KeptFile[];
  source: string; // text of the article that quotations are held against
  headline: string;
  events: number;
  atMs: number;
}

export interface Draft extends Kept { revision: number }
export interface Version extends Kept { id: number; why: string }

export class Conflict extends Error {}

const mostVersions = 60;

export class Storage {
  private constructor(private db: IDBDatabase) {}

  static open(): Promise<Storage> {
    return new Promise((done, fail) => {
      let request: IDBOpenDBRequest;
      try { request = indexedDB.open("barline-desk", 1); } catch (e) { fail(e); return; }
      request.onupgradeneeded = () => {
        request.result.createObjectStore("draft");
        request.result.createObjectStore("versions", {keyPath: "id", autoIncrement: true});
        request.result.createObjectStore("files");
      };
      request.onsuccess = () => {
        // Another tab that deletes everything must not wait for this one.
        request.result.onversionchange = () => request.result.close();
        done(new Storage(request.result));
      };
      request.onerror = () => fail(request.error);
      request.onblocked = () => fail(new Error("blocked"));
    });
  }

  draft(): Promise<Draft | undefined> {
    return this.read("draft", (s) => s.get("now"));
  }

  // write keeps a draft that follows a revision, and the files that are not kept yet.
  write(draft: Draft, follows: number, files: Map<string, Uint8Array>): Promise<void> {
    return new Promise((done, fail) => {
      const t = this.db.transaction(["draft", "files"], "readwrite");
      let refused = false;
      const drafts = t.objectStore("draft");
      const before = drafts.get("now");
      before.onsuccess = () => {
        if (before.result && (before.result as Draft).revision !== follows) {
          refused = true;
          t.abort();
          return;
        }
        for (const [key, bytes] of files) t.objectStore("files").put(bytes, key);
        drafts.put(draft, "now");
      };
      t.oncomplete = () => done();
      t.onabort = () => fail(refused ? new Conflict() : t.error);
    });
  }

  versions(): Promise<Version[]> {
    return this.read("versions", (s) => s.getAll());
  }

  // addVersion keeps a version and lets the oldest go.
  addVersion(version: Omit<Version, "id">, files: Map<string, Uint8Array>): Promise<void> {
    return new Promise((done, fail) => {
      const t = this.db.transaction(["versions", "files"], "readwrite");
      for (const [key, bytes] of files) t.objectStore("files").put(bytes, key);
      const store = t.objectStore("versions");
      store.add(version);
      const keys = store.getAllKeys();
      keys.onsuccess = () => keys.result.slice(0, -mostVersions).forEach((k) => store.delete(k));
      t.oncomplete = () => done();
      t.onabort = () => fail(t.error);
    });
  }

  // dropOldest makes room: half of the versions go.
  async dropOldest(): Promise<boolean> {
    const ids = (await this.versions()).map((v) => v.id);
    const go = ids.slice(0, Math.ceil(ids.length / 2));
    if (!go.length) return false;
    await this.change("versions", (s) => go.forEach((k) => s.delete(k)));
    await this.sweep();
    return true;
  }

  // sweep takes files out that no draft and no version names.
  async sweep() {
    const used = new Set<string>();
    for (const k of [await this.draft(), ...await this.versions()]) k?.files.forEach((f) => { if (f.blob) used.add(f.blob); });
    await this.change("files", (s) => {
      const keys = s.getAllKeys();
      keys.onsuccess = () => keys.result.forEach((k) => { if (!used.has(String(k))) s.delete(k); });
    });
  }

  // files are those of a draft or a version, whose bytes are looked up.
  async files(of: Kept): Promise<Map<string, string | Uint8Array>> {
    const found = new Map<string, string | Uint8Array>();
    for (const f of of.files) {
      const bytes = f.text ?? await this.read<Uint8Array | undefined>("files", (s) => s.get(f.blob!));
      if (bytes !== undefined) found.set(f.name, bytes);
    }
    return found;
  }

  close() { this.db.close(); }

  private read<T>(store: string, what: (s: IDBObjectStore) => IDBRequest): Promise<T> {
    return new Promise((done, fail) => {
      const t = this.db.transaction(store, "readonly");
      const request = what(t.objectStore(store));
      request.onsuccess = () => done(request.result as T);
      t.onabort = () => fail(t.error);
      request.onerror = () => fail(request.error);
    });
  }

  private change(store: string, what: (s: IDBObjectStore) => void): Promise<void> {
    return new Promise((done, fail) => {
      const t = this.db.transaction(store, "readwrite");
      what(t.objectStore(store));
      t.oncomplete = () => done();
      t.onabort = () => fail(t.error);
    });
  }
}

// removeAll deletes the database.
export function removeAll(): Promise<void> {
  return new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase("barline-desk");
    request.onsuccess = () => done();
    request.onerror = () => fail(request.error);
    request.onblocked = () => {};
  });
}
