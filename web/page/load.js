// Fetching what the engine is made of: once, for every start.

import { $, asset, config } from "./dom.js";

// A transfer that brings nothing for this long has stalled. Somebody in a
// tunnel may wait longer; they are offered to try again.
const STALLED_MS = 20000;

let module = null, fonts = null;
let again = false; // what came before was no good: no cache may bring it back

// forget drops what has come: the engine could not start with it.
export const forget = () => {
  module = fonts = null;
  again = true;
};

const kind = (response) => (response.headers.get("Content-Type") ?? "").split(";")[0].trim().toLowerCase();

// fetched fetches a file and fails if it stalls, or is of a type that suits
// does not accept: an error page sent as if it were the file.
export const fetched = async (name, suits, grow) => {
  const url = asset(name), giveUp = new AbortController();
  let timer = 0;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => giveUp.abort(new Error(`${url}: nothing has come for ${STALLED_MS / 1000} seconds`)), STALLED_MS);
  };
  alive();
  try {
    const response = await fetch(url, { signal: giveUp.signal, cache: again ? "reload" : "default" });
    if (!response.ok) throw new Error(`${url}: the server answers ${response.status}`);
    if (!suits(kind(response))) throw new Error(`${url}: the server says that this is ${kind(response) || "of no type"}`);
    const total = Number(response.headers.get("Content-Encoding") ? 0 : response.headers.get("Content-Length")) || config.engineBytes;
    let got = 0;
    const reader = response.body.getReader();
    const counted = new ReadableStream({
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) {
          clearTimeout(timer);
          controller.close();
          return;
        }
        alive();
        got += value.length;
        grow?.(Math.min(1, got / total));
        controller.enqueue(value);
      },
      cancel(reason) { clearTimeout(timer); return reader.cancel(reason); },
    });
    return new Response(counted, { headers: { "Content-Type": kind(response) } });
  } catch (error) {
    clearTimeout(timer);
    // All that a browser says of a request that went wrong is that it did.
    throw error instanceof TypeError ? new Error(`${url}: could not be loaded`) : error;
  }
};

// runs reports whether the browser has the instructions that Go's compiler emits beyond
// WebAssembly's first: memory.fill, i32.extend8_s and i32.trunc_sat_f32_s stand for the
// groups that they belong to.
export const runs = () => typeof WebAssembly === "object" && WebAssembly.validate(new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 25, 1, 23, 0,
  65, 0, 65, 0, 65, 0, 252, 11, 0, 65, 0, 192, 26, 67, 0, 0, 0, 0, 252, 0, 26, 11,
]));

const engine = (grow) => fetched(config.assets.engine, (type) => type === "application/wasm", grow).then((r) => WebAssembly.compileStreaming(r));

const font = async (name) => {
  const response = await fetched(name, (type) => !type.startsWith("text/"));
  return new Uint8Array(await response.arrayBuffer());
};

const loader = (name) => new Promise((resolve, reject) => {
  const s = document.createElement("script");
  s.src = asset(name) + (again ? "?again" : "");
  const timer = setTimeout(() => { s.remove(); reject(new Error(`${s.src}: nothing has come for ${STALLED_MS / 1000} seconds`)); }, STALLED_MS);
  const done = (then) => () => { clearTimeout(timer); then(); };
  s.onload = done(() => (typeof Go === "function" ? resolve() : reject(new Error(`${s.src}: this is not the loader`))));
  s.onerror = done(() => reject(new Error(`${s.src}: could not be loaded`)));
  document.head.append(s);
});

// settled waits for the page's own fonts, also for those that no word has asked for
// yet. One that the browser does not load, because the reader has forbidden it, refuses
// nothing: the engine is handed the file itself, and has its own words.
const settled = async () => {
  const ours = [...document.fonts].filter((f) => ["Barline Sans", "Barline Serif", "Barline Own Sans", "Barline Own Serif"].includes(f.family.replaceAll('"', "")));
  let timer = 0;
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error("the page's fonts have not come")), STALLED_MS);
  });
  const loaded = ours.map((f) => f.load().catch(() => {}));
  await Promise.race([Promise.all([...loaded, document.fonts.ready]), late]).finally(() => clearTimeout(timer));
};

// parts brings the compiled engine and the fonts; grow is told how much of the
// engine is here, 0 to 1.
export const parts = async (grow) => {
  // What the page's own styles have begun to fetch is not fetched twice.
  if (!again) await settled();
  const [compiled, faces] = await Promise.all([
    module ?? engine(grow),
    fonts ?? Promise.all(config.assets.fonts.map(async (f) => ({ ...f, contents: await font(f.file) }))),
    typeof Go === "function" ? null : loader(config.assets.exec),
  ]);
  module = compiled;
  fonts = faces;
  if (again) {
    // A font that has failed is not asked for again, but by a new sheet.
    const sheet = $("link[data-late]"), next = sheet.cloneNode();
    await new Promise((resolve, reject) => {
      next.onload = resolve;
      next.onerror = () => reject(new Error(`${next.href}: could not be loaded`));
      sheet.after(next);
    });
    sheet.remove();
  }
  await settled();
  return { module, fonts };
};
