// The story being told: the caption of the event, and the ticks of its progress.

import { $, buttons, caption, framed, ids, stage } from "./dom.js";
import { now } from "./now.js";
import { post } from "./heard.js";
import { ownOf, place, room, unplace } from "./place.js";
import { isSheet, needs } from "./sheet.js";
import { reduced } from "./theme.js";

export const turn = (by) => now.engine?.send("turn", by);

// The page scrolls to what is told, until the reader has scrolled it.
let leads = true, first = true;
export const unlead = () => { leads = false; };

export const showCaption = (id, lang, ...texts) => {
  first = !now.caught;
  leads = leads || first;
  now.caught = id || null;
  // What has the keyboard is about to go.
  if (!id && document.activeElement.closest("[data-caption],[data-ticks]")) $('[data-action="play"]').focus({ preventScroll: true });
  caption.hidden = ticks.hidden = !id;
  unplace(caption);
  if (!id) return;
  texts.forEach((text, i) => { parts[i].textContent = text; parts[i].hidden = !text; });
  parts[2].lang = lang;
  caption.toggleAttribute("data-steps", reduced());
  const at = room(), sheet = isSheet(at), own = ownOf(id, at);
  showTicks(ids.indexOf(id), Math.floor((at.width - BESIDE_PX) / LEAST_PX), sheet ? caption : stage);
  place(caption, id, at, leads ? () => {} : null);
  if (!(framed && leads && sheet && own.length)) return;
  const top = Math.min(...own.map((b) => b[1])), bottom = Math.max(...own.map((b) => b[1] + b[3]));
  post("told", { at: { x: own[0][0], y: top + at.top + scrollY, width: own[0][2], height: bottom - top }, sheet: needs(caption), first });
};
const parts = [...caption.children];

// A tick for each event, or, where they would be too narrow to be pressed, for some.
const LEAST_PX = 24, BESIDE_PX = 44;
const ticks = $("[data-ticks]");
const showTicks = (at, most, within) => {
  if (ticks.parentNode !== within) within.append(ticks);
  const all = ids.length, count = Math.min(all, most);
  if (ticks.children.length !== count) {
    ticks.toggleAttribute("data-bar", count < all);
    ticks.replaceChildren(...Array.from({ length: count }, (_, i) => {
      const b = document.createElement("button"), to = Math.ceil(i * all / count);
      b.type = "button";
      b.setAttribute("aria-label", buttons.get(ids[to]).textContent);
      b.onclick = () => turn(to - ids.indexOf(now.caught));
      return b;
    }));
  }
  [...ticks.children].forEach((b, i) => b.setAttribute("aria-current", i === Math.floor(at * count / all) ? "step" : "false"));
};
