// What the words of an article tell while they are scrolled: its steps, and where in
// the page the picture shows the last of them.

import { buttons, choice, query, stage } from "./dom.js";
import { events } from "./events.js";
import { now } from "./now.js";
import { emit, post } from "./heard.js";
import { asleep } from "./surround.js";
import { boxes } from "./place.js";
import { select, unhand } from "./select.js";

let steps = null, owed = false;

// tell shows the step that the article has come to: the last one of those given, which
// are all up to it.
export const tell = (given) => {
  if (!Array.isArray(given) || given.length > 999 || !given.every((s) => typeof s === "string" && s.length < 200)) return;
  steps = given;
  show();
};

// tellAnew does so once an engine is there, or all events are; what the reader has
// opened since stays open.
export const tellAnew = () => {
  mark(null);
  if (steps && !now.selected) show();
};

const show = () => {
  unhand();
  mark(now.engine ? null : last());
  owed = true;
  if (!now.engine) select(null);
  else now.engine.send("tell", choice(query.get("view"), ["compare"]) ?? "calendar", ...steps);
  if (!now.engine || asleep()) reportTold();
};

const last = () => steps[steps.length - 1];

// mark rings an event in the still picture; the engine draws its own ring.
const mark = (id) => { for (const [of, b] of buttons) b.toggleAttribute("data-told", of === id); };

// reportTold tells the page around the frame where the step is shown, once nothing
// moves.
export const reportTold = () => {
  if (!owed) return;
  owed = false;
  const { x, y, width, height } = events.has(last()) && boxes()[last()]?.bar || stage.getBoundingClientRect();
  post("told", { at: { x: x + scrollX, y: y + scrollY, width, height } });
};

// untold says that the story knows no such step.
export const untold = (step) => {
  const message = `the step "${step}" is no event of the story, no date or stretch of time (2025-04/2025-08), and neither "fit" nor "compare"`;
  emit("error", { message });
  post("error", { message });
};
