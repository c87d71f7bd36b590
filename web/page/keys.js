// The keyboard, with the focus inside the timeline.

import { $, eventOf, html, main, stage } from "./dom.js";
import { events } from "./events.js";
import { now, telling } from "./now.js";
import { close, select } from "./select.js";
import { act } from "./controls.js";
import { turn } from "./play.js";
import { listenToTab } from "./popover.js";

// moveOf is how many events on a key leads, if it walks from event to event.
const moveOf = (e) => {
  const on = html.dir === "rtl" ? -1 : 1;
  return e.ctrlKey || e.metaKey || e.altKey || e.shiftKey ? 0
    : { ArrowLeft: -on, ArrowRight: on, ArrowUp: -1, ArrowDown: 1, Home: -events.count(), End: events.count() }[e.key];
};

const keydown = (e) => {
  const inside = main.contains(document.activeElement) && document.activeElement !== document.body;
  if (e.key === "Escape" && now.selected) { e.preventDefault(); close(); return; }
  if (document.activeElement.matches("textarea, input, select")) return; // they have keys of their own
  const move = moveOf(e);
  if (move && telling()) { e.preventDefault(); turn(move); return; }
  if (!inside || e.ctrlKey || e.metaKey || e.altKey) return;
  const focused = eventOf(document.activeElement);
  const inPopover = document.activeElement.closest("[data-popover]");
  if (e.shiftKey && e.key.startsWith("Arrow")) {
    if (!now.engine) return;
    e.preventDefault();
    act(e.key === "ArrowUp" || e.key === (html.dir === "rtl" ? "ArrowRight" : "ArrowLeft") ? "earlier" : "later");
    return;
  }
  const at = focused ?? (inPopover ? now.selected : null) ?? events.stretchOf?.(document.activeElement);
  if (move && at && !(inPopover && (e.key === "ArrowUp" || e.key === "ArrowDown"))) {
    e.preventDefault();
    events.walk(at, move, select);
    return;
  }
  if (document.activeElement.closest("[data-transcript]")) return;
  switch (e.key) {
    case "+": case "=": act("zoom-in"); break;
    case "-": case "−": act("zoom-out"); break;
    case "0": act("fit"); break;
    case "p": act("play"); break;
    case "t": table(e); return;
    default: return;
  }
  if (now.engine) e.preventDefault();
};

// table unfolds the picture's data, and goes there.
const table = (e) => {
  const t = $("[data-table]");
  if (!t) return;
  e.preventDefault();
  t.open = true;
  $("summary", t).focus();
};

// showFocus tells the engine which event has the keyboard: it draws the ring.
export const showFocus = () => {
  const id = eventOf(document.activeElement ?? html);
  now.engine?.send("focus", id && document.activeElement.matches(":focus-visible") ? id : "");
};

// What has the keyboard is seen: an open popover that lies over it gives way,
// unless it is about to follow.
const uncover = (target) => {
  const id = target === document.activeElement && eventOf(target), open = now.selected && id && id !== now.selected && $("[data-popover][data-on]");
  if (!open) return;
  const a = target.getBoundingClientRect(), b = open.getBoundingClientRect();
  if (a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom) select(null, true);
};

// Whatever the reader does ends Play, but for pausing and turning it, and for walking to
// where that is done. A finger may be about to swipe or to scroll: it ends Play by a press.
const endPlay = (e) => {
  if (!telling()) return;
  const onPlay = e.target.closest?.('[data-action="play"],[data-caption],[data-ticks]');
  if (e.type === "keydown" ? ["p", "Tab", "Shift"].includes(e.key) || moveOf(e) || onPlay && ["Enter", " "].includes(e.key)
    : onPlay || e.type === "pointerdown" && e.pointerType !== "mouse" && e.isPrimary) return;
  act("stop");
};

export const listenToKeys = () => {
  document.addEventListener("keydown", keydown);
  listenToTab();
  stage.addEventListener("focusin", (e) => { queueMicrotask(() => uncover(e.target)); events.focused(showFocus); });
  // On its way to another event the keyboard is not away.
  stage.addEventListener("focusout", (e) => { if (!(e.relatedTarget && eventOf(e.relatedTarget))) now.engine?.send("focus", ""); });
  // Whatever the reader does ends the opening, even what means nothing else.
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, () => { if (now.opening) now.engine?.send("skip"); }, true);
  for (const type of ["pointerdown", "click", "keydown", "wheel"]) addEventListener(type, endPlay, { capture: true, passive: true });
};
