// The engine's loading, life and failing.

import { $, choice, config, figure, html, query, stage } from "./dom.js";
import { events } from "./events.js";
import { now } from "./now.js";
import { announce, emit, post } from "./heard.js";
import { forced, paletteNow, reduced, showTheme, themeNow } from "./theme.js";
import { isInView, rungNow, watchView } from "./place.js";
import { mirror, replace } from "./select.js";
import { reportTold, tellAnew, untold } from "./told.js";
import { enable, showArrangement, showPlay } from "./controls.js";
import { clearLayer, showLayer, showWords } from "./layer.js";
import { showCaption } from "./play.js";
import { showFocus } from "./keys.js";
import { canvasTop, covered, stageIs, tellTop } from "./canvas.js";
import { forget, parts, runs } from "./load.js";
import { scale } from "./letters.js";
import { afterPaint, between, clear, clearAway, errand, goAway, keepPicture, rest, surround, whenIdle } from "./surround.js";

let resolveReady, rejectReady;
export const ready = new Promise((resolve, reject) => { resolveReady = resolve; rejectReady = reject; });
ready.catch(() => {}); // handled, so that a failure is no console error

const progress = $("[data-progress]"), notice = $("[data-notice]");

const setState = (state, reason) => {
  html.dataset.barline = state;
  if (reason) html.dataset.barlineReason = reason; else delete html.dataset.barlineReason;
  enable();
  progress.hidden = state !== "loading";
  notice.hidden = !reason;
  if (reason) $("span", notice).textContent = config.ui[state === "failed" ? "failed" : "takenAway"];
};

const fail = (reason) => {
  stop();
  forget();
  giveUp("failed", reason);
};

// giveUp leaves the page in a state from which only the reader begins anew.
const giveUp = (state, reason) => {
  setState(state, reason);
  emit("error", { message: reason });
  post("error", { message: reason });
  rejectReady(new Error(reason));
};

export const load = async () => {
  if (html.dataset.barline === "loading" || html.dataset.barline === "live") return;
  if (!runs()) return fail("This browser's WebAssembly lacks what the engine needs.");
  const probe = document.createElement("canvas").getContext("webgl2");
  if (!probe) return fail("This browser has no WebGL 2.");
  probe.getExtension("WEBGL_lose_context")?.loseContext();
  setState("loading");
  try {
    made = await parts((share) => progress.style.setProperty("--loaded", share));
    await start(now.kept);
  } catch (error) {
    fail(error.message || String(error));
  }
};

let unpatch = null; // gives the page back what surround has taken
let wanted = choice(query.get("view"), ["calendar", "compare"]) ?? "calendar";
// arrange chooses the view: now, or for the engine that will come.
export const arrange = (view) => { if (now.engine) now.engine.send("arrange", view); else wanted = view; };
let made = null; // what an engine is made of, once it is here
let run = 0; // counts starts: what an earlier engine says is void
const start = async (kept) => {
  const mine = ++run;
  const current = (fn) => (...args) => { if (mine === run) return fn(...args); };
  const handed = await events.handed();
  if (mine !== run) return;
  const giveBack = surround();
  unpatch = () => { unpatch = null; giveBack(); };
  const go = new Go();
  let alive = true;
  globalThis.barlineHost = {
    story: $("[data-story]").textContent, ...handed,
    language: $("[data-language]")?.textContent ?? "",
    lang: config.lang, fonts: made.fonts, kept: kept ?? null,
    get width() { return rungNow(); },
    get theme() { return themeNow(); },
    get reduced() { return reduced(); },
    words: !forced(),
    palette: paletteNow,
    clear,
    get top() { return canvasTop(); },
    covered: current(covered),
    get view() { return wanted; },
    get selected() { return now.selected ?? ""; },
    get opening() { return (now.opening = !kept && !now.selected && !reduced()); },
    started: current((calls) => {
      unpatch();
      // Out of view nothing moves, it only comes to be otherwise.
      const send = (...message) => {
        if (errand()) calls.send("reduce", true);
        calls.send(...message);
      };
      now.engine = { ...calls, send };
      events.started(current, fail);
    }),
    live: current(becomeLive),
    effect: current(effect),
    layer: current(showLayer),
    moved: current(moved),
    // A canvas is empty once its size is another: it is drawn on next.
    size: (width, height) => between(current(() => {
      stage.style.height = height + "px";
      stageIs(width, height);
      dispatchEvent(new Event("resize")); // the canvas follows the stage
    })),
    caption: current(showCaption),
    rest: current(() => { now.opening = false; enable(); rest(); reportTold(); whenIdle(current(() => now.engine?.tidy())); }),
    said: current((type, ...args) => events.said[type]?.(...args)),
    failed: current((message) => { if (alive) { alive = false; fail(message); } }),
  };
  const instance = await WebAssembly.instantiate(made.module, go.importObject);
  const stopped = current(() => {
    if (alive && html.dataset.barline !== "static") { alive = false; fail("The engine has stopped."); }
  });
  const ended = () => {
    // The loader forgets what Go has put off, and it would wake a program that
    // is no more.
    go._scheduledTimeouts.forEach((timer) => clearTimeout(timer));
    stopped();
  };
  go.run(instance).then(ended, ended);
};

