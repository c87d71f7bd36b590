// Pointers: presses, drags, pinches, the wheel.

import { $, config, eventOf, figure, stage } from "./dom.js";
import { now } from "./now.js";
import { stillAt } from "./place.js";
import { close, select, toggle, walk } from "./select.js";
import { act } from "./controls.js";
import { copyEmbed, copyLink } from "./share.js";

let dragged = false; // the press that ends now was a drag

// Where events share a place, a press opens one of them, and the next press the next.
const shared = (e) => [...new Set(document.elementsFromPoint(e.clientX, e.clientY).map(eventOf).filter(Boolean))];
const after = (id, ids) => ids[(ids.indexOf(id) + 1) % ids.length] ?? id;

const click = (e) => {
  const share = e.target.closest?.("[data-share]");
  if (share && !(e.ctrlKey || e.metaKey || e.shiftKey || e.altKey)) {
    e.preventDefault();
    copyLink(share, share.dataset.share);
    return;
  }
  const id = eventOf(e.target);
  if (id) {
    e.preventDefault(); // ours, not popovertarget's
    // A press by key or by assistive technology follows no drag.
    if (!dragged || e.detail === 0) toggle(e.detail && id === now.selected ? after(id, shared(e)) : id);
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
  if (action === "copy-link") { copyLink(e.target.closest("button"), now.selected); return; }
  if (action === "copy-embed") { copyEmbed(e.target.closest("button")); return; }
  if (action) { act(action); return; }
  const more = e.target.closest?.("[data-more]")?.dataset.more.split(" ");
  if (more) { select(after(now.selected, more), true); return; }
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
  if (!now.engine) return;
  if (!(e.ctrlKey || e.metaKey)) { noteTry(e); return; } // a plain wheel is the page's
  const unit = e.deltaMode === 1 ? 16 : e.deltaMode === 2 ? 400 : 1;
  // Where it zooms nothing of ours it is the browser's.
  if (sample("wheel", e, e.deltaY * unit, true)) e.preventDefault();
  dropHint();
};

// Who turns the wheel twice to zoom either points anew in between, or finds the
// figure where it was: nothing has scrolled, or it has been scrolled back. Who
// reads on moves the page, not the mouse.
const hint = $("[data-hint]");
const BETWEEN_MS = 250, WHILE_MS = 8000, POINTED_PX = 8, SCROLLED_PX = 20;
let last = null; // where the mouse and the figure were at the turn before
const noteTry = (e) => {
  const before = last;
  last = { at: e.timeStamp, x: e.screenX, y: e.screenY, figure: e.screenY - e.clientY + stage.getBoundingClientRect().y };
  if (now.view !== "calendar" || !before) return;
  const since = last.at - before.at;
  if (since < BETWEEN_MS) { last = { ...before, at: last.at }; return; } // the same turn goes on
  const pointed = Math.hypot(last.x - before.x, last.y - before.y) >= POINTED_PX;
  if (since > WHILE_MS || !pointed && Math.abs(last.figure - before.figure) >= SCROLLED_PX) return;
  last = null;
  hint.textContent = /Mac/.test(navigator.platform) ? config.ui.zoomHintMac : config.ui.zoomHint;
  hint.hidden = false;
};
const dropHint = () => { if (!hint.hidden) hint.hidden = true; };

// Two fingers are ours where the picture is live, whatever one of them may do.
const fingers = (e) => {
  if (now.engine && e.touches.length > 1 && e.cancelable) e.preventDefault();
};

export const listenToHands = () => {
  document.addEventListener("click", click);
  stage.addEventListener("pointerdown", down);
  addEventListener("pointermove", move);
  addEventListener("pointerup", (e) => { if (now.engine?.gesture()) sample("up", e); });
  addEventListener("pointercancel", (e) => { if (now.engine?.gesture()) sample("cancel", e); });
  stage.addEventListener("pointerleave", (e) => { if (now.engine) sample("leave", e); });
  stage.addEventListener("wheel", wheel, { passive: false });
  for (const type of ["touchstart", "touchmove"]) stage.addEventListener(type, fingers, { passive: false });
  hint.addEventListener("animationend", dropHint);
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, dropHint, true);
};
