import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Creates a folder, and those above it that don't exist. Node's `recursive` never ends where a system answers
 * ENOENT for a name in a folder that exists, as Linux does in /proc.
 * @param mode the permissions of what is created, without those that the process's umask takes away
 * @throws the system's error, with its code and path
 */
export function makeFolder(path: string, mode?: number): void {
  try {
    createUnlessThere(path, mode);
  } catch (error) {
    const parent = dirname(path);
    if (codeOf(error) !== "ENOENT" || parent === path) throw error;
    makeFolder(parent, mode);
    createUnlessThere(path, mode);
  }
}

function createUnlessThere(path: string, mode: number | undefined): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    const isThere = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    if (!isThere) throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
