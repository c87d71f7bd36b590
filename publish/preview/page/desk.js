// The desk's page: the story's page in frames, what is wrong with the story, and its
// quotations beside their reports. The address keeps what is chosen.

const $ = (selector, within = document) => within.querySelector(selector);
const make = (name, className, ...children) => {
  const e = document.createElement(name);
  if (className) e.className = className;
  e.append(...children.filter((c) => c !== "" && c !== null));
  return e;
};

const WIDTHS = ["320", "390", "700", "1200"];
const form = $("[data-settings]"), frames = $("[data-frames]");
const query = new URLSearchParams(location.search);
for (const [name, value] of query) for (const input of form.querySelectorAll(`input[name="${CSS.escape(name)}"]`)) if (input.value === value) input.checked = true;
const chosen = () => Object.fromEntries(new FormData(form));

// The frames are kept where they are still wanted: what is open and zoomed in them stays.
const showFrames = () => {
  const { width, theme, engine, where } = chosen(), wanted = new Map();
  for (const px of width === "all" ? WIDTHS : [width]) {
    for (const mode of theme === "both" ? ["light", "dark"] : [theme]) wanted.set([px, mode, engine, where].join(" "), [px, mode]);
  }
  for (const figure of [...frames.children]) if (!wanted.has(figure.dataset.key)) figure.remove();
  let at = frames.firstElementChild;
  for (const [key, [px, mode]] of wanted) {
    if (at?.dataset.key === key) { at = at.nextElementSibling; continue; }
    frames.insertBefore(frame(key, px, mode, engine, where), at);
  }
};
const frame = (key, px, mode, engine, where) => {
  const f = document.createElement("iframe");
  const asked = new URLSearchParams({ theme: mode, ...(engine === "off" ? { engine } : {}) });
  const alone = "../?" + asked;
  Object.assign(f, { width: px, height: 700, title: `${px} px, ${mode}${where === "article" ? ", in an article" : ""}`, src: where === "article" ? "article?" + asked : alone });
  f.dataset.theme = mode;
  const link = make("a", "", "open");
  Object.assign(link, { href: alone, target: "_blank", rel: "noopener" });
  link.setAttribute("aria-label", "open " + f.title + " in a tab of its own");
  const figure = make("figure", "", make("figcaption", "", f.title + " · ", link), f);
  figure.dataset.key = key;
  return figure;
};
form.addEventListener("change", () => {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(chosen())) url.searchParams.set(name, value);
  history.replaceState(null, "", url);
  showFrames();
});

// What the frames say: how high they are, and what is open in them.
addEventListener("message", ({ data: m, origin, source }) => {
  if (origin !== location.origin || m?.barline !== 1) return;
  const f = [...document.querySelectorAll("iframe")].find((one) => one.contentWindow === source);
  if (f && m.type === "height" && m.height > 0) f.height = Math.min(Math.ceil(m.height), 20000);
  if (f && m.type === "select") bringForth(m.id);
});
const poke = () => { for (const f of document.querySelectorAll("iframe")) f.contentWindow.postMessage({ barline: 1, type: "newer" }, location.origin); };

const counted = (n, one, many) => (n === 1 ? "1 " + one : n + " " + many);
const showProblems = (state) => {
  const bar = $("[data-bar]"), errors = state.problems.filter((p) => p.severity === "error").length, warnings = state.problems.length - errors;
  bar.dataset.kind = errors || state.broken ? "errors" : warnings ? "warnings" : "none";
  const parts = [errors && counted(errors, "error", "errors"), warnings && counted(warnings, "warning", "warnings")].filter(Boolean);
  let text = parts.length ? parts.join(", ") : state.checking ? "checking …" : "no errors, no warnings";
  if (state.broken) text += ": below is the last version that could be published";
  const summary = $("[data-summary]");
  if (summary.textContent !== text) summary.textContent = text;
  if (!state.checking && $("[data-said]").textContent !== text) $("[data-said]").textContent = text;
  const list = state.problems.map(problem), old = $("[data-problems]");
  if (!same([...old.children], list)) old.replaceChildren(...list);
};
const same = (a, b) => a.length === b.length && a.every((e, i) => e.isEqualNode(b[i]));
const problem = (p) => {
  const place = p.line ? `${p.file}:${p.line}:${p.column}` : p.file;
  const item = make("li", p.severity, make("span", "place", place), " ", make("span", "severity", p.severity + ":"), " ", make("bdi", "", p.message), p.fix ? "; " : "", p.fix ? make("bdi", "", p.fix) : "", " ", make("span", "code", `[${p.code}]`));
  Object.assign(item.dataset, { problem: "", code: p.code, line: p.line });
  if (p.passage?.length) {
    item.append(make("pre", "", ...p.passage.map((l) => {
      const number = make("i", "", String(l.number));
      return make("span", l.number === p.line ? "here" : "", number, make("bdi", "", l.text));
    })));
    const pre = item.lastElementChild;
    pre.tabIndex = 0;
    pre.setAttribute("role", "region");
    pre.setAttribute("aria-label", `${p.file}, line ${p.line}`);
  }
  return item;
};

const VERDICTS = {
  exact: "to the letter", typography: "typography differs", shortened: "shortened", missing: "not found", misattributed: "given to somebody else", language: "in another language",
};
const quotes = $("[data-quotes]");
const showQuotes = (all) => {
  quotes.hidden = !all?.length;
  const open = new Set([...quotes.querySelectorAll("details[open]")].map((d) => d.dataset.quoteOf));
  const list = (all ?? []).map((q) => {
    const d = make("details", "", make("summary", "", make("bdi", "", "“" + q.words + "”"), " ", make("bdi", "", q.speaker), " · ", make("b", q.verdict, VERDICTS[q.verdict] ?? q.verdict)));
    d.dataset.quoteOf = q.id;
    d.open = open.has(q.id);
    if (q.passage) {
      const passage = make("blockquote", "", q.before, make("mark", "", q.passage), q.after);
      passage.dir = "auto";
      d.append(passage, make("p", "place", `${q.report}, line ${q.line}`));
    } else d.append(make("p", "", "Nothing like it stands in the reports."));
    if (q.note) d.append(make("p", "", q.note));
    const item = make("li", "", make("span", "place", q.title), d);
    Object.assign(item.dataset, { event: q.event, quoteProof: q.verdict });
    return item;
  });
  const ul = $("ul", quotes);
  if (!same([...ul.children], list)) ul.replaceChildren(...list);
  bringForth(selected);
};
// bringForth marks the quotations of the event that is open in a frame.
let selected = null;
const bringForth = (id) => {
  selected = id;
  for (const item of quotes.querySelectorAll("li")) item.toggleAttribute("data-open", item.dataset.event === id);
};

// The server says how things stand, and says it again whenever that changes.
let version = null;
const changes = new EventSource("changes");
changes.onmessage = ({ data }) => {
  const state = JSON.parse(data);
  if (state.version === undefined) return;
  if (version !== null && version !== state.version) poke();
  version = state.version;
  $("[data-story]").textContent = state.story;
  document.title = state.story + " – preview";
  state.problems ??= [];
  showProblems(state);
  showQuotes(state.quotes);
  document.documentElement.dataset.preview = state.broken ? "broken" : state.checking ? "checking" : "ready";
};
changes.onerror = () => { document.documentElement.dataset.preview = "lost"; $("[data-summary]").textContent = "barline serve does not answer; it is asked again"; };
showFrames();
