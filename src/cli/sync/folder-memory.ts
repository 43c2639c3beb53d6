import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type FolderMemory,
  type InStep,
  maxMemorySize,
  memoryFileName,
  parseFolderMemory,
  unreadableMemory,
  updateMemory,
} from "../../inspection/folder-memory.ts";
import { CliError } from "../cli-error.ts";
import { replaceFile } from "./replace-file.ts";

/**
 * Reads what a folder remembers; nothing if it has no such file.
 * @throws CliError if the file is broken
 */
export async function readFolderMemory(folder: string): Promise<FolderMemory> {
  const path = join(folder, memoryFileName);
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return { libraries: {} };
  try {
    if (!found.isFile() || found.size > maxMemorySize) throw new Error("it isn't a small file");
    return parseFolderMemory(await readFile(path, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(unreadableMemory(path, reason));
  }
}

/**
 * Writes down that works are in step with a library. A file is replaced as a whole, and only if it changes.
 * @param library its address, and its own id
 */
export async function rememberInStep(
  library: { readonly id: string; readonly url: string },
  works: readonly InStep[],
): Promise<void> {
  for (const folder of new Set(works.map((work) => work.folder))) {
    const before = await readFolderMemory(folder);
    const own = works.filter((work) => work.folder === folder);
    const text = updateMemory(before, library, own);
    if (text !== undefined) await replaceFile(join(folder, memoryFileName), text);
  }
}
