// Writes a file for each language of the interface, with what CLDR says in it, for
// the tests of words: mostly as Node's Intl does, which has CLDR's data, and of what
// Intl does not do from CLDR's own files. `go generate` in languages/cldr runs it:
//
//   node generate.mjs FOLDER    where FOLDER has cldr-dates-full, cldr-misc-full and cldr-units-full

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Our tags, and CLDR's for the same language.
const LOCALES = { ar: "ar", de: "de", en: "en-GB", es: "es", fa: "fa", "fa-AF": "fa-AF", fr: "fr", nb: "nb", ps: "ps", ru: "ru", tr: "tr", uk: "uk" };

const here = dirname(fileURLToPath(import.meta.url));
const from = process.argv[2];
if (!from) throw new Error("usage: node generate.mjs FOLDER, the node_modules that has cldr-dates-full, cldr-misc-full and cldr-units-full");
const read = (pack, locale, name) => JSON.parse(readFileSync(join(from, pack, "main", locale, name), "utf8")).main[locale];

// A date as in ISO 8601: "-0043-03" is March of 44 BC, "2025-08-06T09:05" a minute.
const date = (text) => {
  const [, year, month = "01", day = "01", hour = "00", minute = "00"] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d))?$/.exec(text);
  const d = new Date(0);
  d.setUTCFullYear(+year, +month - 1, +day);
  d.setUTCHours(+hour, +minute);
  return d;
};

// What is said of each: which fields, from when and to when.
const DMY = "day month year", MY = "month year", DM = "day month", M = "month", Y = "year";
const DATES = [
  ["a day", DMY, "2025-08-06"],
  ["a day, without the year", DM, "2025-08-06"],
  ["the first of a month", DMY, "2025-05-01"],
  ["a month", MY, "2025-08"],
  ["a month, alone", M, "2025-08"],
  ["a year", Y, "2025"],
  ["two hours of one day", DMY, "2025-08-06T09:00", "2025-08-06T15:00"],
  ["days of one month", DMY, "2025-08-06", "2025-08-08"],
  ["days of one month, without the year", DM, "2025-08-06", "2025-08-08"],
  ["days of two months", DMY, "2025-08-30", "2025-09-02"],
  ["days of two months, without the year", DM, "2025-08-30", "2025-09-02"],
  ["days of two years", DMY, "2025-12-30", "2026-01-02"],
  ["months of one year", MY, "2025-03", "2025-05"],
  ["months of one year, without it", M, "2025-03", "2025-05"],
  ["months of two years", MY, "2025-11", "2026-02"],
  ["years", Y, "1667", "1670"],
  ["years of two centuries", Y, "1899", "1902"],
];
const ERAS = [
  ["a year BC", Y, "-0043"],
  ["a month BC", MY, "-0043-03"],
  ["a day BC", DMY, "-0043-03-15"],
  ["a year AD", Y, "0079"],
  ["a day AD", DMY, "0079-10-24"],
  ["years BC", Y, "-0057", "-0049"],
  ["months of one year BC", MY, "-0043-03", "-0043-05"],
  ["days of one month BC", DMY, "-0043-03-10", "-0043-03-15"],
  ["days of two months BC", DMY, "-0043-03-15", "-0043-04-21"],
  ["days of two years BC", DMY, "-0048-01-10", "-0043-03-15"],
  ["years BC to AD", Y, "-0026", "0014"],
  ["months BC to AD", MY, "-0026-01", "0014-08"],
  ["days BC to AD", DMY, "-0026-01-16", "0014-08-19"],
  ["years AD", Y, "0014", "0037"],
];
const HM = "hour minute";
const TIMES = [
  ["a minute of a day", HM, "2025-08-06T09:05"],
  ["minutes of one hour", HM, "2025-08-06T09:05", "2025-08-06T09:30"],
  ["minutes of one morning", HM, "2025-08-06T09:05", "2025-08-06T11:30"],
  ["minutes of one day", HM, "2025-08-06T09:05", "2025-08-06T16:30"],
  ["a minute, with the day", `${DMY} ${HM}`, "2025-08-06T09:05"],
  ["minutes of one day, with it", `${DMY} ${HM}`, "2025-08-06T09:05", "2025-08-06T16:30"],
  ["minutes of two days, with them", `${DMY} ${HM}`, "2025-08-06T22:00", "2025-08-07T01:30"],
];

const FIELDS = { day: { day: "numeric" }, year: { year: "numeric" }, hour: { hour: "2-digit", hourCycle: "h23" }, minute: { minute: "2-digit" } };

const say = (locale, cases, style) => cases.map(([what, fields, start, end]) => {
  const { month, ...others } = style;
  const asked = fields.includes("month") ? style : others;
  const options = { timeZone: "UTC", ...asked };
  for (const f of fields.split(" ")) Object.assign(options, FIELDS[f]);
  const format = new Intl.DateTimeFormat(locale, options);
  const text = end ? format.formatRange(date(start), date(end)) : format.format(date(start));
  return { case: what, from: start, ...(end && { to: end }), fields, ...asked, text };
});
// Without month names, style makes no difference: such cases are there once.
const inStyles = (locale, cases, style = {}) => [
  ...say(locale, cases, { month: "long", ...style }),
  ...say(locale, cases.filter(([, fields]) => fields.includes("month")), { month: "short", ...style }),
];

