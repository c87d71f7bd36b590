// What a page of many events does in its own way, before it begins.

import { config } from "./dom.js";
import { events } from "./events.js";
import { listEvents, nameSteps } from "./list.js";
import { fetchEvents } from "./columns.js";
import { listenToSearch, seek } from "./search.js";
import { tellAnew } from "./told.js";
import { listenToGaps, showGaps } from "./gaps.js";

listEvents();
fetchEvents();
listenToSearch();
listenToGaps();
events.live = () => { seek(); showGaps(); };
// What depends on all events is asked again when they are there.
const { taken, found } = events.said;
events.said.taken = (n) => {
  taken(n);
  if (n !== config.events.count) return;
  showGaps();
  nameSteps();
  tellAnew();
};
events.said.found = (...args) => { found(...args); nameSteps(); };
