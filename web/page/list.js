// Many events: the list holds what is in view, as buttons for events and for
// stretches of time; a popover is made when it is opened.

import { $, $$, config, figure, stage } from "./dom.js";
import { events } from "./events.js";
import { now } from "./now.js";
import { build } from "./build.js";
import { offerTimes } from "./editions.js";
import { held } from "./held.js";

const list = $("[data-events]");
// recordsIn are the events that stand in a page, each told in an element.
export const recordsIn = (within) => new Map($$("[data-record]", within).map((r) => [r.dataset.record, r]));
let records = recordsIn(document);
const at = { id: null, from: null, by: 0 }; // where the keyboard goes when the list is new

const entries = () => $$("button", list);
const active = () => (list.contains(document.activeElement) ? document.activeElement : null);

// showEntries brings the list up to date. The keyboard's moving in it makes
// another list, which then has its turn.
let next = null, showing = false;
const showEntries = (wanted) => {
  next = wanted;
  if (showing) return;
  showing = true;
  try {
    while (next) {
      const one = next;
      next = null;
      update(one);
    }
  } finally { showing = false; }
};

// What is in the list already stays the same element, and is not moved, for that
// would take the keyboard away from it.
const update = (wanted) => {
  const held = active(), heldAt = held && Number(held.dataset.from);
  const old = new Map(entries().map((b) => [b.dataset.key, b]));
  const keyOf = (w) => (w.event ? "e" : "t") + w.id;
  const keys = new Set(wanted.map(keyOf));
  for (const [key, b] of old) if (!keys.has(key) && b !== held) b.parentNode.remove();
  let place = list.firstElementChild;
  for (const w of wanted) {
    const key = keyOf(w);
    let b = old.get(key);
    if (!b) {
      b = document.createElement("button");
      b.type = "button";
      b.dataset.key = key;
      if (w.event) {
        Object.assign(b.dataset, { event: w.id, kind: w.kind });
        b.setAttribute("aria-haspopup", "dialog");
      } else b.dataset.stretch = "";
      document.createElement("li").append(b);
    }
    if (w.event) b.setAttribute("aria-expanded", String(w.id === now.selected));
    else b.dataset.to = w.to;
    b.dataset.from = w.from;
    if (b.textContent !== w.name) b.textContent = w.name;
    Object.assign(b.style, { left: w.x + "px", top: w.y + "px", width: w.width + "px", height: w.height + "px" });
    if (place && place === held?.parentNode && !keys.has(held.dataset.key)) place = place.nextElementSibling;
    if (b.parentNode === place) place = place.nextElementSibling; else list.insertBefore(b.parentNode, place);
  }
  // What goes gives the keyboard away first: to where it was on its way, or to
  // what is there now.
  const here = entries().filter((b) => keys.has(b.dataset.key));
  const to = at.id !== null ? here.find((b) => b.dataset.event === at.id)
    : at.from === null ? null
      : at.by > 0 ? here.find((b) => Number(b.dataset.from) >= at.from) : last(here, at.from);
  if (to) {
    at.id = at.from = null;
    go(to);
  } else if (held && !here.includes(held) && at.id === null && at.from === null) {
    go(last(here, heldAt) ?? here[0]);
  }
  // Where there is nothing to go to, or it comes into view only later, it stays.
  if (held && !here.includes(held) && document.activeElement !== held) held.parentNode.remove();
};
// last is the last button of those given that begins no later.
const last = (all, from) => all.filter((b) => Number(b.dataset.from) <= from).pop();
const go = (b) => b?.focus({ preventScroll: true });

// descend shows a stretch of time alone; the keyboard goes to its first entry.
const descend = (b) => {
  Object.assign(at, { from: Number(b.dataset.from), by: 1 });
  now.engine.send("show", Number(b.dataset.from), Number(b.dataset.to));
};

