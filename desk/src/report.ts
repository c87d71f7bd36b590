// How a file was read, and what of it is not in the story.
import type {Opened, Remark} from "../protocol";
import {el, fill} from "./dom";
import {count, t, type Key} from "./words";

const mostRemarks = 60;

export function showReport(place: HTMLElement, o: Opened) {
  const r = o.report;
  if (!r || !o.imported) {
    fill(place, o.dropped.length ? el("div", {class: "report"}, dropped(o)) : null);
    return;
  }
  const groups: [Key, Remark[]][] = [["reportUnread", r.unread], ["reportContrary", r.contrary], ["reportLeftOut", r.leftOut], ["reportChanged", r.changed], ["reportDecided", r.decided]];
  const total = groups.reduce((n, g) => n + g[1].length, 0);
  fill(place, el("div", {class: "report", "data-import-report": true},
    el("h3", {}, t("reportHead", {shape: r.shape, events: count("events", r.events)})),
    r.columns.length ? el("details", {}, el("summary", {}, t("reportColumns")), el("div", {class: "scroll", tabindex: 0, role: "region", "aria-label": t("reportColumns")}, el("table", {},
      el("thead", {}, el("tr", {}, el("th", {scope: "col"}, t("reportColumn")), el("th", {scope: "col"}, t("reportBecame")), el("th", {scope: "col"}, t("reportHow")))),
      el("tbody", {}, ...r.columns.map((c) => el("tr", {}, el("td", {dir: "auto"}, c.name), el("td", {}, c.as || "–"), el("td", {lang: "en", dir: "auto"}, c.how))))))) : null,
    total ? el("details", {open: r.unread.length + r.contrary.length > 0 && total < 12}, el("summary", {}, count("remarks", total)),
      ...groups.filter((g) => g[1].length).map(([head, list]) => el("div", {}, el("h4", {}, t(head)), el("ul", {}, ...list.slice(0, mostRemarks).map(remark),
        list.length > mostRemarks ? el("li", {}, t("problemsMore", {n: list.length - mostRemarks})) : null)))) : null,
    dropped(o)));
}

function remark(m: Remark): HTMLElement {
  const where = [m.line ? t("line", {n: m.line}) : "", m.column ?? ""].filter(Boolean).join(", ");
  return el("li", {dir: "auto"}, where ? el("span", {class: "quiet"}, where + ": ") : null, m.value ? `“${m.value}” ` : "", el("span", {lang: "en"}, m.text));
}

function dropped(o: Opened): HTMLElement | null {
  return o.dropped.length ? el("div", {}, el("h4", {}, t("reportDropped")), el("ul", {}, ...o.dropped.map((d) => el("li", {dir: "auto"}, `${d.name}: `, el("span", {lang: "en"}, d.why))))) : null;
}
