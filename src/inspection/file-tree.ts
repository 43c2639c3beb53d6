import type { Source } from "mediabunny";
import type { ByteReader } from "../files/byte-reader.ts";
import type { MeasuredFiles } from "../manifest/to-record.ts";
import type { FolderMemory } from "./folder-memory.ts";
import type { ByteRange } from "./media/byte-ranges.ts";

/** A regular file. */
export interface FoundFile {
  /** The path by which it is read: on a disk, where its symbolic links lead to. */
  readonly realPath: string;
  /** In bytes. */
  readonly size: number;
}

/** Why a file can't be used: the end of a sentence that begins with its name. */
export interface UnusableFile {
  readonly reason: string;
  readonly isMissing?: boolean;
}

/** Everything in a folder and its subfolders that isn't a folder. */
export interface ListedTree {
  /** Sorted by name; symbolic links and pipes too: whoever reads a manifest says what is wrong. */
  readonly files: readonly string[];
  /** Symbolic links to folders of manifests elsewhere. */
  readonly foreign: readonly string[];
}

/**
 * The files that are inspected: those of a disk (src/cli/manifests/node-files.ts), or those that a person gave to a
 * page of the console (src/console/client/publish/files). Paths are those that problems name.
 */
export interface FileTree {
  join(folder: string, name: string): string;
  /** The folder that a path is in. */
  folderOf(path: string): string;
  /** Undefined if there is nothing. */
  kindOf(path: string): Promise<"file" | "folder" | undefined>;
  /** Finds all files to look for manifests in. Hidden folders, and those of `isSkipped`, are left out. */
  listTree(folder: string, isSkipped: (name: string) => boolean): Promise<ListedTree>;
  /** The names in a folder. @throws if there is no such folder */
  list(folder: string): Promise<readonly string[]>;
  /** The names in a subfolder, if it is in the folder and not elsewhere; none otherwise. */
  listInside(folder: string, steps: readonly string[]): Promise<readonly string[]>;
  /** Finds a file that a manifest in a folder names. It must be in that folder. Nothing is opened. */
  find(folder: string, name: string): Promise<FoundFile | UnusableFile>;
  /** Opens a file for as long as a function reads it. @throws if it can't be read */
  read<Result>(path: string, use: (reader: ByteReader) => Promise<Result>): Promise<Result>;
  /** The SHA-256 of some ranges, one after the other, in lower-case hexadecimal. Files are streamed. */
  digest(ranges: readonly ByteRange[]): Promise<string>;
  /** A file for mediabunny. */
  mediaSource(path: string): Promise<Source>;
  /** What was measured of a file that isn't here, because the library has it: it is neither read nor sent. */
  known?(path: string): MeasuredFiles | undefined;
  /** What a folder remembers; nothing if it has no such file. @throws if that file is broken */
  readMemory(folder: string): Promise<FolderMemory>;
}

/** All bytes of a file. Only for files whose size was looked at before. @throws if it can't be read */
export function readWhole(tree: FileTree, path: string): Promise<Uint8Array> {
  return tree.read(path, (reader) => reader.read(0, reader.size));
}
