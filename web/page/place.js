// Where things are, and where a popover finds room.

import { $, caption, config, contained, framed, html, ids, main, stage } from "./dom.js";
import { rectIn, rectOf, scale, windowNow } from "./letters.js";
import { now } from "./now.js";
import { afterPaint } from "./surround.js";
import { stageIn } from "./popover.js";
import { isSheet, leaveSheet, placeAtFoot, placeSheet } from "./sheet.js";

// The sizes that popovers are placed by are those of the engine's search.
const sizes = config.popover;

// Hidden, the timeline has no width: it keeps the one that it had.
let width = 0;
export const rungNow = () => {
  width = (contained ? main.clientWidth : windowNow().width) || width;
  let rung = config.ladder[0].width;
  for (const r of config.ladder) if (r.width <= width) rung = r.width;
  return rung;
};
export const still = () => config.ladder.find((r) => r.width === rungNow());

// The part of the stage that the reader sees, in stage px. In a frame only
// the observer knows: the frame may be taller than the screen.
let seen = null;
let inView = true, toldOfView = () => {};
export const isInView = () => inView;
// watchView tells when the stage comes into view, and when it goes.
export const watchView = (fn) => { toldOfView = fn; };
const thresholds = Array.from({ length: 41 }, (_, i) => i / 40);
new IntersectionObserver((entries) => {
  const e = entries[entries.length - 1];
  const box = rectIn(e.boundingClientRect), cut = rectIn(e.intersectionRect);
  // Of a stage that is seen whole the observer tells nothing more, whatever its size becomes.
  const least = (part, all) => part < all - 1 ? part : Infinity;
  seen = e.isIntersecting ? { x: cut.x - box.x, y: cut.y - box.y, width: least(cut.width, box.width), height: least(cut.height, box.height) } : null;
  if (e.isIntersecting !== inView) {
    inView = e.isIntersecting;
    toldOfView();
  }
}, { threshold: thresholds }).observe(stage);

// seenIs is told by the page around the frame which part of it the reader sees, from y
// px on. It reports whether that can be.
export const seenIs = (y, height) => {
  if (!(Number.isFinite(y) && height > 0 && height < 1e5)) return false;
  y /= scale;
  height /= scale;
  const box = rectOf(stage);
  const top = Math.max(0, y - box.y), bottom = Math.min(box.height, y + height - box.y);
  if (bottom <= top) return false;
  seen = { x: 0, y: top, width: Infinity, height: bottom - top };
  sight = { y, height };
  return true;
};

// sightNow is the part of the window that the reader sees, from y px on; of a frame,
// which may be taller than the screen, only the observer knows.
let sight = null;
if (framed) {
  new IntersectionObserver((entries) => {
    const e = entries[entries.length - 1];
    sight = e.isIntersecting ? rectIn(e.intersectionRect) : null;
  }, { threshold: thresholds }).observe(main);
}
const sightNow = () => framed && sight || { y: 0, height: windowNow().height };

const visible = (box) => {
  const whole = { x: 0, y: 0, width: box.width, height: box.height };
  // In a low window, and where little is seen of the figure, a popover lies over what
  // stands around it, too.
  const { height: innerHeight } = windowNow();
  const window = { x: 0, y: -box.y, width: box.width, height: innerHeight };
  const isLow = (height) => sizes.readable * innerHeight <= sizes.readableMost || height < sizes.readableMost + 2 * sizes.edge;
  if (framed) {
    // The figure may have become lower or narrower since.
    const part = seen && { ...seen, width: Math.min(seen.width, box.width - seen.x), height: Math.min(seen.height, box.height - seen.y) };
    if (html.scrollHeight / scale > innerHeight + 1 && part && isLow(part.height)) return window;
    return part && part.width > 0 && part.height > 0 ? part : whole;
  }
  const top = Math.max(0, -box.y), bottom = Math.min(box.height, innerHeight - box.y);
  const left = Math.max(0, -box.x), right = Math.min(box.width, html.clientWidth / scale - box.x);
  if (bottom <= top || right - left < 80) return whole;
  if (isLow(bottom - top)) return { ...window, x: left, width: right - left };
  return { x: left, y: top, width: right - left, height: bottom - top };
};

// room is what a place depends on beside the element itself. Asked before anything
// changes it costs nothing; afterwards the browser would lay the page out to tell.
export const room = () => {
  const box = rectOf(stage);
  return { ...stageIn(box), top: box.y, bounds: visible(box), sight: sightNow(), width: Math.min(Math.round(box.width), main.clientWidth), height: Math.round(box.height), still: now.engine ? null : still() };
};

