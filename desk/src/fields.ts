// Fields of forms that are bound to a place in the story: what is typed goes there, what
// changes there is shown, and what check finds there stands under the field.
import type {Json, Op, Path} from "../protocol";
import type {Desk} from "./desk";
import {debounced, el, fill, newID} from "./dom";
import {isWithin, pathKey, text, at} from "./tree";
import {t, titleOf, type Key} from "./words";

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export interface Bound {
  element: HTMLElement;
  input: Input;
  path: Path;
  // show takes the story's value over, unless somebody is typing.
  show(): void;
}

export interface Options {
  label: Key;
  path: Path;
  // The element that is typed into; a line if absent.
  input?: Input;
  wide?: boolean;
  hint?: string;
  // How the story's value is read and written; as text if absent.
  read?: () => string;
  write?: (value: string) => Op[];
  // A problem anywhere below the path is this field's.
  extra?: HTMLElement;
  list?: string[];
  file?: string;
  onpick?: (value: string) => void;
}

// Fields of one form.
export class Fields {
  private bound: Bound[] = [];

  constructor(private desk: Desk) {}

  clear() { this.bound = []; }

  // field makes a bound field.
  field(o: Options): HTMLElement {
    const {desk} = this;
    const id = newID("field");
    const input: Input = o.input ?? el("input", {type: "text", autocomplete: "off"});
    input.id = id;
    if (!(input instanceof HTMLSelectElement)) input.dir = "auto";
    input.dataset.path = pathKey(o.path);
    const fault = el("p", {class: "fault", id: `${id}-fault`, hidden: true});
    input.setAttribute("aria-describedby", fault.id);
    const datalist = o.list ? el("datalist", {id: `${id}-list`}, ...o.list.map((v) => el("option", {value: v}))) : null;
    if (datalist) input.setAttribute("list", datalist.id);
    const element = el("div", {class: o.wide ? "field wide" : "field"}, el("label", {for: id}, t(o.label)), input, datalist, o.extra, fault);
    const read = o.read ?? (() => text(at(desk.model?.root, o.path)));
    const write = o.write ?? ((v: string): Op[] => v.trim() ? [{op: "set", path: o.path, value: v.trim()}] : [{op: "remove", path: o.path}]);
    let isTyped = false;
    const send = () => {
      const value = input.value;
      const why = t(o.label);
      void desk.edit(() => value === read() ? [] : write(value), why, pathKey(o.path), "form", o.file).then(() => { if (input.value === value) isTyped = false; });
    };
    // While keys follow each other closely, one edit is under way at most.
    const soon = debounced(20, 120, send);
    input.addEventListener("input", () => {
      isTyped = true;
      o.onpick?.(input.value);
      if (input instanceof HTMLSelectElement) send();
      else soon();
    });
    input.addEventListener("change", () => soon.flush());
    input.addEventListener("blur", () => soon.flush());
    const bound: Bound = {
      element, input, path: o.path,
      show() {
        const value = read();
        if (!isTyped && input.value !== value) {
          if (input instanceof HTMLSelectElement && ![...input.options].some((x) => x.value === value)) input.append(el("option", {value}, value));
          input.value = value;
        }
        const found = desk.problems().filter((p) => p.severity !== "note" && p.file === (o.file ?? desk.state?.story) && isWithin(p.at, o.path));
        fault.hidden = found.length === 0;
        fault.className = found.some((p) => p.severity === "error") ? "fault" : "fault warning";
        fill(fault, ...found.map((p) => el("span", {}, `${t(p.severity === "error" ? "error" : "warning")}: ${titleOf(p.code)} `, el("span", {dir: "auto", lang: "en"}, `${p.message}${p.fix ? "; " + p.fix : ""} `))));
        if (found.some((p) => p.severity === "error")) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      },
    };
    bound.show();
    this.bound.push(bound);
    return element;
  }

  show() { for (const b of this.bound) b.show(); }

  // focus goes to the field of a path, or of the nearest one above it.
  focus(path: Path): boolean {
    const fits = this.bound.filter((b) => isWithin(path, b.path) && b.element.isConnected).sort((a, b) => b.path.length - a.path.length)[0];
    fits?.input.focus();
    fits?.element.scrollIntoView({block: "center"});
    return fits !== undefined;
  }
}

// area is a field of several lines.
export function area(rows: number): HTMLTextAreaElement {
  return el("textarea", {rows});
}

// choice is a field with a few values; "" is none.
export function choice(values: [string, string][]): HTMLSelectElement {
  return el("select", {}, ...values.map(([value, label]) => el("option", {value}, label)));
}

// paragraphs reads and writes what may be a list of paragraphs.
export function paragraphs(path: Path): Pick<Options, "write"> {
  return {write: (v) => {
    const all = v.split(/\n+/).map((p) => p.trim()).filter(Boolean);
    const value: Json = all.length > 1 ? all : all[0] ?? "";
    return all.length ? [{op: "set", path, value}] : [{op: "remove", path}];
  }};
}