const calendar = (locale) => read("cldr-dates-full", locale, "ca-gregorian.json").dates.calendars.gregorian;
// Names in order, of which those of eras are two, and two that do not name Christ.
const inOrder = (names) => Object.values(names);
const eraNames = ({ eras: { eraNames, eraAbbr, eraNarrow } }) => {
  const pair = (names, suffix) => [names[`0${suffix}`], names[`1${suffix}`]];
  return {
    long: pair(eraNames, ""), short: pair(eraAbbr, ""), narrow: pair(eraNarrow, ""),
    longSecular: pair(eraNames, "-alt-variant"), shortSecular: pair(eraAbbr, "-alt-variant"),
  };
};
const monthNames = ({ months: { format, "stand-alone": alone } }) => ({
  longFormat: inOrder(format.wide), longStandalone: inOrder(alone.wide),
  shortFormat: inOrder(format.abbreviated), shortStandalone: inOrder(alone.abbreviated),
});
// Patterns for dates and for ranges of them, by the fields that are asked for (UTS
// #35): in a range, by the largest field in which its ends differ.
const SKELETONS = ["y", "MMMM", "yMMMM", "yMMM", "MMMMd", "MMMd", "yMMMMd", "yMMMd", "Gy", "GyMMM", "GyMMMd", "Hm"];
const patternsOf = ({ dateFormats, dateTimeFormats: { availableFormats, intervalFormats } }) => {
  const of = (all) => Object.fromEntries(SKELETONS.filter((s) => all[s]).map((s) => [s, all[s]]));
  return {
    dates: { long: dateFormats.long, medium: dateFormats.medium, ...of(availableFormats) },
    ranges: { any: intervalFormats.intervalFormatFallback, ...of(intervalFormats) },
  };
};

const LISTS = [["1667", "1670"], ["1667", "1668", "1670"], ["10", "11"], ["7", "8"], ["Putin", "Ivanov"], ["Putin", "Witkoff", "Kushner", "Ivanov"]];
const lists = (locale, type) =>
  LISTS.map((items) => ({ type, items, text: new Intl.ListFormat(locale, { type, style: "long" }).format(items) }));
const listPatterns = (locale, type) => {
  const p = read("cldr-misc-full", locale, "listPatterns.json").listPatterns[`listPattern-type-${type}`];
  return { 2: p[2], start: p.start, middle: p.middle, end: p.end };
};

const plurals = (locale) => {
  const rules = new Intl.PluralRules(locale);
  const integers = {}, decimals = {};
  for (const category of ["zero", "one", "two", "few", "many", "other"]) {
    const numbers = Array.from({ length: 201 }, (_, n) => n).filter((n) => rules.select(n) === category);
    if (numbers.length) integers[category] = numbers;
  }
  for (const number of ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5"])
    decimals[number] = new Intl.PluralRules(locale, { minimumFractionDigits: 1 }).select(+number);
  return { integers, decimals };
};

const NUMBERS = [1, 2, 3, 5, 11, 21, 31, 101, 1.5];
const units = (locale) => ["long", "short"].flatMap((style) => ["second", "minute", "hour", "day", "week", "month", "year"].map((unit) => {
  const format = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: style });
  return { unit, style, phrases: Object.fromEntries(NUMBERS.map((n) => [n, format.format(n)])) };
}));
// Intl knows no larger unit than the year.
const unitPatterns = (locale) => ["long", "short"].flatMap((style) => ["decade", "century"].map((unit) => {
  const all = read("cldr-units-full", locale, "units.json").units[style][`duration-${unit}`] ?? {};
  const patterns = {};
  for (const [key, text] of Object.entries(all)) if (key.startsWith("unitPattern-count-")) patterns[key.slice("unitPattern-count-".length)] = text;
  return { unit, style, name: all.displayName, patterns };
}));

// JSON with a case a line, in which one sees the spaces that are no usual ones and
// the signs that take no room.
const line = (value) => JSON.stringify(value)
  .replace(/("(?:[^"\\]|\\.)*")|([:,])/g, (_, string, sign) => string ?? sign + " ")
  .replace(/[\u00a0\u061c\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufeff]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
const pretty = (value, indent = "") => {
  const inner = indent + "  ";
  if (Array.isArray(value) && typeof value[0] === "object") return `[\n${value.map((v) => inner + line(v)).join(",\n")}\n${indent}]`;
  if (!Array.isArray(value) && typeof value === "object" && Object.values(value).some((v) => typeof v === "object"))
    return `{\n${Object.entries(value).map(([k, v]) => `${inner}"${k}": ${pretty(v, inner)}`).join(",\n")}\n${indent}}`;
  return line(value);
};

for (const [tag, cldr] of Object.entries(LOCALES)) {
  const locale = `${cldr}-u-ca-gregory-nu-latn`;
  const patterns = patternsOf(calendar(cldr));
  writeFileSync(join(here, `${tag}.json`), pretty({
    locale,
    icu: process.versions.icu,
    cldr: process.versions.cldr,
    dates: inStyles(locale, DATES),
    eras: [...inStyles(locale, ERAS, { era: "short" }), ...say(locale, ERAS.filter(([, fields]) => fields === Y), { era: "long" })],
    times: [...say(locale, TIMES.filter(([, fields]) => fields === HM), {}), ...inStyles(locale, TIMES.filter(([, fields]) => fields !== HM))],
    datePatterns: patterns.dates,
    rangePatterns: patterns.ranges,
    eraNames: eraNames(calendar(cldr)),
    months: monthNames(calendar(cldr)),
    lists: [...lists(locale, "conjunction"), ...lists(locale, "disjunction")],
    listPatterns: { conjunction: listPatterns(cldr, "standard"), disjunction: listPatterns(cldr, "or") },
    plurals: plurals(locale),
    units: units(locale),
    unitPatterns: unitPatterns(cldr),
  }) + "\n");
}
