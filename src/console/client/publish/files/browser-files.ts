import type { FileTree } from "../../../../inspection/file-tree.ts";
import {
  maxMemorySize,
  memoryFileName,
  parseFolderMemory,
  unreadableMemory,
} from "../../../../inspection/folder-memory.ts";
import { type ByteRange, sliceRanges } from "../../../../inspection/media/byte-ranges.ts";
import type { MeasuredFiles } from "../../../../manifest/to-record.ts";
import { comparePaths, folderOf, joinPaths, stepsInside } from "./paths.ts";

/** Files that a person gave to the page, by their paths. */
export type GivenFiles = ReadonlyMap<string, File>;

/**
 * @param digest the SHA-256 of a file's bytes, which are streamed (digest.ts)
 * @param known what was measured of files that only the library has, by their paths
 */
export function browserFiles(
  files: GivenFiles,
  digest: (bytes: Blob) => Promise<string>,
  known: ReadonlyMap<string, MeasuredFiles> = new Map(),
): FileTree {
  const isFolder = (path: string) =>
    [...files.keys()].some((one) => stepsInside(path, one) !== undefined);
  const namesIn = (folder: string) => {
    const first = [...files.keys()].flatMap((path) => stepsInside(folder, path)?.[0] ?? []);
    return [...new Set(first)].sort();
  };
  const fileAt = (path: string): File => {
    const file = files.get(path);
    if (file === undefined) throw new Error(`${path} isn't among the files.`);
    return file;
  };
  return {
    join: joinPaths,
    folderOf,
    async kindOf(path) {
      if (files.has(path)) return "file";
      return isFolder(path) ? "folder" : undefined;
    },
    async listTree(folder, isSkipped) {
      const isListed = (path: string) =>
        stepsInside(folder, path)
          ?.slice(0, -1)
          .every((name) => !name.startsWith(".") && !isSkipped(name)) === true;
      return { files: [...files.keys()].filter(isListed).sort(comparePaths), foreign: [] };
    },
    list: async (folder) => namesIn(folder),
    listInside: async (folder, steps) => namesIn(joinPaths(folder, ...steps)),
    async find(folder, name) {
      const realPath = joinPaths(folder, name);
      if (realPath !== folder && stepsInside(folder, realPath) === undefined) {
        return { reason: "leads out of this folder: put a copy of the file here" };
      }
      const file = files.get(realPath);
      if (file !== undefined) return { realPath, size: file.size };
      return isFolder(realPath)
        ? { reason: "is a folder: name a file" }
        : { reason: "doesn't exist", isMissing: true };
    },
    read: async (path, use) => use(readerOf(fileAt(path))),
    digest: (ranges) => digest(blobOf(files, ranges)),
    async mediaSource(path) {
      const { openMedia } = await import("./media-source.ts");
      return openMedia(fileAt(path));
    },
    known: (path) => (files.has(path) ? undefined : known.get(path)),
    async readMemory(folder) {
      const path = joinPaths(folder, memoryFileName);
      const file = files.get(path);
      if (file === undefined) return { libraries: {} };
      try {
        if (file.size > maxMemorySize) throw new Error("it isn't a small file");
        return parseFolderMemory(await file.text());
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(unreadableMemory(path, reason));
      }
    },
  };
}

function readerOf(file: File) {
  return {
    size: file.size,
    read: async (start: number, end: number) =>
      new Uint8Array(await file.slice(start, end).arrayBuffer()),
  };
}

/** Some ranges as one Blob. Nothing is read. */
export function blobOf(
  files: GivenFiles,
  ranges: readonly ByteRange[],
  start = 0,
  end = Number.MAX_SAFE_INTEGER,
): Blob {
  const parts = sliceRanges(ranges, start, end).map((range) => {
    if ("bytes" in range) return range.bytes;
    const file = files.get(range.file);
    if (file === undefined) throw new Error(`${range.file} isn't among the files.`);
    return file.slice(range.start, range.end);
  });
  return new Blob(parts);
}
