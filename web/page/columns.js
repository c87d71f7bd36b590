// The file of the events, where they are too many to stand in the page: it goes
// to the engine as it comes.

import { $, config, html } from "./dom.js";
import { events } from "./events.js";
import { now } from "./now.js";
import { fetched } from "./load.js";
import { addressed, select } from "./select.js";

let reader = null, filling = false, loaded = 0, first = null;
let owed = null; // what is open already, and a new engine does not know yet
let opened = null; // the address that has been followed

// fill shows the still picture, which has them all, until the live one has, too,
// or the reader moves.
const fill = (on) => {
  filling = on;
  html.toggleAttribute("data-filling", on);
};

// handed brings the beginning of the file, which says what is in it.
const handed = async () => {
  const response = await fetched(config.assets.events, (type) => !type.startsWith("text/"));
  reader = response.body.getReader();
  let head = new Uint8Array(0);
  while (head.length < config.events.headBytes) {
    const { done, value } = await reader.read();
    if (done) throw new Error("the file of the events is cut off");
    const longer = new Uint8Array(head.length + value.length);
    longer.set(head);
    longer.set(value, head.length);
    head = longer;
  }
  first = head.length;
  owed = now.selected;
  opened = null;
  fill(true);
  return { head };
};

const started = async (current, fail) => {
  const mine = current(() => true);
  const bar = $("[data-progress]");
  let got = first;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (!mine()) return;
      if (done) break;
      got += value.length;
      bar.hidden = false;
      bar.style.setProperty("--loaded", Math.min(1, got / config.events.bytes));
      const wrong = now.engine.feed(value);
      if (wrong) throw new Error(wrong);
      open();
    }
    const wrong = now.engine.feed(null);
    if (wrong) throw new Error(wrong);
    bar.hidden = true;
    open();
  } catch (error) {
    if (mine()) fail(error.message || String(error));
  }
};

// open opens what the address names, or what is open already, once it is there;
// what is closed after that stays closed.
const open = () => {
  if (owed !== null && owed !== now.selected) owed = null;
  const id = owed ?? (now.selected === null && opened !== location.hash ? addressed() : null);
  if (!id || !events.has(id)) return;
  owed = null;
  opened = location.hash;
  select(id);
};

export const fetchEvents = () => {
  events.said.taken = (n) => {
    loaded = n;
    if (n === config.events.count) fill(false);
  };
  events.state = () => ({ loaded, ...events.search?.() });
  if (!config.assets.events) return;
  Object.assign(events, {
    handed,
    started,
    ended() { fill(false); reader?.cancel().catch(() => {}); reader = null; loaded = 0; },
  });
  for (const type of ["pointerdown", "wheel", "keydown", "input"]) addEventListener(type, () => { if (filling) fill(false); }, { capture: true, passive: true });
};
