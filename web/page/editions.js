// The page in other languages, and times of day on the reader's own clocks.

import { $$, config, query } from "./dom.js";
import { now } from "./now.js";

// beside is a page in another language, with what is open here and how it is
// shown.
const beside = (link) => {
  const url = new URL(link.href), own = url.searchParams.get("lang"); // in a page that is one file
  url.search = location.search;
  url.searchParams.delete("lang");
  if (own) url.searchParams.set("lang", own);
  url.hash = now.selected ? "#" + now.selected : location.hash;
  return url.href;
};

// linkEditions keeps the selection when the reader changes the language, and
// goes to the one that the address asks for.
export const linkEditions = () => {
  const links = $$("[data-edition]");
  const wanted = query.get("lang")?.toLowerCase();
  const is = (a, part) => (part ? a.hreflang.split("-")[0] : a.hreflang).toLowerCase() === (part ? wanted.split("-")[0] : wanted);
  const other = wanted && (links.find((a) => is(a)) ?? links.find((a) => is(a, true)));
  if (other && !other.hasAttribute("aria-current") && beside(other) !== location.href) location.replace(beside(other));
  for (const a of links) {
    const href = a.href;
    // Before the browser follows it, in whichever way.
    for (const type of ["pointerdown", "focus", "click"]) a.addEventListener(type, () => { a.href = href; a.href = beside(a); });
  }
};

// written is what clocks show beside UTC at a moment, as written after it.
const written = (iso) => (iso.endsWith("Z") ? 0 : (iso.slice(-6, -5) === "-" ? -1 : 1) * (Number(iso.slice(-5, -3)) * 60 + Number(iso.slice(-2))));

// offerTimes offers a time of day on the reader's own clocks where they show
// another than the story says.
export const offerTimes = (within) => {
  for (const b of $$("[data-local]", within)) {
    const at = new Date(b.dataset.local);
    if (isNaN(at) || -at.getTimezoneOffset() === written(b.dataset.local)) continue;
    b.textContent = config.ui.yourTime;
    b.hidden = false;
    b.addEventListener("click", () => {
      const time = new Intl.DateTimeFormat(config.lang, { calendar: "gregory", dateStyle: "long", timeStyle: "short" }).format(at);
      const said = document.createElement("span");
      said.tabIndex = -1; // the keyboard stays where it was
      said.textContent = "(" + config.ui.localTime.replace("{time}", time) + ")";
      const focused = b === document.activeElement;
      b.replaceWith(said);
      if (focused) said.focus();
    }, { once: true });
  }
};
