// The events of the story, as the page has them: each with its button and its
// popover, in the page since it was sent. A page of many events makes them when
// they are wanted, and puts its own ways in place of these.

import { buttons, ids, popovers } from "./dom.js";
import { now } from "./now.js";
import { soon } from "./surround.js";

export const events = {
  count: () => ids.length,
  has: (id) => buttons.has(id),
  button: (id) => buttons.get(id),
  popover: (id) => popovers.get(id),
  // focused: the keyboard has come to an event. Its ring can wait for the popover
  // that follows the keyboard.
  focused: soon,
  // left: the event's popover has been closed.
  left() {},
  // beside is the event so many further on; at the ends it stops.
  beside: (id, by) => ids[Math.max(0, Math.min(ids.length - 1, (id === null ? (by > 0 ? -1 : ids.length) : ids.indexOf(id)) + by))],
  // walk moves the keyboard on from a button, or from an open popover. What is
  // open follows.
  walk(from, by, select) {
    const next = events.beside(from, by);
    if (now.selected !== null) select(next, true);
    buttons.get(next).focus();
  },
  // What the engine is handed beside the story, and what it is told once it runs.
  handed: async () => ({}),
  started() {},
  live() {},
  ended() {},
  // What an engine says of many events.
  said: {},
};
