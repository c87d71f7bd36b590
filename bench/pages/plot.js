// Observable Plot: it has no panning of its own, so that every stretch is a
// plot of what lies in it.

import { axisX, barX, plot, text } from "@observablehq/plot";
import { figure, height, inView, offer, ROOM_PX, width } from "./offer.js";

offer((events) => {
  const { start, end, lanes, lane, title } = events, find = inView(events);
  const show = (from, to) => {
    const found = find(from, to), y = (i) => lanes[lane[i]];
    const wide = found.filter((i) => end[i] - start[i] > ROOM_PX * (to - from) / width);
    figure.replaceChildren(plot({
      width, height, marginLeft: 80,
      x: { type: "utc", domain: [from, to] }, y: { domain: lanes, label: null },
      marks: [
        axisX(),
        barX(found, { x1: (i) => start[i], x2: (i) => end[i], y, fill: "steelblue", clip: true }),
        text(wide, { x: (i) => Math.max(start[i], from), y, text: (i) => title[i], textAnchor: "start", dx: 4, fill: "white", clip: true }),
      ],
    }));
  };
  show(events.from, events.to);
  return show;
});
