// The published page of the story in hand, in a frame. A service worker serves it, under
// a path of its own, and asks this tab for its files; nothing of it is kept. Where there
// is no service worker the page is one file, written into a frame in a sandbox.
import type {Previewed} from "../protocol";
import {WorkerError} from "./client";
import type {Desk} from "./desk";
import {all, debounced, el, one} from "./dom";
import {t} from "./words";

// How long after an event was shown on the desk's word the page may report it.
const echoMs = 4_000;
// Changes that follow each other sooner than this are one time of being busy.
const busyMs = 1_200;

interface Served { type: string; bytes: ArrayBuffer }

export class Preview {
  private frame = one<HTMLIFrameElement>("[data-preview]");
  private stage = one("[data-stage]");
  private words = one("[data-look-words]");
  private token = Math.random().toString(36).slice(2) + Math.random().toString(36).slice(2);
  private files = new Map<string, Served>();
  private external = new Map<string, Promise<Served>>();
  private last: Previewed | null = null;
  private asked: {cancel(): void} | null = null;
  private isStale = false;
  private size = "fit";
  private theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  private canServe = false;
  private isDecided = false;
  private soonSingle = debounced(1_200, 6_000, () => void this.single());

  constructor(private desk: Desk, private opened: (id: string) => void) {
    desk.on("checked", (c) => {
      if (c.ok) this.publish();
      else this.say(t("lookStale"));
    });
    desk.on("change", (c) => { if (c.opened) this.forget(); });
    desk.on("editing", () => this.asked?.cancel());
    desk.on("select", ({index}) => {
      const id = this.desk.model?.events[index]?.id || null;
      this.told(id);
      this.post({type: "select", id});
    });
    for (const b of all("[data-size]")) b.addEventListener("click", () => this.resize(b.dataset.size!));
    for (const b of all("[data-look-theme]")) b.addEventListener("click", () => this.dress(b.dataset.lookTheme!));
    new ResizeObserver(() => this.fit()).observe(this.stage);
    addEventListener("message", (e) => { if (e.source === this.frame.contentWindow) this.hear(e.data as {barline?: number; type?: string; id?: string; barlineFrame?: string}); });
    this.dress(this.theme);
  }

  // serves says whether a service worker stands between; until it is known nothing is shown.
  serves(can: boolean) {
    this.canServe = can;
    if (this.isDecided) return;
    this.isDecided = true;
    if (this.last) this.load();
  }

  // answer hands a file to the service worker.
  async answer(token: string, name: string, port: MessagePort) {
    if (token !== this.token) { port.postMessage(null); return; }
    let served = this.files.get(name) ?? null;
    const outside = served ? undefined : this.last?.external.find((x) => x.name === name);
    if (outside) served = await this.fetchExternal(outside).catch(() => null);
    port.postMessage(served && {...served, policy: name.endsWith(".html") ? this.last?.policy : undefined});
  }

  relabel() { if (!this.isShown) this.say(t("lookEmpty")); }

  private fetchExternal(x: Previewed["external"][number]): Promise<Served> {
    const key = x.from;
    let found = this.external.get(key);
    if (!found) {
      found = (async () => {
        const r = await fetch(new URL(x.from, import.meta.url));
        if (!r.ok || !r.body) throw new Error(`${x.from}: ${r.status}`);
        const body = x.gzip ? r.body.pipeThrough(new DecompressionStream("gzip")) : r.body;
        return {type: x.type, bytes: await new Response(body).arrayBuffer()};
      })();
      found.catch(() => this.external.delete(key));
      this.external.set(key, found);
    }
    return found;
  }

  private publish() {
    const {desk} = this;
    if (this.asked) {
      // What is asked for now is newer.
      this.isStale = true;
      this.asked.cancel();
      return;
    }
    const state = desk.state!;
    const asked = desk.client.about("preview", state, {widths: [this.width()]});
    this.asked = asked;
    asked.then((p) => {
      this.take(p);
    }, (e: unknown) => {
      if (e instanceof WorkerError && !e.cancelled) this.say(e.message);
    }).finally(() => {
      this.asked = null;
      if (!this.isStale) return;
      this.isStale = false;
      if (desk.checked?.ok) this.publish();
    });
  }

  private take(p: Previewed) {
    // What the page before named is still asked for while it goes.
    const there = new Set([...p.files, ...this.last?.files ?? []]);
    for (const name of this.files.keys()) if (!there.has(name)) this.files.delete(name);
    for (const f of p.changed) this.files.set(f.name, {type: f.type, bytes: f.bytes});
    const isFirst = !this.isShown;
    this.last = p;
    if (!this.isDecided) return;
    if (isFirst || p.changed.length) this.load();
    else this.say(this.canServe ? "" : t("lookWithoutService")); // it shows the story as it is again
  }

