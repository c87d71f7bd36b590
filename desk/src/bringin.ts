// The first step: whatever somebody has becomes the story in hand. Files, pasted cells
// and answers to questions go to the worker together; nothing is opened before all that
// only a person can answer is answered.
import type {File as WorkerFile, ImportOptions, Opened, Question, Ready} from "../protocol";
import {WorkerError, type Asked} from "./client";
import type {Desk} from "./desk";
import {el, fill, isTyping, one, say} from "./dom";
import type {State} from "./history";
import {Questions} from "./questions";
import {showReport} from "./report";
import {blankStory, storyAmong} from "./withoutworker";
import {count, language, t} from "./words";

export class BringIn {
  // What is asked about: the files, and the answers so far.
  private files: WorkerFile[] = [];
  private options: ImportOptions = {};
  private base: string | undefined;
  private asked: Asked<Opened> | null = null;
  private report = one("[data-report]");
  private questions: Questions;

  constructor(private desk: Desk, private before: () => Promise<void>, private after: () => void) {
    this.questions = new Questions(one("[data-questions]"), (set) => this.answer(set));
    const paste = one<HTMLTextAreaElement>("[data-paste]");
    const read = one<HTMLButtonElement>("[data-do=open-pasted]");
    paste.addEventListener("input", () => { read.disabled = paste.value.trim() === ""; });
    // Cells are read as soon as they are pasted: somebody who pastes wants to see them.
    paste.addEventListener("paste", (e) => {
      const text = e.clipboardData?.getData("text/plain") ?? "";
      if (!paste.value.trim() && /[\t\n]/.test(text.trim())) setTimeout(() => this.openPasted(paste.value));
    });
    read.addEventListener("click", () => this.openPasted(paste.value));
    document.addEventListener("paste", (e) => this.pasteAnywhere(e));
    for (const selector of ["[data-open]", "[data-open-folder]"]) {
      const input = one<HTMLInputElement>(selector);
      input.addEventListener("change", () => {
        const files = [...input.files ?? []];
        void this.openFiles(files.map((f) => ({name: f.webkitRelativePath || f.name, file: f}))).then(() => { input.value = ""; });
      });
    }
    one("[data-do=cancel]").addEventListener("click", () => this.stop());
    one("[data-do=open-blank]").addEventListener("click", () => void this.openBlank());
    one("[data-do=open-example]").addEventListener("click", () => void this.openExample());
    this.drops();
  }

  relabel() { this.questions.relabel(); }

  openPasted(text: string) {
    if (text.trim()) void this.open([{name: "paste.tsv", text}]);
  }

  async openFiles(list: {name: string; file: Blob}[]) {
    if (!list.length) return;
    const files: WorkerFile[] = [];
    try {
      for (const {name, file} of list) files.push({name, bytes: await file.arrayBuffer()});
    } catch (e) {
      this.fail(t("cannotRead"), e instanceof Error ? e.message : "");
      return;
    }
    await this.open(files);
  }

  async open(files: WorkerFile[], base?: string) {
    if (this.desk.client.broken) {
      const state = storyAmong(files);
      if (state) await this.openState(state);
      else this.fail(t("cannotOpen"), t("workerBroken"), language());
      return;
    }
    this.files = files;
    this.options = {};
    this.base = base;
    await this.ask();
  }

  private ask(): Promise<void> {
    return this.run((progress) => this.desk.client.ask("open", {files: this.files, options: this.options, base: this.base}, progress));
  }

  private answer(set: ImportOptions) {
    const dates = [this.options.dates, set.dates].filter(Boolean).join(",");
    this.options = {...this.options, ...set, ...(dates ? {dates} : {}), map: {...this.options.map, ...set.map}};
    if (!Object.keys(this.options.map ?? {}).length) delete this.options.map;
    void this.ask();
  }

  private async openBlank() {
    const of = {headline: t("blankHeadline"), lang: language(), event: t("blankEvent"), date: today()};
    if (this.desk.client.broken) await this.openState(blankStory(of));
    else await this.run(() => this.desk.client.ask("blank", of));
  }

  // openState opens a document of which the worker knows nothing.
  private async openState(state: State) {
    await this.before();
    fill(this.report);
    this.desk.open(state);
    say(t("opened"));
    this.after();
  }

  private async openExample() {
    if (this.desk.client.broken) {
      this.fail(t("cannotOpen"), t("workerBroken"), language());
      return;
    }
    const ready = this.desk.client.ready ?? await new Promise<Ready>((done) => {
      const before = this.desk.client.onready;
      this.desk.client.onready = (r) => { before(r); done(r); };
    });
    const fits = ready.examples.find((x) => x.lang === language()) ?? ready.examples[0];
    if (fits) await this.run(() => this.desk.client.ask("example", {example: fits.id}));
  }

