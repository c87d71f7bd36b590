// What every page offers to the benchmark: window.bench with ready, pan and
// zoom. A page says how it begins, and how it shows a stretch of time.

import "./page.css";

export const figure = document.querySelector("#figure");
export const width = figure.clientWidth, height = figure.clientHeight;
// A bar as wide as this has room for its title.
export const ROOM_PX = 60;

// offer takes a function that is given the events, draws the stretch from
// events.from to events.to, and returns, or promises, what shows another one.
export const offer = (begin) => {
  let from, to, show;
  const ready = (async () => {
    const events = await (await fetch("events.json")).json();
    ({ from, to } = events);
    figure.replaceChildren();
    show = await begin(events);
  })();
  window.bench = {
    ready,
    pan(share) {
      const by = share * (to - from);
      show(from += by, to += by);
    },
    zoom(factor) {
      const cut = (to - from) * (1 - 1 / factor) / 2;
      show(from += cut, to -= cut);
    },
  };
};

// inView lists the events that lie between two times. Events are sorted by
// their starts, so that it need not look at all of them.
export const inView = ({ start, end }) => {
  let longest = 0;
  for (let i = 0; i < start.length; i++) longest = Math.max(longest, end[i] - start[i]);
  const first = (time) => {
    let low = 0, high = start.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (start[middle] < time) low = middle + 1; else high = middle;
    }
    return low;
  };
  return (from, to) => {
    const found = [];
    for (let i = first(from - longest), last = first(to); i < last; i++) if (end[i] > from) found.push(i);
    return found;
  };
};