// placed is what each element was placed by. What has its place keeps it until
// its event, or the stage, stands elsewhere: a popover that the reader has open
// does not move because the engine has come, or because of a pointer.
const placed = new WeakMap();
export const unplace = (element) => { placed.delete(element); growth.unobserve(element); };
// keepPlace leaves an element where it is: it is open already, at the window's
// foot, where it was before there was a script.
export const keepPlace = (element, id) => placed.set(element, reason(id, room()));
export const barOf = (id, at) => {
  if (!now.engine) return at.still.boxes[id]?.bar;
  // Asking the engine takes time; of what matters it has told.
  return now.drawn?.[0] === id ? now.drawn.slice(1) : now.engine.boxes()[id]?.bar;
};
// ownOf are a bar, the wait before it and its words. Of many events the engine takes
// too long to tell: there it is the bar.
export const ownOf = (id, at) => {
  const boxes = now.engine ? (ids.length ? now.engine.boxes()[id] : null) : at.still.boxes[id];
  return boxes ? [boxes.bar, boxes.wait, boxes.label].filter(Boolean) : [barOf(id, at)].filter(Boolean);
};
const reason = (id, at) => [id, at.width, at.height, ...(barOf(id, at) ?? []).map((v) => Math.round(v * 10))].join(" ");

// measured is how high every popover is, by its width: measuring lays the page
// out. What is opened again is believed to be as high as it was, and looked at
// once it is shown.
const believed = new WeakSet();
let measured = new WeakMap();
const forget = () => { measured = new WeakMap(); };
addEventListener("resize", forget);
document.fonts?.addEventListener("loadingdone", forget);

// widthsIn are the widths that a popover may have, as the engine's own search has
// them: a slimmer one may find an emptier place.
const widthsIn = (width, isCaption) => {
  const most = width - 2 * sizes.edge, preferred = sizes.widths;
  if (isCaption) return [Math.min(sizes.caption, most)];
  if (most <= preferred[0]) return [most];
  return now.engine ? preferred : [preferred[0]];
};

// place puts an element where the engine, or the static fallback, finds room
// beside an event. show shows it, if it is hidden.
export const place = (element, id, at = room(), show = null) => {
  const why = reason(id, at);
  if (placed.get(element) === why) return;
  if (!now.engine && element !== caption && !at.still.boxes[id]) { placeAtFoot(element, at, show); return; }
  placed.set(element, why);
  if (isSheet(at)) { placeSheet(element, ownOf(id, at), element === caption ? { ...at, x: 0, y: 0 } : at, show); return; }
  leaveSheet(element);
  const { bounds } = at, widths = widthsIn(at.width, element === caption);
  // Without scripts a popover is a sheet at the window's foot.
  Object.assign(element.style, { position: "absolute", right: "auto", bottom: "auto", margin: "0", height: "auto", maxHeight: "none", width: widths[0] + "px" });
  const tall = measured.get(element) ?? new Map();
  if (element !== caption) measured.set(element, tall); // a caption is another at every event
  const unknown = widths.filter((width) => !tall.has(width));
  // Measuring needs it shown; otherwise it is shown where it will be.
  if (unknown.length) { show?.(); show = null; believed.delete(element); } else believed.add(element);
  for (const width of unknown) {
    element.style.width = width + "px";
    tall.set(width, rectOf(element).height);
  }
  const found = now.engine ? now.engine.place(id, bounds.x, bounds.y, bounds.width, bounds.height, ...widths.flatMap((width) => [width, Math.ceil(tall.get(width))]))
    : placeStill(at, id, widths[0], Math.ceil(tall.get(widths[0])));
  const whole = tall.get(found.width), low = found.height < whole && element !== caption;
  const [x, y] = element === caption ? [0, 0] : [at.x, at.y];
  Object.assign(element.style, {
    width: found.width + "px", height: low ? found.height + "px" : "auto", left: found.x + x + "px", top: found.y + y + "px", transform: "",
  });
  if (found.side) element.dataset.side = found.side; else delete element.dataset.side;
  // On the tip alone: the popover's whole inside would inherit it.
  const pointer = $(".tip", element);
  pointer?.style.setProperty("--tip", found.tip + "px");
  pointer?.classList.toggle("off", !!found.hidePointer);
  heights.set(element, low ? found.height : whole);
  show?.();
  afterPaint(() => { if (placed.has(element)) growth.observe(element); });
};

// What stands over its bar grows upwards when our fonts come and it needs a line
// more: downwards it would cover what it points at.
const heights = new WeakMap();
const growth = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (!target.offsetHeight) continue;
    const grown = Math.round(rectOf(target).height - heights.get(target));
    if (grown) measured.delete(target);
    if (believed.delete(target) && grown) {
      placed.delete(target);
      place(target, target.dataset.popover);
    } else if (target.dataset.side === "lower") target.style.transform = grown ? `translateY(${-grown}px)` : "";
  }
});

