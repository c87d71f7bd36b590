// The keyboard, with the focus inside the timeline.

import { $, eventOf, html, main, stage } from "./dom.js";
import { events } from "./events.js";
import { now } from "./now.js";
import { close, select } from "./select.js";
import { act } from "./controls.js";
import { listenToTab } from "./popover.js";

const keydown = (e) => {
  const inside = main.contains(document.activeElement) && document.activeElement !== document.body;
  if (e.key === "Escape" && now.selected) { e.preventDefault(); close(); return; }
  if (document.activeElement.matches("textarea, input, select")) return; // they have keys of their own
  if (!inside || e.ctrlKey || e.metaKey || e.altKey) return;
  const focused = eventOf(document.activeElement);
  const inPopover = document.activeElement.closest("[data-popover]");
  const rtl = html.dir === "rtl" ? -1 : 1;
  if (e.shiftKey && e.key.startsWith("Arrow")) {
    if (!now.engine) return;
    e.preventDefault();
    act(e.key === "ArrowUp" || e.key === (rtl > 0 ? "ArrowLeft" : "ArrowRight") ? "earlier" : "later");
    return;
  }
  const move = { ArrowLeft: -rtl, ArrowRight: rtl, ArrowUp: -1, ArrowDown: 1, Home: -events.count(), End: events.count() }[e.key];
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

// Whatever the reader does ends Play, but for pausing it and for walking to
// where it can be paused.
const endPlay = (e) => {
  if (!now.playing && !now.paused) return;
  const onPlay = e.target.closest?.('[data-action="play"]');
  if (e.type === "keydown" ? ["p", "Tab", "Shift"].includes(e.key) || onPlay && ["Enter", " "].includes(e.key) : onPlay) return;
  now.engine?.send("stop");
};

export const listenToKeys = () => {
  document.addEventListener("keydown", keydown);
  listenToTab();
  stage.addEventListener("focusin", (e) => { queueMicrotask(() => uncover(e.target)); events.focused(showFocus); });
  // On its way to another event the keyboard is not away.
  stage.addEventListener("focusout", (e) => { if (!(e.relatedTarget && eventOf(e.relatedTarget))) now.engine?.send("focus", ""); });
  // Whatever the reader does ends the opening, even what means nothing else.
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, () => { if (now.opening) now.engine?.send("skip"); }, true);
  for (const type of ["pointerdown", "keydown", "wheel"]) addEventListener(type, endPlay, { capture: true, passive: true });
};
