// Quotations against the article that they come from: each with its verdict in words,
// and the passage.
import type {Proved} from "../protocol";
import type {Desk} from "./desk";
import {debounced, el, fill, one, say} from "./dom";
import {count, t, type Key} from "./words";

const verdicts: Record<string, Key> = {exact: "proofExact", typography: "proofTypography", shortened: "proofShortened", missing: "proofMissing", misattributed: "proofMisattributed", language: "proofLanguage"};

export class Proof {
  private field = one<HTMLTextAreaElement>("[data-source]");
  private place = one("[data-proofs]");
  private proved: Proved | null = null;
  private asked: {cancel(): void} | null = null;
  private ask = debounced(250, 1_000, () => this.prove());

  constructor(private desk: Desk, private open: (index: number, quote: number) => void) {
    this.field.addEventListener("input", () => desk.setSource(this.field.value));
    desk.on("source", () => {
      if (this.field.value !== desk.source) this.field.value = desk.source;
      this.ask();
    });
    desk.on("checked", () => { if (desk.source.trim()) this.ask(); });
    desk.on("change", (c) => { if (c.opened) { this.proved = null; this.show(); } });
  }

  relabel() { this.show(); }

  private prove() {
    const {desk} = this, state = desk.state;
    this.asked?.cancel();
    if (!state || !desk.source.trim()) {
      this.proved = null;
      this.show();
      return;
    }
    const asked = desk.client.about("prove", state, {sources: [{name: "article.txt", text: desk.source}]});
    this.asked = asked;
    asked.then((p) => {
      if (this.asked !== asked) return;
      const first = !this.proved;
      this.proved = p;
      this.show();
      if (first) say(count("quotesProved", p.quotes.length));
    }, (e: unknown) => {
      if (this.asked !== asked) return;
      this.proved = null;
      fill(this.place, el("p", {class: "quiet"}, desk.checked?.ok === false ? t("proofAfterErrors") : e instanceof Error ? e.message : ""));
    });
  }

  private show() {
    const p = this.proved;
    if (!p) { fill(this.place); return; }
    const quotes = p.quotes.map((q) => {
      // What is in another language than the article cannot be found in it.
      const verdict = q.verdict === "language" ? "missing" : q.verdict;
      return el("li", {class: "proof", "data-quote-proof": verdict, "data-quote": q.quote},
        el("div", {class: "verdict"}, t(verdicts[q.verdict] ?? "proofMissing"), q.difference ? el("span", {lang: "en", dir: "auto"}, ` · ${q.difference}`) : null),
        el("blockquote", {dir: "auto"}, q.words),
        q.passage ? el("p", {class: "passage", dir: "auto"}, `${t("line", {n: q.line})}: `, ...marked(q.passage, q.words)) : null,
        el("button", {type: "button", class: "small", onclick: () => this.open(q.at[1] as number, q.at[3] as number)}, t("openQuote", {name: q.speaker})));
    });
    fill(this.place, quotes.length ? el("ul", {class: "proofs"}, ...quotes) : el("p", {class: "quiet"}, t("proofNone")));
  }
}

// marked is a passage with the quotation in it told apart.
function marked(passage: string, words: string): (Node | string)[] {
  const at = passage.indexOf(words);
  return at < 0 ? [passage] : [passage.slice(0, at), el("mark", {}, words), passage.slice(at + words.length)];
}
