// A live story: the page looks for newer versions of it, takes them in and says so. A
// version that is not whole, or that comes while something is on its way, waits for the
// next look; one of another build of the site is offered, for its scripts, styles or
// engine are not these. A version is never shown in part.
//
// How a version is taken in differs between pages whose events stand in the page
// (renew-rows.js) and those that make them when they are wanted (renew-many.js).

import { $, config, html, main } from "./dom.js";
import { now, telling } from "./now.js";
import { announce } from "./heard.js";
import { watch } from "./watch.js";
import { isOfThisBuild, read, text } from "./version.js";
import { pristine } from "./renew.js";

const { live } = config;
// What is looked at: the story's file, or, where there is none, its page.
const watched = new URL(main.dataset.live, location.href).href;
const page = new URL(watched.endsWith(".json") ? "." : watched, watched).href;
let version = pristine(page);
let taken = $("[data-story]").textContent; // the file that the page is of

// busy is whether the reader, or the engine, is in the middle of something.
const busy = () => html.dataset.barline === "loading" || telling() || now.opening || now.engine?.gesture();

// fetchBoth fetches the file that is looked at and, where it is another one, its page.
const fetchBoth = async () => {
  let file;
  try {
    file = await text(watched);
  } catch (error) {
    // A story that has grown past what stands in a page has no file any more.
    if (error.status !== 404 || page === watched) throw error;
    return [null, await text(page)];
  }
  if (file === taken) return [file];
  return [file, page === watched ? file : await text(page)];
};

// goLive looks for newer versions. takeIn takes one in: it is given the version of before
// and the next one, and promises what has changed: lists of [id, title] of events that
// are fresh, changed and gone, without an id where no event is meant. It promises
// nothing where the version must wait.
export const goLive = (takeIn) => {
  const look = async () => {
    const [file, fetched] = await fetchBoth();
    if (fetched === undefined) return;
    const next = read(fetched, page);
    // Caches may have the one and not yet the other.
    if (page !== watched && file !== null && next.story !== file) throw new Error("the story and its page are of different versions");
    if (!isOfThisBuild(next)) { taken = file; offer(); return; }
    if (file === null) throw new Error("the story is not there");
    if (page === watched && JSON.stringify(next.config) === JSON.stringify(config)) { taken = file; return; }
    if (busy()) return;
    const changes = await takeIn(version, next);
    if (!changes) return;
    [version, taken] = [{ main: $("main", next.doc), style: next.style }, file];
    tell(changes);
  };
  const lookNow = watch(look, live.everyMs);
  // The preview on the writer's own machine says when there is something to be seen.
  if (live.reloads) addEventListener("message", (e) => { if (e.source === window.parent && e.origin === location.origin && e.data?.barline === 1 && e.data.type === "newer") lookNow(); });
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

// tell says what is new: under the figure, and to those who listen.
const MOST = 6; // titles
const tell = (changes) => {
  const lines = [["fresh", live.fresh], ["changed", live.changed], ["gone", live.gone]].filter(([kind]) => changes[kind].length);
  if (!lines.length) return;
  news.hidden = false;
  news.replaceChildren(...lines.map(([kind, pattern]) => line(pattern, changes[kind], kind !== "gone")));
  announce(news.textContent.trim());
};
const line = (pattern, events, leads) => {
  const span = document.createElement("span"), [before, after] = pattern.split("{titles}");
  span.append(before);
  events.slice(0, MOST).forEach(([id, title], i) => {
    const part = document.createElement(leads && id ? "a" : "bdi");
    part.textContent = title;
    part.dir = "auto";
    if (leads && id) part.href = "#" + id;
    span.append(...(i ? [live.between, part] : [part]));
  });
  if (events.length > MOST) span.append(live.between, "+" + (events.length - MOST).toLocaleString(config.lang));
  span.append(after, " ");
  return span;
};

// remark calls say with each event that is fresh or changed, and with what is to be said
// of that in its popover.
export const remark = (changes, say) => {
  for (const [kind, said] of [["fresh", live.sinceFresh], ["changed", live.sinceChanged]]) for (const [id] of changes[kind]) if (id) say(id, said);
};
// note puts what has become of an event into the body of its popover.
export const note = (body, said) => {
  $("[data-since]", body)?.remove();
  const p = document.createElement("p");
  p.className = "aside";
  p.dataset.since = "";
  p.textContent = said;
  $(".when", body).after(p);
};
