// window.barline, and the same by message for the page around a frame.

import { hiddenAbove } from "./ruler.js";
import { choice, config, framed, html, main } from "./dom.js";
import { events } from "./events.js";
import { now } from "./now.js";
import { on, post } from "./heard.js";
import { reduced, setTheme, themeNow } from "./theme.js";
import { boxes, seenIs } from "./place.js";
import { anew, select, step, tell as repeat } from "./select.js";
import { tell } from "./told.js";
import { arrange, ready } from "./engine.js";
import { settled } from "./surround.js";
import { heightNow } from "./size.js";

const send = (...message) => now.engine?.send(...message);
const view = (name) => { if (choice(name, ["calendar", "compare"])) arrange(name); };
const play = () => { if (!now.playing) send("play"); };

export const offer = () => {
  window.barline = Object.freeze({
    ready,
    select: (id) => select(id ?? null),
    step: (by) => step(Number(by)),
    view,
    tell,
    panBy: (share) => send("panBy", Number(share)),
    zoomBy: (factor) => send("zoomBy", Number(factor)),
    fit: () => send("fit"),
    play,
    stop: () => send("stop"),
    state: () => ({
      selected: now.selected, view: now.view, span: now.engine ? now.engine.span() : config.span, events: events.count(),
      theme: themeNow(), lang: config.lang, dir: getComputedStyle(main).direction, reducedMotion: reduced(), playing: now.playing,
      ...events.state?.(),
    }),
    pointed: () => now.engine?.pointed() || null,
    stats: () => (now.engine ? { ...now.engine.stats(), asleep: settled() }
      : { frames: 0, frameMs: { last: 0, p50: 0, p95: 0 }, primitives: 0, asleep: true }),
    boxes,
    on,
  });
  if (framed) addEventListener("message", listen);
};

// A page around the frame may send more than anybody can follow. What exceeds
// so many messages before the page has had a turn is kept back, and of each
// type only the latest counts.
const AT_ONCE = 50;
const late = new Map();
let lately = 0, turn = 0;
const listen = ({ data: m, source }) => {
  if (source !== window.parent || typeof m !== "object" || m === null || m.barline !== 1 || typeof m.type !== "string") return;
  turn ||= setTimeout(() => {
    turn = lately = 0;
    const latest = [...late.values()];
    late.clear();
    latest.forEach(hear);
  });
  if (lately++ < AT_ONCE) hear(m);
  else if (MESSAGES.includes(m.type)) {
    late.delete(m.type); // the latest is the last
    late.set(m.type, m);
  }
};

const MESSAGES = ["ping", "host", "select", "view", "tell", "play", "stop", "theme", "scrolled", "shown"];
const hear = (m) => {
  switch (m.type) {
    case "ping": post("ready", {}); post("height", { height: heightNow() }); break;
    case "host": if (typeof m.url === "string" && /^https?:\/\/[^#]{1,2000}$/.test(m.url)) now.article = m.url; break;
    case "select":
      if (m.id !== null && typeof m.id !== "string") break;
      if (m.id !== null && m.id === now.selected) repeat(m.id); else select(m.id);
      break;
    case "view": view(m.view); break;
    case "tell": tell(m.steps); break;
    case "play": play(); break;
    case "stop": send("stop"); break;
    case "theme": setTheme(m.theme, m.tokens); break;
    case "scrolled": if (m.above >= 0) hiddenAbove(m.above); break;
    // What the reader sees of the frame, once an event has been brought into view.
    case "shown": if (seenIs(m.y, m.height)) anew(); break;
  }
};
