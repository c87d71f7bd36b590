// An event in words, as elements: what the server writes for those events that
// stand in the page.

const make = (name, className, ...children) => {
  const e = document.createElement(name);
  if (className) e.className = className;
  e.append(...children.filter((c) => c !== ""));
  return e;
};

// A text that the newsroom wrote runs as its own letters do.
const own = (element) => { element.dir = "auto"; return element; };

const cited = (q) => {
  const role = [q.role, q.circumstance].filter(Boolean).join("; ");
  return [make("cite", "", q.speaker), ...(role ? [make("span", "role", role)] : [])];
};

const quoted = (q) => {
  const words = own(make(q.fragment ? "q" : "blockquote", "", q.words));
  words.dataset.quote = q.id;
  return q.fragment ? make("p", "fragment", q.before, "“", words, "”", q.after, " ", ...cited(q))
    : make("figure", "quote", words, make("figcaption", "", ...cited(q)));
};

const source = (d) => {
  if (!d.sourceURL) return d.source;
  const a = make("a", "", d.source);
  Object.assign(a, { href: d.sourceURL, rel: "noopener", target: window.parent === window ? "" : "_blank" });
  return a;
};

export const build = (d) => [
  make("p", "when", d.when + (d.where ? " · " + d.where : "")),
  own(make("h2", "", d.title)),
  ...d.length.map((s) => make("p", "length", s)),
  ...(d.with ? [make("p", "with", d.with)] : []),
  ...d.summary.map((s) => own(make("p", "", s))),
  ...d.quotes.map(quoted),
  ...[d.noQuote, d.dateNote].filter(Boolean).map((s) => make("p", "aside", s)),
  ...(d.source ? [make("p", "source", source(d))] : []),
];
