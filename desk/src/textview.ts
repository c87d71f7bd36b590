// The story's file as text. CodeMirror is fetched when the view is first opened; until
// it has come, and where it does not come, a plain field takes its place.
import type {Path} from "../protocol";
import type {Desk} from "./desk";
import {el, fill} from "./dom";
import {t} from "./words";

export interface Editor {
  set(text: string): void;
  get(): string;
  problems(p: Desk["checked"]): void;
  reveal(line: number, column: number): void;
  focus(): void;
}

export class TextView {
  private plain: HTMLTextAreaElement;
  private editor: Editor | null = null;
  private loading: Promise<void> | null = null;
  private isShown = false;

  constructor(private place: HTMLElement, private desk: Desk) {
    this.plain = el("textarea", {"aria-label": t("viewText"), spellcheck: "false", dir: "ltr", wrap: "off", "data-plain-text": true});
    this.plain.addEventListener("input", () => this.typed(this.plain.value));
    fill(place, el("div", {class: "text"}, this.plain));
    desk.on("change", (c) => { if (c.origin !== "text") this.follow(); });
    desk.on("checked", (c) => this.editor?.problems(c));
  }

  // show is called when the view comes into sight.
  async show() {
    this.isShown = true;
    this.follow();
    this.loading ??= this.load();
    await this.loading;
  }

  hide() { this.isShown = false; }

  async reveal(line: number, column: number, _path?: Path) {
    await this.show();
    if (this.editor) { this.editor.reveal(line, column); return; }
    const lines = this.plain.value.split("\n");
    const from = lines.slice(0, line - 1).reduce((n, l) => n + l.length + 1, 0);
    this.plain.focus();
    this.plain.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  }

  private async load() {
    try {
      const {makeEditor} = await import("./codemirror");
      const div = el("div", {class: "text", "data-editor": true});
      const editor = makeEditor(div, this.desk, (text) => this.typed(text));
      const hadFocus = document.activeElement === this.plain;
      this.editor = editor;
      this.follow();
      fill(this.place, div);
      editor.problems(this.desk.checked);
      if (hadFocus) editor.focus();
    } catch (e) {
      console.info(e); // the plain field goes on
    }
  }

  private typed(text: string) {
    if (this.desk.state) this.desk.setText(text, t("textChanged"), "text", "text");
  }

  private follow() {
    if (!this.isShown) return;
    if (this.editor) this.editor.set(this.desk.text);
    else if (this.plain.value !== this.desk.text) this.plain.value = this.desk.text;
  }
}
