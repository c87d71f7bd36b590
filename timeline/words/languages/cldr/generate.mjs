// Writes what this package embeds, and the samples that the tests of plural read,
// from CLDR's own files. `go generate` fetches those and runs it:
//
//   node generate.mjs FOLDER    where FOLDER has cldr-core and cldr-localenames-full

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// The languages in which the names of others are written: those of the interface,
// and those that are likely to be next. One more takes about 10 kB.
const IN = [
  "ar", "de", "en", "es", "fa", "fa-AF", "fr", "nb", "ps", "ru", "tr", "uk",
  "cs", "da", "fi", "he", "hi", "it", "ja", "ko", "nl", "pl", "pt", "pt-PT", "sl", "sv", "ur", "zh", "zh-Hant",
];

const here = dirname(fileURLToPath(import.meta.url));
const from = process.argv[2];
if (!from) throw new Error("usage: node generate.mjs FOLDER, the node_modules that has cldr-core and cldr-localenames-full");
const read = (...path) => JSON.parse(readFileSync(join(from, ...path), "utf8"));
const write = (text, ...path) => {
  const name = join(here, ...path);
  mkdirSync(dirname(name), { recursive: true });
  writeFileSync(name, text);
};
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// Plural rules: languages that have the same ones are on one line.
const cardinal = read("cldr-core", "supplemental", "plurals.json").supplemental["plurals-type-cardinal"];
const groups = new Map();
for (const [tag, rules] of Object.entries(cardinal).sort(([a], [b]) => byText(a, b))) {
  const key = JSON.stringify(rules);
  if (!groups.has(key)) groups.set(key, { tags: [], rules: [] });
  const group = groups.get(key);
  group.tags.push(tag);
  group.rules = Object.entries(rules).map(([name, text]) => [name.replace("pluralRule-count-", ""), text.trim().replace(/\s+/g, " ")]);
}
let plurals = "", samples = "";
for (const { tags, rules } of groups.values()) {
  const conditions = rules.filter(([category]) => category !== "other").map(([category, text]) => `${category}: ${text.replace(/ ?@.*/, "")}`);
  plurals += `${tags.join(" ")}\t${conditions.join("; ")}\n`;
  samples += `${tags.join(" ")}\n${rules.map(([category, text]) => `${category}: ${text}\n`).join("")}\n`;
}
write(plurals, "plurals.txt");
write(samples, "../../plural/testdata/samples.txt");

// Names: a file for each language that they are in.
rmSync(join(here, "names"), { recursive: true, force: true });
const named = new Set();
// Pashto has a few names that nobody has translated, such as "mc" for Michif, and
// Urdu has one.
const untranslated = (tag, of, name) => {
  const is = (tag === "ps" || tag === "ur") && /^[\x00-\x7f]*$/.test(name);
  if (is) console.log(`${tag}: left out ${of}, "${name}"`);
  return is;
};
for (const tag of IN) {
  const names = read("cldr-localenames-full", "main", tag, "languages.json").main[tag].localeDisplayNames.languages;
  const lines = Object.entries(names)
    // Other names of the same language, for menus and for want of room.
    .filter(([of]) => !/-(alt|menu)-/.test(of))
    .filter(([of, name]) => !untranslated(tag, of, name))
    .sort(([a], [b]) => byText(a, b));
  for (const [of] of lines) named.add(of);
  write(lines.map((l) => l.join("\t") + "\n").join(""), "names", `${tag}.txt`);
}

// Other tags of the same languages: old ones, and three letters where two will do.
const aliases = read("cldr-core", "supplemental", "aliases.json").supplemental.metadata.alias.languageAlias;
const cut = (tag) => tag.slice(0, Math.max(0, tag.lastIndexOf("-")));
const known = (tag) => named.has(tag) || cardinal[tag];
const lines = Object.entries(aliases)
  .filter(([tag, { _replacement: to }]) => /^[a-z]{2,3}$/.test(tag) && !to.includes(" ") && (known(to) || known(cut(to))))
  .map(([tag, { _replacement: to }]) => [tag, to]);
// What is written in Norway, and Chinese where it is written traditionally, which
// CLDR derives in other ways.
lines.push(["no", "nb"], ["zh-HK", "zh-Hant"], ["zh-MO", "zh-Hant"], ["zh-TW", "zh-Hant"]);
write(lines.sort(([a], [b]) => byText(a, b)).map((l) => l.join("\t") + "\n").join(""), "aliases.txt");
