// What a page of many events does in its own way, before it begins.

import { events } from "./events.js";
import { listEvents } from "./list.js";
import { fetchEvents } from "./columns.js";
import { listenToSearch, seek } from "./search.js";
import { listenToGaps, showGaps } from "./gaps.js";

listEvents();
fetchEvents();
listenToSearch();
listenToGaps();
events.live = () => { seek(); showGaps(); };
