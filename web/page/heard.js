// What others hear: listeners in the page, the page around a frame, and those
// who listen to the screen.

import { $, framed } from "./dom.js";

const listeners = new Map();

export const on = (type, fn) => {
  if (!listeners.has(type)) listeners.set(type, new Set());
  listeners.get(type).add(fn);
  return () => listeners.get(type).delete(fn);
};

export const emit = (type, detail) => {
  for (const fn of listeners.get(type) ?? []) {
    try { fn(detail); } catch (error) { setTimeout(() => { throw error; }); }
  }
};

export const post = (type, fields) => {
  if (framed) window.parent.postMessage({ barline: 1, type, ...fields }, "*");
};

const region = $("[data-live-region]");
export const announce = (text) => { if (!hushed) region.textContent = text; };
// hush keeps what is announced from being heard, for as long as it is on.
let hushed = false;
export const hush = (on) => { hushed = on; };
