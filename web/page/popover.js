// Opening and closing a popover: by the browser, which shows it over everything, or,
// where it knows no popovers, in place, over the figure.

import { $$, contained, figure, stage } from "./dom.js";
import { events } from "./events.js";
import { now } from "./now.js";
import { rectOf, windowNow } from "./letters.js";

const known = "showPopover" in HTMLElement.prototype;

// openBefore reports whether the reader has opened one before the script came.
export const openBefore = (p) => known && p.matches(":popover-open");
export const isOpen = (p) => p.hasAttribute("data-on");

export const open = (p, source) => {
  if (known) p.showPopover({ source });
  p.dataset.on = "";
};
export const shut = (p) => {
  if (known) p.hidePopover();
  delete p.dataset.on;
};

// inPage is whether a place that is fixed is one in the page, not in the window: a
// browser that knows containers, but no popovers, fixes what is in one to it.
export const inPage = !known && contained;

// stageIn is where the stage begins for an absolute place of a popover: in the page,
// or in the figure that holds them both.
export const stageIn = (box) => {
  const { x, y } = windowNow();
  if (known) return { x: box.x + x, y: box.y + y };
  const around = rectOf(figure);
  return { x: box.x - around.x + figure.scrollLeft, y: box.y - around.y };
};

// The keyboard walks from an event's button into its popover and out of it to what
// follows the button, as browsers that know popovers have it.
const walk = (e) => {
  const b = events.button(now.selected);
  if (e.key !== "Tab" || e.ctrlKey || e.altKey || e.metaKey || now.selected === null || !b) return;
  const inside = $$("a[href], button, [tabindex]", events.popover(now.selected)).filter((to) => to.getClientRects().length && getComputedStyle(to).visibility === "visible");
  const at = document.activeElement, to = e.shiftKey ? (at === inside[0] ? b : null) : at === b ? inside[0] : null;
  if (to) { e.preventDefault(); to.focus(); }
  else if (!e.shiftKey && at === inside[inside.length - 1]) b.focus({ preventScroll: true }); // and on from there
};
export const listenToTab = () => { if (!known) stage.parentNode.addEventListener("keydown", walk); };
