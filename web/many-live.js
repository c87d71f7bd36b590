// The behaviour of the page of a live story of many events.

import "./page/live.js";
import "./many.js";
