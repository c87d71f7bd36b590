// The desk's own words, a file for each language. English is in the first script; the
// others are fetched when they are wanted. What a file does not have is English.
import type {Wording} from "../protocol";
import english from "./words/en.json";
import {all} from "./dom";

export type Key = keyof typeof english;

const files: Record<string, () => Promise<{default: Partial<Record<Key, string>>}>> = {
  ar: () => import("./words/ar.json"),
  de: () => import("./words/de.json"),
  es: () => import("./words/es.json"),
  fa: () => import("./words/fa.json"),
  "fa-AF": () => import("./words/fa-AF.json"),
  fr: () => import("./words/fr.json"),
  nb: () => import("./words/nb.json"),
  ps: () => import("./words/ps.json"),
  ru: () => import("./words/ru.json"),
  tr: () => import("./words/tr.json"),
  uk: () => import("./words/uk.json"),
};

// languages are those that the desk speaks, by their own names.
export const languages: Record<string, string> = {
  en: "English", ar: "العربية", de: "Deutsch", es: "Español", "fa-AF": "دری", fa: "فارسی", fr: "Français", nb: "Norsk bokmål",
  ps: "پښتو", ru: "Русский", tr: "Türkçe", uk: "Українська",
};

const rightToLeft = new Set(["ar", "fa", "fa-AF", "ps"]);

let words: Partial<Record<Key, string>> = english;
let tag = "en";

// language is the tag of the language in use.
export const language = () => tag;

// t is a text in the reader's language, with {names} filled in.
export function t(key: Key, values: Record<string, string | number> = {}): string {
  const pattern = words[key] ?? english[key];
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? number(value) : value;
  });
}

// titleOf is what a code of check is called, or "" where it has no name here.
export function titleOf(code: string): string {
  const key = `code_${code}`;
  return key in english ? t(key as Key) : "";
}

// Said is a text with the language that it is in.
export interface Said { text: string; lang: string }

// worded says a sentence of an import in the reader's language; a sentence that has no
// words here, as the worker says it, in English.
export function worded(w: Wording | undefined, inEnglish: string): Said {
  const key = `ask_${w?.name ?? ""}`;
  if (tag === "en" || !w || !(key in words)) return {text: capital(inEnglish, "en"), lang: "en"};
  const values: Record<string, string> = {};
  // What is filled in may run the other way than the sentence.
  for (const [name, value] of Object.entries(w.values)) values[name] = `\u2068${value}\u2069`;
  if (w.values.iso) values.date = day(w.values.iso);
  return {text: capital(t(key as Key, values), tag), lang: tag};
}

const capital = (s: string, lang: string) => s.charAt(0).toLocaleUpperCase(lang) + s.slice(1);

// day is a day or a month, written as in 2024-03-26, in words.
function day(iso: string): string {
  const [year, month, of] = iso.split("-").map(Number) as [number, number, number | undefined];
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, of ?? 1);
  return new Intl.DateTimeFormat(tag, {calendar: "gregory", timeZone: "UTC", year: "numeric", month: "long", ...(of ? {day: "numeric"} : {})}).format(at);
}

// count is a text by the plural form of a number: key.one, key.few, key.other.
export function count(key: string, n: number): string {
  const form = `${key}.${new Intl.PluralRules(tag).select(n)}`;
  return t((form in words ? form : `${key}.other`) as Key, {n});
}

export function number(n: number): string {
  return new Intl.NumberFormat(tag).format(n);
}

export function moment(atMs: number): string {
  return new Intl.DateTimeFormat(tag, {dateStyle: "medium", timeStyle: "short"}).format(atMs);
}

// chosen is the language that the address, the reader's choice here before, or the
// browser asks for, as far as the desk speaks it.
export function chosen(kept: string | null): string {
  const wanted = [new URL(location.href).searchParams.get("lang"), kept, ...navigator.languages];
  for (const w of wanted) {
    if (!w) continue;
    if (w in languages) return w;
    const base = w.split("-")[0]!;
    if (/^(prs|fa-AF)/i.test(w)) return "fa-AF";
    if (base === "no" || base === "nn") return "nb";
    if (base in languages) return base;
  }
  return "en";
}

// speak changes the page's language.
export async function speak(to: string) {
  const file = files[to];
  const loaded = file ? (await file()).default : english;
  words = loaded;
  tag = to;
  document.documentElement.lang = to;
  document.documentElement.dir = rightToLeft.has(to) ? "rtl" : "ltr";
  translate(document);
}

// translate writes the words of elements that name them.
export function translate(within: ParentNode) {
  for (const e of all("[data-say]", within)) e.textContent = t(e.dataset.say as Key);
  for (const e of all("[data-say-label]", within)) e.setAttribute("aria-label", t(e.dataset.sayLabel as Key));
  for (const e of all("[data-say-title]", within)) e.setAttribute("title", t(e.dataset.sayTitle as Key));
}

// title is what the tab is called.
export function title(headline: string) {
  document.title = `${headline ? headline + " · " : ""}Barline ${t("desk")}`;
}