  // run asks the worker for a document, and opens it.
  private async run(ask: (progress: (done: number, total: number) => void) => Asked<Opened>) {
    this.asked?.stop();
    this.busy(t("reading"));
    fill(this.report);
    const asked = ask((done, total) => this.busy(t("reading"), done, total));
    this.asked = asked;
    try {
      const o = await asked;
      if (this.asked === asked) await this.take(o);
    } catch (e) {
      if (this.asked === asked && !(e instanceof WorkerError && e.cancelled)) this.fail(t("cannotOpen"), e instanceof Error ? e.message : String(e));
    } finally {
      if (this.asked === asked) {
        this.asked = null;
        this.busy("");
      }
    }
  }

  // stop leaves in hand what was in hand, and the keyboard at what can be pressed next.
  private stop() {
    this.asked?.stop();
    say(t("cancelled"));
    one("[data-paste]").focus({preventScroll: true});
  }

  private async take(o: Opened) {
    this.questions.show(o.questions);
    if (o.questions.length) {
      say(count("questions", o.questions.length));
      one("[data-question] button, [data-question] input").focus({preventScroll: false});
      return;
    }
    if (!o.story) {
      this.fail(t("cannotOpen"), [...o.problems.map((p) => `${p.file}${p.line ? ":" + p.line : ""}: ${p.message}${p.fix ? "; " + p.fix : ""}`), ...o.dropped.map((d) => `${d.name}: ${d.why}`)].join("\n"));
      return;
    }
    await this.before();
    this.desk.openAnswer(o);
    one<HTMLTextAreaElement>("[data-paste]").value = "";
    one<HTMLButtonElement>("[data-do=open-pasted]").disabled = true;
    showReport(this.report, o);
    // What the step shows now, it shows before the next one is brought into view.
    this.busy("");
    say(t("opened"));
    this.after();
  }

  private fail(what: string, why: string, lang = "en") {
    this.questions.show([] as Question[]);
    const place = el("div", {class: "failure", role: "alert", tabindex: -1}, el("h3", {}, what), el("pre", {lang, dir: "auto"}, why));
    fill(this.report, place);
    place.scrollIntoView({block: "nearest"});
  }

  private busy(words: string, done = 0, total = 0) {
    const place = one("[data-busy]"), bar = one<HTMLProgressElement>("progress", place);
    place.hidden = words === "";
    const waits = words !== "" && !this.desk.client.ready;
    one("[data-busy-words]").textContent = waits ? t("waitingForWorker") : words;
    if (total > 0) bar.value = done / total;
    else bar.removeAttribute("value");
  }

  // pasteAnywhere takes what is pasted where no field wants it.
  private pasteAnywhere(e: ClipboardEvent) {
    if (e.defaultPrevented || isTyping(e) || one<HTMLDialogElement>("[data-dialog]").open) return;
    const files = [...e.clipboardData?.files ?? []];
    const text = e.clipboardData?.getData("text/plain") ?? "";
    if (files.length && !text) void this.openFiles(files.map((file) => ({name: file.name, file})));
    else if (text.trim()) this.openPasted(text);
    else return;
    e.preventDefault();
    one("#in").scrollIntoView();
  }

  private drops() {
    const sign = one("[data-dragging]");
    const isFile = (e: DragEvent) => [...e.dataTransfer?.types ?? []].some((x) => x === "Files" || x === "text/plain");
    let depth = 0;
    const show = (n: number) => { depth = Math.max(0, n); sign.hidden = depth === 0; };
    addEventListener("dragenter", (e) => { if (isFile(e)) { e.preventDefault(); show(depth + 1); } });
    addEventListener("dragover", (e) => { if (isFile(e)) e.preventDefault(); });
    addEventListener("dragleave", (e) => { if (isFile(e)) show(depth - 1); });
    addEventListener("drop", (e) => {
      show(0);
      if (!isFile(e) || !e.dataTransfer) return;
      const entries = [...e.dataTransfer.items].map((i) => i.webkitGetAsEntry?.() ?? null).filter((x): x is FileSystemEntry => x !== null);
      const text = e.dataTransfer.getData("text/plain");
      const files = [...e.dataTransfer.files];
      if (!files.length && isTyping(e)) return;
      e.preventDefault();
      one("#in").scrollIntoView();
      if (entries.length) void this.openEntries(entries);
      else if (files.length) void this.openFiles(files.map((file) => ({name: file.name, file})));
      else this.openPasted(text);
    });
  }

  private async openEntries(entries: FileSystemEntry[]) {
    const found: {name: string; file: Blob}[] = [];
    const walk = async (e: FileSystemEntry): Promise<void> => {
      const name = e.fullPath.replace(/^\//, "");
      if (e.isFile) {
        if (!/(^|\/)\./.test(name)) found.push({name, file: await new Promise<File>((done, fail) => (e as FileSystemFileEntry).file(done, fail))});
        return;
      }
      const reader = (e as FileSystemDirectoryEntry).createReader();
      for (;;) {
        const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
        if (!some.length) return;
        for (const x of some) await walk(x);
      }
    };
    try {
      for (const e of entries) await walk(e);
      await this.openFiles(found);
    } catch (e) {
      this.fail(t("cannotRead"), e instanceof Error ? e.message : "");
    }
  }
}

function today(): string {
  const d = new Date();
  return `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, "0")}-${String(d.getDate()).padStart(2, "0")}`;
}
