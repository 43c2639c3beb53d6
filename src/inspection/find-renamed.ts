import { slugsOf } from "../manifest/check-former-slugs.ts";
import type { Problem } from "../manifest/errors/problem.ts";
import type { LocatedManifest } from "../manifest/located-manifest.ts";
import type { FileTree } from "./file-tree.ts";

/**
 * Warns of a manifest whose slug was changed without `formerSlugs`: its folder remembers a work that no manifest
 * there is any more. Needs no network; `plan` also compares files with those in the library.
 */
export async function findRenamedWorks(
  tree: FileTree,
  manifests: readonly LocatedManifest[],
): Promise<Problem[]> {
  // A folder may be a copy of another one, which still has the work.
  const named = new Set(manifests.flatMap(({ manifest }) => slugsOf(manifest)));
  const folders = Map.groupBy(manifests, ({ file }) => tree.folderOf(file));
  const problems = [...folders].map(([folder, works]) => findInFolder(tree, folder, works, named));
  return (await Promise.all(problems)).flat();
}

async function findInFolder(
  tree: FileTree,
  folder: string,
  works: readonly LocatedManifest[],
  named: ReadonlySet<string>,
): Promise<Problem[]> {
  // A broken memory is an error of the commands that need it.
  const memory = await tree.readMemory(folder).catch(() => undefined);
  const known = Object.values(memory?.libraries ?? {}).flatMap((one) => Object.keys(one.works));
  const [lost] = known.filter((slug) => !named.has(slug));
  const unknown = works.filter(({ manifest }) => !known.includes(manifest.slug));
  const [work] = unknown;
  // With several there's no telling which of them was renamed.
  if (lost === undefined || work === undefined || unknown.length > 1) return [];
  const files = await tree.list(folder).catch((): readonly string[] => []);
  // A manifest that wasn't read may have the slug.
  if (files.filter((name) => /\.ya?ml$/i.test(name)).length !== works.length) return [];
  const message = `this folder was published as ${lost}, and no manifest has that slug: if you renamed the work, write formerSlugs: [${lost}]`;
  return [{ file: work.file, ...work.locationOf(["slug"]), severity: "warning", message }];
}
