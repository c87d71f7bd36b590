// What a page of many events does in its own way, before it begins.

import { listEvents } from "./list.js";
import { fetchEvents } from "./columns.js";
import { listenToSearch } from "./search.js";

listEvents();
fetchEvents();
listenToSearch();
