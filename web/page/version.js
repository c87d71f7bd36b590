// A version of the page as it is published: fetched, read, and looked through for
// whether it is whole and fits this page. What is fetched is this site's own page, which
// the server has written; a story's texts are texts in it.

import { $, $$, config, html } from "./dom.js";

const STALLED_MS = 20000;

// text fetches a file. The browser asks whether it has changed since, and the server, or
// the caches before it, answer.
export const text = async (url) => {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), STALLED_MS);
  try {
    const response = await fetch(url, { cache: "no-cache", signal: giveUp.signal });
    if (!response.ok) {
      const seconds = Number(response.headers.get("Retry-After"));
      throw Object.assign(new Error(`${url}: ${response.status}`), { status: response.status, retryMs: seconds > 0 ? seconds * 1000 : 0 });
    }
    return await response.text();
  } finally { clearTimeout(timer); }
};

// read makes a document of a page, without what is for readers without scripts; its
// links lead where they led from url. It throws where the page is cut off.
export const read = (page, url) => {
  // The policy of this page forbids the other's sheet, even in a document that is not shown.
  const [, head = "", style, rest = ""] = /^([^]*?)<style>([^]*?)<\/style>([^]*)$/.exec(page) ?? [];
  const doc = new DOMParser().parseFromString(head + rest, "text/html");
  const version = { doc, style, story: $("[data-story]", doc)?.textContent, config: null };
  if (!/<\/html>\s*$/.test(page) || version.story === undefined || !$("[data-timeline]", doc)) throw new Error("the page is cut off");
  version.config = JSON.parse($("[data-config]", doc).textContent);
  bare(doc);
  lead($("main", doc), url, url);
  return version;
};

// lead makes links lead where they do from a page at from, if that is not where the story
// is: the page of an event lies deeper.
export const lead = (within, story, from = location.href) => {
  if (new URL(".", story).href === new URL(".", location.href).href) return;
  const absolute = (s) => (s.startsWith("#") ? s : new URL(s, from).href);
  for (const name of ["href", "src"]) for (const e of $$(`[${name}]`, within)) e.setAttribute(name, absolute(e.getAttribute(name)));
  for (const e of $$("[srcset]", within)) {
    e.setAttribute("srcset", e.getAttribute("srcset").split(", ").map((s) => s.replace(/^\S+/, absolute)).join(", "));
  }
};

// bare takes out what is for readers without scripts: here their ids would be found.
export const bare = (within) => { for (const e of $$("noscript", within)) e.remove(); };

const fileOf = (e, name) => (e?.getAttribute(name) ?? "").replace(/.*\//, "");
// buildOf is what a page's own working depends on: its script, engine, fonts and
// controls, by their names, which follow from what is in them.
const buildOf = (doc, of) => JSON.stringify([
  fileOf($("script[src][defer]", doc), "src"), of.assets.engine, of.assets.exec, fileOf($("link[data-late]", doc), "href"),
  $$("[data-controls] [data-action]", doc).map((e) => e.dataset.action), doc.documentElement.lang, doc.documentElement.dir,
  !of.assets.events, // whether the events stand in the page, or in a file beside it
]);
// What the page began with; its own scripts may be at its parts later.
const own = buildOf(document, config);
export const isOfThisBuild = (version) => buildOf(version.doc, version.config) === own;
