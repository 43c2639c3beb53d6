import { readdir, realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FileTree, ListedTree } from "../../inspection/file-tree.ts";
import { isManifestName } from "../../inspection/find-manifests.ts";
import { openRanges } from "../media/byte-ranges.ts";
import { readerOf } from "../media/file-reader.ts";
import { readFolderMemory } from "../sync/folder-memory.ts";
import { digestOfStream } from "./digest-file.ts";
import { findInside, isInside, openRegularFile } from "./find-inside.ts";

/** The files of this machine's disk. */
export const nodeFiles: FileTree = {
  join,
  folderOf: dirname,
  async kindOf(path) {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) return undefined;
    return found.isDirectory() ? "folder" : "file";
  },
  listTree: async (folder, isSkipped) => listFiles(folder, await realpath(folder), isSkipped),
  list: (folder) => readdir(folder),
  async listInside(folder, steps) {
    try {
      const path = await realpath(join(folder, ...steps));
      const isOwn = steps.length === 0 || isInside(await realpath(folder), path);
      return isOwn ? await readdir(path) : [];
    } catch {
      return [];
    }
  },
  find: findInside,
  async read(path, use) {
    const file = await openRegularFile(await realpath(path));
    try {
      return await use(await readerOf(file));
    } finally {
      await file.close();
    }
  },
  digest: (ranges) => digestOfStream(openRanges(ranges)),
  async mediaSource(path) {
    const { openMedia } = await import("../media/media-source.ts");
    return openMedia(path);
  },
  readMemory: readFolderMemory,
};

/**
 * All files of a folder and its subfolders, sorted by name; hidden folders are skipped. Symbolic links to
 * folders aren't followed: what they lead to in the tree itself is found there.
 * @param realRoot the tree's real path
 */
async function listFiles(
  folder: string,
  realRoot: string,
  isSkipped: (name: string) => boolean,
): Promise<ListedTree> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  const foreign: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isFolder =
      entry.isDirectory() || (entry.isSymbolicLink() && (await isLinkToFolder(path)));
    if (!isFolder) files.push(path);
    else if (isSkipped(entry.name) || entry.name.startsWith(".")) continue;
    else if (entry.isSymbolicLink()) {
      if (await isForeign(path, realRoot)) foreign.push(path);
    } else {
      const below = await listFiles(path, realRoot, isSkipped);
      files.push(...below.files);
      foreign.push(...below.foreign);
    }
  }
  return { files, foreign };
}

async function isLinkToFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** Whether a link leads out of the tree, to a folder with a manifest. */
async function isForeign(link: string, realRoot: string): Promise<boolean> {
  const realPath = await realpath(link);
  if (realPath === realRoot || isInside(realRoot, realPath)) return false;
  return (await readdir(link)).some(isManifestName);
}
