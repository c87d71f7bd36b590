// Which event is open: its popover, its button, the address.

import { $, buttons, caption, framed, main, popovers, stage } from "./dom.js";
import { events } from "./events.js";
import { now } from "./now.js";
import { announce, emit, post } from "./heard.js";
import { afterPage, afterPaint, soon } from "./surround.js";
import { keepPlace, place, room, unplace } from "./place.js";
import { open, openBefore, shut } from "./popover.js";
import { needs } from "./sheet.js";

// takeOver makes the popovers ours: we open, close and place them, since one
// that is opened from inside another would nest. One that is open already
// stays open, and where it is; the keyboard, too.
export const takeOver = () => {
  const before = [...popovers].find(([, p]) => openBefore(p))?.[0];
  const focused = document.activeElement;
  const scrolled = before && $(".body", popovers.get(before)).scrollTop;
  for (const p of popovers.values()) p.setAttribute("popover", "manual");
  for (const b of buttons.values()) b.setAttribute("aria-expanded", "false");
  if (!before) return;
  show(before);
  $(".body", popovers.get(before)).scrollTop = scrolled;
  if (document.activeElement !== focused) focused.focus({ preventScroll: true });
  now.selected = before;
  keepPlace(popovers.get(before), before);
};

const show = (id) => {
  const p = events.popover(id);
  p.dataset.flat = "";
  open(p, events.button(id));
  afterPaint(() => delete p.dataset.flat);
  events.button(id)?.setAttribute("aria-expanded", "true");
};

// hide closes a popover. The next time it begins at its beginning.
const hide = (id) => {
  const p = events.popover(id);
  $(".body", p).scrollTop = 0;
  shut(p);
  events.button(id)?.setAttribute("aria-expanded", "false");
  unplace(p);
  events.left(p);
};

// mirror shows a selection that has been made.
export const mirror = (id, byHand) => {
  if (id === now.selected) return;
  // First: the browser paints its own window anew, which shows the address, and what
  // comes later is painted after it.
  if (byHand) address(id);
  const before = now.selected, at = id && room();
  afterPage();
  now.selected = id;
  if (before) hide(before);
  if (id) place(events.popover(id), id, at, () => show(id));
  if (!now.engine) announce(id ? events.button(id)?.textContent ?? "" : "");
  emit("select", { id });
  tell(id, byHand);
};

// tell tells the page around a frame which event is open, and where it is: what
// the reader has done, once the reader has seen it.
export const tell = (id, byHand = false) => {
  if (!framed) return;
  settle();
  owed = () => post("select", { id, hand: byHand, at: id && placeOf(id), sheet: id ? needs(events.popover(id)) : 0 });
  if (byHand) soon(settle); else settle();
};
let owed = null; // a message to the page around the frame
const settle = () => {
  const message = owed;
  owed = null;
  message?.();
};

// placeOf is where an event's button is, in px of the page: an article may
// have to bring it into view.
const placeOf = (id) => {
  const { x, y, width, height } = (events.button(id) ?? stage).getBoundingClientRect();
  return { x: x + scrollX, y: y + scrollY, width, height };
};

// replace puts the open popover, or the caption of Play, where it belongs now.
export const replace = () => { if (now.selected ?? now.caught) place(placedNow(), now.selected ?? now.caught); };
const placedNow = () => (now.selected ? events.popover(now.selected) : caption);
// anew does so although its event has not moved: what the reader sees is another part.
export const anew = () => {
  unplace(placedNow());
  replace();
};

const address = (id) => {
  const url = location.pathname + location.search + (id ? "#" + id : "");
  const state = { ...history.state, barline: id };
  try {
    if (framed || location.hash === (id ? "#" + id : "")) history.replaceState(state, "", url); else history.pushState(state, "", url);
  } catch { /* a sandbox may forbid it; the selection stands */ }
};

// addressed is the event that the address names: by its hash, or as the page
// of that event. On that page nothing may be open all the same: the history
// knows.
export const addressed = () => {
  let id;
  // Trackers put their own after it.
  try { id = decodeURIComponent(location.hash.slice(1)).replace(/[&?].*/, ""); } catch { return null; }
  if (id) return events.has(id) ? id : null;
  const own = main.dataset.open;
  return own === undefined || history.state?.barline === null ? null : own;
};

export const select = (id, byHand = false) => {
  if (!events.has(id)) id = null;
  // An engine that is new, and has not heard of what is open, closes nothing.
  const unheard = id === null && now.selected !== null && !events.has(now.selected);
  if (now.engine && !unheard) now.engine.send("select", id ?? "", byHand); else mirror(id, byHand);
};
export const toggle = (id) => select(id === now.selected ? null : id, true);
export const step = (by) => {
  by = Math.sign(by) * Math.floor(Math.abs(by)) || 0;
  if (!by) return;
  const next = events.beside(now.selected, by);
  if (next) select(next);
};

// unhand returns the keyboard from the open popover to the button that it came from.
export const unhand = () => {
  const id = now.selected;
  const inside = id && events.popover(id).contains(document.activeElement);
  if (inside) (events.button(id) ?? $("[data-events] button"))?.focus({ preventScroll: true });
};
export const close = () => {
  unhand(); // first, for what has the keyboard stays in the list of what is in view
  select(null, true);
};

// walk opens the event before or after the open one, from inside its popover:
// the keyboard is on the same button of the new popover.
export const walk = (by) => {
  const next = events.beside(now.selected, by);
  if (!next || next === now.selected) return;
  select(next, true);
  const p = events.popover(next);
  ($(`[data-step="${by}"]`, p) ?? $(".close", p))?.focus({ preventScroll: true });
};

// The address names no element where scripts run, for a browser moves the
// focus to it, even out of the article around a frame. So bringing it into
// view is for us.
const bring = (id) => {
  if (!id || framed) return;
  const target = events.button(id) ?? stage;
  const { top, bottom } = target.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) target.scrollIntoView({ block: "center", inline: "nearest" });
};

// followAddress opens what the address names, now and whenever it changes.
export const followAddress = () => {
  addEventListener("popstate", () => select(addressed()));
  addEventListener("hashchange", () => { bring(addressed()); select(addressed()); });
  const id = addressed();
  if (!id) return;
  bring(id);
  mirror(id, false);
};

// unfoldForPrint shows in print everything that closed transcripts keep.
export const unfoldForPrint = () => {
  let folded = [];
  if (framed) return; // on paper, too, a frame is as high as it was
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll(".transcript:not([open])")];
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => { for (const part of folded) part.open = false; });
};
