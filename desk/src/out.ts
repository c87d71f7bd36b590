// The last step: what becomes of the story. Files to download, and the embed code once
// it is known where the site stands.
import type {Save, Saved} from "../protocol";
import {WorkerError, type Asked} from "./client";
import type {Desk} from "./desk";
import {all, debounced, download, el, fill, one, say} from "./dom";
import {t} from "./words";

const kept = "barline-desk-address";

export class Out {
  private asked: Asked<Saved> | null = null;
  private saving: Save["as"] | null = null;
  private preparing: Asked<unknown> | null = null;
  private prepared: unknown = null; // the document that a site was made of
  private address = one<HTMLInputElement>("[data-address]");
  private embed = one("[data-embed]");
  private embedSoon = debounced(300, 1_500, () => void this.showEmbed());

  constructor(private desk: Desk, private published: () => void) {
    for (const b of all<HTMLButtonElement>("[data-save]")) b.addEventListener("click", () => void this.save(b.dataset.save as Save["as"]));
    one("[data-do=cancel-save]").addEventListener("click", () => {
      const as = this.saving;
      this.asked?.stop();
      say(t("cancelled"));
      if (as) one(`[data-save=${as}]`).focus({preventScroll: true});
    });
    this.address.addEventListener("input", () => this.embedSoon());
    try { this.address.value = localStorage.getItem(kept) ?? ""; } catch { /* it is asked for anew */ }
    desk.on("change", () => { this.hasResult = false; this.show(); });
    // The code needs a look at all widths, which is work: it waits until nothing changes.
    const later = debounced(2_500, 30_000, () => void this.showEmbed());
    desk.on("checked", () => { this.show(); if (this.address.value) later(); });
    this.prepares();
  }

  // prepares has the site made while this step is looked at and nothing changes, so that
  // it is there when it is asked for.
  private prepares() {
    const {desk} = this;
    let isSeen = false;
    const soon = debounced(1_200, 30_000, () => void prepare());
    const prepare = async () => {
      const {state} = desk, url = this.siteAddress();
      if (!isSeen || document.hidden || !state || !desk.checked?.ok || this.preparing || this.asked || this.prepared === state) return;
      const asked = this.preparing = desk.client.about("prepare", state, {url}, (done, total) => { if (this.asked) this.busy(t("publishing"), done, total); });
      try {
        await asked;
        this.prepared = state;
      } catch (e) {
        // Something else came first. What is wrong is told to whoever publishes.
        if (e instanceof WorkerError && e.cancelled) soon();
      } finally {
        this.preparing = null;
      }
    };
    desk.on("checked", soon);
    this.address.addEventListener("change", () => { this.prepared = null; soon(); });
    if (typeof IntersectionObserver === "undefined") return;
    new IntersectionObserver((seen) => {
      isSeen = seen.at(-1)!.isIntersecting;
      if (isSeen) soon();
    }).observe(one(".saves"));
  }

  relabel() { this.show(); this.embedSoon(); }

  // show says whether there is something to publish. What has errors can still be saved
  // as the file that it is.
  show() {
    const {desk} = this, has = desk.state !== null, ok = desk.checked?.ok ?? false;
    for (const b of all<HTMLButtonElement>("[data-save]")) b.disabled = !has || !ok && b.dataset.save !== "yaml";
    // What came of saving stays until the story changes.
    if (!this.hasResult) one("[data-out-state]").textContent = !has ? t("outEmpty") : ok ? t("outReady") : t("outErrors");
  }

  siteAddress(): string | undefined {
    const v = this.address.value.trim();
    return /^https?:\/\/[^/\s]+/.test(v) ? v : undefined;
  }

  private async save(as: Save["as"]) {
    const {desk} = this, state = desk.state;
    if (!state) return;
    // The file as it stands needs no worker.
    if (as === "yaml") {
      download(state.story.replace(/^.*\//, ""), "application/yaml", desk.text);
      return;
    }
    const number = (selector: string) => { const i = one<HTMLInputElement>(selector); return Math.max(Number(i.min), Math.min(Number(i.max), Number(i.value) || Number(i.defaultValue))); };
    const picture = as === "png" || as === "svg" ? {width: number("[data-width]"), scale: number("[data-scale]"), theme: one<HTMLSelectElement>("[data-picture-theme]").value as "light" | "dark"} : {};
    const site = as === "zip" || as === "single" ? {url: this.siteAddress()} : {};
    this.asked?.stop();
    this.saving = as;
    this.busy(t("publishing"));
    const asked = desk.client.about("save", state, {as, ...picture, ...site}, (done, total) => this.busy(t("publishing"), done, total));
    this.asked = asked;
    try {
      const saved = await asked;
      download(saved.name, saved.mime, new Uint8Array(saved.bytes));
      say(t("saved", {name: saved.name}));
      if (as === "zip" || as === "single") this.published();
      this.done(saved);
    } catch (e) {
      if (!(e instanceof WorkerError && e.cancelled)) this.trouble(e instanceof Error ? e.message : String(e));
    } finally {
      if (this.asked === asked) {
        this.asked = null;
        this.busy("");
      }
    }
  }

  private hasResult = false;

  private done(saved: Saved) {
    this.hasResult = true;
    const words = one("[data-out-state]");
    fill(words, t("saved", {name: saved.name}), saved.left.length ? el("span", {lang: "en"}, ` ${saved.left.join("; ")}`) : null);
  }

  private trouble(why: string) {
    this.hasResult = true;
    fill(one("[data-out-state]"), el("span", {role: "alert"}, `${t("notSaved")} ${why}`));
  }

  private busy(words: string, done = 0, total = 0) {
    const place = one("[data-saving]"), bar = one<HTMLProgressElement>("progress", place);
    place.hidden = words === "";
    one("[data-saving-words]").textContent = words;
    if (total > 0) bar.value = done / total;
    else bar.removeAttribute("value");
  }

  private async showEmbed() {
    const {desk} = this, address = this.siteAddress(), state = desk.state;
    try { if (address) localStorage.setItem(kept, this.address.value.trim()); else localStorage.removeItem(kept); } catch { /* it is asked for anew */ }
    this.address.removeAttribute("aria-invalid");
    if (!this.address.value.trim()) { fill(this.embed); return; }
    if (!address) {
      this.address.setAttribute("aria-invalid", "true");
      fill(this.embed, el("p", {class: "quiet"}, t("addressWrong")));
      return;
    }
    if (!state || !desk.checked?.ok) return;
    try {
      const e = await desk.client.about("embed", state, {address});
      const block = (label: string, code: string) => {
        const copy = el("button", {type: "button", class: "small", onclick: async () => {
          try { await navigator.clipboard.writeText(code); copy.textContent = t("copied"); } catch { getSelection()?.selectAllChildren(pre); }
        }}, t("copy"));
        const pre = el("pre", {dir: "ltr", tabindex: 0, "aria-label": label, role: "region"}, code);
        return el("div", {}, el("div", {class: "row between"}, el("h4", {}, label), copy), pre);
      };
      fill(this.embed, ...e.codes.map((c) => block(e.codes.length > 1 ? `${t("embedCode")} (${c.lang})` : t("embedCode"), c.code)),
        el("details", {}, el("summary", {}, t("embedFrame")), ...e.frames.map((c) => block(e.frames.length > 1 ? c.lang : t("embedFrame"), c.code))));
    } catch (e) {
      if (!(e instanceof WorkerError && e.cancelled)) fill(this.embed, el("p", {class: "quiet", lang: "en"}, e instanceof Error ? e.message : ""));
    }
  }
}
