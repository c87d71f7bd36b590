// Barline in an article: <barline-timeline src="https://…/">, which sizes its
// frame, leads the article's address #barline=ID into it and out again, and
// tells the article what happens inside as events of the DOM. No other library
// is needed, nothing global is left, and it may be included any number of times.

(() => {
  const NAME = "barline-timeline", PROTOCOL = 1, TOKENS = ["background", "accent", "corners", "density", "headline"];
  // A script with data-src is itself the place of a timeline.
  const script = document.currentScript;

  // asked is what an address asks for, "#barline=ID" or "#barline=NAME:ID", with signs
  // written as %3D, and whatever trackers put after it: the event, and the timeline
  // that it is for, or "" for each that has it.
  const asked = (hash = location.hash) => {
    try { hash = decodeURIComponent(hash); } catch { return null; }
    const [, name = "", id] = /^#barline=(?:([^:&]*):)?([a-z0-9-]+)(?:[&?].*)?$/.exec(hash) ?? [];
    return id ? { name, id } : null;
  };

  // A sheet of the script's own making passes policies that forbid inline ones; older
  // browsers have none.
  const RULES = `:host { display: block; width: 100%; position: relative }
    iframe { display: block; width: 100%; border: 0; color-scheme: auto }
    slot { display: block; visibility: hidden }
    slot ~ iframe { position: absolute; top: 0; left: 0; height: 100% }`;
  let sheet = null;
  try {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(RULES);
  } catch { sheet = null; }
  const dress = (root, frame) => {
    if (sheet && "adoptedStyleSheets" in root) { root.adoptedStyleSheets = [sheet]; return; }
    const style = document.createElement("style");
    style.textContent = RULES;
    root.append(style);
    // Where a policy forbids it, too, the frame is at least as wide as its place.
    Object.assign(frame.style, { display: "block", width: "100%", border: "0" });
  };

  // The article's own hash, to be given back when the reader closes the event
  // that the address names.
  let before = "";
  const address = (name, id, closed) => {
    const there = asked();
    if (!there) before = location.hash;
    if (!id && (there?.id ?? null) !== closed) return;
    const hash = id ? "#barline=" + (name ? encodeURIComponent(name) + ":" : "") + id : before;
    try { history.replaceState(history.state, "", location.pathname + location.search + hash); } catch { /* a sandbox may forbid it */ }
  };
  // What of the window a fixed header or footer of the article covers, as it says.
  const covered = (side) => {
    const said = getComputedStyle(document.documentElement)["scrollPadding" + side] || "0";
    return (parseFloat(said) || 0) * (said.endsWith("%") ? innerHeight / 100 : 1);
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

  const DARK = matchMedia("(prefers-color-scheme: dark)");
  class Timeline extends HTMLElement {
    // What is named with _ at its end is our own.
    frame_ = null;
    origin_ = "";
    ready_ = false;
    room_ = document.createElement("slot"); // what stands in for the frame, and keeps its room
    height_ = 0; // as the frame has told it
    kept_ = {}; // what a frame that is loaded anew must be told
    shown_ = null; // the event that this frame has told to be open
    seek_ = null; // the event that the article's address asks for
    isLed_ = false; // the article scrolls to what Play tells
    aim_ = null; // where that is drawn, until the frame has its height
    hear_ = (e) => this.heard_(e);
    follow_ = () => {
      const there = asked();
      if (!there || this.isMeant_(there)) this.goTo_(there?.id ?? null);
    };
    // A link to where the address is already changes no hash.
    press_ = (e) => {
      const to = e.target.closest?.("a[href*='#barline']")?.href;
      if (to && to === location.href) this.follow_();
    };
    // Who has begun to read is not pulled away.
    reads_ = () => { this.seek_ = this.aim_ = null; this.isLed_ = false; };
    // An article may be dark where its reader's system is.
    turn_ = () => { if (this.get_("background")) this.dress_(); };
    watch_ = new ResizeObserver(() => this.size_());
    // How much of the frame is hidden at the window's upper edge, or under what the
    // article keeps there, at most once for every picture that is drawn.
    above_ = 0;
    awaited_ = 0;
    scroll_ = () => {
      this.awaited_ = this.awaited_ || requestAnimationFrame(() => {
        this.awaited_ = 0;
        const above = Math.max(0, Math.min(this.height_, Math.round(covered("Top") - this.frame_.getBoundingClientRect().top)));
        if (above === this.above_) return;
        this.above_ = above;
        this.send("scrolled", { above });
      });
    };

    // An address without a name is for every timeline.
    isMeant_({ name }) { return !name || name === this.get_("name"); }

    get_(name) { return this.getAttribute(name) ?? this.getAttribute("data-" + name); }

    connectedCallback() {
      addEventListener("message", this.hear_);
      addEventListener("hashchange", this.follow_);
      addEventListener("click", this.press_);
      DARK.addEventListener("change", this.turn_);
      addEventListener("scroll", this.scroll_, { capture: true, passive: true });
      for (const type of ["wheel", "touchmove", "keydown"]) addEventListener(type, this.reads_, { passive: true });
      if (!this.frame_) {
        const root = this.attachShadow({ mode: "open" });
        this.frame_ = document.createElement("iframe");
        dress(root, this.frame_);
        this.frame_.allow = "clipboard-write";
        const there = asked();
        this.seek_ = there && this.isMeant_(there) ? there.id : null;
        this.frame_.loading = this.seek_ ? "eager" : "lazy";
        this.load_();
        root.append(this.room_, this.frame_);
      }
      this.begin_(); // put in anew, a frame loads anew
      this.watch_.observe(this);
      this.size_();
    }

    disconnectedCallback() {
      removeEventListener("message", this.hear_);
      removeEventListener("hashchange", this.follow_);
      removeEventListener("click", this.press_);
      DARK.removeEventListener("change", this.turn_);
      removeEventListener("scroll", this.scroll_, { capture: true });
      for (const type of ["wheel", "touchmove", "keydown"]) removeEventListener(type, this.reads_);
      this.watch_.disconnect();
    }

    // Moved by moveBefore, a frame goes on as it was.
    connectedMoveCallback() {}

    attributeChangedCallback(name, was, is) {
      if (!this.frame_ || was === is) return;
      name = name.replace("data-", "");
      if (name === "theme" || TOKENS.includes(name)) this.dress_();
      else if (name === "view") this.send("view", { view: this.get_("view") || "calendar" });
      else if (name === "heights") this.size_();
      else if (name === "title") this.name_();
      else if (name === "name") return;
      else this.load_(name === "sandbox");
    }

    // token_ is what the frame is told of a token. A transparent background is the
    // article's own: the nearest that nothing shines through, or else the browser's.
    token_(name) {
      const said = this.get_(name);
      if (name !== "background" || said !== "transparent") return said;
      for (let e = this; e; e = e.parentNode || e.host) {
        const paper = e.nodeType === 1 && getComputedStyle(e).backgroundColor;
        if (paper && /^rgb\(/.test(paper)) return paper;
      }
      return /dark/.test(getComputedStyle(document.documentElement).colorScheme) ? null : "#fff";
    }

    dress_() {
      const tokens = {};
      for (const name of TOKENS) tokens[name] = this.token_(name);
      this.send("theme", { theme: this.get_("theme") || "auto", tokens });
    }

    begin_() {
      this.ready_ = false;
      this.shown_ = null;
    }

    name_() { this.frame_.title = this.get_("title") || this.textContent.trim() || "Timeline"; }

    // load_ points the frame to the timeline, dressed as the attributes say.
    load_(anew) {
      const frame = this.frame_, src = this.get_("src");
      this.name_();
      const url = parsed(src || "about:blank");
      // Told once those who listen can have heard of the element.
      if (!url) Promise.resolve().then(() => this.tell_("error", { message: `"${src}" is no address` }));
      if (!url || !/^https?:$/.test(url.protocol)) return;
      for (const name of ["theme", "contrast", "motion", "lang", "view", ...TOKENS]) {
        const said = this.token_(name);
        if (said) url.searchParams.set(name, said);
      }
      if (this.seek_) url.hash = this.seek_;
      const box = this.get_("sandbox");
      if (box === null) frame.removeAttribute("sandbox"); else frame.setAttribute("sandbox", box);
      // In a sandbox, the article's or the frame's own, nobody has an origin.
      this.origin_ = (box === null || /allow-same-origin/.test(box)) && self.origin !== "null" ? url.origin : "null";
      if (frame.src === url.href && !anew) return;
      const [page, old] = [url.href, frame.src].map((href) => href.split("#")[0]);
      if (page !== old) {
        // Another page is another story; dressed otherwise, it is the same one.
        if (page.split("?")[0] !== old.split("?")[0]) this.kept_ = {};
      } else if (url.hash) delete this.kept_.select;
      // With another hash alone nothing is loaded anew.
      if (page !== old || !url.hash || anew) this.begin_();
      frame.src = url.href;
    }

    // size_ keeps room until the frame itself has told its height: as much as
    // the attribute heights says, "320:908 360:867 …" by width, or else as the
    // article's own styles keep for what stands in for the timeline.
    size_() {
      if (this.height_ || !this.clientWidth) return;
      let height = 0;
      for (const rung of (this.get_("heights") ?? "").split(/[\s,]+/)) {
        const [width, high] = rung.split(":").map(Number);
        if (high > 0 && (width <= this.clientWidth || !height)) height = high;
      }
      if (!height && this.room_.getBoundingClientRect().height < 100) height = 600;
      this.room_.style.height = height ? height + "px" : "";
    }

    send(type, fields) {
      if (type in { theme: 1, view: 1 }) this.kept_[type] = fields;
      if (this.ready_) this.post_(type, fields);
    }

    post_(type, fields) {
      this.frame_.contentWindow?.postMessage({ barline: PROTOCOL, type, ...fields }, this.origin_ === "null" ? "*" : this.origin_);
    }

    goTo_(id) {
      if (id === null && this.kept_.select?.id == null) return;
      this.seek_ = id;
      this.frame_.loading = "eager";
      this.kept_.select = { id };
      this.send("select", { id });
    }

    heard_({ source, origin, data: m }) {
      if (!source || source !== this.frame_.contentWindow || origin !== this.origin_ || m?.barline !== PROTOCOL) return;
      const { type } = m, detail = {};
      const is = {
        ready: () => true,
        height: (v) => typeof v === "number" && v > 0 && v < 1e5,
        select: (v) => v === null || typeof v === "string" && /^[a-z0-9-]{1,200}$/.test(v),
        view: (v) => v === "calendar" || v === "compare",
        error: (v) => typeof v === "string",
        told: (v) => typeof v === "object",
      };
      if (!Object.prototype.hasOwnProperty.call(is, type)) return;
      const field = type === "select" ? "id" : type === "error" ? "message" : type === "told" ? "at" : type;
      if (!is[type](m[field])) return;
      if (type !== "ready") detail[field] = m[field];
      if (type === "ready") {
        const anew = this.ready_;
        this.ready_ = true;
        this.send("host", { url: article() });
        for (const [name, fields] of Object.entries(this.kept_)) {
          if (name !== "select" || anew || fields.id !== this.shown_) this.send(name, fields);
        }
      }
      if (type === "height") {
        this.height_ = m.height;
        this.room_.remove();
        this.frame_.style.height = Math.ceil(m.height) + "px";
        if (this.aim_) this.show_(this.aim_);
        this.aim_ = null;
      }
      if (type === "view") this.kept_.view = detail;
      // What Play tells, over its caption, unless the reader has gone on meanwhile.
      if (m.sheet > 0 && type === "told" && (this.isLed_ = m.first || this.isLed_)) this.show_(m.at, m.sheet);
      if (type === "select") {
        const closed = this.kept_.select?.id;
        this.shown_ = m.id;
        // What a frame that is loaded anew begins with is not what it is kept at.
        if (this.ready_ || !this.kept_.select) this.kept_.select = detail;
        if (m.hand === true) address(this.get_("name") || "", m.id, closed);
        this.aim_ = null;
        if (m.id && (m.id === this.seek_ || m.hand === true && m.sheet > 0)) {
          this.show_(m.at, m.sheet);
          if (!this.height_) this.aim_ = m.at; // the frame is not as high yet as it will be
        }
        this.seek_ = null;
      }
      this.tell_(type, detail);
    }

    tell_(type, detail) {
      this.dispatchEvent(new CustomEvent("barline:" + type, { bubbles: true, composed: true, detail }));
    }

    // show_ brings an event into view: at, in px of the frame, is where it is drawn. A
    // sheet of words takes so many px at the lower edge of what is seen of the frame, or
    // at the upper one where the frame ends before it.
    show_(at, sheet) {
      if (this.bring?.(at, sheet)) return; // it stays in view beside its steps
      const first = covered("Top"), last = innerHeight - covered("Bottom"), frame = this.frame_.getBoundingClientRect();
      const y = frame.top + (Number.isFinite(at?.y) ? at.y : 0), bottom = y + (Number.isFinite(at?.height) ? at.height : 0);
      sheet = sheet > 0 && sheet < last - first ? sheet : 0;
      const isUpper = frame.bottom - bottom < sheet, from = first + (isUpper ? sheet : 0), to = last - (isUpper ? 0 : sheet);
      const middle = (y + bottom - from - to) / 2;
      if (y < from || bottom > to) scrollBy({ top: !sheet ? middle : y < from ? y - from : bottom - to, behavior: "instant" });
      // The popover has been placed in what was seen of the frame before.
      const box = this.frame_.getBoundingClientRect(), hidden = Math.max(0, first - box.top);
      this.post_("shown", { y: hidden, height: Math.min(box.height, last - box.top) - hidden });
    }
  }
  Timeline.version = PROTOCOL;
  Timeline.observedAttributes = ["src", "theme", "contrast", "motion", "lang", "view", "title", "name", "heights", "sandbox", "scroll", ...TOKENS].flatMap((n) => [n, "data-" + n]);

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
  let steps = script?.src && document.createElement("script");
  const scan = () => {
    // Paragraphs that drive a timeline need a script of their own, which lies beside
    // this one; its name is put in when a story is published.
    if (steps && document.querySelector("[data-barline-step],[href*='#barline-step='],[id^=barline-step-],[name^=barline-step-]")) {
      steps.src = new URL("{steps}", script.src);
      steps.nonce = script.nonce;
      document.head.append(steps);
      steps = null;
    }
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
