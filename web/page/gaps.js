// Long times in which nothing happens: left out if the reader wants it so. The
// address keeps it.

import { $, query } from "./dom.js";
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
    remember();
  });
  if (button) addEventListener("popstate", remember);
};

const remember = () => {
  const url = new URL(location.href);
  if (skipped) url.searchParams.set("gaps", "skip"); else url.searchParams.delete("gaps");
  try { history.replaceState(history.state, "", url); } catch { /* a sandbox may forbid it */ }
};
