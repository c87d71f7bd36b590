// What the benchmark runs in every page, before anything of the page's own.
(() => {
  // Engines keep their memory to themselves.
  const engines = [], { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate.apply(WebAssembly, args);
    engines.push(made.exports ?? made.instance.exports);
    return made;
  };

  const frame = () => new Promise(requestAnimationFrame);

  // Barline offers the same by its own names. It can be read and pressed before
  // its engine is there, and rests once all that has come is drawn.
  let usable;
  const rested = async () => {
    const all = () => { const { loaded, events } = barline.state(); return (loaded ?? events) === events; };
    while (!all() || !barline.stats().asleep) await frame();
  };
  const look = () => {
    if (!window.barline) return requestAnimationFrame(look);
    usable = performance.now();
    window.bench = {
      ready: barline.ready.then(rested), pan: barline.panBy, zoom: barline.zoomBy, frames: () => barline.stats().frames,
    };
    barline.ready.then(() => document.querySelector("canvas").scrollIntoView({ block: "center" }), () => {});
  };
  addEventListener("DOMContentLoaded", () => { if (document.documentElement.dataset.barline) look(); });

  const wrong = new Promise((_, fail) => { addEventListener("error", (e) => { if (e.message) fail(new Error(e.message)); }); });
  wrong.catch(() => {});

  const wave = (t) => 1 - Math.abs(1 - t % 2); // from 0 to 1 at t = 1, and back at 2
  // What a hand does, by time and not by frame: who draws slowly moves as far.
  const movement = {
    pan: (s, last) => { const at = 0.4 * wave(s / 0.75); bench.pan(at - (last ?? 0)); return at; },
    zoom: (s, last) => { const at = 8 ** wave(s / 1.5); bench.zoom(at / (last ?? 1)); return at; },
  };

  window.measure = {
    ready: async () => {
      while (!window.bench) await Promise.race([new Promise((done) => setTimeout(done, 20)), wrong]);
      await Promise.race([bench.ready, wrong]);
      // A frame or two later it is on the screen, but for what is queued for the
      // graphics processor.
      const live = (await frame(), await frame(), await frame(), performance.now());
      const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? live;
      return [painted, Math.max(painted, usable ?? live), live];
    },
    // So that panning has somewhere to go.
    near: () => bench.zoom(2),
    move: (kind, ms) => new Promise((done) => {
      const times = [], before = bench.frames?.();
      let last;
      const step = (t) => {
        times.push(t);
        if (t - times[0] > ms) {
          const gaps = times.slice(1).map((t, i) => t - times[i]).sort((a, b) => a - b);
          const at = (share) => gaps[Math.floor((gaps.length - 1) * share)];
          return done([bench.frames ? bench.frames() - before : gaps.length, at(0.5), at(0.95), at(1)]);
        }
        last = movement[kind]((t - times[0]) / 1000, last);
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    }),
    engineBytes: () => engines.reduce((sum, e) => sum + ((e.mem ?? e.memory)?.buffer.byteLength ?? 0), 0),
  };
})();
