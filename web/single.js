// In a page that is one file, hands out what otherwise lies beside it: files in elements
// of the page, as base64 and mostly compressed. It stands before the page's script, whose
// requests for them never leave the page.

const inside = "https://inside.invalid/"; // no host: names that end so belong to nobody
const config = document.querySelector("[data-config]");

// Links to the story lead to its site, or to this file.
const said = JSON.parse(config.textContent);
said.url ||= location.href.split("#")[0];
config.textContent = JSON.stringify(said);

const elements = new Map([...document.querySelectorAll("script[data-asset]")].map((e) => [inside + e.dataset.asset, e]));

const bytesOf = (base64) => {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const text = atob(base64), bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
};

// A font stands in the style sheet, where the browser finds it without a script.
const font = (name) => {
  const sheet = document.querySelector("style[data-fonts]").textContent;
  const at = sheet.indexOf("base64,", sheet.indexOf(`/*${name}*/`)) + 7;
  return bytesOf(sheet.slice(at, sheet.indexOf(")", at)));
};

const answer = async (url) => {
  const headers = { "Content-Type": "font/ttf" }, e = elements.get(url);
  if (!e) return new Response(font(url.slice(inside.length)), { headers });
  headers["Content-Type"] = e.dataset.type;
  const bytes = bytesOf(e.textContent);
  if (!e.dataset.gzip) return new Response(bytes, { headers });
  if (typeof DecompressionStream === "undefined") throw new Error("This browser cannot unpack the engine: it has no DecompressionStream.");
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")), { headers });
};

const fetchOutside = globalThis.fetch;
globalThis.fetch = (url, ...more) => (typeof url === "string" && url.startsWith(inside) ? answer(url) : fetchOutside(url, ...more));
