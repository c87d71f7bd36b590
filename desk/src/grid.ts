// The list of events, as a spreadsheet: arrow keys, many cells at once, paste. It is a
// grid as the ARIA practices describe it. Rows are of one height, and only those in view
// are in the page.
import type {Op} from "../protocol";
import {columns, cellOps, cellText, readCells, writeCells} from "./columns";
import type {Desk} from "./desk";
import {el, fill, one, say} from "./dom";
import {count, t} from "./words";

const rowPx = 34;
const spareRows = 8;
const numberPx = 44;

interface Place { row: number; column: number }

export class Grid {
  private root: HTMLElement;
  private head: HTMLElement;
  private body: HTMLElement;
  private here: Place = {row: 0, column: 0};
  private anchor: Place = {row: 0, column: 0};
  private editor: HTMLInputElement | null = null;
  private rows = new Map<number, HTMLElement>();
  // What has been written into cells and is not in the story yet.
  private written = new Map<string, string>();

  constructor(place: HTMLElement, private desk: Desk) {
    this.head = el("div", {role: "row", class: "headrow", "aria-rowindex": 1});
    this.body = el("div", {class: "body", role: "rowgroup"});
    this.root = el("div", {class: "grid", role: "grid", "aria-multiselectable": "true"}, el("div", {role: "rowgroup", class: "headrow"}, this.head), this.body);
    this.head.classList.remove("headrow");
    this.root.style.setProperty("--columns", `${numberPx}px ${columns.map((c) => c.widthPx + "px").join(" ")}`);
    place.append(this.root);
    this.label();
    this.root.addEventListener("scroll", () => this.draw(), {passive: true});
    this.root.addEventListener("keydown", (e) => this.key(e));
    this.root.addEventListener("pointerdown", (e) => this.press(e));
    this.root.addEventListener("pointermove", (e) => this.drag(e));
    this.root.addEventListener("dblclick", (e) => { if (this.placeOf(e.target)) this.edit(); });
    this.root.addEventListener("copy", (e) => this.copy(e));
    this.root.addEventListener("cut", (e) => { if (this.copy(e)) this.empty(); });
    this.root.addEventListener("paste", (e) => this.paste(e));
    new ResizeObserver(() => this.draw()).observe(this.root);
    desk.on("checked", () => this.refresh());
    desk.on("change", (c) => { if (c.opened) this.reset(); });
    desk.on("select", () => this.draw());
  }

  // label writes the headings, in the reader's language.
  label() {
    this.root.setAttribute("aria-label", t("viewEvents"));
    fill(this.head, el("div", {role: "columnheader", "aria-colindex": 1}, el("span", {class: "sr"}, t("row"))),
      ...columns.map((c, i) => el("div", {role: "columnheader", "aria-colindex": i + 2}, t(c.label))));
  }

  // go moves to an event's row, and into view.
  go(row: number, focus: boolean, column = this.here.column) {
    this.here = this.anchor = {row, column};
    this.reveal();
    this.draw();
    if (focus) this.focus();
  }

  // chosen are the rows that are marked.
  chosen(): number[] {
    const [from, to] = [Math.min(this.here.row, this.anchor.row), Math.max(this.here.row, this.anchor.row)];
    return Array.from({length: to - from + 1}, (_, i) => from + i).filter((r) => r < this.total);
  }

  private get total(): number { return this.desk.model?.events.length ?? 0; }

  private reset() {
    this.written.clear();
    this.here = this.anchor = {row: 0, column: 0};
    this.root.scrollTop = 0;
    this.refresh();
  }

  private refresh() {
    if (this.desk.busy === 0) this.written.clear();
    const last = Math.max(0, this.total - 1);
    for (const p of [this.here, this.anchor]) p.row = Math.min(p.row, last);
    this.root.setAttribute("aria-rowcount", String(this.total + 1));
    this.root.setAttribute("aria-colcount", String(columns.length + 1));
    this.draw();
  }