  // load shows the page as it is now, with what is open in it open.
  // While one change follows the other the engine is left out, which would have to begin
  // anew each time; it comes once nothing changes.
  private load(withEngine = performance.now() - this.loadedAtMs > busyMs) {
    this.isShown = true;
    this.loadedAtMs = performance.now();
    if (!withEngine) this.liveSoon();
    if (!this.canServe) { this.soonSingle(); return; }
    const inside = this.inside();
    const selected = inside?.state().selected ?? this.desk.model?.events[this.desk.selected]?.id ?? "";
    this.told(selected || null);
    // While a page is taken away its document has no element.
    if (this.frame.contentDocument?.documentElement?.dataset.barline === "live") this.view = inside?.state().view ?? "";
    const {gone, scroll} = this.place();
    // Another language that was gone to in the frame stays.
    const page = gone && this.last!.files.includes(gone.replace(/\/?$/, "/index.html")) ? gone : (this.last!.pages[0]?.name ?? "index.html").replace(/(^|\/)index\.html$/, "$1");
    const address = new URL(`preview/${this.token}/${page}?theme=${this.theme}${this.view === "compare" ? "&view=compare" : ""}${withEngine ? "" : "&engine=off"}#${selected}`, document.baseURI);
    // A hash alone would not load the page anew.
    address.searchParams.set("n", String(++this.loads));
    this.frame.onload = () => {
      this.frame.contentWindow?.scrollTo(0, scroll);
      this.catchUp(selected);
      this.frame.dataset.shown = String(this.loads);
    };
    const isNew = this.frame.hidden;
    this.frame.hidden = false;
    this.say("");
    this.fit();
    if (isNew) this.frame.src = address.href;
    else this.frame.contentWindow!.location.replace(address.href);
  }

  // place is the page that the frame shows, and how far it is scrolled. It may have been
  // led to where nothing of it can be asked.
  private place(): {gone: string; scroll: number} {
    try {
      const w = this.frame.hidden ? null : this.frame.contentWindow;
      return {gone: w?.location.pathname.split(`preview/${this.token}/`)[1] ?? "", scroll: w?.scrollY ?? 0};
    } catch { return {gone: "", scroll: 0}; }
  }

  private loads = 0;
  private loadedAtMs = -Infinity;
  private view = "";
  private liveSoon = debounced(busyMs, 8_000, () => this.load(true));
  private isShown = false;

  private async single() {
    const state = this.desk.state;
    if (!state) return;
    try {
      const saved = await this.desk.client.about("save", state, {as: "single"});
      this.page = new TextDecoder().decode(saved.bytes);
      const frame = el("iframe", {"data-preview": true, sandbox: "allow-scripts allow-popups", title: t("lookTitle"), src: new URL("frame.html", import.meta.url).href});
      this.frame.replaceWith(frame);
      this.frame = frame;
      this.fit();
      this.say(t("lookWithoutService"));
    } catch (e) {
      if (e instanceof WorkerError && !e.cancelled) this.say(e.message);
    }
  }

  private page = "";

  private hear(m: {barline?: number; type?: string; id?: string; barlineFrame?: string}) {
    if (m?.barlineFrame === "ready") this.frame.contentWindow?.postMessage({barlinePage: this.page}, "*");
    if (m?.barline === 1 && m.type === "ready") this.post({type: "theme", theme: this.theme});
    if (m?.barline !== 1 || m.type !== "select" || typeof m.id !== "string") return;
    // What it was told to show, it reports like what somebody presses in it; by then
    // another event may be chosen here.
    const echo = performance.now() - (this.toldAtMs.get(m.id) ?? -Infinity) < echoMs && document.activeElement !== this.frame;
    if (!echo) this.opened(m.id);
  }

  // catchUp says what was asked for while the page was still coming.
  private catchUp(shows: string) {
    this.post({type: "theme", theme: this.theme});
    const id = this.desk.model?.events[this.desk.selected]?.id ?? "";
    if (!id || id === shows) return;
    this.told(id);
    this.post({type: "select", id});
  }

  private toldAtMs = new Map<string, number>();

  private told(id: string | null) {
    if (id) this.toldAtMs.set(id, performance.now());
  }

  private post(m: object) {
    if (!this.frame.hidden) this.frame.contentWindow?.postMessage({barline: 1, ...m}, "*");
  }

  // inside is the program of the page in the frame, where it can be reached.
  private inside(): {state(): {selected: string | null; view: string}} | undefined {
    try {
      const b = (this.frame.contentWindow as Window & {barline?: {state(): {selected: string | null; view: string}}} | null)?.barline;
      b?.state();
      return b;
    } catch { return undefined; }
  }

  private forget() {
    // The files stay: the worker sends only those that are other than in its last answer.
    this.isShown = false;
    this.asked?.cancel();
    this.frame.hidden = true;
    this.say(t("lookEmpty"));
  }

  private say(words: string) {
    this.words.textContent = words;
    this.words.hidden = words === "";
  }

  private width(): number {
    return this.size === "fit" ? Math.max(320, Math.round(this.stage.clientWidth)) : Number(this.size);
  }

  private resize(size: string) {
    this.size = size;
    for (const b of all("[data-size]")) b.setAttribute("aria-pressed", String(b.dataset.size === size));
    this.fit();
    if (this.desk.checked?.ok) this.publish();
  }

  private dress(theme: string) {
    this.theme = theme;
    for (const b of all("[data-look-theme]")) b.setAttribute("aria-pressed", String(b.dataset.lookTheme === theme));
    this.post({type: "theme", theme});
  }

  // fit draws a frame that is wider than its place smaller.
  private fit() {
    const room = this.stage.clientWidth, width = this.width();
    const scale = Math.min(1, room / width);
    const s = this.frame.style;
    s.width = `${width}px`;
    s.height = `${Math.ceil(this.stage.clientHeight / scale)}px`;
    s.transform = scale < 1 ? `scale(${scale})` : "none";
    s.left = `${Math.max(0, (room - width) / 2)}px`;
  }
}
