// What the page around a frame asks of its look, by its address or by message:
// background, accent, corners, density and headline. What is not known or cannot be
// read is ignored. Every contrast is held as in assets/themes, by a shorter rule: a
// colour that falls short is mixed with the black or white that is read on the
// background until it holds, which keeps its hue.

import { $, $$, html, query } from "./dom.js";

const asked = {}, headline = [$("h1"), ...$$(".standfirst")], story = { density: html.dataset.density, isHeadless: $("h1").hidden };

// parsed reads #rgb, #rrggbb, with or without the sign, and rgb(r, g, b), as computed
// styles say it.
const parsed = (text) => {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  if (digits) return digits.replace(/^(.)(.)(.)$/, "$1$1$2$2$3$3").match(/../g).map((part) => parseInt(part, 16));
  const parts = /^rgb\((\d{1,3}), (\d{1,3}), (\d{1,3})\)$/.exec(text)?.slice(1).map(Number);
  return parts?.every((part) => part < 256) ? parts : undefined;
};

// ask takes over what is said of each token; null takes it back.
export const ask = (tokens) => {
  const { background, accent, corners, density, headline: shown } = tokens ?? {};
  for (const [name, value] of [["background", background], ["accent", accent]]) {
    if (value === null) delete asked[name]; else asked[name] = parsed(value) ?? asked[name];
  }
  if (corners === null) html.style.removeProperty("--corners");
  else if (/^([0-9]|1[0-6])$/.test(corners)) html.style.setProperty("--corners", corners + "px");
  const close = density === null ? story.density : density;
  if (close === "compact") html.dataset.density = close; else if (close === "regular" || density === null) delete html.dataset.density;
  if (shown === null || shown === "off" || shown === "on") {
    for (const e of headline) e.hidden = shown ? shown === "off" : story.isHeadless;
  }
};

const BLACK = [0, 0, 0], WHITE = [255, 255, 255];
const linear = (v) => ((v /= 255) > 0.04045 ? ((v + 0.055) / 1.055) ** 2.4 : v / 12.92);
const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) + 0.05;
const contrast = (a, b) => {
  const ratio = luminance(a) / luminance(b);
  return ratio < 1 ? 1 / ratio : ratio;
};
const poleOf = (paper) => (contrast(paper, BLACK) >= contrast(paper, WHITE) ? BLACK : WHITE);
const mix = (a, b, share) => a.map((v, i) => Math.round(v + (b[i] - v) * share));

export const isDressed = () => asked.background || asked.accent;
// dark is the theme that a background is of, if one is asked for.
export const dark = () => asked.background && (poleOf(asked.background) === WHITE ? "dark" : "light");

const PAINTS = ["paper", "panel", "talks", "other", "third", "fourth"];
let sheet, dressed = false;
// dress writes a rule of the page's own sheet, its last, which policies allow, for the screen;
// colours that the system forces outdo it. Those who ask for more contrast keep the
// background that has it.
export const dress = (colours, isMore) => {
  if (dressed) sheet.deleteRule(sheet.cssRules.length - 1);
  dressed = isDressed();
  if (!dressed) return;
  let [paper, panel, ...marks] = colours(PAINTS);
  const words = isMore ? 7 : 4.5, least = isMore ? 4.5 : 3, paints = {};
  if (asked.background && !isMore) {
    paper = asked.background;
    panel = mix(paper, WHITE, poleOf(paper) === BLACK ? 0.6 : 0.05);
  }
  const pole = poleOf(paper);
  const hold = (colour, ratio) => {
    let held = colour;
    for (let i = 1; i <= 64 && Math.min(contrast(held, paper), contrast(held, panel)) < ratio; i++) held = mix(colour, pole, i / 64);
    return held;
  };
  if (asked.background && !isMore) {
    const ink = hold(mix(paper, pole, 0.88), 7), middle = hold(mix(paper, pole, 0.5), 3);
    Object.assign(paints, { paper, panel, ink, inverse: paper, focus: ink, quiet: hold(mix(paper, pole, 0.64), 7), axis: middle, waiting: middle,
      grid: mix(paper, ink, 0.1), hairline: mix(paper, ink, 0.18), overlay: mix(paper, ink, 0.06) });
  }
  if (asked.accent) marks[0] = asked.accent;
  PAINTS.slice(2).forEach((paint, i) => { paints[paint] = hold(marks[i], words); });
  paints.lift = hold(mix(paints.talks, WHITE, 0.12), least);
  sheet = sheet ?? document.styleSheets[0];
  const rules = Object.entries(paints).map(([paint, colour]) => `--${paint}:rgb(${colour})`).join(";");
  sheet.insertRule(`@media screen{:root:root:root{${rules}}}`, sheet.cssRules.length);
};

ask(Object.fromEntries(query));
