// The editor of the story's file: CodeMirror 6 with YAML, the format's fields as
// completions, and check's findings at their places. Undo is the desk's own.
import {autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type CompletionContext, type CompletionResult} from "@codemirror/autocomplete";
import {defaultKeymap, indentWithTab} from "@codemirror/commands";
import {yaml} from "@codemirror/lang-yaml";
import {HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting} from "@codemirror/language";
import {lintGutter, setDiagnostics, type Diagnostic} from "@codemirror/lint";
import {highlightSelectionMatches, search, searchKeymap} from "@codemirror/search";
import {Annotation, EditorState, type Text} from "@codemirror/state";
import {EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers} from "@codemirror/view";
import {tags} from "@lezer/highlight";
import type {Checked} from "../protocol";
import type {Desk} from "./desk";
import {fieldsAt} from "./schema";
import type {Editor} from "./textview";
import {t} from "./words";

const fromOutside = Annotation.define<boolean>();

const look = HighlightStyle.define([
  {tag: tags.definition(tags.propertyName), color: "var(--other)"},
  {tag: tags.propertyName, color: "var(--other)"},
  {tag: tags.comment, color: "var(--quiet)", fontStyle: "italic"},
  {tag: tags.string, color: "var(--ink)"},
  {tag: tags.keyword, color: "var(--fourth)"},
  {tag: tags.punctuation, color: "var(--quiet)"},
]);

const theme = EditorView.theme({
  "&": {color: "var(--ink)", backgroundColor: "var(--panel)", height: "min(64vh, 640px)", fontSize: "13px"},
  ".cm-scroller": {fontFamily: "var(--mono)", lineHeight: "1.5"},
  ".cm-content": {caretColor: "var(--ink)"},
  ".cm-gutters": {backgroundColor: "var(--overlay)", color: "var(--quiet)", borderRight: "1px solid var(--hairline)"},
  ".cm-activeLine": {backgroundColor: "color-mix(in srgb, var(--overlay) 60%, transparent)"},
  ".cm-activeLineGutter": {backgroundColor: "var(--grid)"},
  ".cm-cursor": {borderLeftColor: "var(--ink)"},
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {backgroundColor: "color-mix(in srgb, var(--other) 28%, transparent) !important"},
  ".cm-tooltip": {backgroundColor: "var(--panel)", color: "var(--ink)", border: "1px solid var(--axis)"},
  ".cm-tooltip-autocomplete ul li[aria-selected]": {backgroundColor: "var(--ink)", color: "var(--paper)"},
  ".cm-panels": {backgroundColor: "var(--overlay)", color: "var(--ink)"},
});

// The format's fields, by where the cursor stands; after the name of one its values.
function complete(c: CompletionContext, desk: Desk): CompletionResult | null {
  const line = c.state.doc.lineAt(c.pos);
  const before = line.text.slice(0, c.pos - line.from);
  const value = /^[\s-]*([A-Za-z]+):\s+([\w-]*)$/.exec(before);
  const {fields, values} = fieldsAt(c.state.doc.toString(), line.number, before, desk.model);
  if (value) {
    const list = values(value[1]!);
    return list.length ? {from: c.pos - value[2]!.length, options: list.map((v) => ({label: v.label, detail: v.detail, type: "enum"}))} : null;
  }
  const word = /^[\s-]*([A-Za-z]*)$/.exec(before);
  if (!word || (!word[1] && !c.explicit)) return null;
  return {from: c.pos - word[1]!.length, options: fields.map((f) => ({label: f, type: "property", apply: f + ": "}))};
}

export function makeEditor(host: HTMLElement, desk: Desk, typed: (text: string) => void): Editor {
  // In a shadow root its styles are sheets of the root, which a strict policy allows;
  // elsewhere they would be style elements.
  const parent = host.attachShadow({mode: "open"});
  let timer: ReturnType<typeof setTimeout> | undefined;
  const view = new EditorView({
    parent, root: parent,
    state: EditorState.create({doc: desk.text, extensions: [
      lineNumbers(), highlightActiveLine(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), highlightSelectionMatches(), search({top: true}), lintGutter(),
      yaml(), indentUnit.of("  "), EditorState.tabSize.of(2), syntaxHighlighting(look), theme, EditorView.lineWrapping,
      autocompletion({override: [(c) => complete(c, desk)]}),
      // Tab indents, since the format is made of indents; Escape and then Tab leads out.
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...defaultKeymap, indentWithTab]),
      EditorView.contentAttributes.of({tabindex: "0", "aria-label": t("viewText"), spellcheck: "false", dir: "ltr"}),
      EditorView.updateListener.of((u) => {
        if (!u.docChanged || u.transactions.every((tr) => tr.annotation(fromOutside))) return;
        // A large file is not copied at each key.
        clearTimeout(timer);
        const send = () => { timer = undefined; typed(view.state.doc.toString()); };
        if (u.state.doc.length < 200_000) send();
        else timer = setTimeout(send, 300);
      }),
    ]}),
  });
  return {
    set(text) {
      if (timer !== undefined) return; // what is being typed comes first
      const change = difference(view.state.doc, text);
      if (change) view.dispatch({changes: change, annotations: fromOutside.of(true)});
    },
    get: () => view.state.doc.toString(),
    problems(checked) { view.dispatch(setDiagnostics(view.state, diagnostics(view.state.doc, checked, desk))); },
    reveal(line, column) {
      const l = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
      const at = Math.min(l.to, l.from + Math.max(0, column - 1));
      view.dispatch({selection: {anchor: at, head: l.to}, effects: EditorView.scrollIntoView(at, {y: "center"})});
      view.focus();
    },
    focus() { view.focus(); },
  };
}

// difference is the smallest single change from one text to another.
function difference(doc: Text, to: string) {
  const from = doc.toString();
  if (from === to) return null;
  let start = 0, end = 0;
  const most = Math.min(from.length, to.length);
  while (start < most && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  while (end < most - start && from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)) end++;
  return {from: start, to: from.length - end, insert: to.slice(start, to.length - end)};
}

function diagnostics(doc: Text, checked: Checked | null, desk: Desk): Diagnostic[] {
  return (checked?.problems ?? []).filter((p) => p.file === desk.state?.story && p.line > 0 && p.line <= doc.lines).map((p) => {
    const line = doc.line(p.line);
    const from = Math.min(line.to, line.from + Math.max(0, p.column - 1));
    return {from, to: Math.max(from, line.to), severity: p.severity === "note" ? "info" : p.severity, message: p.fix ? `${p.message}; ${p.fix}` : p.message, source: p.code};
  });
}
