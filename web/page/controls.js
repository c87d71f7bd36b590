// The buttons over the figure: what they do, and when they can be pressed.

import { $, $$, config, html } from "./dom.js";
import { now } from "./now.js";

let retry = () => {};
// retryWith says what trying again means.
export const retryWith = (fn) => { retry = fn; };

export const act = (action) => {
  switch (action) {
    case "play": now.engine?.send("play"); break;
    case "replay": now.opening = true; now.engine?.send("replay"); break;
    case "calendar": case "compare": now.engine?.send("arrange", action); break;
    case "zoom-in": now.engine?.send("zoomBy", 1.6); break;
    case "zoom-out": now.engine?.send("zoomBy", 1 / 1.6); break;
    case "earlier": now.engine?.send("panBy", -0.5); break;
    case "later": now.engine?.send("panBy", 0.5); break;
    case "fit": now.engine?.send("fit"); break;
    case "retry": retry(); break;
  }
};

const controls = $$("[data-controls] [data-action]");
export const enable = () => {
  const live = html.dataset.barline === "live";
  for (const b of controls) {
    const whole = now.fitted && ["earlier", "later", "fit"].includes(b.dataset.action);
    const off = !live || b.closest("[data-zoom]") !== null && (now.view === "compare" || whole);
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
  button.toggleAttribute("data-playing", now.playing);
  $("[data-name]", button).textContent = now.playing ? config.ui.pause : now.paused ? config.ui.resume : config.ui.play;
};
