import { chmod, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolder } from "../make-folder.ts";

/** A bag contains drafts and names that aren't public: only its owner can open it. */
export const privateFolder = 0o700;
export const privateFile = 0o600;

/** Writes a new file, and creates its folders, for their owner only. */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  makeFolder(dirname(path), privateFolder);
  await writeFile(path, text, { mode: privateFile });
}

/**
 * Makes a folder and all that is in it private: release 0.1.0 wrote bags that others could read.
 * @returns false if the file system has no permissions, as those of most USB sticks
 */
export async function makePrivate(folder: string): Promise<boolean> {
  try {
    await chmod(folder, privateFolder);
    for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isDirectory()) await chmod(path, privateFolder);
      else if (entry.isFile()) await chmod(path, privateFile);
    }
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EPERM" || code === "ENOTSUP") return false;
    throw error;
  }
}