  // draw makes the rows that are in view, and takes the others out.
  private draw() {
    this.body.style.height = `${this.total * rowPx}px`;
    const from = Math.max(0, Math.floor(this.root.scrollTop / rowPx) - spareRows);
    const to = Math.min(this.total, Math.ceil((this.root.scrollTop + this.root.clientHeight) / rowPx) + spareRows);
    for (const [r, e] of this.rows) {
      if (r >= from && r < to || r === this.here.row && r < this.total) continue;
      e.remove();
      this.rows.delete(r);
    }
    for (let r = from; r < to; r++) this.row(r);
    if (this.here.row < this.total) this.row(this.here.row);
  }

  private row(r: number) {
    const m = this.desk.model!;
    let e = this.rows.get(r);
    if (!e) {
      e = el("div", {role: "row", "aria-rowindex": r + 2});
      e.style.top = `${r * rowPx}px`;
      e.append(el("div", {role: "rowheader", "aria-colindex": 1}), ...columns.map((_, i) => el("div", {role: "gridcell", "aria-colindex": i + 2, tabindex: -1, dir: "auto"})));
      this.rows.set(r, e);
      // Reading order is the order of rows.
      const next = [...this.rows.keys()].filter((k) => k > r).sort((a, b) => a - b)[0];
      this.body.insertBefore(e, next === undefined ? null : this.rows.get(next)!);
    }
    e.classList.toggle("chosen", r === this.desk.selected);
    const header = e.firstElementChild!;
    if (header.textContent !== String(r + 1)) header.textContent = String(r + 1);
    const faults = this.desk.problems().filter((p) => p.severity !== "note" && p.file === m.file && p.at[0] === "events" && p.at[1] === r);
    columns.forEach((c, i) => {
      const cell = e!.children[i + 1] as HTMLElement;
      const says = (this.written.get(`${r} ${c.id}`) ?? cellText(m, r, c.id)).replaceAll("\n", " ¶ ");
      if (cell.textContent !== says) cell.textContent = says;
      const isHere = r === this.here.row && i === this.here.column;
      cell.tabIndex = isHere ? 0 : -1;
      cell.setAttribute("aria-selected", String(this.isMarked(r, i)));
      const fault = faults.find((p) => p.at[2] === c.id) ?? (c.id === "title" ? faults.find((p) => p.at.length < 3 || !columns.some((k) => k.id === p.at[2])) : undefined);
      if (fault) { cell.dataset.wrong = fault.severity; cell.title = fault.message; } else if (cell.dataset.wrong) { delete cell.dataset.wrong; cell.title = ""; }
    });
  }

  private isMarked(r: number, c: number): boolean {
    const {here, anchor} = this;
    return r >= Math.min(here.row, anchor.row) && r <= Math.max(here.row, anchor.row) && c >= Math.min(here.column, anchor.column) && c <= Math.max(here.column, anchor.column);
  }

  private cell(p: Place): HTMLElement | undefined {
    return this.rows.get(p.row)?.children[p.column + 1] as HTMLElement | undefined;
  }

  private focus() { this.cell(this.here)?.focus({preventScroll: true}); }

  private reveal() {
    const top = this.here.row * rowPx, height = this.root.clientHeight - rowPx;
    if (top < this.root.scrollTop) this.root.scrollTop = top;
    else if (top + rowPx > this.root.scrollTop + height) this.root.scrollTop = top + rowPx - height;
    this.draw();
    const cell = this.cell(this.here);
    if (!cell) return;
    const box = cell.getBoundingClientRect(), view = this.root.getBoundingClientRect();
    const isRTL = getComputedStyle(this.root).direction === "rtl";
    const [left, right] = isRTL ? [view.left, view.right - numberPx] : [view.left + numberPx, view.right];
    if (box.left < left) this.root.scrollLeft += box.left - left;
    else if (box.right > right) this.root.scrollLeft += Math.min(box.right - right, box.left - left);
  }

