// Links to the story and its events, and the code that embeds it: copied, or,
// where copying is forbidden, put down to be copied by hand.

import { $, $$, asset, config, framed } from "./dom.js";
import { now } from "./now.js";
import { announce, on } from "./heard.js";

// The site's own folder: the one above the script's.
const site = config.url || asset("../"), home = site + config.folder;

// linkTo is the address that opens an event, or, for null, the story: in the
// article that holds the frame, if it has said its own address.
const linkTo = (id) => {
  if (now.article) return now.article + (id ? "#barline=" + id : "");
  return home + (!id ? "" : config.pages ? `e/${id}/` : "#" + id);
};

// copyLink copies the link to an event, from the control that asks for it.
export const copyLink = (control, id) => copy(control, linkTo(id), config.ui.linkCopied);
export const copyEmbed = (control) => copy(control, config.embed.replaceAll("{url}", site), config.ui.embedCopied);

let settle = () => {}; // ends what the last copying has left on the page
on("select", () => settle());

const copy = async (control, text, said) => {
  settle();
  // Asked where it is forbidden, a browser complains on the console.
  let done = document.featurePolicy?.allowsFeature("clipboard-write") ?? true;
  try { if (done) await navigator.clipboard.writeText(text); } catch { done = false; }
  if (!done) done = write(control, text);
  if (!done) return;
  settle(); // a press while the first was under way has said so already
  // The control says so itself, until the reader turns to something else.
  const name = control.textContent;
  control.textContent = said;
  announce(said);
  settle = () => { control.textContent = name; settle = () => {}; };
  control.addEventListener("blur", () => settle(), { once: true });
};

// write puts a text down beside a control, selected. Some places that forbid
// the clipboard still let what is selected be copied.
const write = (control, text) => {
  const field = document.createElement("textarea");
  Object.assign(field, { className: "copy", readOnly: true, value: text, rows: Math.min(6, Math.ceil(text.length / 40)) });
  field.setAttribute("aria-label", config.ui.copyHere);
  (control.closest("p, ul") ?? control).after(field);
  settle = () => { field.remove(); settle = () => {}; };
  field.select();
  field.setSelectionRange(0, text.length); // where select does not reach into what is read-only
  let copied = false;
  try { copied = document.execCommand("copy"); } catch { /* not here either */ }
  if (copied) { settle(); control.focus({ preventScroll: true }); }
  return copied;
};

// linkPlainly makes links lead where they can: those of sources out of the
// frame, and files into view where a sandbox forbids downloads.
export const linkPlainly = () => {
  // Few sites let themselves be shown inside a frame.
  if (framed) for (const a of $$(".source a")) a.target = "_blank";
  // A page from a disk is of no origin, too, and may download.
  if (framed && origin === "null") for (const a of $$("[download]", $("[data-more]"))) a.removeAttribute("download");
};
