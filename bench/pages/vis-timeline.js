// vis-timeline, with a row for each lane. Its stacking is off: there is nothing
// to stack, and it would cost. The stretch is set once it has drawn; given as an
// option it would hide the first second.

import { DataSet } from "vis-data";
import { Timeline } from "vis-timeline";
import "vis-timeline/styles/vis-timeline-graph2d.css";
import { figure, height, offer } from "./offer.js";

offer((events) => new Promise((done) => {
  const items = new DataSet(events.id.map((id, i) => (
    { id, content: events.title[i], start: events.start[i], end: events.end[i], group: events.lane[i], type: "range" })));
  const timeline = new Timeline(figure, items, events.lanes.map((content, id) => ({ id, content })), {
    height, stack: false, selectable: false, showCurrentTime: false,
    onInitialDrawComplete: () => {
      const show = (from, to) => timeline.setWindow(from, to, { animation: false });
      show(events.from, events.to);
      done(show);
    },
  });
}));
