// D3, written by hand: elements for what is in view, joined by their events.

import { axisBottom, axisLeft, scaleBand, scaleUtc, select } from "d3";
import { figure, height, inView, offer, ROOM_PX, width } from "./offer.js";

const LEFT = 80, BOTTOM = 30;

offer((events) => {
  const { start, end, lanes, lane, title } = events, find = inView(events);
  const x = scaleUtc([events.from, events.to], [LEFT, width - 10]);
  const y = scaleBand(lanes, [0, height - BOTTOM]).padding(0.2);
  const svg = select(figure).append("svg").attr("width", width).attr("height", height);
  svg.append("clipPath").attr("id", "plot").append("rect").attr("x", LEFT).attr("width", width - LEFT - 10).attr("height", height);
  const plot = svg.append("g").attr("clip-path", "url(#plot)"), bars = plot.append("g").attr("fill", "steelblue");
  const words = plot.append("g").attr("fill", "white").attr("font-size", 11);
  const axis = svg.append("g").attr("transform", `translate(0,${height - BOTTOM})`);
  svg.append("g").attr("transform", `translate(${LEFT},0)`).call(axisLeft(y));

  const top = (i) => y(lanes[lane[i]]), wide = (i) => x(end[i]) - x(start[i]);
  const show = (from, to) => {
    x.domain([from, to]);
    axis.call(axisBottom(x));
    const found = find(from, to);
    bars.selectAll("rect").data(found, (i) => i)
      .join((enter) => enter.append("rect").attr("y", top).attr("height", y.bandwidth()))
      .attr("x", (i) => x(start[i])).attr("width", (i) => Math.max(1, wide(i)));
    words.selectAll("text").data(found.filter((i) => wide(i) > ROOM_PX), (i) => i)
      .join((enter) => enter.append("text").attr("y", (i) => top(i) + y.bandwidth() / 2).attr("dy", "0.35em").text((i) => title[i]))
      .attr("x", (i) => Math.max(LEFT, x(start[i])) + 4);
  };
  show(events.from, events.to);
  return show;
});
