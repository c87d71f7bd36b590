// The columns of the list of events: what a cell shows, and what is done to the story
// when it is written into.
import type {Json, Model, Named, Op, Path} from "../protocol";
import {at, items, text} from "./tree";
import type {Key} from "./words";

export interface Column {
  id: "date" | "title" | "duration" | "kind" | "lane" | "place" | "people" | "source" | "summary";
  label: Key;
  widthPx: number;
}

export const columns: Column[] = [
  {id: "date", label: "date", widthPx: 118},
  {id: "title", label: "eventTitle", widthPx: 230},
  {id: "duration", label: "duration", widthPx: 96},
  {id: "kind", label: "kind", widthPx: 92},
  {id: "lane", label: "lane", widthPx: 110},
  {id: "place", label: "place", widthPx: 130},
  {id: "people", label: "people", widthPx: 170},
  {id: "source", label: "source", widthPx: 130},
  {id: "summary", label: "summary", widthPx: 340},
];

const nameOf = (list: Named[], id: string) => list.find((n) => n.id === id)?.name ?? id;

// cellText is what a cell shows, and what an editor of it begins with.
export function cellText(m: Model, index: number, column: Column["id"]): string {
  const event = at(m.root, ["events", index]);
  const n = at(event, [column]);
  switch (column) {
    case "place": return nameOf(m.places, text(n));
    case "source": return nameOf(m.sources, text(n));
    case "kind": return text(n);
    case "people": return items(n).map((p) => nameOf(m.people, text(p))).join("; ");
    case "duration": {
      if (n) return text(n);
      const talks = items(at(event, ["phases"])).find((p) => text(at(p, ["kind"])) === "talks");
      return text(at(talks, ["duration"]));
    }
    default: return text(n);
  }
}

// reference finds what a name or an id means; what nobody has yet is added to the story.
function reference(m: Model, list: "people" | "places" | "sources", name: string, ops: Op[], added: string[]): string {
  const known = m[list].find((n) => n.id === name) ?? m[list].find((n) => n.name.toLowerCase() === name.toLowerCase());
  if (known) return known.id || known.name;
  if (name === "none" && list === "sources") return name;
  if (!added.includes(list + name)) {
    const place = items(at(m.root, [list])).length + added.filter((a) => a.startsWith(list)).length;
    ops.push({op: "insert", path: [list, place], value: {name}});
    added.push(list + name);
  }
  return name;
}

// cellOps are what writing into a cell does. added is what has been added by the cells
// before it, which are done together with it.
export function cellOps(m: Model, index: number, column: Column["id"], value: string, added: string[] = []): Op[] {
  const ops: Op[] = [];
  const v = column === "summary" ? value.replace(/\s+$/, "") : value.trim().replace(/\s*\n\s*/g, " ");
  const path: Path = ["events", index, column];
  const set = (p: Path, to: Json) => ops.push({op: "set", path: p, value: to});
  const before = at(m.root, path);
  switch (column) {
    case "title":
      set(path, v);
      break;
    case "date":
      set(before?.kind === "object" ? [...path, "value"] : path, v);
      break;
    case "duration": {
      const phases = items(at(m.root, ["events", index, "phases"]));
      const talks = phases.findIndex((p) => text(at(p, ["kind"])) === "talks");
      if (talks >= 0 && v) set(["events", index, "phases", talks, "duration"], v);
      else if (phases.length && !v) ops.push({op: "remove", path: ["events", index, "phases"]});
      else if (v) set(path, v);
      else ops.push({op: "remove", path});
      break;
    }
    case "people": {
      const names = v.split(/[;\n]/).map((p) => p.trim()).filter(Boolean);
      if (names.length) set(path, names.map((p) => reference(m, "people", p, ops, added)));
      else ops.push({op: "remove", path});
      break;
    }
    case "summary": {
      const paragraphs = v.split(/\n+/).map((p) => p.trim()).filter(Boolean);
      if (paragraphs.length > 1) set(path, paragraphs);
      else if (paragraphs.length) set(path, paragraphs[0]!);
      else ops.push({op: "remove", path});
      break;
    }
    case "kind": {
      const known = m.kinds.find((k) => k.id === v || k.name.toLowerCase() === v.toLowerCase());
      if (!v) { ops.push({op: "remove", path}); break; }
      if (!known && v !== "meeting" && v !== "context") {
        const id = v.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || `kind-${m.kinds.length + 1}`;
        if (!added.includes("kinds" + id) && !m.kinds.some((k) => k.id === id)) {
          ops.push({op: "insert", path: ["kinds", items(at(m.root, ["kinds"])).length + added.filter((a) => a.startsWith("kinds")).length], value: {id, name: v}});
          added.push("kinds" + id);
        }
        set(path, id);
      } else set(path, known?.id ?? v);
      break;
    }
    case "place": case "source":
      if (v) set(path, reference(m, column === "place" ? "places" : "sources", v, ops, added));
      else ops.push({op: "remove", path});
      break;
    default:
      if (v) set(path, v);
      else ops.push({op: "remove", path});
  }
  return ops;
}

// readCells reads what a spreadsheet puts on the clipboard: rows of cells with tabs
// between them, and quotation marks around cells that hold line breaks.
export function readCells(pasted: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "", quoted = false;
  const s = pasted.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let i = 0; i < s.length; i++) {
    const c = s[i]!;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (s[i + 1] === '"') { cell += c; i++; }
      else quoted = false;
    } else if (c === '"' && cell === "" && /^"(?:[^"]|"")*"(?:[\t\n]|$)/.test(s.slice(i))) quoted = true;
    else if (c === "\t") { rows.at(-1)!.push(cell); cell = ""; }
    else if (c === "\n") { rows.at(-1)!.push(cell); cell = ""; rows.push([]); }
    else cell += c;
  }
  rows.at(-1)!.push(cell);
  return rows;
}

// writeCells is what is put on the clipboard for a spreadsheet.
export function writeCells(rows: string[][]): string {
  return rows.map((r) => r.map((c) => /[\t\n"]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c).join("\t")).join("\n");
}
