// Taking a newer version of the page in, part by part. What is the same in both versions
// stays the same element, so that it keeps the keyboard, what is selected in it, and its
// place; of the rest, what was there is taken out and what is now is put in.

import { $, $$, buttons, config, ids, main, popovers, stage } from "./dom.js";
import { now } from "./now.js";
import { offerTimes } from "./editions.js";
import { linkPlainly } from "./share.js";
import { bare, lead } from "./version.js";
import { held } from "./held.js";

const same = (a, b) => a !== undefined && b !== undefined && a.isEqualNode(b);

// differ compares two lists and returns how many are the same at their beginning, and
// how many of the rest at their end.
const differ = (was, next, equal) => {
  let first = 0, last = 0;
  while (first < was.length && first < next.length && equal(was[first], next[first])) first++;
  while (last < was.length - first && last < next.length - first && equal(was[was.length - 1 - last], next[next.length - 1 - last])) last++;
  return [first, last];
};

// children makes those of an element of the page what they are in the next version; was
// is the element as it was published. What but selects stands last, and stays.
const children = (element, was, next, but = "template") => {
  if (!element || !was || !next || was.isEqualNode(next)) return;
  const all = (e) => [...e.children].filter((child) => !child.matches(but));
  const at = all(element), from = all(was), to = all(next);
  let [first, last] = differ(from, to, same);
  // Where scripts have put something in, which child is which cannot be told.
  if (at.length !== from.length) first = last = 0;
  const before = at[at.length - last] ?? $(":scope > " + but, element);
  at.slice(first, at.length - last).forEach((e) => e.remove());
  for (const e of to.slice(first, to.length - last)) element.insertBefore(document.importNode(e, true), before);
};

// key tells which part of the page an element is.
const key = (e) => [...e.attributes].map((a) => a.name).find((name) => name.startsWith("data-")) ?? e.classList[0] ?? e.localName;
// parts are the parts of the page that a newer version may change, lack or bring.
const PARTS = ["data-key", "signed", "data-transcript", "data-table", "data-corrections"];

const changeParts = (was, next) => {
  const find = (within, name) => [...within.children].find((e) => key(e) === name);
  for (const name of PARTS) {
    const [here, before, then] = [find(main, name), find(was, name), find(next, name)];
    if (here && then) children(here, before, then);
    else if (here) here.remove();
    else if (then) find(main, key([...next.children].slice([...next.children].indexOf(then) + 1).find((e) => find(main, key(e))))).before(document.importNode(then, true));
  }
  children($(".head", main), $(".head", was), $(".head", next), "[data-controls]");
  if ($("[data-zoom]", main)) $("[data-zoom]", main).dataset.zoom = $("[data-zoom]", next).dataset.zoom;
  for (const id of ["#the_summary", "#the_hint"]) if ($(id, main)) $(id, main).textContent = $(id, next)?.textContent ?? "";
  children($("[data-still]", main), $("[data-still]", was), $("[data-still]", next));
};

// restyle brings the page's own sheet up to date, rule by rule: the policy allows no
// other sheet, and no other text of this one. Where a browser cannot read a sheet apart,
// the rooms that the page keeps free stay those of before.
const restyle = (was, next) => {
  if (was === next) return;
  const rules = (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return [...sheet.cssRules].map((r) => r.cssText);
  };
  try {
    const from = rules(was), to = rules(next), sheet = document.styleSheets[0];
    const [first, last] = differ(from, to, (a, b) => a === b);
    for (let i = from.length - last - 1; i >= first; i--) sheet.deleteRule(i);
    for (let i = to.length - last - 1; i >= first; i--) sheet.insertRule(to[i], first);
  } catch { /* an old browser */ }
};

// pristine is the page as it was published, to compare with.
export const pristine = (url) => {
  const copy = main.cloneNode(true);
  bare(copy);
  lead(copy, url);
  return { main: copy, style: $("style").textContent };
};

// changesOf says which events are new, changed and gone, by their ids, with their titles.
export const changesOf = (was, next) => changesBetween(...[was, next].map((within) => new Map($$("[data-popover]", within).map((p) => [p.dataset.popover, $(".body", p)]))));

// changesBetween compares the events of two versions, each told in an element.
export const changesBetween = (before, then) => {
  const title = (body) => $("h2", body).textContent;
  const changes = { fresh: [], changed: [], gone: [] };
  for (const [id, body] of then) {
    if (!before.has(id)) changes.fresh.push([id, title(body)]);
    else if (!same(before.get(id), body)) changes.changed.push([id, title(body)]);
  }
  for (const [id, body] of before) if (!then.has(id)) changes.gone.push([id, title(body)]);
  return changes;
};

// changeEvents brings the events' buttons and popovers up to date. Those that are gone
// stay in the lists until the returned function is called: the picture may still name
// them.
const changeEvents = (was, next) => {
  const list = $("[data-events]", main), order = $$("[data-event]", next), find = (within, id) => $(`[data-popover="${id}"]`, within);
  const focused = document.activeElement;
  order.forEach((b, i) => {
    const id = b.dataset.event;
    let item = buttons.get(id)?.parentNode;
    if (!item) {
      item = document.importNode(b.parentNode, true);
      buttons.set(id, $("button", item));
      $("button", item).setAttribute("aria-expanded", "false");
    } else {
      const here = buttons.get(id);
      if (here.textContent !== b.textContent) here.textContent = b.textContent;
      here.dataset.kind = b.dataset.kind;
    }
    if (list.children[i] !== item) list.insertBefore(item, list.children[i] ?? null);
    const here = popovers.get(id), then = find(next, id), before = find(was, id);
    if (!here) {
      const made = document.importNode(then, true);
      made.setAttribute("popover", "manual");
      popovers.set(id, made);
      $("[data-still]", main).before(made);
      return;
    }
    if (same(before, then)) return;
    const putBack = held(here);
    children($(".body", here), $(".body", before), $(".body", then));
    if (!same($(".foot", before), $(".foot", then))) $(".foot", here).replaceChildren(...[...$(".foot", then).children].map((e) => document.importNode(e, true)));
    putBack();
  });
  if (document.activeElement !== focused && focused.isConnected) focused.focus({ preventScroll: true });
  const stay = order.map((b) => b.dataset.event), gone = [...buttons.keys()].filter((id) => !stay.includes(id));
  ids.splice(0, ids.length, ...stay);
  return () => {
    for (const id of gone) {
      const item = buttons.get(id).parentNode, hadFocus = item.contains(document.activeElement) || popovers.get(id).contains(document.activeElement);
      item.remove();
      popovers.get(id).remove();
      buttons.delete(id);
      popovers.delete(id);
      if (hadFocus) (buttons.get(ids[0]) ?? stage).focus({ preventScroll: true });
    }
    // In the order of time.
    for (const map of [buttons, popovers]) for (const id of ids) { const e = map.get(id); map.delete(id); map.set(id, e); }
  };
};

// renewPage makes what is around the events what a newer version says.
export const renewPage = (before, { doc, style, config: configured, story }) => {
  restyle(before.style, style);
  Object.assign(config, configured);
  for (const [name, value] of [["config", JSON.stringify(configured)], ["story", story]]) $(`[data-${name}]`).textContent = value;
  changeParts(before.main, $("main", doc));
  if (main.dataset.open === undefined) document.title = doc.title;
  linkPlainly();
};

// renew makes the page what a newer version says, but for the picture. It returns what
// must be called once the picture is the new one.
export const renew = (before, next) => {
  const finish = changeEvents(before.main, $("main", next.doc));
  renewPage(before, next);
  offerTimes(main);
  return finish;
};
