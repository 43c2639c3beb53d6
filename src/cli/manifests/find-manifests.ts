import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Problem } from "../../manifest/errors/problem.ts";
import { manifestFileName, manifestKinds } from "../../manifest/schema.ts";

const manifestNames = manifestKinds.map(manifestFileName);

/** Folders that contain no manifests: the JSON Schemas, and npm's. */
const skippedFolders = new Set(["schema", "node_modules"]);

/**
 * Finds the manifests at some paths: each is a manifest, or a folder that is searched with its subfolders.
 * @returns each file once, in the order of the paths and then by name, as paths relative to the same folder
 *   as the given ones
 */
export async function findManifests(
  paths: readonly string[],
): Promise<{ files: string[]; problems: Problem[] }> {
  const files = new Set<string>();
  const problems: Problem[] = [];
  const addError = (file: string, message: string) => {
    problems.push({ file, line: 1, column: 1, severity: "error", message });
  };
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) {
      addError(path, "there is no such file or folder: check the path's spelling");
    } else if (!found.isDirectory()) {
      if (/\.ya?ml$/i.test(path)) files.add(join(path));
      else
        addError(
          path,
          `this isn't a manifest: name a folder, or a file such as ${manifestNames[2]}`,
        );
    } else {
      const countBefore = files.size;
      const tree = await listFiles(path);
      for (const file of tree) {
        const name = basename(file);
        if (manifestNames.includes(name)) files.add(file);
        const correctName = name.replace(/\.yml$/i, ".yaml").toLowerCase();
        if (correctName !== name && manifestNames.includes(correctName)) {
          addError(file, `this file is ignored because of its name: rename it to ${correctName}`);
        }
      }
      if (files.size === countBefore && problems.length === 0) {
        addError(
          path,
          `there is no manifest in this folder: name it ${manifestNames.join(" or ")}`,
        );
      }
    }
  }
  return { files: [...files], problems };
}

/** All files of a folder and its subfolders, sorted by name; hidden folders are skipped. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile()) files.push(path);
    const isSearched =
      entry.isDirectory() && !skippedFolders.has(entry.name) && !entry.name.startsWith(".");
    if (isSearched) files.push(...(await listFiles(path)));
  }
  return files;
}