const becomeLive = () => {
  setState("live");
  showTheme();
  showWords();
  // The engine has had the selection since it started; sending it would end
  // the opening.
  replace();
  showFocus();
  // What has changed since the engine was given it.
  now.engine.send("resize", rungNow());
  tellTop();
  if (now.view !== wanted) now.engine.send("arrange", wanted);
  tellAnew();
  events.live();
  follow();
  resolveReady();
};

// follow holds what nobody sees.
const follow = () => {
  if (left && isInView()) { goOn(); return; }
  if (html.dataset.barline !== "live") return;
  goAway(!isInView());
  if (isInView()) now.engine.send("reduce", reduced());
};

// stop ends the engine and gives the picture back to the page.
const stop = () => {
  const ended = now.engine;
  now.engine = now.drawn = null;
  now.opening = false;
  let kept = null;
  try { kept = ended?.keep() ?? null; ended?.quit(); } catch { /* it has ended by itself */ }
  unpatch?.();
  now.fitted = true;
  now.playing = now.paused = false;
  showPlay();
  events.ended();
  run++;
  clearAway();
  clearLayer();
  showCaption();
  return kept;
};

// restart keeps what the reader was looking at. Out of view or hidden it waits: where a
// browser has no room for so many pictures, those that are seen come first.
const restart = () => {
  if (!now.engine) return;
  left = stop();
  setState("static");
  replace();
  if (isInView()) setTimeout(goOn);
};

// lose restarts after the browser has taken the context, unless it does so again and
// again: then the page stays as it is, and offers to try.
const MOST_LOST = 3, LOST_WITHIN_MS = 60000;
let lost = [];
const lose = (at) => {
  lost = [...lost.filter((t) => at - t < LOST_WITHIN_MS), at];
  if (lost.length < MOST_LOST || !now.engine) { restart(); return; }
  lost = [];
  stop();
  giveUp("static", "The browser has taken the picture's WebGL context three times within a minute.");
  replace();
};
let left = null; // by an engine that has ended, for the next

// startAnew starts the engine with another version of the events. What the reader was
// looking at is kept, and is seen until remove, which it returns, is called.
export const startAnew = () => {
  const remove = keepPicture(), { height } = stage.style;
  const kept = stop();
  stage.style.height = height; // until the engine says how high its figure is
  setState("loading");
  start(kept).catch((error) => fail(error.message || String(error)));
  return remove;
};
const goOn = () => {
  if (html.dataset.barline !== "static" || !left || document.visibilityState !== "visible" || !isInView()) return;
  const from = left;
  left = null;
  setState("loading");
  start(from).catch((error) => fail(error.message));
};

const effect = (type, a, b) => {
  switch (type) {
    case "selected": mirror(a || null, b); break;
    case "focused": events.button(a)?.focus({ preventScroll: true }); break;
    case "arranged":
      now.view = wanted = a;
      showArrangement();
      emit("view", { view: a });
      post("view", { view: a });
      break;
    case "played":
      now.playing = a;
      now.paused = b;
      showPlay();
      emit(a ? "play" : "stop", {});
      break;
    case "ended": now.paused = false; showPlay(); break;
    case "fitted": now.fitted = a; break; // the buttons follow when the view has come to rest
    case "untold": untold(a); break;
    case "announce": announce(a); break;
  }
};

// moved puts what stands beside an event where the event is now.
export const moved = (...drawn) => {
  if (drawn.length) now.drawn = drawn;
  // What is about to be another's has no place to find.
  if (!drawn.length || drawn[0] === (now.selected ?? now.caught)) replace();
};

// watchLife watches over the engine's life.
export const watchLife = () => {
  watchView(follow);
  document.addEventListener("visibilitychange", () => goOn());
  // A lost context would make the engine reload the page under the reader.
  addEventListener("webglcontextlost", (e) => {
    if (e.target.parentNode !== stage) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    lose(e.timeStamp);
  }, true);
  // The engine reads the device's pixel ratio once.
  const watchRatio = () => {
    matchMedia(`(resolution: ${devicePixelRatio / scale}dppx)`).addEventListener("change", () => { restart(); watchRatio(); }, { once: true });
  };
  watchRatio();
};

// begin loads the engine once the page has been painted and is seen; for those
// who save data, once they ask for it.
export const begin = () => {
  if (query.get("engine") === "off") return;
  const soon = () => afterPaint(load);
  const seen = () => {
    if (document.visibilityState === "visible") soon();
    else document.addEventListener("visibilitychange", soon, { once: true });
  };
  if (navigator.connection?.saveData) figure.addEventListener("click", seen, { once: true });
  else seen();
};
