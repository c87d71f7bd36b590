// What is so at this moment. The engine, once live, keeps the selection and
// the view, and this mirrors them; without it the page keeps the selection
// itself.

export const now = {
  engine: null, // the running engine's calls
  selected: null,
  view: "calendar",
  playing: false,
  paused: false,
  caught: null, // the event that Play speaks of, with its caption
  article: null, // the address of the article around the frame, if it has said so
  fitted: true, // the whole story is in view
};
