import { checkAcrossManifests } from "../manifest/check-across-manifests.ts";
import { type Problem, sortProblems } from "../manifest/errors/problem.ts";
import type { LocatedManifest } from "../manifest/located-manifest.ts";
import { readManifest } from "../manifest/read.ts";
import { manifestFileName, type SeriesManifest } from "../manifest/schema.ts";
import type { FileTree } from "./file-tree.ts";
import { findManifests } from "./find-manifests.ts";
import { findRenamedWorks } from "./find-renamed.ts";
import { type LoadedWork, loadWork } from "./load-work.ts";
import { readManifestText } from "./read-manifest-text.ts";

/** Everything at some paths. If there is an error among the problems, nothing of it may be published. */
export interface LoadedManifests {
  readonly works: readonly LoadedWork[];
  readonly problems: readonly Problem[];
  /** How many manifests were read. */
  readonly manifestCount: number;
}

/** Reads the manifests at some paths and all files that they name, and checks them. */
export async function readManifests(
  tree: FileTree,
  paths: readonly string[],
): Promise<LoadedManifests> {
  const { files, problems: pathProblems } = await findManifests(tree, paths);
  const problems = [...pathProblems];
  const manifests: LocatedManifest[] = [];
  const works: LoadedWork[] = [];
  for (const file of files) {
    const source = await readManifestText(tree, file);
    if ("reason" in source) {
      const message = `this file ${source.reason}`;
      problems.push({ file, line: 1, column: 1, severity: "error", message });
      continue;
    }
    const read = readManifest(file, source.text);
    problems.push(...read.problems);
    const { manifest, locationOf } = read;
    if (manifest !== undefined) manifests.push({ file, manifest, locationOf });
    const loaded = await loadWork(tree, { ...read.files, file, locationOf }, manifest);
    problems.push(...loaded.problems);
    if (loaded.work !== undefined) works.push(loaded.work);
  }
  const isComplete = manifests.length === files.length;
  problems.push(
    ...checkAcrossManifests(manifests, await findParentSeries(tree, manifests), isComplete),
  );
  if (isComplete) problems.push(...(await findRenamedWorks(tree, manifests)));
  return { works, problems: sortProblems(problems), manifestCount: files.length };
}

/**
 * The series in the folders above some episodes. An episode may be read alone: its series is
 * then known all the same.
 */
async function findParentSeries(
  tree: FileTree,
  manifests: readonly LocatedManifest[],
): Promise<SeriesManifest[]> {
  const paths = manifests
    .filter(({ manifest }) => manifest.kind === "Episode")
    .map(({ file }) => tree.join(tree.join(tree.folderOf(file), ".."), manifestFileName("Series")));
  const series = [...new Set(paths)].map(async (path) => {
    const source = await readManifestText(tree, path);
    const manifest = "text" in source ? readManifest(path, source.text).manifest : undefined;
    return manifest?.kind === "Series" ? [manifest] : [];
  });
  return (await Promise.all(series)).flat();
}
