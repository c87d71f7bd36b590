// Barline in an article: <barline-timeline src="https://…/">, which sizes its
// frame, leads the article's address #barline=ID into it and out again, and
// tells the article what happens inside as events of the DOM. No other library
// is needed, nothing global is left, and it may be included any number of times.

(() => {
  const NAME = "barline-timeline", PROTOCOL = 1, HASH = /^#barline=([a-z0-9-]+)$/;
  // A script with data-src is itself the place of a timeline.
  const script = document.currentScript;

  const named = () => HASH.exec(location.hash)?.[1] ?? null;

  // A sheet of the script's own making passes policies that forbid inline ones.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(":host{display:block}iframe{display:block;width:100%;border:0;color-scheme:auto}");

  // The article's own hash, to be given back when the reader closes an event.
  let before = "";
  const address = (id) => {
    if (!HASH.test(location.hash)) before = location.hash;
    const hash = id ? "#barline=" + id : HASH.test(location.hash) ? before : location.hash;
    try { history.replaceState(history.state, "", location.pathname + location.search + hash); } catch { /* a sandbox may forbid it */ }
  };
  const article = () => {
    const url = new URL(document.querySelector('link[rel="canonical"]')?.href || location.href, location.href);
    url.hash = "";
    return url.origin === location.origin ? url.href : location.href.split("#")[0];
  };

  class Timeline extends HTMLElement {
    static version = PROTOCOL;
    static observedAttributes = ["src", "theme", "lang", "view", "title", "heights", "sandbox"].flatMap((n) => [n, "data-" + n]);

    #frame = null;
    #origin = "";
    #ready = false;
    #room = 0; // the height that the article has kept free
    #height = 0; // as the frame has told it
    #kept = {}; // what a frame that is loaded anew must be told
    #seek = null; // the event that the article's address asks for
    #hear = (e) => this.#heard(e);
    #follow = () => this.#goTo(named());
    #watch = new ResizeObserver(() => this.#size());

    #get(name) { return this.getAttribute(name) ?? this.getAttribute("data-" + name); }

    connectedCallback() {
      addEventListener("message", this.#hear);
      addEventListener("hashchange", this.#follow);
      if (!this.#frame) {
        // What stands in for the timeline until now has kept its room.
        this.#room = this.offsetHeight;
        const root = this.attachShadow({ mode: "open" });
        root.adoptedStyleSheets = [sheet];
        this.#frame = document.createElement("iframe");
        this.#frame.allow = "clipboard-write";
        this.#seek = named();
        this.#frame.loading = this.#seek ? "eager" : "lazy";
        this.#load();
        root.append(this.#frame);
      }
      this.#ready = false; // put in anew, a frame loads anew
      this.#watch.observe(this);
      this.#size();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      removeEventListener("hashchange", this.#follow);
      this.#watch.disconnect();
    }

    // Moved by moveBefore, a frame goes on as it was.
    connectedMoveCallback() {}

    attributeChangedCallback(name, was, is) {
      if (!this.#frame || was === is) return;
      name = name.replace("data-", "");
      if (name === "theme") this.#say("theme", { theme: this.#get("theme") || "auto" });
      else if (name === "view") this.#say("view", { view: this.#get("view") || "calendar" });
      else if (name === "heights") this.#size();
      else {
        if (name === "src") this.#kept = {};
        this.#load();
      }
    }

    // #load points the frame to the timeline, dressed as the attributes say.
    #load() {
      const frame = this.#frame;
      frame.title = this.#get("title") || this.textContent.trim() || "Timeline";
      const src = this.#get("src");
      if (!src || !URL.canParse(src, document.baseURI)) return;
      const url = new URL(src, document.baseURI);
      if (!/^https?:$/.test(url.protocol)) return;
      for (const name of ["theme", "lang", "view"]) if (this.#get(name)) url.searchParams.set(name, this.#get(name));
      if (this.#seek) url.hash = this.#seek;
      const box = this.#get("sandbox");
      if (box !== null) frame.setAttribute("sandbox", box);
      this.#origin = box === null || /allow-same-origin/.test(box) ? url.origin : "null";
      if (frame.src === url.href) return;
      this.#ready = false;
      frame.src = url.href;
    }

    // #size keeps room until the frame itself has told its height: as much as
    // the attribute heights says, "320:908 360:867 …" by width, or as much as
    // the article has kept.
    #size() {
      if (this.#height || !this.clientWidth) return;
      let height = 0;
      for (const rung of (this.#get("heights") ?? "").split(/[\s,]+/)) {
        const [width, high] = rung.split(":").map(Number);
        if (high > 0 && (width <= this.clientWidth || !height)) height = high;
      }
      this.#frame.style.height = (height || (this.#room > 100 ? this.#room : 600)) + "px";
    }

    #say(type, fields) {
      if (type in { theme: 1, view: 1 }) this.#kept[type] = fields;
      if (this.#ready) this.#frame.contentWindow?.postMessage({ barline: PROTOCOL, type, ...fields }, this.#origin === "null" ? "*" : this.#origin);
    }

    #goTo(id) {
      if (id === null && this.#kept.select?.id == null) return;
      this.#seek = id;
      this.#frame.loading = "eager";
      this.#kept.select = { id };
      this.#say("select", { id });
    }

    #heard({ source, origin, data: m }) {
      if (!source || source !== this.#frame.contentWindow || origin !== this.#origin || m?.barline !== PROTOCOL) return;
      const { type } = m, detail = {};
      const is = {
        ready: () => true,
        height: (v) => typeof v === "number" && v > 0 && v < 1e5,
        select: (v) => v === null || typeof v === "string" && /^[a-z0-9-]{1,200}$/.test(v),
        view: (v) => v === "calendar" || v === "compare",
        error: (v) => typeof v === "string",
      };
      if (!Object.hasOwn(is, type)) return;
      const field = type === "select" ? "id" : type === "error" ? "message" : type;
      if (!is[type](m[field])) return;
      if (type !== "ready") detail[field] = m[field];
      if (type === "ready" && !this.#ready) {
        this.#ready = true;
        this.#say("host", { url: article() });
        for (const [name, fields] of Object.entries(this.#kept)) this.#say(name, fields);
      }
      if (type === "height") {
        this.#height = m.height;
        this.#frame.style.height = Math.ceil(m.height) + "px";
      }
      if (type === "view") this.#kept.view = detail;
      if (type === "select") {
        this.#kept.select = detail;
        if (m.hand === true) address(m.id);
        if (m.id && m.id === this.#seek) this.#show(m.at);
        this.#seek = null;
      }
      this.dispatchEvent(new CustomEvent("barline:" + type, { bubbles: true, composed: true, detail }));
    }

    // #show brings the event that was asked for into view: at, in px of the
    // frame, is where it is drawn.
    #show(at) {
      const top = this.#frame.getBoundingClientRect().top;
      const y = top + (Number.isFinite(at?.y) ? at.y : 0), bottom = y + (Number.isFinite(at?.height) ? at.height : 0);
      if (y < 0 || bottom > innerHeight) scrollBy({ top: (y + bottom - innerHeight) / 2, behavior: "instant" });
    }
  }
  const made = (src, from) => {
    const timeline = document.createElement(NAME);
    for (const { name, value } of from.attributes) if (Timeline.observedAttributes.includes(name)) timeline.setAttribute(name, value);
    timeline.setAttribute("src", src);
    return timeline;
  };
  const first = !customElements.get(NAME);
  if (first) customElements.define(NAME, Timeline);
  if (script?.dataset.src) script.after(made(script.dataset.src, script));
  if (!first) return;
  // Where only plain elements are let through, one stands for it:
  // <div data-barline-src="https://…/" data-theme="dark">.
  const scan = () => {
    for (const box of document.querySelectorAll("[data-barline-src]")) {
      if (!box.querySelector(NAME)) box.replaceChildren(made(box.dataset.barlineSrc, box));
    }
  };
  scan();
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
})();
