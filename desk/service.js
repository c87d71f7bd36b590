// The desk's service worker. It keeps all files of one version, checked by their sums, or
// none; and it serves the preview, whose files it asks the desk's tab for.
//
// A version is never mixed with another: its files stand in a folder of their own, and
// the page that names them is kept with them. Another version waits until no tab shows
// this one, or until somebody asks for it.
"use strict";

const version = "{version}";
const name = "barline-desk-" + version;
const later = new URL("later.json", self.location.href).href; // a list in the cache
const scope = new URL("./", self.location.href);

self.addEventListener("install", (e) => e.waitUntil(install()));

async function install() {
  const cache = await caches.open(name);
  try {
    const manifest = await (await fetch("files.json", {cache: "no-store"})).json();
    if (manifest.version !== version) throw new Error("the server has another version by now");
    const before = (await caches.keys()).filter((k) => k.startsWith("barline-desk-") && k !== name);
    // What few people need is stored when it is asked for.
    const files = manifest.files.filter((f) => !f.later);
    await cache.put(later, new Response(JSON.stringify(manifest.files.filter((f) => f.later))));
    let done = 0;
    // A few at a time, so that what the page needs now is not kept waiting.
    const rest = files.slice();
    const take = async () => {
      for (let f; (f = rest.shift());) {
        await keep(cache, f, before);
        done += f.bytes;
        tell({desk: "storing", done, total: files.reduce((n, f) => n + f.bytes, 0)});
      }
    };
    await Promise.all([take(), take(), take()]);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

// keep fetches a file and looks whether it is the one of this version.
async function keep(cache, file, before) {
  const address = new URL(file.name === "index.html" ? "./" : file.name, scope).href;
  if (await cache.match(address)) return;
  let response;
  for (const mode of ["default", "reload"]) {
    response = await fetch(address, {cache: mode, credentials: "same-origin"});
    if (!response.ok) throw new Error(file.name + ": " + response.status);
    const bytes = await response.clone().arrayBuffer();
    if (await sum(bytes) === file.sha256) {
      const headers = new Headers();
      for (const h of ["content-type", "content-security-policy", "referrer-policy", "x-content-type-options"]) {
        if (response.headers.has(h)) headers.set(h, response.headers.get(h));
      }
      await cache.put(address, new Response(bytes, {headers}));
      return;
    }
  }
  throw new Error(file.name + " is not that of version " + version);
}

async function sum(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (b) => b.toString(16).padStart(2, "0")).join("");
}

async function tell(message) {
  for (const c of await self.clients.matchAll({includeUncontrolled: true, type: "window"})) c.postMessage(message);
}

self.addEventListener("activate", (e) => e.waitUntil((async () => {
  // Other tabs may show the version before, and need the rest of its files.
  const tabs = await self.clients.matchAll({includeUncontrolled: true, type: "window"});
  if (tabs.length < 2) for (const k of await caches.keys()) if (k.startsWith("barline-desk-") && k !== name) await caches.delete(k);
  await self.clients.claim();
})()));

self.addEventListener("message", (e) => {
  if (e.data === "take over") self.skipWaiting();
  if (e.data && e.data.ask === "version") e.ports[0].postMessage(version);
});

self.addEventListener("fetch", (e) => {
  const url = new URL(e.request.url);
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname) || e.request.method !== "GET") return;
  const path = url.pathname.slice(scope.pathname.length);
  const preview = /^preview\/([\w-]+)\/(.*)$/.exec(path);
  if (preview) {
    e.respondWith(fromTab(preview[1], decodeURIComponent(preview[2]).replace(/(^|\/)$/, "$1index.html")));
    return;
  }
  e.respondWith(own(e.request, path));
});

// own serves a file of this version; the page at any of its addresses.
async function own(request, path) {
  const cache = await caches.open(name);
  const isPage = path === "" || path === "index.html";
  const kept = await cache.match(isPage ? scope.href : request, {ignoreSearch: true});
  if (!kept && path.startsWith(version + "/")) {
    const file = (await (await cache.match(later))?.json() ?? []).find((f) => f.name === path);
    if (file) {
      await keep(cache, file);
      return cache.match(request, {ignoreSearch: true});
    }
  }
  return kept || (!isPage && await caches.match(request)) || fetch(request);
}

// fromTab asks the tab whose preview it is for one of its files.
async function fromTab(token, file) {
  const tabs = await self.clients.matchAll({includeUncontrolled: true, type: "window"});
  const answers = tabs.filter((c) => !new URL(c.url).pathname.startsWith(scope.pathname + "preview/")).map((c) => new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = (e) => done(e.data);
    c.postMessage({desk: "preview", token, file}, [channel.port2]);
    setTimeout(() => done(null), 20000);
  }));
  const answer = await new Promise((done) => {
    let left = answers.length;
    if (!left) done(null);
    for (const a of answers) a.then((x) => { left--; if (x || !left) done(x); });
  });
  if (!answer) return new Response("There is no such file in the preview.", {status: 404, headers: {"Content-Type": "text/plain; charset=utf-8"}});
  const headers = {"Content-Type": answer.type, "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"};
  if (answer.policy) headers["Content-Security-Policy"] = answer.policy;
  return new Response(answer.bytes, {headers});
}
