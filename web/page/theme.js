// Theme, motion, and colours that the reader's system forces.

import { choice, html, query } from "./dom.js";
import { now } from "./now.js";

const REDUCED = "(prefers-reduced-motion: reduce)", DARK = "(prefers-color-scheme: dark)", FORCED = "(forced-colors: active)", MORE = "(prefers-contrast: more)";
let theme = choice(query.get("theme"), ["light", "dark"]) ?? "auto";

const contrast = choice(query.get("contrast"), ["more", "standard"]);

export const themeNow = () => (theme === "auto" ? (matchMedia(DARK).matches ? "dark" : "light") : theme);
export const reduced = () => query.get("motion") === "reduce" || matchMedia(REDUCED).matches;
export const forced = () => matchMedia(FORCED).matches;

const more = () => contrast === "more" || !contrast && matchMedia(MORE).matches;

// paletteNow is, in forced colours or with more contrast, what each paint has
// become: "name r g b a" by lines. Elsewhere the engine knows its own.
export const paletteNow = (paints) => {
  if (!forced() && !more()) return "";
  const probe = document.createElement("i");
  document.body.append(probe);
  probe.style.forcedColorAdjust = "none";
  const lines = paints.map((paint) => {
    probe.style.color = `var(--${paint})`;
    const [r, g, b, a = "1"] = getComputedStyle(probe).color.match(/[\d.]+/g) ?? ["0", "0", "0"];
    return `${paint} ${r} ${g} ${b} ${Math.round(Number(a) * 255)}`;
  });
  probe.remove();
  return lines.join("\n");
};

export const showTheme = () => {
  if (contrast) html.dataset.contrast = contrast;
  if (theme === "auto") delete html.dataset.theme; else html.dataset.theme = theme;
  now.engine?.theme(themeNow(), paletteNow(now.engine.paints()));
};

export const setTheme = (name) => {
  if (!choice(name, ["light", "dark", "auto"])) return;
  theme = name;
  showTheme();
};

// Those that listen are not read: in Chromium, reading one between a change
// and its event swallows the event.
const darkQuery = matchMedia(DARK), reducedQuery = matchMedia(REDUCED), forcedQuery = matchMedia(FORCED), moreQuery = matchMedia(MORE);
export const watchSystem = (onForced) => {
  showTheme();
  darkQuery.addEventListener("change", showTheme);
  moreQuery.addEventListener("change", showTheme);
  reducedQuery.addEventListener("change", () => now.engine?.send("reduce", reduced()));
  forcedQuery.addEventListener("change", () => { showTheme(); onForced(); });
};
