// ECharts: a custom series on its canvas. Progressive rendering is its own
// default for more than 3000 events.

import { init, use, graphic } from "echarts/core";
import { CustomChart } from "echarts/charts";
import { DatasetComponent, DataZoomComponent, GridComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
import { figure, offer, ROOM_PX } from "./offer.js";

use([CustomChart, DatasetComponent, DataZoomComponent, GridComponent, CanvasRenderer]);

const bar = (params, api) => {
  const [left, middle] = api.coord([api.value("start"), api.value("lane")]);
  const [right] = api.coord([api.value("end"), api.value("lane")]);
  const high = api.size([0, 1])[1] * 0.6;
  const shape = graphic.clipRectByRect({ x: left, y: middle - high / 2, width: Math.max(1, right - left), height: high }, params.coordSys);
  if (!shape) return;
  const rect = { type: "rect", shape, style: { fill: "steelblue" } };
  if (shape.width < ROOM_PX) return rect;
  rect.textConfig = { position: "insideLeft" };
  rect.textContent = { style: { text: api.value("title"), fill: "white", width: shape.width - 8, overflow: "truncate" } };
  return rect;
};

offer(({ from, to, lanes, start, end, lane, title }) => new Promise((done) => {
  const chart = init(figure);
  const begun = () => {
    chart.off("finished", begun);
    done((startValue, endValue) => chart.dispatchAction({ type: "dataZoom", startValue, endValue }));
  };
  chart.on("finished", begun);
  chart.setOption({
    animation: false,
    grid: { left: 80, right: 10, top: 10, bottom: 30 },
    xAxis: { type: "time", min: from, max: to },
    yAxis: { type: "category", data: lanes, inverse: true },
    dataZoom: { type: "inside", filterMode: "weakFilter", startValue: from, endValue: to },
    dataset: { source: { start, end, lane, title } },
    series: {
      type: "custom", renderItem: bar, encode: { x: ["start", "end"], y: "lane" },
      dimensions: ["start", "end", "lane", { name: "title", type: "ordinal" }],
    },
  });
}));
