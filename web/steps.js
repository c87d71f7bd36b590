// Steps: paragraphs of an article that drive a timeline in it while they are scrolled.
// embed.js loads this where an article has any:
//
//   <p data-barline-step="2025-12-02">, or with NAME: before it for the timeline of that name,
//   <a href="#barline-step=2025-04/2025-08"> or <a id="barline-step-2025-04_2025-08"> in a paragraph.
//
// A timeline with scroll="beside" or "behind" stays in view meanwhile.

(() => {
  const TIMELINE = "barline-timeline", MARKS = '[data-barline-step],a[href*="#barline-step="],[id^="barline-step-"],a[name^="barline-step-"]';
  // What a step is written in, as a paragraph is; a mark inside stands for all of it.
  const BLOCK = "p,li,dd,dt,h1,h2,h3,h4,h5,h6,blockquote,figure,section,div";
  const LINE = 0.6; // of what is seen of the text: a step that begins above it is told
  const HIGH = 0.42; // of the window, for a timeline above its text
  const STEADY_MS = 150;

  // saidBy is what a mark says: "ID", "fit", "2025-04/2025-08", or "NAME:ID".
  const saidBy = (mark) => {
    const said = mark.dataset.barlineStep ?? mark.getAttribute("href")?.split("#barline-step=")[1];
    if (said !== undefined) {
      try { return decodeURIComponent(said).trim(); } catch { return said.trim(); }
    }
    // No address of a place in a page has a slash in all systems.
    return (mark.id || mark.name).slice("barline-step-".length).replace("_", "/");
  };
  const reduced = (timeline) => matchMedia("(prefers-reduced-motion: reduce)").matches || attribute(timeline, "motion") === "reduce";
  const attribute = (element, name) => element.getAttribute(name) ?? element.getAttribute("data-" + name);
  const follows = (a, b) => !!(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);

  // ownerOf is the timeline that a mark drives, and what it says without the name: the
  // timeline of that name, or the one in the smallest part of the article around the
  // mark that holds any; of several, the last before it, or else the first.
  const ownerOf = (mark, timelines) => {
    const said = saidBy(mark), [, name, rest] = /^([^:]*):(.*)$/.exec(said) ?? [];
    const named = name && timelines.find((t) => attribute(t, "name") === name);
    if (named) return [named, rest];
    for (let around = mark; around; around = around.parentElement) {
      const inside = timelines.filter((t) => around.contains(t));
      if (inside.length) return [inside.filter((t) => follows(t, mark)).pop() ?? inside[0], said];
    }
    return [timelines[0], said];
  };

  const covered = (side) => {
    const said = getComputedStyle(document.documentElement)["scrollPadding" + side] || "0";
    return (parseFloat(said) || 0) * (said.endsWith("%") ? innerHeight / 100 : 1);
  };

  // Told is one timeline and its steps.
  class Told {
    steps_ = []; // {mark, element, says}, in the order of the article; element is watched
    seen_ = new Set(); // those that begin above the line
    read_ = -1; // the step that the reader has scrolled to; before the first one, -1
    at_ = -1; // the step that is told: that one, or one whose link has been followed since
    isQuiet_ = true; // nothing has been told yet
    isTheirs_ = false; // the reader has opened something since
    place_ = null; // where the step, or what the reader has opened, is drawn in the frame
    observer_ = null;
    // While the timeline stays in view: what does so, how ("beside", "behind", "above"),
    // the px of the window that it has, from which on, and how many are out of sight.
    box_ = null;
    kind_ = "";
    room_ = 0;
    first_ = 0;
    hidden_ = 0;

    constructor(timeline) {
      this.timeline_ = timeline;
      timeline.addEventListener("barline:ready", () => { if (!this.isTheirs_ && !this.isQuiet_) this.tell_(); });
      timeline.addEventListener("barline:select", (e) => { if (e.detail.id !== null) this.isTheirs_ = true; });
      timeline.addEventListener("barline:told", (e) => { if (!this.isTheirs_) this.show_(e.detail.at, 0, !reduced(timeline)); });
      timeline.addEventListener("barline:height", () => this.settle_());
      // What the reader opens is brought into view by moving the timeline, not the article.
      timeline.bring = (at, sheet) => {
        if (!this.box_) return false;
        this.show_(at, sheet, false);
        timeline.send("shown", { y: this.hidden_, height: Math.min(this.room_, timeline.offsetHeight) });
        return true;
      };
    }

    stepsAre_(steps) {
      if (steps.length === this.steps_.length && steps.every((s, i) => s.element === this.steps_[i].element && s.says === this.steps_[i].says)) return;
      this.steps_ = steps;
      this.seen_.clear();
      this.settle_();
    }

    // settle_ dresses the timeline for the room that there is, and watches the line.
    settle_() {
      const { timeline_: timeline, steps_: steps } = this;
      this.undress_();
      const kind = attribute(timeline, "scroll");
      if (steps.length && (kind === "beside" || kind === "behind")) this.dress_(kind);
      this.observer_?.disconnect();
      const first = covered("Top") + (this.kind_ === "above" ? this.room_ : 0);
      const line = Math.round(first + (innerHeight - covered("Bottom") - first) * LINE);
      this.observer_ = new IntersectionObserver((entries) => {
        for (const { target, isIntersecting } of entries) if (isIntersecting) this.seen_.add(target); else this.seen_.delete(target);
        this.follow_();
      }, { rootMargin: `1000000px 0px ${line - innerHeight}px 0px` });
      for (const element of new Set(steps.map((s) => s.element))) this.observer_.observe(element);
    }

    // dress_ lets the part of the article that holds the timeline, beside that which
    // holds its steps, stay in view. Where the steps are not beside but below it, the
    // timeline becomes a low window to itself.
    dress_(kind) {
      const { timeline_: timeline, steps_: steps } = this;
      let box = timeline;
      while (box.parentElement && !box.parentElement.contains(steps[0].element)) box = box.parentElement;
      if (!box.parentElement || box.contains(steps[0].element)) return;
      const around = box.parentElement;
      this.box_ = box;
      around.dataset.barlineScroll = kind;
      if (kind === "beside") {
        const own = timeline.getBoundingClientRect(), text = steps[0].element.getBoundingClientRect();
        if (text.left < own.right - 1 && text.right > own.left + 1) kind = around.dataset.barlineScroll = "above";
      }
      this.kind_ = kind;
      this.first_ = covered("Top");
      const room = innerHeight - covered("Bottom") - this.first_;
      Object.assign(box.style, { position: "sticky", alignSelf: "start", zIndex: kind === "above" ? "1" : "" });
      if (kind === "above") {
        Object.assign(timeline.style, { maxHeight: Math.round(HIGH * room) + "px", overflowX: "hidden", overflowY: "auto", scrollbarWidth: "none" });
        this.room_ = timeline.offsetHeight;
      } else this.room_ = room;
      this.show_(this.place_, 0, false);
    }

    undress_() {
      const { box_: box, timeline_: timeline } = this;
      this.kind_ = "";
      this.box_ = null;
      if (!box) return;
      delete box.parentElement?.dataset.barlineScroll;
      Object.assign(box.style, { position: "", alignSelf: "", zIndex: "", top: "", transition: "" });
      Object.assign(timeline.style, { maxHeight: "", overflowX: "", overflowY: "", scrollbarWidth: "" });
    }

    // show_ moves the timeline until what is at a place of the frame is seen: in the
    // middle; where text goes over it, in the upper third; over a sheet of so many px.
    show_(at, sheet, smooth) {
      const { timeline_: timeline, box_: box, kind_: kind, first_: first, room_: room } = this;
      this.place_ = at;
      if (!box) return;
      const y = Number.isFinite(at?.y) ? at.y : 0, height = Number.isFinite(at?.height) ? at.height : 0, free = room - (sheet > 0 && sheet < room ? sheet : 0);
      // What is higher than the room begins at its beginning.
      const aim = height > free ? y : y + height / 2 - free * (kind === "behind" && !sheet ? 1 / 3 : 1 / 2);
      const before = timeline.getBoundingClientRect().top - box.getBoundingClientRect().top;
      if (kind === "above") {
        this.hidden_ = Math.max(0, Math.min(aim, timeline.scrollHeight - room));
        box.style.top = first - before + "px";
        timeline.scrollTo({ top: this.hidden_, behavior: smooth ? "smooth" : "auto" });
      } else {
        // The box may hold more than the timeline, and be lower than the window. Behind
        // cards its end may leave the window's edge, for no card is to lie on the event.
        const slack = box.offsetHeight - room, most = kind === "behind" ? Infinity : slack;
        const hidden = slack > 0 ? Math.max(0, Math.min(before + aim, most)) : slack / 2;
        box.style.transition = smooth ? "top .4s" : "";
        box.style.top = first - hidden + "px";
        this.hidden_ = Math.max(0, hidden - before);
      }
    }

    follow_() {
      let at = -1;
      for (const [i, { element }] of this.steps_.entries()) if (this.seen_.has(element)) at = i;
      if (at === this.read_) return;
      this.read_ = this.at_ = at;
      // What the article's address asks for comes first; then the reader scrolls.
      const isAsked = this.isQuiet_ && /^#barline=/.test(location.hash);
      this.isQuiet_ = false;
      if (isAsked) this.isTheirs_ = true; else this.tell_();
    }

    tell_() {
      this.isTheirs_ = false;
      this.timeline_.send("tell", { steps: this.steps_.slice(0, this.at_ + 1).map((s) => s.says) });
    }
  }

  const all = new Map(); // by the timeline
  const scan = () => {
    const timelines = [...document.querySelectorAll(TIMELINE)], steps = new Map();
    if (!timelines.length) return;
    const taken = new Set();
    for (const mark of document.querySelectorAll(MARKS)) {
      const [timeline, says] = ownerOf(mark, timelines), block = mark.dataset.barlineStep === undefined && mark.closest(BLOCK);
      // Of several marks in a paragraph only the first stands for all of it.
      const element = block && !taken.has(block) ? block : mark;
      taken.add(element);
      if (!steps.has(timeline)) steps.set(timeline, []);
      if (says) steps.get(timeline).push({ mark, element, says });
    }
    for (const [timeline] of steps) if (!all.has(timeline)) all.set(timeline, new Told(timeline));
    for (const [timeline, told] of all) told.stepsAre_(timeline.isConnected && steps.get(timeline) || []);
  };
  let due = 0;
  const soon = (fn) => { clearTimeout(due); due = setTimeout(fn, STEADY_MS); };
  // A link to a step shows it where the reader is; it leads nowhere.
  addEventListener("click", (e) => {
    const mark = e.target.closest?.('a[href*="#barline-step="]');
    if (!mark) return;
    e.preventDefault();
    for (const told of all.values()) {
      const at = told.steps_.findIndex((s) => s.mark === mark);
      if (at >= 0) { told.at_ = at; told.isQuiet_ = false; told.tell_(); }
    }
  });
  let width = innerWidth, height = innerHeight;
  addEventListener("resize", () => {
    // The bars of a phone's browser come and go as the reader scrolls.
    if (innerWidth === width && Math.abs(innerHeight - height) < 120) return;
    soon(() => { width = innerWidth; height = innerHeight; for (const told of all.values()) told.settle_(); });
  });
  // On paper everything stands where it is written.
  addEventListener("beforeprint", () => { for (const told of all.values()) told.undress_(); });
  addEventListener("afterprint", () => { for (const told of all.values()) told.settle_(); });
  new MutationObserver(() => soon(scan)).observe(document, { childList: true, subtree: true });
  scan();
})();
