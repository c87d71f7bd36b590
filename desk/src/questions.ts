// What only a person can answer of an import: the question, the rows that it concerns,
// and its answers as buttons.
import type {ImportOptions, Question} from "../protocol";
import {el, fill, newID} from "./dom";
import {count, t, worded, type Key, type Said} from "./words";

const mostRows = 6;

export class Questions {
  private shown: Question[] = [];

  constructor(private place: HTMLElement, private answer: (set: ImportOptions) => void) {}

  relabel() { this.show(this.shown); }

  show(questions: Question[]) {
    this.shown = questions;
    fill(this.place, ...questions.map((q) => this.question(q)));
  }

  private question(q: Question): HTMLElement {
    const id = newID("question"), asked = worded(q.words, q.text);
    return el("section", {class: "question", "data-question": q.id, "data-option": q.option, "aria-labelledby": id},
      el("h3", {id, lang: asked.lang, dir: "auto"}, asked.text),
      q.rows.length ? el("p", {class: "quiet"}, count("rowsConcerned", q.rowCount || q.rows.length)) : null,
      q.rows.length ? rows(q) : null,
      el("div", {class: "answers"}, ...q.answers.map((a) => el("button", {type: "button", "data-answer": a.value, onclick: () => this.answer(a.set)}, ...label(a))),
        q.free ? this.free(q, q.free) : null));
  }

  // free is a question that is answered by a text.
  private free(q: Question, free: NonNullable<Question["free"]>): HTMLElement {
    const input = el("input", {type: "text", id: newID("answer"), placeholder: free.hint, dir: "auto"});
    const send = () => {
      const v = input.value.trim();
      if (!v) { input.focus(); return; }
      this.answer(q.option === "map" ? {map: {[v.split("=")[0]!]: v.split("=").slice(1).join("=")}} : {[q.option]: q.option === "century" ? Number(v) : v});
    };
    return el("form", {class: "row", onsubmit: (e: Event) => { e.preventDefault(); send(); }},
      el("label", {for: input.id}, t("answer")), input, el("button", {type: "submit", class: "main"}, t("answerThis")));
  }
}

const orders: Record<string, Key> = {dmy: "orderDmy", mdy: "orderMdy", ymd: "orderYmd"};

// label says an answer in the page's words where it has them, and what it would mean.
function label(a: Question["answers"][number]): HTMLElement[] {
  const means = worded(a.words, a.means || a.value), order = orders[a.value];
  const column = Object.values(a.set.map ?? {})[0];
  const said = (tag: "span" | "small", s: Said) => el(tag, {lang: s.lang, dir: "auto"}, s.text);
  if (order) return [el("span", {}, t(order)), said("small", means)];
  if (typeof column === "string" && a.words) return [el("span", {dir: "auto"}, column), said("small", means)];
  return [said("span", means)];
}

function rows(q: Question): HTMLElement {
  const at = q.column ? q.columns.indexOf(q.column) : -1;
  return el("div", {class: "rows", tabindex: 0, role: "region", "aria-label": t("rowsConcernedLabel")}, el("table", {},
    el("thead", {}, el("tr", {}, el("th", {scope: "col"}, t("row")), ...q.columns.map((c) => el("th", {scope: "col", dir: "auto"}, c)))),
    el("tbody", {}, ...q.rows.slice(0, mostRows).map((r) => el("tr", {}, el("th", {scope: "row"}, String(r.line)),
      ...r.cells.map((c, i) => el("td", {dir: "auto"}, i === at || c === q.example ? el("mark", {}, clip(c)) : clip(c))))))));
}

const clip = (s: string) => s.length > 60 ? s.slice(0, 59) + "…" : s;
