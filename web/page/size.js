// The page's size: the figure's rung, and the height that a frame must have.

import { framed, main, query } from "./dom.js";
import { now } from "./now.js";
import { post } from "./heard.js";
import { rungNow } from "./place.js";
import { moved } from "./engine.js";

export const heightNow = () => Math.ceil(main.getBoundingClientRect().height);

export const watchSize = () => {
  let rung = rungNow();
  new ResizeObserver(() => {
    if (!main.clientWidth) return;
    const next = rungNow();
    if (next !== rung) {
      rung = next;
      now.engine?.send("resize", next);
    }
    moved();
  }).observe(main);
  if (!framed) return;
  let told = 0;
  new ResizeObserver(() => {
    const height = heightNow();
    if (height === told || height === 0) return; // hidden, it has none
    told = height;
    post("height", { height });
    const child = query.get("childId");
    if (child) window.parent.postMessage(`pymxPYMx${child}xPYMxheightxPYMx${height}`, "*");
    window.parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
  }).observe(main);
};
