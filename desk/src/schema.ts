// What the story's format allows at a place of the file, for completion: read from its
// schema, which stands beside the page. Without that file nothing is completed.
import type {Model} from "../protocol";

interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
}

let schema: Schema | null = null;
void fetch(new URL("story.schema.json", import.meta.url)).then((r) => r.ok ? r.json() : null).then((s: Schema | null) => { schema = s; }, () => {});

// spread is a schema with all that it refers to.
function spread(s: Schema | undefined, depth = 0): Schema[] {
  if (!s || depth > 8) return [];
  const named = s.$ref?.startsWith("#/$defs/") ? schema?.$defs?.[s.$ref.slice(8)] : undefined;
  return [s, ...spread(named, depth + 1), ...[...s.anyOf ?? [], ...s.oneOf ?? [], ...s.allOf ?? []].flatMap((o) => spread(o, depth + 1))];
}

const property = (all: Schema[], key: string) => all.flatMap((s) => spread(s.properties?.[key]));
const item = (all: Schema[]) => all.flatMap((s) => spread(s.items));

// path is the keys of the objects around a line, found by its indent.
function path(text: string, line: number, before: string): string[] {
  const lines = text.split("\n").slice(0, line - 1);
  const indent = (l: string) => /^[\s-]*/.exec(l)![0].length;
  let at = indent(before);
  const keys: string[] = [];
  for (let i = lines.length - 1; i >= 0 && at > 0; i--) {
    const key = /^([\s-]*)([A-Za-z]+):\s*(?:#.*)?$/.exec(lines[i]!);
    if (!key || !lines[i]!.trim() || key[1]!.length >= at) continue;
    keys.unshift(key[2]!);
    at = key[1]!.length;
  }
  return keys;
}

export interface Value { label: string; detail?: string }

export function fieldsAt(text: string, line: number, before: string, model: Model | null): {fields: string[]; values: (key: string) => Value[]} {
  let here = spread(schema ?? undefined);
  for (const key of path(text, line, before)) {
    const next = property(here, key), inside = item(next);
    here = inside.length ? [...inside, ...next] : next;
  }
  return {
    fields: [...new Set(here.flatMap((s) => Object.keys(s.properties ?? {})))].filter((f) => !f.startsWith("$")),
    values(key) {
      const named = ({place: model?.places, source: model?.sources, speaker: model?.people, people: model?.people, kind: model?.kinds} as Record<string, Model["people"] | undefined>)[key];
      const own = (named ?? []).map((n) => ({label: n.id || n.name, detail: n.id ? n.name : undefined}));
      const listed = property(here, key).flatMap((s) => s.enum ?? []).filter((v) => typeof v === "string").map((v) => ({label: v as string}));
      return [...own, ...listed.filter((v) => !own.some((o) => o.label === v.label))];
    },
  };
}
