// TimelineJS. It goes from event to event and zooms by steps, so that panning
// and zooming add up here until they are worth one.

import { Timeline } from "@knight-lab/timelinejs";
import "@knight-lab/timelinejs/dist/css/timeline.css";
import "./page.css";

const STEP_SHARE = 0.1, STEP_ZOOM = 1.5;

// Its own fonts would come from another server.
const timeline = new Timeline("figure", "events.json", { font: null, duration: 100 });
let panned = 0, zoomed = 1;
window.bench = {
  ready: new Promise((done, fail) => {
    // What it cannot show it says in a message, and no more.
    const look = setInterval(() => {
      if (timeline.config && !timeline.config.isValid()) fail(new Error(timeline.config.getErrors("; ")));
    }, 100);
    timeline.on("loaded", () => { clearInterval(look); done(); });
  }),
  pan(share) {
    panned += share;
    if (Math.abs(panned) < STEP_SHARE) return;
    if (panned > 0) timeline.goToNext(); else timeline.goToPrev();
    panned = 0;
  },
  zoom(factor) {
    zoomed *= factor;
    if (zoomed < STEP_ZOOM && zoomed > 1 / STEP_ZOOM) return;
    if (zoomed > 1) timeline.zoomIn(); else timeline.zoomOut();
    zoomed = 1;
  },
};