  private placeOf(target: EventTarget | null): Place | null {
    const cell = (target as HTMLElement).closest?.("[role=gridcell], [role=rowheader]");
    const row = cell?.closest("[aria-rowindex]");
    if (!cell || !row) return null;
    return {row: Number(row.getAttribute("aria-rowindex")) - 2, column: Math.max(0, Number(cell.getAttribute("aria-colindex")) - 2)};
  }

  private press(e: PointerEvent) {
    if (e.target === this.editor) return;
    const p = this.placeOf(e.target);
    if (!p || e.button !== 0) return;
    this.close(true);
    e.preventDefault();
    this.move(p, e.shiftKey);
    this.focus();
    this.desk.select(p.row);
  }

  private drag(e: PointerEvent) {
    if (!(e.buttons & 1) || this.editor || e.pointerType === "touch") return;
    const p = this.placeOf(e.target);
    if (p && (p.row !== this.here.row || p.column !== this.here.column)) this.move(p, true);
  }

  private move(p: Place, marks: boolean) {
    this.here = {row: Math.max(0, Math.min(this.total - 1, p.row)), column: Math.max(0, Math.min(columns.length - 1, p.column))};
    if (!marks) this.anchor = {...this.here};
    this.reveal();
    this.draw();
  }

  private key(e: KeyboardEvent) {
    if (this.editor || !this.total) return;
    const {row, column} = this.here;
    const forward = getComputedStyle(this.root).direction === "rtl" ? -1 : 1;
    const page = Math.max(1, Math.floor(this.root.clientHeight / rowPx) - 2);
    const command = e.ctrlKey || e.metaKey;
    const to = ({
      ArrowUp: {row: row - 1, column}, ArrowDown: {row: row + 1, column},
      ArrowLeft: {row, column: column - forward}, ArrowRight: {row, column: column + forward},
      PageUp: {row: row - page, column}, PageDown: {row: row + page, column},
      Home: {row: command ? 0 : row, column: 0}, End: {row: command ? this.total - 1 : row, column: columns.length - 1},
    } as Record<string, Place>)[e.key];
    if (to && !e.altKey) {
      this.move(to, e.shiftKey);
      this.focus();
      if (!e.shiftKey && this.desk.selected !== this.here.row) this.desk.select(this.here.row);
    } else if (e.key === "Enter" || e.key === "F2") this.edit();
    else if (e.key === "Delete" || e.key === "Backspace") this.empty();
    else if (command && e.key.toLowerCase() === "a") {
      this.anchor = {row: 0, column: 0};
      this.here = {row: this.total - 1, column: columns.length - 1};
      this.draw();
    } else if (e.key.length === 1 && !command && !e.altKey) this.edit(e.key);
    else return;
    e.preventDefault();
  }

  // edit opens an editor over the cell, with what it says or what was typed.
  private edit(typed?: string) {
    const cell = this.cell(this.here);
    const m = this.desk.model;
    if (!cell || !m || this.here.row >= this.total) return;
    const place = {...this.here}, column = columns[place.column]!;
    const before = cellText(m, place.row, column.id);
    const input = el("input", {class: "cell", type: "text", "aria-label": `${t(column.label)}, ${t("row")} ${place.row + 1}`, dir: "auto", autocomplete: "off", spellcheck: column.id === "summary" || column.id === "title" ? "true" : "false"});
    input.value = typed ?? before.replaceAll("\n", " ¶ ");
    input.style.top = `${this.body.offsetTop + place.row * rowPx}px`;
    input.style.left = `${cell.offsetLeft + cell.parentElement!.offsetLeft}px`;
    input.style.width = `${cell.offsetWidth}px`;
    this.root.append(input);
    this.editor = input;
    input.focus({preventScroll: true});
    if (typed === undefined) input.select();
    input.addEventListener("keydown", (e) => {
      e.stopPropagation();
      const next = e.key === "Enter" ? {row: place.row + (e.shiftKey ? -1 : 1), column: place.column} : e.key === "Tab" ? {row: place.row, column: place.column + (e.shiftKey ? -1 : 1)} : null;
      if (e.key !== "Escape" && !next || e.isComposing) return;
      e.preventDefault();
      this.close(next !== null);
      if (next) this.move(next, false);
      this.focus();
    });
    input.addEventListener("blur", () => this.close(true));
  }

