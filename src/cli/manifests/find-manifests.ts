import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Problem } from "../../manifest/errors/problem.ts";
import { manifestFileName, manifestKinds } from "../../manifest/schema.ts";

const names = manifestKinds.map(manifestFileName);

/** Folders in a tree of manifests that hold none: the JSON Schemas, and what tools leave behind. */
const skipped = new Set(["schema", "node_modules"]);

/**
 * The manifests at some paths: each a manifest, a folder or a tree. Each file once, in the order of
 * the paths and of the alphabet, shown as the paths were written.
 */
export async function findManifests(
  paths: readonly string[],
): Promise<{ files: string[]; problems: Problem[] }> {
  const files = new Set<string>();
  const problems: Problem[] = [];
  const complain = (file: string, message: string) => {
    problems.push({ file, line: 1, column: 1, severity: "error", message });
  };
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) {
      complain(path, "there is no such file or folder: see whether the path is spelt right");
    } else if (!found.isDirectory()) {
      if (/\.ya?ml$/i.test(path)) files.add(join(path));
      else complain(path, `this is no manifest: name a folder, or a file such as ${names[2]}`);
    } else {
      const before = files.size;
      const tree = await readTree(path);
      for (const file of tree.filter((name) => names.includes(basename(name)))) files.add(file);
      for (const file of tree) {
        const meant = basename(file)
          .replace(/\.yml$/i, ".yaml")
          .toLowerCase();
        if (names.includes(meant) && meant !== basename(file)) {
          complain(file, `this file isn't looked at: rename it to ${meant}`);
        }
      }
      if (files.size === before && problems.length === 0) {
        complain(path, `there is no manifest in this folder: it is called ${names.join(" or ")}`);
      }
    }
  }
  return { files: [...files], problems };
}

async function readTree(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile()) found.push(path);
    const enters = entry.isDirectory() && !skipped.has(entry.name) && !entry.name.startsWith(".");
    if (enters) found.push(...(await readTree(path)));
  }
  return found;
}
