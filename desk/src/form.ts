// The form for one event: when, with what was understood of it and its mark; whom,
// where, what, quotations, sources, links and an image.
import type {Named, Op, Path} from "../protocol";
import {columns, cellOps, cellText, type Column} from "./columns";
import type {Desk} from "./desk";
import {el, fill} from "./dom";
import {area, choice, Fields, paragraphs} from "./fields";
import {mediaFields} from "./mediafields";
import {quoteFields} from "./quotefields";
import {at, items, text} from "./tree";
import {understoodLine} from "./understood";
import {t} from "./words";

export class EventForm {
  private fields: Fields;
  private index = -1;
  // What of the story's shape the form was made for: when it changes, the form is made anew.
  private shape = "";

  constructor(private place: HTMLElement, private desk: Desk) {
    this.fields = new Fields(desk);
    desk.on("select", ({index, focus}) => this.open(index, focus));
    desk.on("checked", () => this.show());
    desk.on("change", (c) => { if (c.opened) this.open(-1, false); });
  }

  focus(path: Path): boolean { return this.fields.focus(path); }

  // relabel makes the form anew, in another language.
  relabel() { this.shape = ""; this.show(); }

  private open(index: number, focus: boolean) {
    if (index !== this.index) this.shape = "";
    this.index = index;
    this.show();
    if (focus) this.place.querySelector<HTMLElement>("input")?.focus();
  }

  private shapeNow(): string {
    const m = this.desk.model, e = at(m?.root, ["events", this.index]);
    if (!m || !e) return "";
    const lengths = ["quotes", "links", "phases"].map((k) => items(at(e, [k])).length);
    const dateIsObject = at(e, ["date"])?.kind === "object";
    const forms = items(at(e, ["quotes"])).map((q) => text(at(q, ["form"]))).join();
    return JSON.stringify([this.index, lengths, dateIsObject, forms, !!at(e, ["media"]), items(at(e, ["people"])).map(text), m.people.length, m.places.length, m.sources.length, m.kinds.length, m.lanes]);
  }

  private show() {
    const shape = this.shapeNow();
    if (!shape) {
      fill(this.place);
      this.fields.clear();
      this.shape = "";
      return;
    }
    if (shape !== this.shape) {
      this.shape = shape;
      this.make();
    } else this.fields.show();
  }

  private make() {
    const {desk, index, fields} = this, m = desk.model!;
    const focused = (document.activeElement as HTMLElement | null)?.dataset?.path;
    const hadFocus = this.place.contains(document.activeElement);
    fields.clear();
    const path = (...rest: Path): Path => ["events", index, ...rest];
    const cell = (id: Column["id"]) => ({
      label: columns.find((c) => c.id === id)!.label, path: path(id),
      read: () => desk.model ? cellText(desk.model, index, id) : "",
      write: (v: string): Op[] => cellOps(desk.model!, index, id, v),
    });
    const names = (list: Named[]) => list.map((n) => n.name);
    const when = understoodLine(desk, index);
    const basis = choice([["", t("basisReported")], ["reportedly", t("basisReportedly")], ["outside", t("basisOutside")]]);
    const isKnownBy = fields.field({label: "dateBasis", path: path("date", "basis"), input: basis, write: (v) => this.dateFieldOps("basis", v)});
    const note = fields.field({label: "dateNote", path: path("date", "note"), write: (v) => this.dateFieldOps("note", v)});
    const body = el("div", {class: "fields"},
      fields.field({...cell("title"), wide: true}),
      fields.field({...cell("date"), extra: when.date, onpick: () => when.typed()}),
      fields.field({...cell("duration"), extra: when.duration, onpick: () => when.typed()}),
      isKnownBy, note,
      this.people(),
      fields.field({...cell("place"), list: names(m.places)}),
      fields.field({...cell("kind"), list: m.kinds.map((k) => k.id)}),
      fields.field({...cell("lane"), list: m.lanes}),
      fields.field({label: "short", path: path("short")}),
      fields.field({...cell("summary"), input: area(4), wide: true, ...paragraphs(path("summary"))}),
      fields.field({...cell("source"), list: names(m.sources)}),
      quoteFields(desk, fields, index),
      mediaFields(desk, fields, index),
    );
    const header = el("header", {}, el("h3", {}, t("eventNumber", {n: index + 1})), el("div", {class: "row"},
      el("button", {type: "button", class: "small", onclick: () => desk.select(index - 1, true), disabled: index === 0}, t("previous")),
      el("button", {type: "button", class: "small", onclick: () => desk.select(index + 1, true), disabled: index >= m.events.length - 1}, t("next")),
      el("button", {type: "button", class: "small", onclick: () => desk.select(-1)}, t("close"))));
    fill(this.place, el("div", {class: "form", role: "group", "aria-label": t("eventNumber", {n: index + 1}), "data-event-form": index}, header, body));
    when.typed();
    if (hadFocus && focused) this.place.querySelector<HTMLElement>(`[data-path=${CSS.escape(focused)}]`)?.focus();
    else if (hadFocus) this.place.querySelector<HTMLElement>("input")?.focus();
  }

  // dateFieldOps writes a field of the date, which becomes one of fields if it was a text.
  private dateFieldOps(field: "basis" | "note", v: string): Op[] {
    const path: Path = ["events", this.index, "date"];
    const date = at(this.desk.model?.root, path);
    if (!v) {
      const left = date?.kind === "object" ? date.fields.filter((f) => f.key !== field).map((f) => f.key) : [];
      if (left.length === 1 && left[0] === "value") return [{op: "set", path, value: text(date)}];
      return [{op: "remove", path: [...path, field]}];
    }
    if (date?.kind === "object") return [{op: "set", path: [...path, field], value: v}];
    return [{op: "set", path, value: {value: text(date), [field]: v}}];
  }

  // people are chosen from those of the story, or made by their name.
  private people(): HTMLElement {
    const {desk, index} = this, m = desk.model!;
    const there = items(at(m.root, ["events", index, "people"])).map(text);
    const nameOf = (id: string) => m.people.find((p) => p.id === id)?.name ?? id;
    const change = (list: string[]) => void desk.edit(() => cellOps(desk.model!, index, "people", list.map(nameOf).join("; ")), t("people"), "", "form");
    const chips = el("ul", {class: "chips"}, ...there.map((id, i) => el("li", {dir: "auto"}, nameOf(id),
      el("button", {type: "button", "aria-label": t("takeOut", {name: nameOf(id)}), onclick: () => change(there.filter((_, k) => k !== i))}, "×"))));
    return this.fields.field({
      label: "people", path: ["events", index, "people"], list: m.people.map((p) => p.name).filter((n) => !there.map(nameOf).includes(n)),
      extra: chips,
      read: () => "",
      write: () => [],
      input: this.adder((name) => change([...there, name])),
    });
  }

  private adder(add: (name: string) => void): HTMLInputElement {
    const input = el("input", {type: "text", autocomplete: "off", placeholder: t("addPerson")});
    const done = () => {
      const name = input.value.trim().replace(/;$/, "");
      input.value = "";
      if (name) add(name);
    };
    input.addEventListener("change", done);
    input.addEventListener("keydown", (e) => { if (e.key === "Enter" || e.key === ";") { e.preventDefault(); done(); } });
    return input;
  }
}
