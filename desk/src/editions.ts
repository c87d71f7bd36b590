// The story's editions in other languages, side by side with it: what a translation
// lacks is marked, by a word too.
import type {Edition, Node, Path} from "../protocol";
import type {Desk} from "./desk";
import {el, fill} from "./dom";
import {area} from "./fields";
import {at, items, pathKey, text} from "./tree";
import {languages, t} from "./words";

export class Editions {
  private open = "";
  private made = "";

  constructor(private place: HTMLElement, private desk: Desk) {
    desk.on("checked", () => this.show());
    desk.on("change", (c) => { if (c.opened) { this.open = ""; this.made = ""; this.show(); } });
  }

  relabel() { this.made = ""; this.show(); }

  private show() {
    const {desk} = this, m = desk.model;
    if (!m) { fill(this.place); return; }
    const all = desk.checked?.editions ?? [];
    const edition = all.find((e) => e.file === this.open) ?? all[0];
    const rows = edition ? wordsOf(m.root) : [];
    const shape = JSON.stringify([all.map((e) => [e.file, e.lacks.length]), edition?.file, rows.map((r) => [r.path, r.text])]);
    if (shape === this.made) { if (edition) this.refresh(edition); return; }
    this.made = shape;
    const others = Object.entries(languages).filter(([tag]) => tag !== m.lang && !all.some((e) => e.lang === tag));
    const tag = el("select", {"aria-label": t("language")}, ...others.map(([value, name]) => el("option", {value}, name)));
    fill(this.place,
      el("p", {class: "lead"}, t("editionsLead")),
      el("div", {class: "row"}, ...all.map((e) => el("button", {type: "button", "aria-pressed": String(e === edition), onclick: () => { this.open = e.file; this.show(); }},
        languages[e.lang] ?? e.lang, e.lacks.length ? el("span", {class: "count warn"}, String(e.lacks.length), el("span", {class: "sr"}, " " + t("lacking"))) : null)),
        others.length ? tag : null, others.length ? el("button", {type: "button", class: "small", onclick: () => void this.add(tag.value)}, t("addLanguage")) : null),
      edition ? this.table(edition, rows) : null);
  }

  private async add(lang: string) {
    const {desk} = this, before = desk.state!;
    try {
      const made = await desk.client.about("translate", before, {lang});
      this.open = made.name;
      desk.setFile(made.name, made.text, t("addLanguage"));
    } catch { /* the story has errors, which are in the list */ }
  }

  private table(e: Edition, rows: Words[]): HTMLElement {
    const m = this.desk.model!;
    const name = (tag: string) => languages[tag] ?? tag;
    return el("div", {class: "side", tabindex: 0, role: "region", "aria-label": t("viewLanguages")}, el("table", {},
      el("thead", {}, el("tr", {}, el("th", {scope: "col"}, name(m.lang)), el("th", {scope: "col"}, name(e.lang)))),
      el("tbody", {}, ...rows.map((r) => {
        const input = area(Math.min(8, 1 + Math.floor(r.text.length / 28)));
        input.value = text(at(e.model?.root, r.path));
        input.dir = e.dir;
        input.lang = e.lang;
        input.dataset.path = pathKey(r.path);
        input.setAttribute("aria-label", `${name(e.lang)}: ${r.text.slice(0, 80)}`);
        input.addEventListener("change", () => {
          const paragraphs = input.value.split(/\n+/).map((p) => p.trim()).filter(Boolean);
          const value = r.isParagraphs && paragraphs.length > 1 ? paragraphs : paragraphs.join(" ");
          void this.desk.edit([{op: "set", path: r.path, value}], t("translated"), "", "edition", e.file);
        });
        return el("tr", {}, el("td", {dir: m.dir, lang: m.lang}, r.text), el("td", {"data-cell": pathKey(r.path)}, input, el("span", {class: "word", hidden: true})));
      }))));
  }

  private refresh(e: Edition) {
    const lacks = new Map(e.lacks.map((l) => [pathKey(l.at), l]));
    for (const cell of this.place.querySelectorAll<HTMLElement>("[data-cell]")) {
      const lack = lacks.get(cell.dataset.cell!), word = cell.querySelector<HTMLElement>(".word")!, input = cell.querySelector("textarea")!;
      cell.classList.toggle("lacks", lack !== undefined);
      word.hidden = !lack;
      word.textContent = lack ? `${t("lacking")}: ${lack.text}` : "";
      if (document.activeElement !== input) input.value = text(at(e.model?.root, JSON.parse(cell.dataset.cell!) as Path));
    }
  }
}

interface Words { path: Path; text: string; isParagraphs: boolean }

// What of a story is written in its language; all else an edition shares.
const storyKeys = ["headline", "standfirst"];
const listKeys: Record<string, string[]> = {
  events: ["title", "short", "lane", "summary"], people: ["name", "role"], places: ["name", "short"], sources: ["title"],
  kinds: ["name", "plural"], periods: ["title"], annotations: ["text"],
};

function wordsOf(root: Node): Words[] {
  const found: Words[] = [];
  const take = (path: Path) => {
    const n = at(root, path);
    const says = text(n);
    if (says) found.push({path, text: says, isParagraphs: path.at(-1) === "summary" || path.at(-1) === "standfirst"});
  };
  for (const k of storyKeys) take([k]);
  for (const [list, keys] of Object.entries(listKeys)) {
    items(at(root, [list])).forEach((item, i) => {
      for (const k of keys) take([list, i, k]);
      if (list !== "events") return;
      take(["events", i, "date", "note"]);
      for (const k of ["alt", "caption", "credit"]) take(["events", i, "media", k]);
      items(at(item, ["quotes"])).forEach((_, q) => { for (const k of ["circumstance", "sentence"]) take(["events", i, "quotes", q, k]); });
      items(at(item, ["phases"])).forEach((_, q) => take(["events", i, "phases", q, "note"]));
    });
  }
  return found;
}
