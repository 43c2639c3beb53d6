import type { Problem } from "../manifest/errors/problem.ts";
import { manifestFileName, manifestKinds } from "../manifest/schema.ts";
import type { FileTree } from "./file-tree.ts";
import { fileNameOf } from "./read-manifest-text.ts";

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
  tree: FileTree,
  paths: readonly string[],
): Promise<{ files: string[]; problems: Problem[] }> {
  const files = new Set<string>();
  const problems: Problem[] = [];
  const addError = (file: string, message: string) => {
    problems.push({ file, line: 1, column: 1, severity: "error", message });
  };
  for (const path of paths) {
    const kind = await tree.kindOf(path);
    if (kind === undefined) {
      addError(path, "there is no such file or folder: check the path's spelling");
    } else if (kind === "file") {
      if (/\.ya?ml$/i.test(path)) files.add(tree.join(path, ""));
      else
        addError(
          path,
          `this isn't a manifest: name a folder, or a file such as ${manifestNames[2]}`,
        );
    } else {
      const countBefore = files.size;
      const { files: found, foreign } = await tree.listTree(path, (name) =>
        skippedFolders.has(name),
      );
      for (const folder of foreign) {
        addError(
          folder,
          "this folder is a symbolic link that leads elsewhere: name it as a path of its own, or copy it here",
        );
      }
      for (const file of found) {
        const name = fileNameOf(file);
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
