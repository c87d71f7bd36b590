// What the canvas covers: all of the stage, or, where that is higher than a phone's
// WebGL can draw, what the reader sees of it and as much around it as there is room
// for.

import { stage } from "./dom.js";
import { now } from "./now.js";

const MOST_PX = 4096; // of device px, on either side
const STRIP_PX = 128;

// The canvas's size in CSS px, which the engine asks for in every frame: measured
// anew it would lay the page out each time.
export const canvasSize = {};
let stagePx = 0; // the height of the stage
let top = 0; // where the canvas begins in it
let told = 0; // what the engine knows of that
export const canvasTop = () => (told = top);

// Strips across a high stage tell which part of it is seen: in a frame only an
// observer knows.
let strips = [];
const seen = new Set();
const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    const strip = strips.indexOf(target);
    if (isIntersecting) seen.add(strip); else seen.delete(strip);
  }
  followReader();
});

const followReader = () => {
  const slack = stagePx - canvasSize.clientHeight;
  let wanted = Math.min(top, slack);
  if (slack > 0 && seen.size) {
    const middle = (Math.min(...seen) + Math.max(...seen) + 1) / 2 * STRIP_PX;
    wanted = Math.max(0, Math.min(slack, middle - canvasSize.clientHeight / 2));
  }
  // Whole device px keep what is drawn sharp.
  top = Math.floor(wanted * devicePixelRatio) / devicePixelRatio;
  tellTop();
};
export const tellTop = () => {
  if (!now.engine || told === top) return;
  told = top;
  now.engine.send("cover", top);
};

// covered is told by the engine when it has drawn from there on.
export const covered = (from) => stage.style.setProperty("--canvas-top", from + "px");

const cutStrips = (count) => {
  if (count === strips.length) return;
  observer.disconnect();
  seen.clear();
  strips.forEach((strip) => strip.remove());
  strips = Array.from({ length: count }, (_, i) => {
    const strip = document.createElement("i");
    strip.style.cssText = `position: absolute; top: ${i * STRIP_PX}px; width: 1px; height: ${STRIP_PX}px; pointer-events: none`;
    stage.append(strip);
    observer.observe(strip);
    return strip;
  });
};

// stageIs says how large the stage is.
export const stageIs = (width, height) => {
  stagePx = Math.round(height);
  const clientHeight = Math.min(stagePx, Math.floor(MOST_PX / devicePixelRatio));
  Object.assign(canvasSize, { clientWidth: Math.round(width), clientHeight });
  const whole = clientHeight === stagePx;
  if (whole) stage.style.removeProperty("--canvas"); else stage.style.setProperty("--canvas", clientHeight + "px");
  cutStrips(whole ? 0 : Math.ceil(stagePx / STRIP_PX));
  followReader();
};

// uncover forgets the canvas of an engine that has ended.
export const uncover = () => {
  cutStrips(0);
  for (const name of ["--canvas", "--canvas-top"]) stage.style.removeProperty(name);
};
