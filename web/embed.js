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
  sheet.replaceSync(`:host { display: block; width: 100%; position: relative }
    iframe { display: block; width: 100%; border: 0; color-scheme: auto }
    slot { display: block; visibility: hidden }
    slot ~ iframe { position: absolute; inset: 0; height: 100% }`);

  // The article's own hash, to be given back when the reader closes the event
  // that the address names.
  let before = "";
  const address = (id, closed) => {
    if (!HASH.test(location.hash)) before = location.hash;
    if (!id && named() !== closed) return;
    try { history.replaceState(history.state, "", location.pathname + location.search + (id ? "#barline=" + id : before)); } catch { /* a sandbox may forbid it */ }
  };
  // An address that is none is null.
  const parsed = (src) => {
    try { return new URL(src, document.baseURI); } catch { return null; }
  };
  const article = () => {
    const url = parsed(document.querySelector('link[rel="canonical"]')?.href || location.href) ?? new URL(location.href);
    url.hash = "";
    return url.origin === location.origin ? url.href : location.href.split("#")[0];
  };

  class Timeline extends HTMLElement {
    static version = PROTOCOL;
    static observedAttributes = ["src", "theme", "contrast", "motion", "lang", "view", "title", "heights", "sandbox"].flatMap((n) => [n, "data-" + n]);

    #frame = null;
    #origin = "";
    #ready = false;
    #room = document.createElement("slot"); // what stands in for the frame, and keeps its room
    #height = 0; // as the frame has told it
    #kept = {}; // what a frame that is loaded anew must be told
    #shown = null; // the event that this frame has told to be open
    #seek = null; // the event that the article's address asks for
    #hear = (e) => this.#heard(e);
    #follow = () => this.#goTo(named());
    // A link to where the address is already changes no hash.
    #press = (e) => {
      const to = e.target.closest?.("a[href*='#barline=']")?.href;
      if (to && to === location.href) this.#follow();
    };
    // Who has begun to read is not pulled away.
    #reads = () => { this.#seek = null; };
    #watch = new ResizeObserver(() => this.#size());
    // How much of the frame is hidden at the window's upper edge, or under what the
    // article keeps there, at most once for every picture that is drawn.
    #above = 0;
    #asked = 0;
    #scroll = () => {
      this.#asked ||= requestAnimationFrame(() => {
        this.#asked = 0;
        const covered = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
        const above = Math.max(0, Math.min(this.#height, Math.round(covered - this.#frame.getBoundingClientRect().top)));
        if (above === this.#above) return;
        this.#above = above;
        this.#say("scrolled", { above });
      });
    };

    #get(name) { return this.getAttribute(name) ?? this.getAttribute("data-" + name); }

    connectedCallback() {
      addEventListener("message", this.#hear);
      addEventListener("hashchange", this.#follow);
      addEventListener("click", this.#press);
      addEventListener("scroll", this.#scroll, { capture: true, passive: true });
      for (const type of ["wheel", "touchmove", "keydown"]) addEventListener(type, this.#reads, { passive: true });
      if (!this.#frame) {
        const root = this.attachShadow({ mode: "open" });
        root.adoptedStyleSheets = [sheet];
        this.#frame = document.createElement("iframe");
        this.#frame.allow = "clipboard-write";
        this.#seek = named();
        this.#frame.loading = this.#seek ? "eager" : "lazy";
        this.#load();
        root.append(this.#room, this.#frame);
      }
      this.#begin(); // put in anew, a frame loads anew
      this.#watch.observe(this);
      this.#size();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      removeEventListener("hashchange", this.#follow);
      removeEventListener("click", this.#press);
      removeEventListener("scroll", this.#scroll, { capture: true });
      for (const type of ["wheel", "touchmove", "keydown"]) removeEventListener(type, this.#reads);
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
      else if (name === "title") this.#name();
      else this.#load(name === "sandbox");
    }

    #begin() {
      this.#ready = false;
      this.#shown = null;
    }

    #name() { this.#frame.title = this.#get("title") || this.textContent.trim() || "Timeline"; }

    // #load points the frame to the timeline, dressed as the attributes say.
    #load(anew) {
      const frame = this.#frame, src = this.#get("src");
      this.#name();
      const url = parsed(src || "about:blank");
      // Told once those who listen can have heard of the element.
      if (!url) queueMicrotask(() => this.#tell("error", { message: `"${src}" is no address` }));
      if (!url || !/^https?:$/.test(url.protocol)) return;
      for (const name of ["theme", "contrast", "motion", "lang", "view"]) if (this.#get(name)) url.searchParams.set(name, this.#get(name));
      if (this.#seek) url.hash = this.#seek;
      const box = this.#get("sandbox");
      if (box === null) frame.removeAttribute("sandbox"); else frame.setAttribute("sandbox", box);
      // In a sandbox, the article's or the frame's own, nobody has an origin.
      this.#origin = (box === null || /allow-same-origin/.test(box)) && self.origin !== "null" ? url.origin : "null";
      if (frame.src === url.href && !anew) return;
      const [page, old] = [url.href, frame.src].map((href) => href.split("#")[0]);
      if (page !== old) {
        // Another page is another story; dressed otherwise, it is the same one.
        if (page.split("?")[0] !== old.split("?")[0]) this.#kept = {};
      } else if (url.hash) delete this.#kept.select;
      // With another hash alone nothing is loaded anew.
      if (page !== old || !url.hash || anew) this.#begin();
      frame.src = url.href;
    }

    // #size keeps room until the frame itself has told its height: as much as
    // the attribute heights says, "320:908 360:867 …" by width, or else as the
    // article's own styles keep for what stands in for the timeline.
    #size() {
      if (this.#height || !this.clientWidth) return;
      let height = 0;
      for (const rung of (this.#get("heights") ?? "").split(/[\s,]+/)) {
        const [width, high] = rung.split(":").map(Number);
        if (high > 0 && (width <= this.clientWidth || !height)) height = high;
      }
      if (!height && this.#room.getBoundingClientRect().height < 100) height = 600;
      this.#room.style.height = height ? height + "px" : "";
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
      if (type === "ready") {
        const anew = this.#ready;
        this.#ready = true;
        this.#say("host", { url: article() });
        for (const [name, fields] of Object.entries(this.#kept)) {
          if (name !== "select" || anew || fields.id !== this.#shown) this.#say(name, fields);
        }
      }
      if (type === "height") {
        this.#height = m.height;
        this.#room.remove();
        this.#frame.style.height = Math.ceil(m.height) + "px";
      }
      if (type === "view") this.#kept.view = detail;
      if (type === "select") {
        const closed = this.#kept.select?.id;
        this.#shown = m.id;
        // What a frame that is loaded anew begins with is not what it is kept at.
        if (this.#ready || !this.#kept.select) this.#kept.select = detail;
        if (m.hand === true) address(m.id, closed);
        if (m.id && m.id === this.#seek) this.#show(m.at);
        this.#seek = null;
      }
      this.#tell(type, detail);
    }

    #tell(type, detail) {
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
  // Managers of consent keep a script's own address there.
  const src = script?.dataset.src;
  if (src && parsed(src)?.href !== script.src && !script.nextElementSibling?.matches(NAME)) script.after(made(src, script));
  if (!first) return;
  // Where only plain elements are let through, one stands for it:
  // <div data-barline-src="https://…/" data-theme="dark">.
  const scan = () => {
    for (const box of document.querySelectorAll("[data-barline-src]")) {
      if (box.querySelector(NAME)) continue;
      const timeline = made(box.dataset.barlineSrc, box);
      timeline.append(...box.childNodes);
      box.append(timeline);
    }
  };
  scan();
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
})();
