// The parts of the page, as the server sent them.

export const $ = (selector, within = document) => within.querySelector(selector);
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

export const html = document.documentElement;
export const main = $("[data-timeline]");
export const figure = $("[data-figure]");
export const stage = $("[data-stage]");
export const caption = $("[data-caption]");
export const config = JSON.parse($("[data-config]").textContent);
export const buttons = new Map($$("[data-event]").map((b) => [b.dataset.event, b]));
export const popovers = new Map($$("[data-popover]").map((p) => [p.dataset.popover, p]));
export const ids = [...buttons.keys()];
// contained is whether the browser knows containers. Without them the style sheet goes
// by the window's width.
export const contained = CSS.supports("container-type", "inline-size");
export const query = new URLSearchParams(location.search);
// remember keeps something in the address, or takes it out where it is empty.
export const remember = (values) => {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) if (value) url.searchParams.set(name, value); else url.searchParams.delete(name);
  try { history.replaceState(history.state, "", url); } catch { /* a sandbox may forbid it */ }
};
export const framed = window.parent !== window;

// Everything fetched later lies beside the script, however deep the page.
const base = document.currentScript.src;
export const asset = (name) => new URL(name, base).href;

// choice is the value if it is one of those allowed, else null.
export const choice = (value, allowed) => (allowed.includes(value) ? value : null);

// eventOf is the id of the event whose button an element is or is in.
export const eventOf = (target) => target.closest?.("[data-event]")?.dataset.event;
