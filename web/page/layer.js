// The text layer over the live picture.

import { $, buttons, html } from "./dom.js";
import { now } from "./now.js";
import { forced } from "./theme.js";
import { showRuler } from "./ruler.js";

const words = $("[data-words]");
const spans = new Map(); // by the scene's ids
const texts = new WeakMap(); // what each span was given to say

// showLayer brings the layer up to date: buttons are moved, words added,
// changed and removed. What has not changed is not touched.
export const showLayer = (changes) => {
  for (const c of changes) {
    if (c.kind === "button") {
      const b = buttons.get(c.event);
      if (!b) continue; // it is gone from the story, too
      if (c.gone) { b.dataset.away = ""; continue; }
      delete b.dataset.away;
      Object.assign(b.style, { left: c.x + "px", top: c.y + "px", width: c.width + "px", height: c.height + "px" });
      continue;
    }
    let span = spans.get(c.id);
    if (c.gone) { span?.remove(); spans.delete(c.id); continue; }
    if (!span || !span.isConnected) {
      span = document.createElement("span");
      spans.set(c.id, span);
      words.append(span);
    }
    Object.assign(span.style, { left: c.x + "px", top: c.y + "px" });
    if (c.moved) continue;
    span.className = c.face;
    span.dir = c.dir;
    span.toggleAttribute("data-foreign", c.foreign);
    for (const [name, value] of [["of", c.event], ["more", c.more]]) if (value) span.dataset[name] = value; else delete span.dataset[name];
    texts.set(span, c.text);
    span.textContent = c.text;
    Object.assign(span.style, { fontSize: c.size + "px", lineHeight: c.line + "px" });
    span.style.setProperty("--words", `var(--${c.paint})`);
  }
  watcher.takeRecords(); // our own changes
  showRuler();
};

export const clearLayer = () => {
  words.replaceChildren();
  spans.clear();
  watcher.takeRecords();
  for (const b of buttons.values()) { b.removeAttribute("style"); delete b.dataset.away; }
};

// A browser that translates the page changes words that are not its own to
// change back: from then on the DOM's words are those that are seen.
let translated = false;
const watcher = new MutationObserver((records) => {
  const changed = (span) => texts.has(span) && span.isConnected && span.textContent !== texts.get(span);
  if (records.some((r) => changed(r.target.parentElement?.closest("[data-words] > span")) || changed(r.target))) noteTranslation(true);
});
watcher.observe(words, { childList: true, characterData: true, subtree: true });
// Some of them mark the page, and take the mark away with the translation.
const marked = () => html.matches('[class*="translated-"]');
let wasMarked = false;
new MutationObserver(() => {
  if (marked() === wasMarked) return;
  wasMarked = marked();
  noteTranslation(wasMarked);
}).observe(html, { attributes: true, attributeFilter: ["class"] });

const noteTranslation = (is) => {
  if (is === translated) return;
  translated = is;
  showWords();
};

// showWords decides whose words are seen: the picture's, or the DOM's.
export const showWords = () => {
  const ours = translated || forced();
  html.toggleAttribute("data-words", ours);
  now.engine?.words(!ours);
};
