// The lines under an event's date and length: what was understood, in the story's words,
// the mark as it is drawn, and what was meant where another way to write it is.
import type {Understanding} from "../protocol";
import {cellOps} from "./columns";
import type {Desk} from "./desk";
import {debounced, el, fill} from "./dom";
import {textAt} from "./tree";
import {t} from "./words";

export interface UnderstoodLine { date: HTMLElement; duration: HTMLElement; typed(): void }

export function understoodLine(desk: Desk, index: number): UnderstoodLine {
  const date = el("p", {class: "understood", "data-understood": "date", dir: "auto"});
  const duration = el("p", {class: "understood", "data-understood": "duration", dir: "auto"});
  let asked: {cancel(): void} | null = null;
  const value = (of: HTMLElement) => of.parentElement?.querySelector("input")?.value.trim() ?? "";
  const show = (u: Understanding) => {
    const line = (place: HTMLElement, field: "date" | "duration", words: string) => {
      const fault = u.problems.find((p) => p.field === field);
      const meant = u.suggestion?.[field];
      fill(place, field === "date" && u.svg ? mark(u.svg) : null,
        words ? el("span", {}, t("understoodAs"), " ", el("strong", {}, words)) : null,
        fault && !words ? el("span", {class: "fault", lang: "en"}, fault.message) : null,
        meant ? el("button", {type: "button", class: "small", onclick: () => void desk.edit(() => cellOps(desk.model!, index, field, meant), t("meant"), "", "form")}, t("write", {text: meant})) : null);
    };
    line(date, "date", u.date);
    line(duration, "duration", u.duration);
  };
  const ask = debounced(50, 150, () => {
    const m = desk.model;
    if (!m || !date.isConnected) return;
    asked?.cancel();
    const request = desk.client.ask("understood", {date: value(date) || undefined, duration: value(duration) || undefined, lang: m.lang, zone: textAt(m, ["zone", "name"]) || undefined});
    asked = request;
    request.then(show, () => {});
  });
  return {date, duration, typed: ask};
}

// mark makes the picture of a mark: the worker's own drawing.
function mark(svg: string): Element | null {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  if (parsed.nodeName !== "svg") return null;
  parsed.setAttribute("aria-hidden", "true");
  return document.importNode(parsed, true);
}
