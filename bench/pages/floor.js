// The floor: Ebitengine's own page, which draws in every frame by itself.

import "./page.css";

// Its canvas asks for what Barline's does.
const { getContext } = HTMLCanvasElement.prototype;
HTMLCanvasElement.prototype.getContext = function (type, options) {
  return getContext.call(this, type, { ...options, antialias: false, alpha: false, depth: false, stencil: false, powerPreference: "low-power" });
};

const begun = async () => {
  await new Promise((done) => {
    document.head.append(Object.assign(document.createElement("script"), { src: "wasm_exec.js", onload: done }));
  });
  const go = new Go();
  document.querySelector("#figure").remove();
  go.run(await WebAssembly.instantiate(await WebAssembly.compileStreaming(fetch("engine.wasm")), go.importObject));
  while (!document.querySelector("canvas")) await new Promise(requestAnimationFrame);
};
window.bench = { ready: begun(), pan() {}, zoom() {} };
