// Pointers: presses, drags, pinches, the wheel.

import { $, config, eventOf, figure, stage } from "./dom.js";
import { now, telling } from "./now.js";
import { rectOf, scale } from "./letters.js";
import { stillAt } from "./place.js";
import { close, select, toggle, walk } from "./select.js";
import { act } from "./controls.js";
import { turn, unlead } from "./play.js";
import { copyEmbed, copyLink } from "./share.js";
import { listenToFingers } from "./sheet.js";

let dragged = false; // the press that ends now was a drag

// Where events share a place, a press opens one of them, and the next press the next.
const shared = (e) => [...new Set(document.elementsFromPoint(e.clientX, e.clientY).map(eventOf).filter(Boolean))];
const after = (id, ids) => ids[(ids.indexOf(id) + 1) % ids.length];

// The way that a press took stays, though what was pressed may be gone by now.
const within = (e, selector) => e.composedPath().find((node) => node.matches?.(selector));

// A double press is one press: it does not open and close.
const DOUBLE_MS = 350;
let byTouch = false, last = { id: null, at: 0 };
const press = (e, id) => {
  const again = last.id === id && (e.detail > 1 || byTouch && e.detail && e.timeStamp - last.at < DOUBLE_MS);
  last = { id, at: e.timeStamp };
  if (again) return;
  const beside = e.detail && id === now.selected ? shared(e) : [];
  toggle(beside.includes(id) ? after(id, beside) : id);
};

const click = (e) => {
  const share = within(e, "[data-share]");
  if (share && !(e.ctrlKey || e.metaKey || e.shiftKey || e.altKey)) {
    e.preventDefault();
    copyLink(share, share.dataset.share);
    return;
  }
  const id = within(e, "[data-event]")?.dataset.event;
  if (id) {
    e.preventDefault(); // ours, not popovertarget's
    // A press by key or by assistive technology follows no drag.
    if (!dragged || e.detail === 0) press(e, id);
    dragged = false;
    return;
  }
  if (within(e, "[data-popover]")) {
    last.id = null; // what follows is another press
    const by = within(e, "[data-step]")?.dataset.step;
    if (by) walk(Number(by));
    else if (within(e, ".close")) {
      e.preventDefault();
      close();
    }
    return;
  }
  const by = within(e, "[data-turn]")?.dataset.turn;
  if (by) { turn(Number(by)); return; }
  const action = within(e, "[data-action]")?.dataset.action;
  if (action === "copy-link") { copyLink(within(e, "button"), now.selected); return; }
  if (action === "copy-embed") { copyEmbed(within(e, "button")); return; }
  if (action) { act(action); return; }
  const more = within(e, "[data-more]");
  if (more) { select(after(now.selected, more.dataset.more.split(" ")), true); return; }
  const word = within(e, "[data-words] span");
  if (word) {
    if (!getSelection().isCollapsed) return;
    if (word.dataset.of) press(e, word.dataset.of); else select(null, true);
    return;
  }
  // Live, the engine answers presses on the stage itself.
  if (now.engine && within(e, "[data-stage]")) return;
  if (within(e, "a")) return;
  if (!getSelection().isCollapsed && within(e, "[data-figure]")) return;
  const under = !now.engine && within(e, "[data-figure]") ? stillAt(e.clientX, e.clientY) : null;
  if (under) press(e, under); else if (now.selected) select(null, true);
};

// Pointer samples go to the engine. A press of the mouse that starts on words belongs to
// the browser, which selects them; a finger's may be one of two. What a press means on
// buttons and words is the page's matter.
const onWords = (e) => !!e.target.closest?.("[data-words] span");
const sample = (kind, e, wheel = 0, zoom = false) => {
  const box = rectOf(stage);
  return now.engine.sample(kind, e.pointerId ?? 1, e.pointerType === "touch", e.clientX / scale - box.x, e.clientY / scale - box.y,
    wheel, zoom, e.timeStamp / 1000, !!eventOf(e.target) || byTouch && onWords(e));
};

const down = (e) => {
  dragged = false;
  // While the story is told fingers turn it.
  if (!now.engine || e.button > 0 || telling() || !byTouch && onWords(e) || e.target.closest("[data-caption],[data-ticks]")) return;
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
let turned = null; // where the mouse and the figure were at the turn before
const noteTry = (e) => {
  const before = turned;
  turned = { at: e.timeStamp, x: e.screenX, y: e.screenY, figure: e.screenY - e.clientY + stage.getBoundingClientRect().y };
  if (now.view !== "calendar" || !before) return;
  const since = turned.at - before.at;
  if (since < BETWEEN_MS) { turned = { ...before, at: turned.at }; return; } // the same turn goes on
  const pointed = Math.hypot(turned.x - before.x, turned.y - before.y) >= POINTED_PX;
  if (since > WHILE_MS || !pointed && Math.abs(turned.figure - before.figure) >= SCROLLED_PX) return;
  turned = null;
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
  listenToFingers(() => (telling() ? act("stop") : close()), (by) => (telling() ? turn : walk)(by), unlead);
  addEventListener("pointerdown", (e) => { byTouch = e.pointerType === "touch"; }, true);
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
