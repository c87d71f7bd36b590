// The page's behaviour in every state: popovers, keyboard, address, messages,
// and the engine's loading, life and failing. The engine, once live, keeps the
// selection and the view; the page mirrors them. Without it the page keeps the
// selection itself.
(() => {
  "use strict";

  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

  const html = document.documentElement;
  const main = $("[data-timeline]");
  const stage = $("[data-stage]");
  const words = $("[data-words]");
  const progress = $("[data-progress]");
  const caption = $("[data-caption]");
  const notice = $("[data-notice]");
  const heard = $("[data-live-region]");
  const config = JSON.parse($("[data-config]").textContent);
  const buttons = new Map($$("[data-event]").map((b) => [b.dataset.event, b]));
  const popovers = new Map($$("[data-popover]").map((p) => [p.dataset.popover, p]));
  const ids = [...buttons.keys()];
  const query = new URLSearchParams(location.search);
  const framed = window.parent !== window;
  const REDUCED = "(prefers-reduced-motion: reduce)", DARK = "(prefers-color-scheme: dark)";

  let engine = null; // the running engine's calls, or null
  let selected = null;
  let view = "calendar";
  let playing = false, paused = false;
  let caught = null; // the event that Play speaks of, with its caption

  // ---- What others hear ------------------------------------------------

  const listeners = new Map();
  const on = (type, fn) => {
    if (!listeners.has(type)) listeners.set(type, new Set());
    listeners.get(type).add(fn);
    return () => listeners.get(type).delete(fn);
  };
  const emit = (type, detail) => {
    for (const fn of listeners.get(type) ?? []) {
      try { fn(detail); } catch (error) { reportError(error); }
    }
  };
  const post = (type, fields) => {
    if (framed) window.parent.postMessage({ barline: 1, type, ...fields }, "*");
  };
  const announce = (text) => { heard.textContent = text; };

  // ---- Theme and motion --------------------------------------------------

  const choice = (value, allowed) => (allowed.includes(value) ? value : null);
  let theme = choice(query.get("theme"), ["light", "dark"]) ?? "auto";
  const themeNow = () => (theme === "auto" ? (matchMedia(DARK).matches ? "dark" : "light") : theme);
  const reduced = () => query.get("motion") === "reduce" || matchMedia(REDUCED).matches;
  const showTheme = () => {
    if (theme === "auto") delete html.dataset.theme; else html.dataset.theme = theme;
    engine?.theme(themeNow());
  };
  showTheme();
  // Those that listen are not read: in Chromium, reading one between a change
  // and its event swallows the event.
  const darkQuery = matchMedia(DARK), reducedQuery = matchMedia(REDUCED);
  darkQuery.addEventListener("change", showTheme);
  reducedQuery.addEventListener("change", () => engine?.send("reduce", reduced()));

  // ---- Where things are --------------------------------------------------

  const rungNow = () => {
    const width = main.clientWidth;
    let rung = config.ladder[0].width;
    for (const r of config.ladder) if (r.width <= width) rung = r.width;
    return rung;
  };
  const still = () => config.ladder.find((r) => r.width === rungNow());

  // The part of the stage that the reader sees, in stage px. In a frame only
  // the observer knows: the frame may be taller than the screen.
  let seen = null;
  const thresholds = Array.from({ length: 41 }, (_, i) => i / 40);
  new IntersectionObserver((entries) => {
    const e = entries[entries.length - 1];
    const box = e.boundingClientRect, cut = e.intersectionRect;
    seen = e.isIntersecting ? { x: cut.x - box.x, y: cut.y - box.y, width: cut.width, height: cut.height } : null;
  }, { threshold: thresholds }).observe(stage);
  const visible = () => {
    const box = stage.getBoundingClientRect();
    const whole = { x: 0, y: 0, width: box.width, height: box.height };
    if (framed) return seen && seen.height > 0 ? seen : whole;
    const top = Math.max(0, -box.y), bottom = Math.min(box.height, innerHeight - box.y);
    const left = Math.max(0, -box.x), right = Math.min(box.width, html.clientWidth - box.x);
    if (bottom - top < 80 || right - left < 80) return whole;
    return { x: left, y: top, width: right - left, height: bottom - top };
  };

  // ---- Popovers ------------------------------------------------------------

  // Scripts run: we open, close and place popovers ourselves, since one that
  // is opened from inside another would nest.
  for (const p of popovers.values()) {
    p.popover = "manual";
    for (const b of $$("[data-step]", p)) b.hidden = false;
  }

  // place puts an element where the engine, or the static fallback, finds room
  // beside an event.
  const place = (element, id) => {
    const bounds = visible();
    // Without scripts a popover is a sheet at the window's foot.
    Object.assign(element.style, { position: "absolute", inset: "auto", margin: "0", height: "auto", maxHeight: "none" });
    const most = stage.clientWidth - 16;
    // A slimmer popover may find an emptier place.
    const widths = element === caption ? [Math.min(320, most)] : most <= 360 ? [most] : engine ? [360, 316, 280] : [360];
    const sizes = new Map(widths.map((width) => {
      element.style.width = width + "px";
      return [width, Math.ceil(element.getBoundingClientRect().height)];
    }));
    const at = engine ? engine.place(id, bounds.x, bounds.y, bounds.width, bounds.height, ...[...sizes].flat())
      : placeStill(id, widths[0], sizes.get(widths[0]), bounds);
    if (!at) return;
    element.style.width = at.width + "px";
    const natural = sizes.get(at.width) ?? 0;
    const box = stage.getBoundingClientRect();
    const inStage = element === caption;
    element.style.left = at.x + (inStage ? 0 : box.x + scrollX) + "px";
    element.style.top = at.y + (inStage ? 0 : box.y + scrollY) + "px";
    if (at.height < natural) element.style.height = at.height + "px";
    if (at.side) element.dataset.side = at.side; else delete element.dataset.side;
    element.style.setProperty("--tip", at.tip + "px");
  };

  // placeStill is a plain version of the engine's search: beside the bar if
  // there is room, else over or under it.
  const placeStill = (id, width, natural, bounds) => {
    const boxes = still().boxes[id];
    if (!boxes) return null;
    const [bx, by, bw, bh] = boxes.bar;
    const own = [boxes.bar, boxes.wait, boxes.label].filter(Boolean);
    const left = Math.min(...own.map((b) => b[0])), right = Math.max(...own.map((b) => b[0] + b[2]));
    const top = Math.min(...own.map((b) => b[1])), bottom = Math.max(...own.map((b) => b[1] + b[3]));
    const edge = 8, gap = 14;
    const x0 = bounds.x + edge, y0 = bounds.y + edge;
    const x1 = bounds.x + bounds.width - edge, y1 = bounds.y + bounds.height - edge;
    const clamp = (v, low, high) => Math.max(low, Math.min(v, high));
    const height = Math.min(natural, y1 - y0);
    const y = clamp(by + bh / 2 - height / 2, y0, y1 - height);
    const tipY = clamp(by + bh / 2 - y, 18, height - 18);
    if (right + gap + width <= x1) return { x: right + gap, y, width, height, side: "left", tip: tipY };
    if (left - gap - width >= x0) return { x: left - gap - width, y, width, height, side: "right", tip: tipY };
    const x = clamp(bx + bw / 2 - width / 2, x0, x1 - width);
    const tip = clamp(bx + bw / 2 - x, 18, width - 18);
    const below = y1 - bottom - gap, above = top - gap - y0;
    if (below >= above && below > 96) return { x, y: bottom + gap, width, height: Math.min(natural, below), side: "upper", tip };
    if (above > 96) { const h = Math.min(natural, above); return { x, y: top - gap - h, width, height: h, side: "lower", tip }; }
    return { x, y: y0, width, height, side: "", tip };
  };

  // stillAt is the event whose bar, wait or words are drawn at a point of the
  // static picture.
  const stillAt = (x, y) => {
    const box = stage.getBoundingClientRect();
    const inside = (b) => b && x - box.x >= b[0] && x - box.x < b[0] + b[2] && y - box.y >= b[1] && y - box.y < b[1] + b[3];
    return Object.entries(still().boxes).find(([, b]) => inside(b.bar) || inside(b.wait) || inside(b.label))?.[0];
  };

  // mirror shows a selection that has been made.
  const mirror = (id, byHand) => {
    if (id === selected) return;
    const before = selected;
    selected = id;
    if (before) {
      popovers.get(before).hidePopover();
      buttons.get(before).setAttribute("aria-expanded", "false");
    }
    if (id) {
      const p = popovers.get(id);
      p.showPopover({ source: buttons.get(id) });
      buttons.get(id).setAttribute("aria-expanded", "true");
      $(".body", p).scrollTop = 0;
      place(p, id);
    }
    if (byHand) address(id);
    if (!engine) announce(id ? buttons.get(id).textContent : "");
    emit("select", { id });
    post("select", { id });
  };

  const address = (id) => {
    const url = location.pathname + location.search + (id ? "#" + id : "");
    if (location.hash === (id ? "#" + id : "")) return;
    try {
      if (framed) history.replaceState(history.state, "", url); else history.pushState(null, "", url);
    } catch { /* a sandbox may forbid it; the selection stands */ }
  };
  const addressed = () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { return null; }
    return buttons.has(id) ? id : null;
  };

  const select = (id, byHand = false) => {
    if (!buttons.has(id)) id = null;
    if (engine) engine.send("select", id ?? "", byHand); else mirror(id, byHand);
  };
  const toggle = (id) => select(id === selected ? null : id, true);
  const step = (by, byHand = false) => {
    by = Math.sign(by) * Math.floor(Math.abs(by)) || 0;
    if (!by) return;
    const last = ids.length - 1;
    const from = selected ? ids.indexOf(selected) : by > 0 ? -1 : last + 1;
    select(ids[Math.max(0, Math.min(last, from + by))], byHand);
  };

  // The address names no element, for a browser moves the focus to it, even
  // out of the article around a frame. So bringing it into view is for us.
  const bring = (id) => {
    if (!id || framed) return;
    const { top, bottom } = buttons.get(id).getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) buttons.get(id).scrollIntoView({ block: "center", inline: "nearest" });
  };

  addEventListener("popstate", () => select(addressed()));
  addEventListener("hashchange", () => { bring(addressed()); select(addressed()); });

  // ---- Hands ---------------------------------------------------------------

  const eventOf = (target) => target.closest?.("[data-event]")?.dataset.event;
  let dragged = false; // the press that ends now was a drag

  document.addEventListener("click", (e) => {
    const id = eventOf(e.target);
    if (id) {
      e.preventDefault(); // ours, not popovertarget's
      // A press by key or by assistive technology follows no drag.
      if (!dragged || e.detail === 0) toggle(id);
      dragged = false;
      return;
    }
    const popover = e.target.closest?.("[data-popover]");
    if (popover) {
      const by = e.target.closest("[data-step]")?.dataset.step;
      if (by) {
        const next = ids[ids.indexOf(selected) + Number(by)];
        select(next, true);
        focusInto(next, Number(by));
      } else if (e.target.closest(".close")) {
        e.preventDefault();
        close();
      }
      return;
    }
    const action = e.target.closest?.("[data-action]")?.dataset.action;
    if (action) { act(action); return; }
    const word = e.target.closest?.("[data-words] span");
    if (word) {
      if (!getSelection().isCollapsed) return;
      if (word.dataset.of) toggle(word.dataset.of); else select(null, true);
      return;
    }
    // Live, the engine answers presses on the stage itself.
    if (engine && stage.contains(e.target)) return;
    if (e.target.closest?.("a")) return;
    const under = !engine && stage.contains(e.target) ? stillAt(e.clientX, e.clientY) : null;
    if (under) toggle(under); else if (selected) select(null, true);
  });

  // close returns the keyboard to the button that it came from.
  const close = () => {
    const id = selected;
    const inside = id && popovers.get(id).contains(document.activeElement);
    select(null, true);
    if (inside) buttons.get(id).focus({ preventScroll: true });
  };
  // After previous or next the keyboard is on the same button of the new popover.
  const focusInto = (id, by) => {
    const p = popovers.get(id);
    const target = $(`[data-step="${by}"]`, p) ?? $(".close", p);
    target?.focus({ preventScroll: true });
  };

  const act = (action) => {
    switch (action) {
      case "play": engine?.send("play"); break;
      case "replay": engine?.send("replay"); break;
      case "calendar": case "compare": engine?.send("arrange", action); break;
      case "zoom-in": engine?.send("zoomBy", 1.6); break;
      case "zoom-out": engine?.send("zoomBy", 1 / 1.6); break;
      case "earlier": engine?.send("panBy", -0.5); break;
      case "later": engine?.send("panBy", 0.5); break;
      case "fit": engine?.send("fit"); break;
      case "retry": load(); break;
    }
  };

  // Whatever the reader does ends the opening, even what means nothing else.
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, () => engine?.send("skip"), true);

  document.addEventListener("keydown", (e) => {
    const inside = main.contains(document.activeElement) && document.activeElement !== document.body;
    if (e.key === "Escape" && selected) { e.preventDefault(); close(); return; }
    if (!inside || e.ctrlKey || e.metaKey || e.altKey) return;
    const focused = eventOf(document.activeElement);
    const inPopover = document.activeElement.closest("[data-popover]");
    const rtl = getComputedStyle(main).direction === "rtl" ? -1 : 1;
    if (e.shiftKey && e.key.startsWith("Arrow")) {
      if (!engine) return;
      e.preventDefault();
      act(e.key === "ArrowUp" || e.key === (rtl > 0 ? "ArrowLeft" : "ArrowRight") ? "earlier" : "later");
      return;
    }
    const move = { ArrowLeft: -rtl, ArrowRight: rtl, ArrowUp: -1, ArrowDown: 1, Home: -ids.length, End: ids.length }[e.key];
    const at = focused ?? (inPopover ? selected : null);
    if (move && at && !(inPopover && (e.key === "ArrowUp" || e.key === "ArrowDown"))) {
      e.preventDefault();
      const next = ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(at) + move))];
      const follows = selected !== null;
      buttons.get(next).focus();
      if (follows) select(next, true);
      return;
    }
    if (document.activeElement.closest("[data-transcript]")) return;
    switch (e.key) {
      case "+": case "=": act("zoom-in"); break;
      case "-": case "−": act("zoom-out"); break;
      case "0": act("fit"); break;
      case "p": act("play"); break;
      default: return;
    }
    if (engine) e.preventDefault();
  });

  const focusShown = () => {
    const id = eventOf(document.activeElement ?? html);
    engine?.send("focus", id && document.activeElement.matches(":focus-visible") ? id : "");
  };
  stage.addEventListener("focusin", focusShown);
  stage.addEventListener("focusout", () => engine?.send("focus", ""));

  // Whatever the reader does ends Play, but for pausing it and for walking to
  // where it can be paused.
  const endPlay = (e) => {
    if (!playing && !paused) return;
    const onPlay = e.target.closest?.('[data-action="play"]');
    if (e.type === "keydown" ? ["p", "Tab", "Shift"].includes(e.key) || onPlay && ["Enter", " "].includes(e.key) : onPlay) return;
    engine?.send("stop");
  };
  for (const type of ["pointerdown", "keydown", "wheel"]) addEventListener(type, endPlay, { capture: true, passive: true });

  // Pointer samples go to the engine. A press that starts on words belongs to
  // the browser, which selects them.
  const sample = (kind, e, wheel = 0, zoom = false) => {
    const box = stage.getBoundingClientRect();
    return engine.sample(kind, e.pointerId ?? 1, e.pointerType === "touch", e.clientX - box.x, e.clientY - box.y,
      wheel, zoom, e.timeStamp / 1000, !!eventOf(e.target));
  };
  stage.addEventListener("pointerdown", (e) => {
    dragged = false;
    if (!engine || e.button > 0 || e.target.closest("[data-words] span")) return;
    sample("down", e);
  });
  addEventListener("pointermove", (e) => {
    if (!engine || (!stage.contains(e.target) && !engine.gesture())) return;
    if (sample("move", e)) {
      dragged = true;
      if (!stage.hasPointerCapture(e.pointerId)) {
        try { stage.setPointerCapture(e.pointerId); } catch { /* the pointer is gone */ }
      }
    }
  });
  addEventListener("pointerup", (e) => { if (engine?.gesture()) sample("up", e); });
  addEventListener("pointercancel", (e) => { if (engine?.gesture()) sample("cancel", e); });
  stage.addEventListener("pointerleave", (e) => { if (engine) sample("leave", e); });
  stage.addEventListener("wheel", (e) => {
    if (!engine || !(e.ctrlKey || e.metaKey)) return; // a plain wheel is the page's
    const unit = e.deltaMode === 1 ? 16 : e.deltaMode === 2 ? 400 : 1;
    // Where it zooms nothing of ours it is the browser's.
    if (sample("wheel", e, e.deltaY * unit, true)) e.preventDefault();
  }, { passive: false });

  // ---- The engine ----------------------------------------------------------

  let resolveReady, rejectReady;
  const ready = new Promise((resolve, reject) => { resolveReady = resolve; rejectReady = reject; });
  ready.catch(() => {}); // handled, so that a failure is no console error

  const setState = (state, reason) => {
    html.dataset.barline = state;
    if (reason) html.dataset.barlineReason = reason; else delete html.dataset.barlineReason;
    enable();
    progress.hidden = state !== "loading";
    notice.hidden = state !== "failed";
    if (state === "failed") $("span", notice).textContent = config.ui.failed;
  };

  let fitted = true;
  const enable = () => {
    const live = html.dataset.barline === "live";
    for (const b of $$("[data-controls] [data-action]")) {
      const whole = fitted && ["earlier", "later", "fit"].includes(b.dataset.action);
      const off = !live || b.closest("[data-zoom]") !== null && (view === "compare" || whole);
      // A button that has the keyboard must not lose it.
      if (off !== b.disabled && !(off && b === document.activeElement)) b.disabled = off;
    }
  };

  const fail = (reason) => {
    stop();
    setState("failed", reason);
    emit("error", { message: reason });
    post("error", { message: reason });
    rejectReady(new Error(reason));
  };

  // What is loaded once and serves every start.
  let module = null, fonts = null;

  const fetched = async (url, grow) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    if (!grow || !response.body) return response;
    const total = Number(response.headers.get("Content-Length")) || config.engineBytes;
    let got = 0;
    const counted = response.body.pipeThrough(new TransformStream({
      transform(chunk, controller) { got += chunk.length; grow(Math.min(1, got / total)); controller.enqueue(chunk); },
    }));
    return new Response(counted, { headers: { "Content-Type": "application/wasm" } });
  };

  const script = (url) => new Promise((resolve, reject) => {
    const s = document.createElement("script");
    s.src = url;
    s.onload = resolve;
    s.onerror = () => reject(new Error(`${url}: could not be loaded`));
    document.head.append(s);
  });

  const load = async () => {
    if (html.dataset.barline === "loading" || html.dataset.barline === "live") return;
    if (typeof WebAssembly !== "object") return fail("This browser has no WebAssembly.");
    const probe = document.createElement("canvas").getContext("webgl2");
    if (!probe) return fail("This browser has no WebGL 2.");
    probe.getExtension("WEBGL_lose_context")?.loseContext();
    setState("loading");
    try {
      const assets = config.assets;
      const [compiled, faces] = await Promise.all([
        module ?? fetched(assets.engine, (share) => progress.style.setProperty("--loaded", share)).then((r) => WebAssembly.compileStreaming(r)),
        fonts ?? Promise.all(assets.fonts.map(async (url) => new Uint8Array(await (await fetched(url)).arrayBuffer()))),
        typeof Go === "function" ? null : script(assets.exec),
      ]);
      module = compiled;
      fonts = faces;
      await document.fonts.ready.catch(() => {});
      await start();
    } catch (error) {
      fail(error.message || String(error));
    }
  };

  // Ebitengine takes the whole body, every key and every wheel for itself.
  // Here it gets the stage's size for the body's, its canvas is put into the
  // stage, and nothing else of it is wanted.
  const held = { callback: null, asleep: false };
  const rest = () => { held.asleep = true; };
  const wake = () => {
    held.asleep = false;
    const callback = held.callback;
    held.callback = null;
    if (callback) raf(callback);
  };
  const raf = requestAnimationFrame.bind(window);

  let unpatch = null; // gives the page back what surround has taken
  let wanted = choice(query.get("view"), ["calendar", "compare"]) ?? "calendar";
  const heardBy = []; // what the running engine listens to
  const surround = () => {
    const body = document.body;
    for (const side of ["clientWidth", "clientHeight"]) {
      Object.defineProperty(body, side, { configurable: true, get: () => stage[side] });
    }
    const append = body.appendChild;
    body.appendChild = (node) => {
      if (node.tagName !== "CANVAS") return append.call(body, node);
      const getContext = node.getContext;
      node.getContext = (type, options) => getContext.call(node, type, { ...options, antialias: false, powerPreference: "low-power" });
      node.setAttribute("aria-hidden", "true");
      $("[data-still]").after(node);
      return node;
    };
    // What it listens to it would go on hearing after its end.
    for (const target of [window, document]) {
      target.addEventListener = (...listening) => {
        heardBy.push([target, ...listening]);
        EventTarget.prototype.addEventListener.apply(target, listening);
      };
    }
    window.requestAnimationFrame = (callback) => {
      if (!held.asleep) return raf(callback);
      held.callback = callback;
      return 0;
    };
    return () => {
      unpatch = null;
      // The engine has taken what it needs; others get the originals back.
      delete body.appendChild;
      for (const target of [window, document]) delete target.addEventListener;
      window.requestAnimationFrame = raf;
      stage.querySelector("canvas")?.removeAttribute("tabindex");
      $$('meta[name="viewport"]').slice(1).forEach((m) => m.remove());
    };
  };

  let run = 0; // counts starts: what an earlier engine says is void
  const start = async (kept) => {
    const mine = ++run;
    unpatch = surround();
    held.asleep = false;
    const go = new Go();
    let alive = true;
    globalThis.barlineHost = {
      story: $("[data-story]").textContent,
      fonts, kept: kept ?? null,
      width: rungNow(), theme: themeNow(), reduced: reduced(),
      view: wanted,
      get selected() { return selected ?? ""; },
      opening: !kept && !selected && !reduced(),
      started: (calls) => { if (mine === run) { unpatch(); engine = calls; } },
      live: () => { if (mine === run) becomeLive(); },
      effect: (...e) => { if (mine === run) effect(...e); },
      layer: (changes) => { if (mine === run) layer(changes); },
      moved: () => { if (mine === run) moved(); },
      size: (width, height) => { if (mine === run) size(width, height); },
      caption: (id, title, text) => { if (mine === run) caption_(id, title, text); },
      rest: () => { if (mine === run) rest(); },
      failed: (message) => { if (mine === run && alive) { alive = false; fail(message); } },
    };
    const instance = await WebAssembly.instantiate(module, go.importObject);
    const ended = () => {
      if (mine === run && alive && html.dataset.barline !== "static") { alive = false; fail("The engine has stopped."); }
    };
    go.run(instance).then(ended, ended);
  };

  const becomeLive = () => {
    setState("live");
    showTheme();
    // The engine has had the selection since it started; sending it would end
    // the opening.
    if (selected) place(popovers.get(selected), selected);
    focusShown();
    resolveReady();
  };

  // stop ends the engine and gives the picture back to the page.
  const stop = () => {
    const ended = engine;
    engine = null;
    let kept = null;
    try { kept = ended?.keep() ?? null; ended?.quit(); } catch { /* it has ended by itself */ }
    unpatch?.();
    wanted = view;
    fitted = true;
    playing = paused = false;
    playButton(config.ui.play);
    wake();
    run++;
    for (const [target, type, fn, options] of heardBy.splice(0)) target.removeEventListener(type, fn, options);
    delete document.body.clientWidth;
    delete document.body.clientHeight;
    stage.querySelector("canvas")?.remove();
    stage.style.removeProperty("height");
    words.replaceChildren();
    for (const b of buttons.values()) { b.removeAttribute("style"); delete b.dataset.away; }
    caption.hidden = true;
    return kept;
  };

  // restart keeps what the reader was looking at.
  const restart = () => {
    if (!engine) return;
    const kept = stop();
    setState("static");
    if (selected) place(popovers.get(selected), selected);
    setTimeout(() => { setState("loading"); start(kept).catch((error) => fail(error.message)); });
  };
  // A lost context would make the engine reload the page under the reader.
  addEventListener("webglcontextlost", (e) => {
    if (e.target.parentNode !== stage) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    restart();
  }, true);
  // The engine reads the device's pixel ratio once.
  const watchRatio = () => {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => { restart(); watchRatio(); }, { once: true });
  };
  watchRatio();

  // ---- What the engine says --------------------------------------------------

  const playButton = (name) => {
    const button = $('[data-action="play"]');
    button.toggleAttribute("data-playing", playing);
    $("[data-name]", button).textContent = name;
  };

  const effect = (type, a, b) => {
    switch (type) {
      case "selected": mirror(a || null, b); break;
      case "focused": buttons.get(a)?.focus({ preventScroll: true }); break;
      case "arranged":
        view = a;
        for (const name of ["calendar", "compare"]) $(`[data-action="${name}"]`).setAttribute("aria-pressed", String(name === a));
        enable();
        emit("view", { view: a });
        post("view", { view: a });
        break;
      case "played":
        playing = a;
        paused = b;
        playButton(a ? config.ui.pause : b ? config.ui.resume : config.ui.play);
        emit(a ? "play" : "stop", {});
        break;
      case "ended": paused = false; playButton(config.ui.play); break;
      case "fitted": fitted = a; enable(); break;
      case "announce": announce(a); break;
    }
  };

  // layer brings the text layer up to date: buttons are moved, words added,
  // changed and removed. What has not changed is not touched.
  const spans = new Map();
  const layer = (changes) => {
    for (const c of changes) {
      if (c.kind === "button") {
        const b = buttons.get(c.event);
        if (c.gone) { b.dataset.away = ""; continue; }
        delete b.dataset.away;
        Object.assign(b.style, { left: c.x + "px", top: c.y + "px", width: c.width + "px", height: c.height + "px" });
        continue;
      }
      let span = spans.get(c.id);
      if (c.gone) { span?.remove(); spans.delete(c.id); continue; }
      if (!span || !span.isConnected) {
        span = document.createElement("span");
        spans.set(c.id, span);
        words.append(span);
      }
      Object.assign(span.style, { left: c.x + "px", top: c.y + "px" });
      if (c.moved) continue;
      span.className = c.face;
      if (c.event) span.dataset.of = c.event; else delete span.dataset.of;
      span.textContent = c.text;
      Object.assign(span.style, { fontSize: c.size + "px", lineHeight: c.line + "px" });
    }
  };

  const moved = () => {
    if (selected) place(popovers.get(selected), selected);
    if (caught) place(caption, caught);
  };

  const size = (width, height) => {
    stage.style.height = height + "px";
    dispatchEvent(new Event("resize")); // the canvas follows the stage
  };

  const caption_ = (id, title, text) => {
    caught = id || null;
    caption.hidden = !id;
    if (!id) return;
    $("strong", caption).textContent = title;
    $("span", caption).textContent = text;
    place(caption, id);
  };

  // ---- Size ------------------------------------------------------------------

  let rung = rungNow();
  new ResizeObserver(() => {
    const now = rungNow();
    if (now !== rung) {
      rung = now;
      engine?.send("resize", now);
    }
    moved();
  }).observe(main);
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(main.getBoundingClientRect().height);
    if (!framed || height === told) return;
    told = height;
    post("height", { height });
    const child = query.get("childId");
    if (child) window.parent.postMessage(`pymxPYMx${child}xPYMxheightxPYMx${height}`, "*");
    window.parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
  }).observe(main);

  // ---- Messages ----------------------------------------------------------------

  addEventListener("message", (e) => {
    const m = e.data;
    if (!framed || e.source !== window.parent || typeof m !== "object" || m === null || m.barline !== 1) return;
    switch (m.type) {
      case "ping": post("ready", {}); post("height", { height: Math.ceil(main.getBoundingClientRect().height) }); break;
      case "select": if (m.id === null || typeof m.id === "string") select(m.id); break;
      case "view": if (choice(m.view, ["calendar", "compare"])) engine?.send("arrange", m.view); break;
      case "play": if (!playing) engine?.send("play"); break;
      case "stop": engine?.send("stop"); break;
      case "theme": if (choice(m.theme, ["light", "dark", "auto"])) { theme = m.theme; showTheme(); } break;
    }
  });

  // ---- The public interface ------------------------------------------------------

  const rect = (b) => {
    const box = stage.getBoundingClientRect();
    return { x: b[0] + box.x, y: b[1] + box.y, width: b[2], height: b[3] };
  };
  const boxes = () => {
    const all = engine ? engine.boxes() : still().boxes;
    return Object.fromEntries(ids.map((id) => {
      const b = all[id];
      if (!b) return [id, null];
      const out = { bar: rect(b.bar) };
      if (b.wait) out.wait = rect(b.wait);
      if (b.label) out.label = rect(b.label);
      return [id, out];
    }));
  };

  window.barline = Object.freeze({
    ready,
    select: (id) => select(id ?? null),
    step: (by) => step(Number(by)),
    view: (name) => { if (choice(name, ["calendar", "compare"])) engine?.send("arrange", name); },
    panBy: (share) => engine?.send("panBy", Number(share)),
    zoomBy: (factor) => engine?.send("zoomBy", Number(factor)),
    fit: () => engine?.send("fit"),
    play: () => { if (!playing) engine?.send("play"); },
    stop: () => engine?.send("stop"),
    state: () => ({
      selected, view, span: engine ? engine.span() : config.span, events: ids.length, theme: themeNow(),
      lang: html.lang, dir: getComputedStyle(main).direction, reducedMotion: reduced(), playing,
    }),
    stats: () => (engine ? { ...engine.stats(), asleep: held.asleep }
      : { frames: 0, frameMs: { last: 0, p50: 0, p95: 0 }, primitives: 0, asleep: true }),
    boxes,
    on,
  });
  // The engine calls wake through here whenever something is to be drawn.
  globalThis.barlineWake = wake;

  // ---- Begin -----------------------------------------------------------------------

  const begun = addressed();
  bring(begun);
  if (begun) mirror(begun, false);
  post("ready", {});
  if (query.get("engine") !== "off") {
    const begin = () => {
      const soon = () => raf(() => setTimeout(load));
      if (document.visibilityState === "visible") soon();
      else document.addEventListener("visibilitychange", soon, { once: true });
    };
    if (navigator.connection?.saveData) stage.addEventListener("click", begin, { once: true });
    else begin();
  }
})();
