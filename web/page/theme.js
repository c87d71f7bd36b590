// Theme, motion, and colours that the reader's system forces.

import { choice, config, html, query } from "./dom.js";
import { ask, dark, dress, isDressed } from "./dress.js";
import { now } from "./now.js";

const REDUCED = "(prefers-reduced-motion: reduce)", DARK = "(prefers-color-scheme: dark)", FORCED = "(forced-colors: active)", MORE = "(prefers-contrast: more)";
let theme = choice(query.get("theme"), ["light", "dark"]) ?? "auto";

const contrast = choice(query.get("contrast"), ["more", "standard"]);

// A background that the page around a frame asks for is dark or light itself.
const meant = () => (theme === "auto" && dark() || theme);
export const themeNow = () => (meant() === "auto" ? (matchMedia(DARK).matches ? "dark" : "light") : meant());
export const reduced = () => query.get("motion") === "reduce" || matchMedia(REDUCED).matches;
export const forced = () => matchMedia(FORCED).matches;

const more = () => contrast === "more" || !contrast && matchMedia(MORE).matches;

// paletteNow is, in forced colours, with more contrast or in a story's theme, what each
// paint has become: "name r g b a" by lines. Elsewhere the engine knows its own.
export const paletteNow = (paints) => {
  if (!forced() && !more() && !config.themed && !isDressed()) return "";
  return colours(paints).map(([r, g, b, a = 1], i) => `${paints[i]} ${r} ${g} ${b} ${Math.round(a * 255)}`).join("\n");
};
const colours = (paints) => {
  const probe = document.createElement("i");
  document.body.append(probe);
  probe.style.forcedColorAdjust = "none";
  const all = paints.map((paint) => {
    probe.style.color = `var(--${paint})`;
    return (getComputedStyle(probe).color.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number);
  });
  probe.remove();
  return all;
};

export const showTheme = () => {
  if (contrast) html.dataset.contrast = contrast;
  if (meant() === "auto") delete html.dataset.theme; else html.dataset.theme = meant();
  dress(colours, more());
  now.engine?.theme(themeNow(), paletteNow(now.engine.paints()));
};

export const setTheme = (name, tokens) => {
  theme = choice(name, ["light", "dark", "auto"]) ?? theme;
  ask(tokens);
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
