// Starts the desk's worker: fetches its program, unpacks it, and carries messages between
// the page and it (protocol.d.ts). Files stand beside this one.
"use strict";

importScripts("wasm_exec.js");

// A lock by this worker's name, for as long as it lives: whoever started it waits for it,
// and so learns at once that the worker has ended, however that came about.
if (self.name && self.navigator.locks) {
  self.navigator.locks.request(self.name, () => {
    self.postMessage({locked: true});
    return new Promise(() => {});
  }).catch(() => {});
}

const isGzip = (b) => b[0] === 0x1f && b[1] === 0x8b;

async function fetched(name) {
  const r = await fetch(name, {credentials: "same-origin"});
  if (!r.ok) throw new Error(`${name} cannot be loaded (${r.status})`);
  return new Uint8Array(await r.arrayBuffer());
}

// unpacked is a file that may have been unpacked by the browser already, where a server
// said that it is compressed.
async function unpacked(bytes) {
  if (!isGzip(bytes)) return bytes;
  if (typeof DecompressionStream === "undefined") throw new Error("this browser cannot unpack gzip (DecompressionStream); use a newer one");
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// Messages that come before the program runs wait for it.
const waiting = [];
let send = (m) => waiting.push(m);
let give = () => {};
self.onmessage = (e) => (e.data.program ? give(e.data.program) : send(e.data));

// The texts of files, which are long, go beside the JSON as bytes.
const asBytes = (files) => files.map(({text, ...f}) => typeof text === "string" ? {...f, bytes: new TextEncoder().encode(text)} : f);

// Bytes go beside the JSON: {"$bytes": n} stands for them in it.
function take(message) {
  if (typeof message.cancel === "number") {
    self.barlineDesk.cancel(message.cancel);
    return;
  }
  const bytes = [];
  const {id, ...rest} = message;
  for (const list of ["files", "sources"]) if (Array.isArray(rest[list])) rest[list] = asBytes(rest[list]);
  const json = JSON.stringify(rest, (_, value) => {
    if (value instanceof ArrayBuffer) value = new Uint8Array(value);
    else if (ArrayBuffer.isView(value)) value = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    else return value;
    return {$bytes: bytes.push(value) - 1};
  });
  self.barlineDesk.request(id, json, bytes);
}

self.barlineAnswer = (id, json, bytes) => {
  const transfer = [];
  // Most answers have no bytes, and long ones, such as a story's model, are read at once.
  const answer = bytes.length === 0 ? JSON.parse(json) : JSON.parse(json, (_, value) => {
    if (value === null || typeof value !== "object" || typeof value.$bytes !== "number") return value;
    transfer.push(bytes[value.$bytes].buffer);
    return bytes[value.$bytes].buffer;
  });
  self.postMessage({id, ...answer}, [...new Set(transfer)]);
};

self.barlineProgress = (id, done, total, what) => self.postMessage({id, progress: {done, total, what}});
self.barlineReady = (json) => {
  self.postMessage(JSON.parse(json));
  send = take;
  for (const m of waiting.splice(0)) take(m);
};

// A turn of the loop of events, sooner than a timer gives one.
const turns = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => turns.shift()();
self.barlineTurn = (f) => {
  turns.push(f);
  channel.port2.postMessage(0);
};

// Helpers are further workers of this program, for parts of what this one does. They are
// begun with a request, and ended when what they help with is done. A part whose helper
// has ended is refused as lost.
const mostHelpers = 3; // each has some 60 MB
let program = null;
self.barlineHelpers = (json, bytes) => {
  const helpers = [];
  let lastPart = 0;
  const message = (text, beside) => JSON.parse(text, (_, v) => (v !== null && typeof v === "object" && typeof v.$bytes === "number" ? beside[v.$bytes] : v));
  const lose = (h) => {
    h.worker.terminate();
    const at = helpers.indexOf(h);
    if (at >= 0) helpers.splice(at, 1);
    for (const part of h.parts.values()) part.fail(new Error("lost"));
    h.parts.clear();
  };
  const begin = () => {
    const name = `barline-desk-helper-${Math.random().toString(36).slice(2)}`;
    const h = {worker: new Worker("worker.js?given", {name}), parts: new Map()};
    h.worker.onerror = (e) => { e.preventDefault(); lose(h); };
    h.worker.onmessageerror = () => lose(h);
    h.worker.onmessage = ({data: m}) => {
      if (m.locked) self.navigator.locks.request(name, () => lose(h)).catch(() => {});
      if (m.broken || m.error && m.error.restart) { lose(h); return; }
      const part = h.parts.get(m.id);
      if (!part || m.progress) return;
      h.parts.delete(m.id);
      if (m.ok) part.done(new Uint8Array(m.result.bytes)); else part.fail(new Error(m.error.message));
    };
    h.worker.postMessage({program});
    h.worker.postMessage({id: 0, ...message(json, bytes)});
    helpers.push(h);
  };
  try {
    for (let n = Math.min(mostHelpers, (self.navigator.hardwareConcurrency || 1) - 1); n > 0; n--) begin();
  } catch { /* a browser without workers in workers does all by itself */ }
  return {
    size: helpers.length,
    ask: (text, beside) => new Promise((done, fail) => {
      const h = helpers.reduce((a, b) => (a && a.parts.size <= b.parts.size ? a : b), null);
      if (!h) { fail(new Error("lost")); return; }
      h.parts.set(++lastPart, {done, fail});
      h.worker.postMessage({id: lastPart, ...message(text, beside)});
    }),
    end: () => { while (helpers.length) lose(helpers[0]); },
  };
};

// Programs of their own, each of which is fetched and run once it is wanted: the one that
// shortens style sheets, and the one that reads Parquet.
const programs = new Map();
const running = (file, ready) => {
  if (!programs.has(file)) {
    programs.set(file, (async () => {
      const go = new Go();
      const {instance} = await WebAssembly.instantiate(await unpacked(await fetched(file)), go.importObject);
      await new Promise((done, fail) => {
        self[ready] = done;
        go.run(instance).then(() => fail(new Error(`${file} has ended`)), fail);
      });
    })());
    programs.get(file).catch(() => programs.delete(file));
  }
  return programs.get(file);
};

self.barlineStyle = async (name, css) => {
  await running("styles.gz.bin", "barlineShortenReady");
  const made = self.barlineShorten(name, css);
  if (made.error) throw new Error(made.error);
  return new TextEncoder().encode(made.css);
};

self.barlineParquet = async (bytes) => {
  await running("parquet.gz.bin", "barlineParquetReady");
  const made = self.barlineReadParquet(bytes);
  if (made.error) throw new Error(made.error);
  return made.read;
};

// What only publishing needs is fetched when it is asked for, once.
const files = new Map();
self.barlineFetch = (name) => {
  const from = {"engine.wasm": "engine.gz.bin", "engine.gz": "engine.gz.bin", "engine.br": "engine.br.bin", "licenses": "licenses.gz.bin", "stock": "stock.bin"}[name];
  if (!files.has(from)) {
    files.set(from, fetched(from));
    files.get(from).catch(() => files.delete(from));
  }
  const got = files.get(from);
  return name === "engine.gz" || name === "engine.br" || name === "stock" ? got : got.then(unpacked);
};

// The program is fetched, or, at an address that ends in ?given, handed over by whoever
// has it already.
const fetchedProgram = async () => {
  const json = async (name) => JSON.parse(new TextDecoder().decode(await fetched(name)));
  const [module, loader, about, bundles] = await Promise.all([fetched("desk.gz.bin").then(unpacked).then((wasm) => WebAssembly.compile(wasm)), fetched("wasm_exec.js"), json("about.json"), json("bundles.json")]);
  return {module, loader, about, bundles};
};
const givenProgram = new Promise((done) => { give = done; });

(async () => {
  try {
    const isGiven = self.location.search === "?given";
    program = await (isGiven ? givenProgram : fetchedProgram());
    if (!isGiven) self.postMessage({program});
    self.barlineGiven = {...program.about, loader: program.loader, bundles: program.bundles};
    const go = new Go();
    go.exit = () => {};
    await go.run(await WebAssembly.instantiate(program.module, go.importObject));
    throw new Error("the worker's program has ended");
  } catch (e) {
    self.postMessage({broken: {message: String(e && e.message || e)}});
  }
})();
