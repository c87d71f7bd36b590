// Pointers: presses, drags, pinches, the wheel.

import { eventOf, figure, stage } from "./dom.js";
import { now } from "./now.js";
import { stillAt } from "./place.js";
import { close, select, toggle, walk } from "./select.js";
import { act } from "./controls.js";

let dragged = false; // the press that ends now was a drag

const click = (e) => {
  const id = eventOf(e.target);
  if (id) {
    e.preventDefault(); // ours, not popovertarget's
    // A press by key or by assistive technology follows no drag.
    if (!dragged || e.detail === 0) toggle(id);
    dragged = false;
    return;
  }
  if (e.target.closest?.("[data-popover]")) {
    const by = e.target.closest("[data-step]")?.dataset.step;
    if (by) walk(Number(by));
    else if (e.target.closest(".close")) {
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
  if (now.engine && stage.contains(e.target)) return;
  if (e.target.closest?.("a")) return;
  if (!getSelection().isCollapsed && figure.contains(e.target)) return;
  const under = !now.engine && figure.contains(e.target) ? stillAt(e.clientX, e.clientY) : null;
  if (under) toggle(under); else if (now.selected) select(null, true);
};

// Pointer samples go to the engine. A press that starts on words belongs to
// the browser, which selects them.
const sample = (kind, e, wheel = 0, zoom = false) => {
  const box = stage.getBoundingClientRect();
  return now.engine.sample(kind, e.pointerId ?? 1, e.pointerType === "touch", e.clientX - box.x, e.clientY - box.y,
    wheel, zoom, e.timeStamp / 1000, !!eventOf(e.target));
};

const down = (e) => {
  dragged = false;
  if (!now.engine || e.button > 0 || e.target.closest("[data-words] span")) return;
  sample("down", e);
};

const move = (e) => {
  if (!now.engine || (!stage.contains(e.target) && !now.engine.gesture())) return;
  if (!sample("move", e)) return;
  dragged = true;
  if (!stage.hasPointerCapture(e.pointerId)) {
    try { stage.setPointerCapture(e.pointerId); } catch { /* the pointer is gone */ }
  }
};

const wheel = (e) => {
  if (!now.engine || !(e.ctrlKey || e.metaKey)) return; // a plain wheel is the page's
  const unit = e.deltaMode === 1 ? 16 : e.deltaMode === 2 ? 400 : 1;
  // Where it zooms nothing of ours it is the browser's.
  if (sample("wheel", e, e.deltaY * unit, true)) e.preventDefault();
};

export const listenToHands = () => {
  document.addEventListener("click", click);
  stage.addEventListener("pointerdown", down);
  addEventListener("pointermove", move);
  addEventListener("pointerup", (e) => { if (now.engine?.gesture()) sample("up", e); });
  addEventListener("pointercancel", (e) => { if (now.engine?.gesture()) sample("cancel", e); });
  stage.addEventListener("pointerleave", (e) => { if (now.engine) sample("leave", e); });
  stage.addEventListener("wheel", wheel, { passive: false });
};
