// The behaviour of a page of many events: that of every page, but for the
// events themselves, which are made when they are wanted.

import "./page/many.js";
import "./page.js";
