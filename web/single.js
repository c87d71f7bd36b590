// In a page that is one file, hands out what otherwise lies beside it: files in elements
// of the page, compressed and written as text. It stands before the page's own scripts,
// which it runs, and whose requests for files never leave the page.
//
// The page's other languages stand in it, too. At an address that asks for one, that page
// takes this one's place before any other script has run.

const inside = "https://inside.invalid/"; // no host: names that end so belong to nobody
const own = document.documentElement;
const scripts = [...document.querySelectorAll("script[data-run]")].map((e) => e.textContent);
const byName = (name) => new Map([...document.querySelectorAll(`script[data-${name}]`)].map((e) => [e.dataset[name], e]));
const assets = byName("asset"), pages = byName("page"), files = byName("file");

// bytesOf reads text that holds seven bits in a character, or in those from 0x100 on two
// of them, the first of which may not stand in a page (publish/singletext.go).
const bytesOf = ({ textContent: text, dataset }) => {
  const bytes = new Uint8Array(Number(dataset.bytes)), first = [0, 10, 13, 60], length = text.length;
  let at = 0, held = 0, bits = 0;
  for (let i = 0; i < length; i++) {
    let c = text.charCodeAt(i);
    if (c > 0xff) {
      held = held << 7 | first[c - 0x100 >> 7];
      bits += 7;
      if (bits > 7) bytes[at++] = held >> (bits -= 8);
      c &= 0x7f;
    }
    held = held << 7 | c;
    bits += 7;
    if (bits > 7) bytes[at++] = held >> (bits -= 8);
  }
  return bytes;
};

const unpacked = (e) => {
  if (typeof DecompressionStream === "undefined") throw new Error("This browser cannot unpack the engine: it has no DecompressionStream.");
  return new Blob([bytesOf(e)]).stream().pipeThrough(new DecompressionStream("gzip"));
};

const fromBase64 = (base64) => {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
};

const toBase64 = (bytes) => {
  if (bytes.toBase64) return bytes.toBase64();
  let text = "";
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
};

// A font stands in the style sheet, where the browser finds it without a script.
const font = (name) => {
  const sheet = document.querySelector("style[data-fonts]").textContent;
  const at = sheet.indexOf("base64,", sheet.indexOf(`/*${name}*/`)) + 7;
  return fromBase64(sheet.slice(at, sheet.indexOf(")", at)));
};

const answer = async (url) => {
  const name = url.slice(inside.length), e = assets.get(name);
  if (!e) return new Response(font(name), { headers: { "Content-Type": "font/ttf" } });
  return new Response(unpacked(e), { headers: { "Content-Type": e.dataset.type } });
};

const fetchOutside = globalThis.fetch;
globalThis.fetch = (url, ...more) => (typeof url === "string" && url.startsWith(inside) ? answer(url) : fetchOutside(url, ...more));

const run = () => {
  document.documentElement.hidden = false;
  // Links to the story lead to its site, or to this file.
  const config = document.querySelector("[data-config]"), said = JSON.parse(config.textContent);
  if (!said.url) Object.assign(said, { url: location.href.split("#")[0], folder: "" });
  config.textContent = JSON.stringify(said);
  for (const text of scripts) {
    const script = document.createElement("script");
    script.textContent = text;
    document.body.append(script);
  }
};

// wanted is the page that the address asks for, if it is not this one: as editions.js
// chooses.
const wanted = () => {
  const lang = new URLSearchParams(location.search).get("lang")?.toLowerCase();
  if (!lang) return null;
  const links = [...document.querySelectorAll("[data-edition]")], short = (tag) => tag.split("-")[0];
  const link = links.find((a) => a.hreflang.toLowerCase() === lang) ?? links.find((a) => short(a.hreflang.toLowerCase()) === short(lang));
  return link && !link.hasAttribute("aria-current") ? pages.get(link.hreflang) : null;
};

// become puts a page in the place of this one. Of the files that both have it holds
// numbers: those of this page in their order, then those that no page but editions has.
const become = async (e) => {
  const here = [...new Set([...own.outerHTML.matchAll(/;base64,([A-Za-z0-9+/=]{400,})/g)].map((m) => m[1]))];
  const added = new Map();
  for (const [n, file] of files) added.set(n, toBase64(new Uint8Array(await new Response(unpacked(file)).arrayBuffer())));
  const page = await new Response(unpacked(e)).text();
  if (document.readyState === "loading") await new Promise((done) => { addEventListener("DOMContentLoaded", done, { once: true }); });
  document.open();
  document.write(page.replace(/;base64,@(\d+)@/g, (all, n) => ";base64," + (here[n] ?? added.get(n))));
  document.close();
};

const other = wanted();
if (other) {
  // What cannot be unpacked is left out: this page is shown.
  become(other).catch(() => {}).then(run);
} else run();
