// D3 again, with its scales and axis, but the bars on a canvas.

import { axisBottom, axisLeft, scaleBand, scaleUtc, select } from "d3";
import { figure, height, inView, offer, ROOM_PX, width } from "./offer.js";

const LEFT = 80, BOTTOM = 30;

offer((events) => {
  const { start, end, lanes, lane, title } = events, find = inView(events);
  const x = scaleUtc([events.from, events.to], [LEFT, width - 10]);
  const y = scaleBand(lanes, [0, height - BOTTOM]).padding(0.2);
  const canvas = select(figure).append("canvas").attr("width", width).attr("height", height).style("position", "absolute").node();
  const svg = select(figure).append("svg").attr("width", width).attr("height", height).style("position", "absolute");
  const axis = svg.append("g").attr("transform", `translate(0,${height - BOTTOM})`);
  svg.append("g").attr("transform", `translate(${LEFT},0)`).call(axisLeft(y));

  const pen = canvas.getContext("2d");
  pen.rect(LEFT, 0, width - LEFT - 10, height);
  pen.clip();
  pen.font = "11px sans-serif";
  pen.textBaseline = "middle";
  const tops = lanes.map((name) => y(name)), high = y.bandwidth();
  const show = (from, to) => {
    x.domain([from, to]);
    axis.call(axisBottom(x));
    pen.clearRect(0, 0, width, height);
    const words = [];
    pen.fillStyle = "steelblue";
    for (const i of find(from, to)) {
      const left = x(start[i]), wide = x(end[i]) - left;
      pen.fillRect(left, tops[lane[i]], Math.max(1, wide), high);
      if (wide > ROOM_PX) words.push(i);
    }
    pen.fillStyle = "white";
    for (const i of words) pen.fillText(title[i], Math.max(LEFT, x(start[i])) + 4, tops[lane[i]] + high / 2);
  };
  show(events.from, events.to);
  return show;
});
