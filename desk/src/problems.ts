// What to fix: errors first, then warnings, each by line. A press leads to the field
// that it is about, or to the line of the file.
import type {Problem} from "../protocol";
import type {Desk} from "./desk";
import {el, fill, one, say} from "./dom";
import {count, t, titleOf} from "./words";

const mostShown = 400;

export class Problems {
  private list = one("[data-problems]");
  private said = "";

  constructor(private desk: Desk, private go: (p: Problem) => void) {
    desk.on("checked", () => this.show());
    desk.on("change", (c) => { if (c.opened) this.show(); });
  }

  // relabel makes all items anew, in another language.
  relabel() { fill(this.list); this.show(); }

  show() {
    const {desk} = this;
    const all = desk.checked ? desk.problems() : [];
    const errors = all.filter((p) => p.severity === "error").length, warnings = all.filter((p) => p.severity === "warning").length;
    const badge = one("[data-count]");
    badge.hidden = errors + warnings === 0;
    badge.textContent = String(errors || warnings);
    badge.className = errors ? "count" : "count warn";
    const sum = !desk.checked ? "" : errors + warnings === 0 ? t("problemsNone") : [errors ? count("errors", errors) : "", warnings ? count("warnings", warnings) : ""].filter(Boolean).join(", ");
    badge.setAttribute("aria-label", sum);
    badge.setAttribute("role", "img");
    one("[data-problems-sum]").textContent = sum;
    this.update(all.filter((p) => p.severity !== "note").slice(0, mostShown), all.length);
    if (sum !== this.said && this.said !== "") say(sum);
    this.said = sum;
  }

  // update keeps the items that stay, and with them the keyboard's place.
  private update(shown: Problem[], total: number) {
    const key = (p: Problem) => JSON.stringify([p.file, p.line, p.column, p.code, p.severity, p.message, p.fix]);
    const before = new Map([...this.list.children].map((e) => [(e as HTMLElement).dataset.key ?? "", e as HTMLElement]));
    const items = shown.map((p) => before.get(key(p)) ?? this.item(p, key(p)));
    if (items.length !== this.list.childElementCount || items.some((e, i) => this.list.children[i] !== e)) {
      const focused = this.list.contains(document.activeElement) ? document.activeElement as HTMLElement : null;
      fill(this.list, ...items);
      if (focused?.isConnected) focused.focus();
    }
    if (total > mostShown) this.list.append(el("li", {class: "quiet"}, t("problemsMore", {n: total - mostShown})));
  }

  private item(p: Problem, key: string): HTMLElement {
    const where = `${p.file && p.file !== this.desk.state?.story ? p.file + " · " : ""}${p.line ? t("line", {n: p.line}) : ""}`;
    return el("li", {"data-problem": p.path || p.code, "data-code": p.code, "data-line": p.line, "data-severity": p.severity, "data-key": key},
      el("button", {type: "button", onclick: () => this.go(p)},
        el("span", {class: "sort"}, t(p.severity === "error" ? "error" : "warning")),
        el("span", {class: "what"}, titleOf(p.code)),
        el("span", {class: "where"}, where),
        el("span", {class: "detail", lang: "en", dir: "auto"}, p.path ? `${p.path}: ${p.message}` : p.message),
        p.fix ? el("span", {class: "fix", lang: "en", dir: "auto"}, p.fix) : null));
  }
}
