// What is so at this moment. The engine, once live, keeps the selection and
// the view, and this mirrors them; without it the page keeps the selection
// itself.

// telling reports whether the story is told, or stands still at an event of it.
export const telling = () => now.playing || now.paused;

export const now = {
  engine: null, // the running engine's calls
  selected: null,
  view: "calendar",
  opening: false, // bars grow
  playing: false,
  paused: false,
  drawn: null, // where the event of the popover or the caption is drawn: [id, x, y, width, height] of its bar
  caught: null, // the event that Play speaks of, with its caption
  article: null, // the address of the article around the frame, if it has said so
  kept: null, // by the page before it was loaded anew, for its engine
  fitted: true, // the whole story is in view
};
