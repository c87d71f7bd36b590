// The behaviour of the page of a live story of many events.

import "./page/renew-many.js";
import "./many.js";
