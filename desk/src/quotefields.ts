// An event's quotations and its further links, in its form.
import type {Json, Op, Path} from "../protocol";
import type {Desk} from "./desk";
import {el} from "./dom";
import {area, choice, type Fields} from "./fields";
import {at, items, text} from "./tree";
import {t, type Key} from "./words";

// nextID is an id that no quotation of the story has.
function nextID(desk: Desk): string {
  const used = new Set(items(at(desk.model?.root, ["events"])).flatMap((e) => items(at(e, ["quotes"])).map((q) => text(at(q, ["id"])))));
  for (let n = used.size + 1; ; n++) if (!used.has(`q${n}`)) return `q${n}`;
}

// reference names somebody of a list by a name that was typed, adding who is not there.
function reference(desk: Desk, list: "people" | "sources", path: Path, name: string): Op[] {
  const v = name.trim(), m = desk.model!;
  if (!v) return [{op: "remove", path}];
  const known = m[list].find((n) => n.name.toLowerCase() === v.toLowerCase() || n.id === v);
  if (known) return [{op: "set", path, value: known.id || known.name}];
  return [{op: "insert", path: [list, items(at(m.root, [list])).length], value: {name: v}}, {op: "set", path, value: v}];
}

export function quoteFields(desk: Desk, fields: Fields, index: number): HTMLElement {
  const m = desk.model!, event: Path = ["events", index];
  const quotes = items(at(m.root, [...event, "quotes"]));
  const links = items(at(m.root, [...event, "links"]));
  const add = (list: string, first: string, value: () => Json, why: Key) => {
    const length = () => items(at(desk.model!.root, [...event, list])).length;
    void desk.edit(() => [{op: "insert", path: [...event, list, length()], value: value()}], t(why), "", "form")
      .then((done) => { if (done) fields.focus([...event, list, length() - 1, first]); });
  };
  const take = (list: string, i: number, name: string) => el("button", {type: "button", class: "small", "aria-label": `${t("removeEvent")}: ${name}`,
    onclick: () => void desk.edit([{op: "remove", path: [...event, list, i]}], t("takenOut", {name}), "", "form")}, t("removeEvent"));
  const named = (list: "people" | "sources", path: Path) => ({
    read: () => { const id = text(at(desk.model?.root, path)); return desk.model?.[list].find((n) => n.id === id)?.name ?? id; },
    write: (v: string) => reference(desk, list, path, v),
    list: m[list].map((n) => n.name),
  });
  const quote = (i: number) => {
    const path = (...rest: Path): Path => [...event, "quotes", i, ...rest];
    const isFragment = text(at(m.root, path("form"))) === "fragment";
    return el("div", {class: "item", role: "group", "aria-label": t("quoteNumber", {n: i + 1})},
      fields.field({label: "quoteWords", path: path("words"), input: area(3), wide: true, write: (v) => [{op: "set", path: path("words"), value: v.trim()}]}),
      fields.field({label: "speaker", path: path("speaker"), ...named("people", path("speaker"))}),
      fields.field({label: "circumstance", path: path("circumstance")}),
      fields.field({label: "quoteForm", path: path("form"), input: choice([["", t("formSentence")], ["fragment", t("formFragment")]]),
        write: (v) => v ? [{op: "set", path: path("form"), value: v}, ...(text(at(desk.model!.root, path("sentence"))) ? [] : [{op: "set" as const, path: path("sentence"), value: "{}"}])] : [{op: "remove", path: path("form")}, {op: "remove", path: path("sentence")}]}),
      isFragment ? fields.field({label: "sentence", path: path("sentence")}) : null,
      fields.field({label: "source", path: path("source"), ...named("sources", path("source"))}),
      el("div", {class: "row"}, el("span", {class: "quiet"}, text(at(m.root, path("id")))), take("quotes", i, t("quoteNumber", {n: i + 1}))));
  };
  const link = (i: number) => el("div", {class: "item", role: "group", "aria-label": t("linkNumber", {n: i + 1})},
    fields.field({label: "url", path: [...event, "links", i, "url"]}),
    fields.field({label: "linkTitle", path: [...event, "links", i, "title"]}),
    el("div", {class: "row"}, el("span", {}), take("links", i, t("linkNumber", {n: i + 1}))));
  return el("div", {class: "field wide items"},
    el("h4", {}, t("quotes")), ...quotes.map((_, i) => quote(i)),
    el("p", {class: "row"}, el("button", {type: "button", class: "small", "data-do": "add-quote", onclick: () => add("quotes", "words", () => ({id: nextID(desk), speaker: text(items(at(desk.model!.root, [...event, "people"]))[0]) || "", words: ""}), "addQuote")}, t("addQuote"))),
    el("h4", {}, t("links")), ...links.map((_, i) => link(i)),
    el("p", {class: "row"}, el("button", {type: "button", class: "small", onclick: () => add("links", "url", () => ({url: "https://"}), "addLink")}, t("addLink"))));
}
