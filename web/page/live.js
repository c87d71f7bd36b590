// A live story: the page looks for newer versions of it, takes them in and says so. A
// version that is not whole, or that comes while something is on its way, waits for the
// next look; one of another build of the site is offered, for its scripts, styles or
// engine are not these. A version is never shown in part.

import { $, config, html, main } from "./dom.js";
import { now, telling } from "./now.js";
import { announce } from "./heard.js";
import { anew, select } from "./select.js";
import { showTheme } from "./theme.js";
import { watch } from "./watch.js";
import { isMany, isOfThisBuild, read, text } from "./version.js";
import { changesOf, pristine, renew } from "./renew.js";

const { live } = config;
// What is looked at: the story's file, or, where there is none, its page.
const watched = new URL(main.dataset.live, location.href).href;
const page = new URL(watched.endsWith(".json") ? "." : watched, watched).href;
let version = isMany ? null : pristine(page);
let taken = $("[data-story]").textContent; // the file that the page is of

// busy is whether the reader, or the engine, is in the middle of something.
const busy = () => html.dataset.barline === "loading" || telling() || now.opening || now.engine?.gesture();

const look = async () => {
  const file = await text(watched);
  if (file === taken) return;
  const fetched = page === watched ? file : await text(page);
  const next = read(fetched, page);
  // Caches may have the one and not yet the other.
  if (page !== watched && next.story !== file) throw new Error("the story and its page are of different versions");
  if (page === watched && JSON.stringify(next.config) === JSON.stringify(config)) { taken = file; return; }
  if (!isOfThisBuild(next) || isMany) { taken = file; offer(); return; }
  if (busy()) return;
  const wrong = now.engine?.story(next.story);
  if (wrong) throw new Error(wrong);
  const changes = changesOf(version.main, $("main", next.doc));
  if (changes.gone.some(([id]) => id === now.selected)) select(null);
  const { version: is, finish } = renew(version, next);
  [version, taken] = [is, file];
  if (now.engine) { now.engine.story(); showTheme(); } else if (now.selected) anew();
  finish();
  tell(changes);
};

// A page that is loaded anew goes on where it was: its address says what is open, and the
// view is kept until then.
const KEPT = "barline-kept";
const store = (fn) => { try { return fn(sessionStorage); } catch { return null; /* a sandbox has none */ } };
const reload = () => {
  if (now.engine) store((s) => s.setItem(KEPT, JSON.stringify([location.pathname, now.engine.keep()])));
  if (now.selected) store(() => history.replaceState({ ...history.state, barline: now.selected }, "", "#" + now.selected));
  location.reload();
};
const [where, kept] = JSON.parse(store((s) => s.getItem(KEPT)) ?? "[]");
if (where === location.pathname) now.kept = kept;
store((s) => s.removeItem(KEPT));

const newer = $("[data-newer]"), news = $("[data-news]");
const offer = () => {
  if (live.reloads) { reload(); return; }
  if (!newer.hidden) return;
  newer.hidden = false;
  announce($("span", newer).textContent);
};
$("button", newer).addEventListener("click", reload);

// tell says what is new: under the figure, to those who listen, and in the popovers.
const MOST = 6; // titles
const tell = (changes) => {
  const lines = [["fresh", live.fresh], ["changed", live.changed], ["gone", live.gone]].filter(([kind]) => changes[kind].length);
  if (!lines.length) return;
  news.hidden = false;
  news.replaceChildren(...lines.map(([kind, pattern]) => line(pattern, changes[kind], kind !== "gone")));
  announce(news.textContent.trim());
  for (const [kind, said] of [["fresh", live.sinceFresh], ["changed", live.sinceChanged]]) for (const [id] of changes[kind]) note(id, said);
};
const line = (pattern, events, leads) => {
  const span = document.createElement("span"), [before, after] = pattern.split("{titles}");
  span.append(before);
  events.slice(0, MOST).forEach(([id, title], i) => {
    const part = document.createElement(leads ? "a" : "bdi");
    part.textContent = title;
    part.dir = "auto";
    if (leads) part.href = "#" + id;
    span.append(...(i ? [live.between, part] : [part]));
  });
  if (events.length > MOST) span.append(live.between, "+" + (events.length - MOST).toLocaleString(config.lang));
  span.append(after, " ");
  return span;
};
const note = (id, said) => {
  const body = $(`[data-popover="${id}"] .body`);
  $("[data-since]", body)?.remove();
  const p = document.createElement("p");
  p.className = "aside";
  p.dataset.since = "";
  p.textContent = said;
  $(".when", body).after(p);
};

const lookNow = watch(look, live.everyMs);
// The preview on the writer's own machine says when there is something to be seen.
if (live.reloads) addEventListener("message", (e) => { if (e.source === window.parent && e.origin === location.origin && e.data?.barline === 1 && e.data.type === "newer") lookNow(); });
