// The form for the story itself: its headline, what stands under it, its language; and
// the lists of people, places, sources and kinds that events refer to.
import type {Json, Path} from "../protocol";
import type {Desk} from "./desk";
import {el, fill} from "./dom";
import {area, choice, Fields, paragraphs} from "./fields";
import {at, items, text} from "./tree";
import {languages, t, type Key} from "./words";

const lists: {list: string; label: Key; one: Key; fields: [string, Key][]; item: () => Json}[] = [
  {list: "sources", label: "sources", one: "source", fields: [["name", "sourceName"], ["title", "sourceTitle"], ["url", "url"]], item: () => ({name: ""})},
  {list: "people", label: "people", one: "person", fields: [["name", "name"], ["role", "role"]], item: () => ({name: ""})},
  {list: "places", label: "places", one: "place", fields: [["name", "name"], ["short", "short"]], item: () => ({name: ""})},
  {list: "kinds", label: "kinds", one: "kind", fields: [["id", "id"], ["name", "name"], ["plural", "plural"], ["paint", "paint"]], item: () => ({id: "", name: ""})},
  {list: "periods", label: "periods", one: "period", fields: [["title", "eventTitle"], ["date", "date"]], item: () => ({title: "", date: ""})},
  {list: "annotations", label: "annotations", one: "annotation", fields: [["date", "date"], ["text", "annotationText"]], item: () => ({date: "", text: ""})},
];

export class StoryForm {
  private fields: Fields;
  private shape = "";

  constructor(private place: HTMLElement, private desk: Desk) {
    this.fields = new Fields(desk);
    desk.on("checked", () => this.show());
    desk.on("change", (c) => { if (c.opened) { this.shape = ""; this.show(); } });
  }

  focus(path: Path): boolean { return this.fields.focus(path); }
  relabel() { this.shape = ""; this.show(); }

  private show() {
    const m = this.desk.model;
    const shape = m ? JSON.stringify(lists.map((l) => items(at(m.root, [l.list])).length)) : "";
    if (shape === this.shape) { this.fields.show(); return; }
    this.shape = shape;
    this.make();
  }

  private make() {
    const {desk, fields} = this, m = desk.model;
    fields.clear();
    if (!m) { fill(this.place); return; }
    const tags = Object.entries(languages).map(([tag, name]): [string, string] => [tag, name]);
    fill(this.place, el("div", {class: "form"}, el("div", {class: "fields"},
      fields.field({label: "headline", path: ["headline"], wide: true, write: (v) => [{op: "set", path: ["headline"], value: v.trim()}]}),
      fields.field({label: "standfirst", path: ["standfirst"], input: area(3), wide: true, ...paragraphs(["standfirst"])}),
      fields.field({label: "language", path: ["lang"], input: choice([["", "—"], ...tags])}),
      fields.field({label: "storyDate", path: ["date"]}),
      fields.field({label: "figure", path: ["figure"], input: choice([["", t("figureAuto")], ["lengths", t("figureLengths")], ["spans", t("figureSpans")]])}),
      fields.field({label: "id", path: ["id"]}),
      ...lists.map((l) => this.list(l)))));
  }

  private list(l: typeof lists[number]): HTMLElement {
    const {desk, fields} = this;
    const there = items(at(desk.model!.root, [l.list]));
    const item = (i: number) => {
      const name = text(at(there[i], ["name"])) || text(at(there[i], ["title"])) || `${t(l.one)} ${i + 1}`;
      return el("div", {class: "item", role: "group", "aria-label": name},
        ...l.fields.map(([key, label]) => fields.field({label, path: [l.list, i, key], write: (v) => v.trim() || key === "name" ? [{op: "set", path: [l.list, i, key], value: v.trim()}] : [{op: "remove", path: [l.list, i, key]}]})),
        el("div", {class: "row"}, el("span", {}), el("button", {type: "button", class: "small", "aria-label": `${t("removeEvent")}: ${name}`,
          onclick: () => void desk.edit([{op: "remove", path: [l.list, i]}], t("takenOut", {name}), "", "form")}, t("removeEvent"))));
    };
    const add = () => void desk.edit(() => [{op: "insert", path: [l.list, items(at(desk.model!.root, [l.list])).length], value: l.item()}], t("addTo", {name: t(l.label)}), "", "form");
    return el("details", {class: "field wide", open: there.length > 0 && there.length < 6},
      el("summary", {}, `${t(l.label)} (${there.length})`),
      el("div", {class: "items"}, ...there.map((_, i) => item(i)), el("p", {class: "row"}, el("button", {type: "button", class: "small", onclick: add}, t("addTo", {name: t(l.label)})))));
  }
}
