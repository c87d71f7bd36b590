// Publishing into a folder of this computer. As barline build does, it writes over what
// was published there before, and over nothing that is somebody's own.
import type {Published} from "../protocol";
import {contentsAt, isSame, put} from "./directory";

// The list of the files that were published into a folder (publish/standing.go).
const manifest = "barline.json";

interface Manifest { barline: number; files: string[] }

// OthersFiles are files that publishing would have written over.
export class OthersFiles extends Error {
  constructor(readonly names: string[]) { super(names.join(", ")); }
}

export async function publishInto(folder: FileSystemDirectoryHandle, files: Published["files"]) {
  const before = await listed(folder);
  const all = files.filter((f) => f.name !== manifest);
  const others: string[] = [];
  const fresh: Published["files"] = [];
  for (const f of all) {
    const there = await contentsAt(folder, f.name);
    if (isSame(there, new Uint8Array(f.bytes))) continue;
    if (there && !before.has(f.name)) others.push(f.name);
    fresh.push(f);
  }
  if (others.length) throw new OthersFiles(others);
  // The list goes first: should writing end in the middle, all that is there is known.
  const names = [...new Set([...before, ...all.map((f) => f.name), manifest])];
  await put(folder, manifest, JSON.stringify({barline: 1, files: names} satisfies Manifest));
  // Pages go last, so that none names a file that is not there.
  const isPage = (f: {name: string}) => f.name.endsWith(".html");
  for (const f of [...fresh.filter((x) => !isPage(x)), ...fresh.filter(isPage)]) await put(folder, f.name, new Uint8Array(f.bytes));
}

async function listed(folder: FileSystemDirectoryHandle): Promise<Set<string>> {
  const contents = await contentsAt(folder, manifest);
  if (!contents) return new Set();
  try {
    const of = JSON.parse(new TextDecoder().decode(contents)) as Partial<Manifest>;
    return new Set(of.barline === 1 && Array.isArray(of.files) ? of.files : []);
  } catch { return new Set(); }
}