// placeStill is a plain version of the engine's search: beside the bar, over it or
// under it, wherever least is hidden.
const placeStill = ({ still, bounds }, id, width, natural) => {
  const boxes = still.boxes[id];
  const [bx, by, bw, bh] = boxes.bar;
  const own = [boxes.bar, boxes.wait, boxes.label].filter(Boolean);
  const left = Math.min(...own.map((b) => b[0])), right = Math.max(...own.map((b) => b[0] + b[2]));
  const top = Math.min(...own.map((b) => b[1])), bottom = Math.max(...own.map((b) => b[1] + b[3]));
  const { edge, gap, reach, corner } = sizes;
  // As low as it may be to be read.
  const least = Math.min(natural, Math.max(sizes.least, Math.min(sizes.readableMost, sizes.readable * bounds.height)));
  const x0 = bounds.x + edge, y0 = bounds.y + edge;
  const x1 = bounds.x + bounds.width - edge, y1 = bounds.y + bounds.height - edge;
  const clamp = (v, low, high) => Math.max(low, Math.min(v, high));
  const height = Math.min(natural, y1 - y0);
  const y = clamp(by + bh / 2 - height / 2, y0, y1 - height);
  const tipY = clamp(by + bh / 2 - y, corner, height - corner);
  const x = clamp(bx + bw / 2 - width / 2, x0, x1 - width);
  const tip = clamp(bx + bw / 2 - x, corner, width - corner);
  const below = y1 - bottom - gap, above = top - gap - y0;
  const places = [];
  if (right + gap + width <= x1) places.push({ x: right + gap, y, width, height, side: "left", tip: tipY });
  if (left - gap - width >= x0) places.push({ x: left - gap - width, y, width, height, side: "right", tip: tipY });
  if (below >= least) places.push({ x, y: bottom + gap, width, height: Math.min(natural, below), side: "upper", tip });
  if (above >= least) { const h = Math.min(natural, above); places.push({ x, y: top - gap - h, width, height: h, side: "lower", tip }); }
  // The emptiest of them; what must be scrolled, and what is far, counts too.
  const others = Object.entries(still.boxes).filter(([other]) => other !== id).flatMap(([, b]) => [b.bar, b.wait, b.label]).filter(Boolean);
  const shared = (from, to, at, size) => Math.max(0, Math.min(to, at + size) - Math.max(from, at));
  const both = (x0, x1, y0, y1, b) => shared(x0, x1, b[0], b[2]) * shared(y0, y1, b[1], b[3]);
  // Between the bar and the pointer, which reaches out, another event would
  // seem to be what it points at.
  const between = ({ side, x, y, height, tip }) => ({
    left: [bx + bw, x - reach, y + tip - reach, y + tip + reach], right: [x + width + reach, bx, y + tip - reach, y + tip + reach],
    upper: [x + tip - reach, x + tip + reach, by + bh, y - reach], lower: [x + tip - reach, x + tip + reach, y + height + reach, by],
  })[side];
  for (const p of places) {
    p.cost = (natural - p.height) * width / 2 + Math.hypot(p.x + width / 2 - bx - bw / 2, p.y + p.height / 2 - by - bh / 2);
    for (const b of others) p.cost += both(p.x, p.x + width, p.y, p.y + p.height, b);
    p.hidePointer = others.some((b) => both(...between(p), b) > 0);
    if (p.hidePointer) p.cost += width * p.height;
  }
  const best = places.reduce((a, b) => (b.cost < a.cost ? b : a), places[0]);
  if (best) return best;
  // A sheet at the edge where more of the bar is seen.
  const high = Math.min(natural, y1 - y0, Math.max(least, y1 - by - bh - gap, by - gap - y0));
  return { x, y: by - y0 > y1 - by - bh ? y0 : y1 - high, width, height: high, side: "", tip };
};

// stillAt is the event whose bar, wait or words are drawn at a point of the
// static picture.
export const stillAt = (x, y) => {
  const box = rectOf(stage);
  x /= scale;
  y /= scale;
  const inside = (b) => b && x - box.x >= b[0] && x - box.x < b[0] + b[2] && y - box.y >= b[1] && y - box.y < b[1] + b[3];
  return Object.entries(still().boxes).find(([, b]) => inside(b.bar) || inside(b.wait) || inside(b.label))?.[0];
};

// boxes says where everything is drawn, in the viewport.
export const boxes = () => {
  const all = now.engine ? now.engine.boxes() : still().boxes;
  const at = stage.getBoundingClientRect();
  const rect = (b) => ({ x: b[0] * scale + at.x, y: b[1] * scale + at.y, width: b[2] * scale, height: b[3] * scale });
  const of = (b) => {
    if (!b) return null;
    const out = { bar: rect(b.bar) };
    if (b.wait) out.wait = rect(b.wait);
    if (b.label) out.label = rect(b.label);
    return out;
  };
  return Object.fromEntries([...new Set([...ids, ...Object.keys(all)])].map((id) => [id, of(all[id])]));
};