// walk moves along the list; at its ends the view goes on.
const walk = (from, by, select) => {
  if (now.selected !== null || Math.abs(by) > 1) {
    const id = events.beside(Math.abs(by) > 1 ? null : now.selected, Math.sign(by) * (Math.abs(by) > 1 ? -1 : 1));
    if (!id || id === now.selected) return;
    if (!now.engine) {
      if (now.selected === null) return;
      select(id, true);
      $(".close", popover(id)).focus({ preventScroll: true });
      return;
    }
    at.id = id;
    if (now.selected !== null) select(id, true); else now.engine.send("focus", id);
    return;
  }
  const all = entries(), i = all.indexOf(active());
  if (all[i + by]) { all[i + by].focus(); return; }
  const edge = all[i]?.dataset.from;
  if (edge === undefined || !now.engine?.more(by)) return;
  Object.assign(at, { from: Number(edge) + (by > 0 ? 1 : -1), by });
  now.engine.send("panBy", by * 0.8);
};

// popover makes the one that is opened; only one is.
let made = null;
const popover = (id) => {
  if (made && made.dataset.popover === id) return made;
  made?.remove();
  made = $("[data-blank]").content.firstElementChild.cloneNode(true);
  made.dataset.popover = id;
  fill(id);
  figure.append(made);
  return made;
};

// remarks adds to what the popover of an event says.
let remarks = () => {};
export const remarkWith = (add) => { remarks = add; };

// listAnew goes on with the events that a newer version of the page has. What is open
// says what that version does; the keyboard and what is scrolled stay.
export const listAnew = () => {
  records = recordsIn(document);
  if (!made || !events.has(made.dataset.popover)) return;
  const putBack = held(made);
  $(".body", made).replaceChildren();
  fill(made.dataset.popover);
  putBack();
};

// fill puts into the popover what there is to say of the event.
const fill = (id) => {
  const record = records.get(id);
  const body = $(".body", made);
  body.append(...(record ? [...record.cloneNode(true).childNodes] : build(now.engine.detail(id))));
  const title = $("h2", body);
  title.id = "h_" + id;
  made.setAttribute("aria-labelledby", title.id);
  const share = document.createElement("p"), link = document.createElement("a");
  share.className = "share";
  Object.assign(link, { href: config.pages ? `e/${id}/` : "#" + id, textContent: config.ui.share });
  link.dataset.share = id;
  share.append(link);
  body.append(share);
  remarks(id, body);
  nameSteps();
  offerTimes(made);
};

// nameSteps says where the popover's buttons lead: elsewhere after another search,
// or when more events have come.
export const nameSteps = () => {
  if (!made) return;
  const id = made.dataset.popover;
  neighbours(id, now.engine?.detail(id)).forEach((name, i) => {
    const button = $(`[data-step="${i ? 1 : -1}"]`, made);
    button.hidden = !name;
    $("[data-to]", button).textContent = name || "";
  });
};

const neighbours = (id, detail) => {
  if (detail) return [detail.previousTitle, detail.nextTitle];
  const all = [...records.keys()], i = all.indexOf(id);
  return [i - 1, i + 1].map((n) => records.has(all[n]) && $("h2", records.get(all[n])).textContent);
};

export const listEvents = () => {
  Object.assign(events, {
    count: () => config.events.count,
    has: (id) => (now.engine ? now.engine.has(id) : records.has(id)),
    button: (id) => entries().find((b) => b.dataset.event === id),
    popover,
    left(p) { p.remove(); if (p === made) made = null; },
    beside(id, by) {
      if (now.engine) return now.engine.beside(id ?? "", by);
      const all = [...records.keys()], i = id === null ? (by > 0 ? -1 : all.length) : all.indexOf(id);
      return all[Math.max(0, Math.min(all.length - 1, i + by))];
    },
    // Where the keyboard is stays in the list.
    focused: (show) => show(),
    walk,
    stretchOf: (element) => (element.matches?.("[data-stretch]") ? element.dataset.key : null),
  });
  events.said.entries = showEntries;
  events.said.moving = (is) => stage.toggleAttribute("data-moving", is);
  // Whatever the reader does else takes the keyboard elsewhere.
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, () => { at.id = at.from = null; }, true);
  stage.addEventListener("click", (e) => {
    const b = e.target.closest?.("[data-stretch]");
    if (b && now.engine) descend(b);
  });
};
