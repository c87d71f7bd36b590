// A published sheet or file, by its address: fetched once somebody has agreed that this
// asks another server. The page itself may ask nobody, so a frame does, which is there for
// that one request alone.
import type {BringIn} from "./bringin";
import {el, fill, one} from "./dom";
import {t} from "./words";

interface Answer { barlineAnswer?: string; barlineFrame?: string; bytes?: ArrayBuffer; address?: string; status?: number; tooLarge?: boolean; refused?: string }

export function askForAddress(bringIn: BringIn, mostBytes: number) {
  const place = one("[data-asking]");
  place.hidden = false;
  const input = el("input", {type: "url", id: "other-address", dir: "ltr", placeholder: "https://docs.google.com/spreadsheets/…", autocomplete: "off"});
  const words = el("p", {class: "quiet", "aria-live": "polite"}, t("addressWho"));
  const go = el("button", {type: "submit", class: "main"}, t("addressFetch"));
  const server = () => { try { return new URL(input.value).host; } catch { return ""; } };
  input.addEventListener("input", () => { words.textContent = server() ? t("addressAsks", {server: server()}) : t("addressWho"); });
  const close = () => { place.hidden = true; fill(place); one("[data-do=open-address]").focus(); };
  const form = el("form", {class: "consent", onsubmit: async (e: Event) => {
    e.preventDefault();
    if (!server()) { input.focus(); return; }
    go.disabled = true;
    const answer = await fetchOnce(tableOf(input.value.trim()), mostBytes);
    go.disabled = false;
    if (!answer.bytes) {
      words.textContent = answer.status ? t("addressStatus", {status: String(answer.status)}) : answer.tooLarge ? t("addressTooLarge") : t("addressRefused", {server: server()});
      return;
    }
    const address = answer.address ?? input.value;
    close();
    const name = decodeURIComponent(new URL(address).pathname.split("/").pop() ?? "") || "fetched";
    await bringIn.open([{name: /output=csv|format=csv/.test(address) && !/\.\w+$/.test(name) ? name + ".csv" : name, bytes: answer.bytes}], address);
  }}, el("h3", {}, t("fromAddress")), el("label", {for: input.id}, t("addressOther")), input, words,
  el("div", {class: "row"}, go, el("button", {type: "button", onclick: close}, t("cancel"))));
  fill(place, form);
  input.focus();
}

// tableOf is the address of a Google sheet's table; any other is as it is.
function tableOf(address: string): string {
  const sheet = /^https:\/\/docs\.google\.com\/spreadsheets\/d\/(e\/)?([\w-]+)/.exec(address);
  if (!sheet || /output=|format=/.test(address)) return address;
  const gid = /[#&?]gid=(\d+)/.exec(address)?.[1];
  const page = gid ? `&gid=${gid}` : "";
  return sheet[1] ? `https://docs.google.com/spreadsheets/d/e/${sheet[2]}/pub?output=csv${page}` : `https://docs.google.com/spreadsheets/d/${sheet[2]}/export?format=csv${page}`;
}

function fetchOnce(address: string, mostBytes: number): Promise<Answer> {
  return new Promise((done) => {
    const frame = el("iframe", {src: new URL("ask.html", import.meta.url).href, hidden: true, title: t("fromAddress")});
    const end = (a: Answer) => { removeEventListener("message", hear); clearTimeout(timer); frame.remove(); done(a); };
    const hear = (e: MessageEvent<Answer>) => {
      if (e.source !== frame.contentWindow) return;
      if (e.data.barlineFrame === "ask") frame.contentWindow!.postMessage({barlineAsk: address, mostBytes}, location.origin);
      else if (e.data.barlineAnswer === address) end(e.data);
    };
    const timer = setTimeout(() => end({refused: "time"}), 60_000);
    addEventListener("message", hear);
    document.body.append(frame);
  });
}
