// The behaviour of the page of a live story: that of every page, and it looks for newer
// versions of the story.

import "./page/renew-rows.js";
import "./page.js";
