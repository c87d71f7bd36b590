// What the engine finds around it. Ebitengine takes the whole body, every key
// and every wheel for itself, and asks for a frame for ever. Here it gets the
// canvas's size for the body's, its canvas is put into the stage, nothing else
// of it is wanted, and its frames are held while nothing moves.

import { $, $$, stage } from "./dom.js";
import { canvasSize, stageIs, uncover } from "./canvas.js";

const raf = requestAnimationFrame.bind(window);
// afterPaint does what can wait until the page has been painted.
export const afterPaint = (fn) => raf(() => setTimeout(fn));
// whenIdle does what nobody waits for. Safari does not tell when it is idle.
export const whenIdle = window.requestIdleCallback?.bind(window) ?? ((fn) => setTimeout(fn, 200));
// soon does what nobody sees once the page has been painted; where nothing is
// painted, out of view or hidden, a little later.
const LATEST_MS = 200;
const waiting = new Set();
export const soon = (fn) => {
  const once = () => {
    if (!waiting.delete(once)) return;
    clearTimeout(timer);
    fn();
  };
  waiting.add(once);
  const timer = setTimeout(once, LATEST_MS);
  afterPaint(once);
};
// What moves out of view stands still until it is seen again, but for an
// errand: what must be settled all the same, because somebody has asked for it.
const held = { callback: null, rest: false, away: false, errand: false, yieldToPage: false };

export const asleep = () => held.rest || held.away && !held.errand;
// settled reports whether the engine has nothing left to hear of or to draw.
export const settled = () => asleep() && !waiting.size;
// between does something before the engine's next frame: now, or, within a frame
// of it, at the beginning of the next.
let within = false;
export const between = (fn) => (within ? raf(fn) : fn());
const frame = (callback) => raf((time) => {
  within = true;
  callback(time);
  within = false;
});
const flow = () => {
  if (asleep() || !held.callback) return;
  const callback = held.callback;
  held.callback = null;
  if (held.yieldToPage) afterPaint(() => frame(callback)); else frame(callback);
  held.yieldToPage = false;
};
// afterPage lets the page paint its popover before our next frame, if nothing
// moves.
export const afterPage = () => { held.yieldToPage = held.rest; };
export const rest = () => { held.rest = true; held.errand = held.yieldToPage = false; };
export const wake = () => { held.rest = false; flow(); };
export const goAway = (away) => { held.away = away; held.errand = false; flow(); };
// errand reports whether one begins.
export const errand = () => {
  if (!held.away || held.errand) return false;
  held.errand = true;
  return true;
};
// The engine calls this whenever something is to be drawn.
globalThis.barlineWake = wake;

// What is drawn covers its canvas, is drawn once, and smoothed by ourselves.
const LEAN = { antialias: false, alpha: false, depth: false, stencil: false, powerPreference: "low-power" };

// clear paints the whole canvas. The engine asks for it before it draws: only of
// a frame in which something is drawn anything is shown.
let gl;
export const clear = (red, green, blue) => {
  // What the engine has bound stays bound; clearing heeds its scissors.
  const bound = gl.getParameter(gl.FRAMEBUFFER_BINDING);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.disable(gl.SCISSOR_TEST);
  gl.clearColor(red, green, blue, 1);
  gl.clear(gl.COLOR_BUFFER_BIT);
  gl.enable(gl.SCISSOR_TEST);
  gl.bindFramebuffer(gl.FRAMEBUFFER, bound);
};

const heardBy = []; // what the running engine listens to

// surround sets the surroundings up and returns what gives the page back what
// they have taken, once the engine has what it needs.
export const surround = () => {
  const body = document.body;
  stageIs(stage.clientWidth, stage.clientHeight);
  held.rest = held.away = false;
  for (const side of ["clientWidth", "clientHeight"]) {
    Object.defineProperty(body, side, { configurable: true, get: () => canvasSize[side] });
  }
  const append = body.appendChild;
  body.appendChild = (node) => {
    if (node.tagName !== "CANVAS") return append.call(body, node);
    const getContext = node.getContext;
    node.getContext = (type, options) => (gl = getContext.call(node, type, { ...options, ...LEAN }));
    node.setAttribute("aria-hidden", "true");
    stage.prepend(node);
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
    if (!asleep()) return frame(callback);
    held.callback = callback;
    return 0;
  };
  return () => {
    delete body.appendChild;
    for (const target of [window, document]) delete target.addEventListener;
    window.requestAnimationFrame = raf;
    $("canvas", stage)?.removeAttribute("tabindex");
    $$('meta[name="viewport"]').slice(1).forEach((m) => m.remove());
  };
};

// keepPicture keeps the picture of an engine that is about to end where it is. It
// returns what removes it.
export const keepPicture = () => {
  const canvas = $("canvas", stage);
  for (const name of ["--canvas", "--canvas-top"]) canvas.style.setProperty(name, stage.style.getPropertyValue(name));
  canvas.dataset.before = "";
  return () => canvas.remove();
};

// clearAway removes what an engine that has ended leaves.
export const clearAway = () => {
  goAway(false);
  wake();
  for (const [target, type, fn, options] of heardBy.splice(0)) target.removeEventListener(type, fn, options);
  delete document.body.clientWidth;
  delete document.body.clientHeight;
  $("canvas:not([data-before])", stage)?.remove();
  uncover();
  stage.style.removeProperty("height");
};
