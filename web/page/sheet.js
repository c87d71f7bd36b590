// On phones a popover is a sheet at the lower edge of what the reader sees, with its
// bar scrolled to just above it. It is dragged down to be closed, and swiped to the
// side for the event before or after.

import { $, caption, config, framed, html } from "./dom.js";
import { telling } from "./now.js";
import { inPage } from "./popover.js";
import { rectOf, scale, windowNow } from "./letters.js";
import { reduced } from "./theme.js";

const sizes = config.popover;
const MOST_PX = 560; // in a high window, where nothing can scroll away from under it

export const isSheet = (at) => at.width <= sizes.sheetMost;
// A frame's own lower edge may be far out of sight.
const sticks = !framed && !inPage;
export const leaveSheet = (element) => { delete element.dataset.sheet; };

// placeSheet puts a popover to the lower edge of at.sight; own are the boxes of what is
// drawn of its event, in px of the stage, none where nothing is. Where they and the sheet
// cannot both be seen the sheet is at the upper edge, if more of them is seen then, and
// no higher than they leave room for. show shows the popover, if it is hidden.
export const placeSheet = (element, own, at, show) => {
  // A caption is short, and never scrolls. In a frame a sheet that is open does not grow:
  // the article has made room for it as it was.
  const open = framed && !show && parseFloat(element.style.maxHeight) || MOST_PX;
  const { sight } = at, most = element === caption ? 9999 : Math.min(open, Math.round(sizes.sheetShare * sight.height));
  delete element.dataset.side;
  element.removeAttribute("style");
  element.dataset.sheet = "";
  element.style.maxHeight = most + "px";
  show?.();
  let height = rectOf(element).height;
  const first = sight.y + headNow() + sizes.gap, end = sight.y + sight.height;
  const top = at.top + Math.min(...own.map((b) => b[1])) - sizes.gap, bottom = at.top + Math.max(...own.map((b) => b[1] + b[3])) + sizes.gap;
  const lower = end - height - sizes.edge - sizes.gap, upper = sight.y + height + sizes.edge + sizes.gap;
  // Nothing scrolls under a reader who has it open already; a frame is for the article
  // to scroll.
  const mayScroll = own.length && show && !framed;
  let by = mayScroll ? scrolled(top, bottom, first, lower) : 0, isUpper = false;
  if (own.length && bottom - by > lower) {
    const other = mayScroll ? scrolled(top, bottom, upper, end) : 0;
    isUpper = upper - top + other < bottom - by - lower;
    if (isUpper) by = other;
  }
  if (isUpper) {
    element.dataset.sheet = "upper";
    const left = top - by - sight.y - sizes.edge;
    if (left < height && left >= sizes.least && element !== caption) {
      height = left;
      element.style.maxHeight = height + "px";
    }
  }
  if (!sticks || element === caption) {
    const y = (isUpper ? sight.y + sizes.edge : end - height - sizes.edge) + by;
    Object.assign(element.style, { position: "absolute", left: at.x + sizes.edge + "px", width: at.width - 2 * sizes.edge + "px", top: at.y - at.top + y + "px", right: "auto", bottom: "auto", margin: "0" });
  }
  if (by) scrollBy({ top: by * scale, behavior: reduced() ? "instant" : "smooth" });
};

// placeAtFoot leaves the popover of an event that is not in the picture to the style
// sheet, at the lower edge of at.sight.
export const placeAtFoot = (element, at, show) => {
  leaveSheet(element);
  element.removeAttribute("style");
  show?.();
  if (sticks) return;
  element.style.maxHeight = Math.round(sizes.sheetShare * at.sight.height) + "px";
  const y = at.sight.y + at.sight.height - sizes.edge - rectOf(element).height;
  Object.assign(element.style, { position: "absolute", top: at.y - at.top + y + "px", bottom: "auto" });
};

// headNow is how high the calendar is that stays at the upper edge.
const headNow = () => $(".ruler:not([hidden])")?.offsetHeight ?? 0;

// scrolled is how far the page must be scrolled down, up where it is negative, so that
// what reaches from top to bottom stands between first and last, as far as it can be.
const scrolled = (top, bottom, first, last) => {
  const wanted = bottom > last ? Math.min(bottom - last, Math.max(0, top - first)) : Math.min(0, top - first);
  const { y, height } = windowNow();
  return Math.max(-y, Math.min(wanted, html.scrollHeight / scale - height - y));
};

// needs is how much of the window's lower edge the sheet that is open takes, in px: an
// article scrolls the bar into what is left.
export const needs = (element) => (element?.dataset.sheet === undefined ? 0 : scale * (element.offsetHeight + sizes.edge + 2 * sizes.gap));

// Fingers on a sheet. Up and down its words scroll; what lies around them is its handle.
const SLIP_PX = 10, FAR_PX = 60;

// listenToFingers closes a sheet that is dragged down, and walks from one that is
// swiped to the side: by 1 for what a reader would turn a page to, else by -1. While the
// story is told the figure is swiped as well; scrolls hears when it is scrolled then.
export const listenToFingers = (close, walk, scrolls) => {
  let from = null; // where the finger came down, and what it turned out to do
  addEventListener("pointerdown", (e) => {
    const sheet = e.pointerType !== "mouse" && e.isPrimary && e.target.closest?.(telling() ? "[data-sheet],[data-stage]" : "[data-sheet]");
    from = sheet ? { sheet, x: e.clientX, y: e.clientY, isHandle: sheet.matches("[data-sheet]") && !e.target.closest(".body"), drags: false } : null;
  });
  addEventListener("pointermove", (e) => {
    if (!from?.isHandle || !e.isPrimary) return;
    const dx = e.clientX - from.x, dy = e.clientY - from.y;
    from.drags = from.drags || dy > SLIP_PX && dy > Math.abs(dx);
    if (from.drags) from.sheet.style.transform = `translateY(${Math.max(0, dy / scale)}px)`;
  });
  const end = (e) => {
    if (!from || !e.isPrimary) return;
    if (telling() && e.type === "pointercancel") scrolls();
    const { sheet, drags } = from, dx = e.clientX - from.x, dy = e.clientY - from.y;
    from = null;
    if (drags) {
      sheet.style.transform = "";
      if (e.type === "pointerup" && dy > FAR_PX) close();
    } else if (e.type === "pointerup" && Math.abs(dx) > FAR_PX && Math.abs(dx) > 2 * Math.abs(dy)) {
      walk(dx < 0 === (html.dir !== "rtl") ? 1 : -1);
    }
  };
  addEventListener("pointerup", end);
  addEventListener("pointercancel", end);
};
