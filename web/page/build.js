// An event in words, as elements: what the server writes for those events that
// stand in the page.

import { config, html } from "./dom.js";

const make = (name, className, ...children) => {
  const e = document.createElement(name);
  if (className) e.className = className;
  e.append(...children.filter((c) => c !== ""));
  return e;
};

// A text that the newsroom wrote runs as its own letters do: in a page that runs
// leftward any of its letters decides, elsewhere the first.
const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const own = (element) => {
  const text = element.textContent;
  if (html.dir !== "rtl") element.dir = "auto";
  else if (!RTL.test(text) && /\p{L}/u.test(text)) element.dir = "ltr";
  return element;
};

const cited = (q) => [make("cite", "", make("bdi", "", q.speaker)), ...[q.cite, q.reported].filter(Boolean).map((s) => make("span", "role", s))];

const quoted = (q) => {
  const words = make(q.fragment ? "q" : "blockquote", "", q.words);
  if (q.lang) words.dir = "auto"; else own(words);
  words.dataset.quote = q.id;
  if (q.lang) words.lang = q.lang;
  const said = q.fragment ? make("p", "fragment", q.before, q.open, words, q.close, q.after, " ", ...cited(q))
    : make("figure", "quote", words, make("figcaption", "", ...cited(q)));
  if (!q.translation) return [said];
  return [said, make("div", "translation", make("p", "", q.open + q.translation + q.close), make("p", "role", q.by))];
};

// Where and when it was, and a button for the reader's own clocks.
const when = (d) => {
  const p = make("p", "when", d.when);
  if (d.where) p.append("\u00a0· ", make("bdi", "", d.where));
  if (d.instant) {
    const local = make("button", "local");
    Object.assign(local, { type: "button", hidden: true });
    local.dataset.local = d.instant;
    p.append(" ", local);
  }
  return p;
};

const led = (text, url) => {
  const a = make("a", "", text);
  Object.assign(a, { href: url, rel: "noopener", target: window.parent === window ? "" : "_blank" });
  return a;
};

const image = ({ file, alt, caption, credit, url }) => {
  const known = config.images[file];
  if (!known) return [];
  const img = make("img", "");
  Object.assign(img, { loading: "lazy", decoding: "async", sizes: "420px", ...known, alt });
  const role = make("span", "role", url && credit ? led(credit, url) : credit);
  return [make("figure", "media", img, make("figcaption", "", caption, " ", credit ? role : ""))];
};

const links = (all) => {
  if (!all.length) return [];
  const list = make("ul", "links", ...all.map((l) => make("li", "", own(led(l.title, l.url)))));
  list.setAttribute("aria-label", config.ui.links);
  return [list];
};

export const build = (d) => [
  when(d),
  own(make("h2", "", d.title)),
  ...d.length.map((s) => make("p", "length", s)),
  ...(d.with ? [make("p", "with", d.with)] : []),
  ...d.summary.map((s) => own(make("p", "", s))),
  ...image(d.media),
  ...d.quotes.flatMap(quoted),
  ...[d.noQuote, d.dateNote].filter(Boolean).map((s) => make("p", "aside", s)),
  ...links(d.links),
  ...(d.source ? [make("p", "source", d.sourceURL ? led(d.source, d.sourceURL) : d.source)] : []),
];
