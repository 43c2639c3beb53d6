import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Problem } from "../../manifest/errors/problem.ts";
import { manifestFileName, manifestKinds } from "../../manifest/schema.ts";
import { isInside } from "./find-inside.ts";

const manifestNames = manifestKinds.map(manifestFileName);

/** Whether a file of this name is a manifest. */
export function isManifestName(name: string): boolean {
  return manifestNames.includes(name);
}

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
      const { files: tree, foreign } = await listFiles(path, await realpath(path));
      for (const folder of foreign) {
        addError(
          folder,
          "this folder is a symbolic link that leads elsewhere: name it as a path of its own, or copy it here",
        );
      }
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

interface FoundFiles {
  /** Everything that isn't a folder, links and pipes too: whoever reads a manifest says what is wrong. */
  readonly files: string[];
  /** Symbolic links to folders of manifests elsewhere. */
  readonly foreign: string[];
}

/**
 * All files of a folder and its subfolders, sorted by name; hidden folders are skipped. Symbolic links to
 * folders aren't followed: what they lead to in the tree itself is found there.
 * @param realRoot the tree's real path
 */
async function listFiles(folder: string, realRoot: string): Promise<FoundFiles> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  const foreign: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isSkipped = skippedFolders.has(entry.name) || entry.name.startsWith(".");
    const isFolder =
      entry.isDirectory() || (entry.isSymbolicLink() && (await isLinkToFolder(path)));
    if (!isFolder) files.push(path);
    else if (isSkipped) continue;
    else if (entry.isSymbolicLink()) {
      if (await isForeign(path, realRoot)) foreign.push(path);
    } else {
      const below = await listFiles(path, realRoot);
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
  return (await readdir(link)).some((name) => manifestNames.includes(name));
}
