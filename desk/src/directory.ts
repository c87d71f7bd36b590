// Files in a folder of this computer, by their paths from it.

export type Contents = string | Uint8Array;

const mostFiles = 2_000;
const storyFiles = /\.(ya?ml|json|csv|tsv|xlsx|ics|mw|parquet|png|jpe?g|gif|webp|avif|svg|ttf|otf)$/i;

export const bytesOf = (c: Contents) => typeof c === "string" ? new TextEncoder().encode(c) : c;

export function isSame(a: Contents | null | undefined, b: Contents | null | undefined): boolean {
  if (a == null || b == null || a === b) return a === b;
  if (typeof a === "string" && typeof b === "string") return false;
  const x = bytesOf(a), y = bytesOf(b);
  return x.length === y.length && x.every((byte, i) => byte === y[i]);
}

// filesIn are the files in a folder that may belong to a story.
export async function filesIn(folder: FileSystemDirectoryHandle, path = "", found = new Map<string, Uint8Array>()): Promise<Map<string, Uint8Array>> {
  for await (const [name, handle] of folder as unknown as AsyncIterable<[string, FileSystemHandle]>) {
    if (name.startsWith(".") || name === "node_modules" || found.size >= mostFiles) continue;
    if (handle.kind === "directory") await filesIn(handle as FileSystemDirectoryHandle, `${path}${name}/`, found);
    else if (storyFiles.test(name)) found.set(path + name, await read(handle as FileSystemFileHandle));
  }
  return found;
}

const read = async (handle: FileSystemFileHandle) => new Uint8Array(await (await handle.getFile()).arrayBuffer());

// contentsAt are those of a file, or null where there is none.
export async function contentsAt(folder: FileSystemDirectoryHandle, name: string): Promise<Uint8Array | null> {
  try {
    const {at, last} = await folderOf(folder, name, false);
    return await read(await at.getFileHandle(last));
  } catch (e) {
    if (e instanceof DOMException && e.name === "NotFoundError") return null;
    throw e;
  }
}

// put writes a file whole: the browser exchanges it once all of it is there.
export async function put(folder: FileSystemDirectoryHandle, name: string, contents: Contents) {
  const {at, last} = await folderOf(folder, name, true);
  const w = await (await at.getFileHandle(last, {create: true})).createWritable();
  try {
    await w.write(contents as FileSystemWriteChunkType);
    await w.close();
  } catch (e) {
    await w.abort().catch(() => {});
    throw e;
  }
}

async function folderOf(folder: FileSystemDirectoryHandle, name: string, create: boolean) {
  const parts = name.split("/"), last = parts.pop()!;
  let at = folder;
  for (const p of parts) at = await at.getDirectoryHandle(p, {create});
  return {at, last};
}
