// Long times in which nothing happens: left out if the reader wants it so. The
// address keeps it.

import { $, query, remember } from "./dom.js";
import { now } from "./now.js";

const button = $('[data-action="gaps"]');
let skipped = query.get("gaps") === "skip";

export const showGaps = () => {
  if (!button) return; // there are none
  button.setAttribute("aria-pressed", String(skipped));
  now.engine?.send("collapse", skipped);
};

export const listenToGaps = () => {
  button?.addEventListener("click", () => {
    skipped = !skipped;
    showGaps();
    keep();
  });
  if (button) addEventListener("popstate", keep);
};

const keep = () => remember({ gaps: skipped ? "skip" : "" });