  private close(keep: boolean) {
    const input = this.editor;
    if (!input) return;
    this.editor = null;
    const value = input.value.replace(/ ¶ /g, "\n");
    const place = this.here;
    input.remove();
    if (keep) this.write(place.row, place.column, [[value]], t("cellChanged"));
  }

  // write puts cells into the list from a place on; rows that are not there are added.
  private write(row: number, column: number, cells: string[][], why: string): Promise<boolean> {
    const m = this.desk.model;
    if (!m) return Promise.resolve(false);
    cells.forEach((line, r) => line.forEach((value, c) => {
      const id = columns[column + c]?.id;
      if (id && row + r < this.total && value !== cellText(m, row + r, id)) this.written.set(`${row + r} ${id}`, value);
    }));
    this.draw();
    return this.desk.edit(() => this.ops(row, column, cells), why, "", "grid").finally(() => this.refresh());
  }

  private ops(row: number, column: number, cells: string[][]): Op[] {
    const m = this.desk.model!;
    const ops: Op[] = [], added: string[] = [];
    const total = m.events.length;
    cells.forEach((line, r) => {
      const i = row + r;
      if (i >= total) ops.push({op: "insert", path: ["events", i], value: {title: line[columns.findIndex((c) => c.id === "title") - column] ?? "", date: ""}});
      line.forEach((value, c) => {
        const id = columns[column + c]?.id;
        if (!id || (i < total ? value === cellText(m, i, id) : !value)) return;
        ops.push(...cellOps(m, i, id, value, added));
      });
    });
    return ops;
  }

  private bounds() {
    const rows = [this.here.row, this.anchor.row].sort((a, b) => a - b), cells = [this.here.column, this.anchor.column].sort((a, b) => a - b);
    return {top: rows[0]!, bottom: rows[1]!, first: cells[0]!, last: cells[1]!};
  }

  private empty() {
    const b = this.bounds();
    void this.write(b.top, b.first, Array.from({length: b.bottom - b.top + 1}, () => Array<string>(b.last - b.first + 1).fill("")), t("cellsEmptied"));
  }

  private copy(e: ClipboardEvent): boolean {
    const m = this.desk.model;
    if (this.editor || !m) return false;
    const b = this.bounds();
    const rows = [];
    for (let r = b.top; r <= b.bottom; r++) rows.push(columns.slice(b.first, b.last + 1).map((c) => cellText(m, r, c.id)));
    e.clipboardData?.setData("text/plain", writeCells(rows));
    e.preventDefault();
    return true;
  }

  private paste(e: ClipboardEvent) {
    if (this.editor) return;
    const pasted = e.clipboardData?.getData("text/plain");
    if (!pasted) return;
    e.preventDefault();
    e.stopPropagation();
    let cells = readCells(pasted);
    const b = this.bounds();
    // One cell fills all that are marked.
    if (cells.length === 1 && cells[0]!.length === 1) cells = Array.from({length: b.bottom - b.top + 1}, () => Array<string>(b.last - b.first + 1).fill(cells[0]![0]!));
    void this.write(b.top, b.first, cells, t("cellsPasted")).then((done) => {
      if (!done) return;
      this.anchor = {row: b.top, column: b.first};
      this.here = {row: Math.min(this.total - 1, b.top + cells.length - 1), column: Math.min(columns.length - 1, b.first + cells[0]!.length - 1)};
      this.draw();
      say(count("rowsPasted", cells.length));
    });
  }
}

// showTotal says how many events there are.
export function showTotal(desk: Desk) {
  one("[data-total]").textContent = desk.model ? count("events", desk.model.events.length) : "";
}
