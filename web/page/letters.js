// Readers may have set a least size of letters, which browsers keep in HTML and not in
// pictures. Where it is larger than the picture's letters the whole page is enlarged by
// as much: it is then laid out as for a narrower window.

import { html, main } from "./dom.js";

const SMALLEST_PX = 13; // of the picture's words
const MOST = 2, NARROWEST_PX = 320; // no larger, and in no less width

const least = () => {
  const probe = html.appendChild(document.createElement("i"));
  probe.style.cssText = "font-size: 1px; position: absolute";
  const px = parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return px;
};

const wanted = () => Math.min(least() / SMALLEST_PX, MOST, main.clientWidth / NARROWEST_PX);

// scale is by how much what is in main is enlarged: what the window measures in px is
// scale times that.
export let scale = 1;

// enlarge does it, where the browser measures an enlarged element as the standard has it.
export const enlarge = () => {
  const by = wanted();
  if (!(by > 1.1) || !CSS.supports("zoom", "2")) return;
  main.style.zoom = by;
  const measured = main.getBoundingClientRect().width / main.offsetWidth;
  if (Math.abs(measured - by) > 0.05) { main.style.zoom = ""; return; }
  scale = by;
  // A px of main has so many more device px: the picture is drawn with as many.
  const own = Object.getOwnPropertyDescriptor(window, "devicePixelRatio");
  if (own?.get) Object.defineProperty(window, "devicePixelRatio", { ...own, get: () => own.get.call(window) * scale });
};

// rectOf is where an element is in the window, and windowNow the window and how far it
// is scrolled, in the px that main is laid out in.
const scaled = ({ x, y, width, height }) => new DOMRect(x / scale, y / scale, width / scale, height / scale);
export const rectOf = (element) => scaled(element.getBoundingClientRect());
export const rectIn = scaled;
export const windowNow = () => ({ width: innerWidth / scale, height: innerHeight / scale, x: scrollX / scale, y: scrollY / scale });
