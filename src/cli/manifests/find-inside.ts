import { constants, type Stats } from "node:fs";
import { type FileHandle, open, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { FoundFile, UnusableFile } from "../../inspection/file-tree.ts";

/**
 * Finds a file that a manifest names. Symbolic links may lead to anywhere in the folder, but not out of it:
 * a folder from someone else must not be able to publish a file of one's own. Nothing is opened, because a
 * pipe without a writer would wait forever.
 */
export async function findInside(folder: string, name: string): Promise<FoundFile | UnusableFile> {
  try {
    const realFolder = await realpath(folder);
    const realPath = await realpath(join(folder, name));
    if (!isInside(realFolder, realPath)) {
      return {
        reason: `is a symbolic link, or is in one, that leads out of this folder: put a copy of the file here`,
      };
    }
    const found = await stat(realPath);
    if (!found.isFile()) return { reason: `is ${kindOf(found)}: name a file` };
    return { realPath, size: found.size };
  } catch (error) {
    return unusableBecause(error);
  }
}

/** Whether a real path is in a folder or below it. */
export function isInside(realFolder: string, realPath: string): boolean {
  const path = relative(realFolder, realPath);
  return path !== "" && path !== ".." && !path.startsWith(`..${sep}`) && !path.startsWith(sep);
}

/**
 * Opens a file for reading, at a path without symbolic links.
 * @throws Error with a `code` if it has become a link, or something that isn't a file
 */
export async function openRegularFile(realPath: string): Promise<FileHandle> {
  // Windows has neither flag; a pipe is then opened without waiting for its writer.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = await open(realPath, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  const found = await file.stat();
  if (found.isFile()) return file;
  await file.close();
  throw Object.assign(new Error(`${realPath} is ${kindOf(found)}, not a file.`), {
    code: "EINVAL",
    syscall: "open",
  });
}

function unusableBecause(error: unknown): UnusableFile {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return { reason: "doesn't exist", isMissing: true };
  if (code === "ELOOP") return { reason: "is a symbolic link that leads to itself" };
  if (code === "EACCES" || code === "EPERM")
    return { reason: "can't be read: you have no permission" };
  if (code === "ENAMETOOLONG") return { reason: "has a name that is too long" };
  throw error;
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return "a folder";
  if (found.isFIFO()) return "a pipe (FIFO)";
  if (found.isSocket()) return "a socket";
  return "a device";
}
