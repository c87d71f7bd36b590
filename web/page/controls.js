// The buttons over the figure: what they do, and when they can be pressed.

import { $, $$, config, html } from "./dom.js";
import { now } from "./now.js";
import { reduced } from "./theme.js";

let retry = () => {};
// retryWith says what trying again means.
export const retryWith = (fn) => { retry = fn; };

export const act = (action) => {
  switch (action) {
    case "play": case "stop": now.engine?.send(action); break;
    case "calendar": case "compare": now.engine?.send("arrange", action); break;
    case "zoom-in": now.engine?.send("zoomBy", 1.6); break;
    case "zoom-out": now.engine?.send("zoomBy", 1 / 1.6); break;
    case "earlier": now.engine?.send("panBy", -0.5); break;
    case "later": now.engine?.send("panBy", 0.5); break;
    case "fit": now.engine?.send("fit"); break;
    case "retry": retry(); break;
  }
};

// enable says which buttons can be pressed. With few events those for the time in view
// are hidden where they do nothing, and on narrow pages they take the place of others
// (barline.css), so that one line of buttons is enough. Many events have them all, always.
const box = $("[data-controls]"); // null: one event needs none
const controls = $$("[data-controls] [data-action]");
// Events that stand well apart need no closer look.
const isApart = () => $('[data-zoom="apart"]') !== null;
export const enable = () => {
  const apart = isApart(), live = html.dataset.barline === "live", many = box?.matches("[data-search]");
  const whole = ["earlier", "later", "fit", ...(many ? [] : ["zoom-out"]), ...(apart ? ["zoom-in"] : [])];
  box?.toggleAttribute("data-zoomed", live && !many && !now.fitted && now.view !== "compare");
  for (const b of controls) {
    const zooms = b.closest("[data-zoom]") !== null;
    const useless = zooms && (now.view === "compare" || now.fitted && whole.includes(b.dataset.action));
    if (live && zooms && !many) {
      if (useless && b === document.activeElement && now.view !== "compare") $(`[data-action="${apart ? "play" : "zoom-in"}"]`, box).focus({ preventScroll: true });
      b.hidden = useless && b !== document.activeElement;
    }
    const off = !live || useless;
    // A button that has the keyboard must not lose it.
    if (off !== b.disabled && !(off && b === document.activeElement)) b.disabled = off;
  }
};

export const showArrangement = () => {
  for (const name of ["calendar", "compare"]) $(`[data-action="${name}"]`)?.setAttribute("aria-pressed", String(name === now.view));
  enable();
};

export const showPlay = () => {
  const button = $('[data-action="play"]');
  if (!button) return; // many events do not play
  button.toggleAttribute("data-playing", now.playing && !reduced());
  $("[data-name]", button).textContent = config.ui[now.playing ? (reduced() ? "next" : "pause") : now.paused ? "resume" : "play"];
};
