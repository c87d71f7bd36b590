// The story's tree, as the worker tells it: what stands at a path, and what it says.
import type {Json, Model, Node, Path} from "../protocol";

export function at(root: Node | undefined, path: Path): Node | undefined {
  let n = root;
  for (const key of path) {
    if (!n) return undefined;
    if (typeof key === "number") n = n.kind === "list" ? n.items[key] : undefined;
    else n = n.kind === "object" ? n.fields.find((f) => f.key === key)?.value : undefined;
  }
  return n;
}

// text is what a node says where that is one text: of a date with fields its value, of
// paragraphs one to a line.
export function text(n: Node | undefined): string {
  if (!n) return "";
  switch (n.kind) {
    case "null": return "";
    case "list": return n.items.map(text).join("\n");
    case "object": return text(n.fields.find((f) => f.key === "value")?.value);
    default: return String(n.v ?? "");
  }
}

export function textAt(model: Model | null, path: Path): string {
  return text(at(model?.root, path));
}

export function items(n: Node | undefined): Node[] {
  return n?.kind === "list" ? n.items : [];
}

export function plain(n: Node): Json {
  switch (n.kind) {
    case "list": return n.items.map(plain);
    case "object": return Object.fromEntries(n.fields.map((f) => [f.key, plain(f.value)]));
    default: return n.v;
  }
}

export const pathKey = (p: Path) => JSON.stringify(p);

// isWithin reports whether a path leads to what is at another, or into it.
export function isWithin(inner: Path, outer: Path): boolean {
  return outer.length <= inner.length && outer.every((k, i) => inner[i] === k);
}
