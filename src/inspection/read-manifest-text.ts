import type { FileTree, UnusableFile } from "./file-tree.ts";
import { readUtf8 } from "./read-utf8.ts";

/** Far more than a manifest with every list at its bound needs. In bytes. */
const maxManifestSize = 20_000_000;

/** Reads a manifest. Its real path must be in its own folder, as that of the files that it names. */
export async function readManifestText(
  tree: FileTree,
  file: string,
): Promise<{ readonly text: string } | UnusableFile> {
  const folder = tree.folderOf(file);
  const found = await tree.find(folder, fileNameOf(file));
  if ("reason" in found) return found;
  if (found.size > maxManifestSize) return { reason: "is too large for a manifest: is it a film?" };
  const text = await readUtf8(tree, found.realPath);
  return text === undefined ? { reason: "isn't UTF-8: save it as UTF-8" } : { text };
}

/** The last part of a path. */
export function fileNameOf(path: string): string {
  return path.slice(path.search(/[^/\\]*$/));
}
