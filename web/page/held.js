// Where the reader is in a popover whose contents become others.

import { $, $$ } from "./dom.js";

// held remembers where the keyboard is in a popover, and what is scrolled there, and
// returns what puts both back.
export const held = (popover) => {
  const focused = popover.contains(document.activeElement) ? document.activeElement : null;
  const body = $(".body", popover), { scrollTop } = body, all = $$("a, button", popover), at = all.indexOf(focused);
  return () => {
    body.scrollTop = scrolledTo(body, scrollTop);
    if (!focused || document.activeElement === focused) return;
    const next = focused.dataset.step && $(`[data-step="${focused.dataset.step}"]`, popover) || at >= 0 && $$("a, button", popover)[at] || $(".close", popover);
    next.focus({ preventScroll: true });
  };
};
const scrolledTo = (body, top) => Math.min(top, body.scrollHeight);
