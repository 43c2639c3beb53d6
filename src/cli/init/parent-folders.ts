import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { readManifestText } from "../../inspection/read-manifest-text.ts";
import { readManifest } from "../../manifest/read.ts";
import { type ManifestKind, manifestFileName } from "../../manifest/schema.ts";
import { nodeFiles } from "../manifests/node-files.ts";

/** The series that a folder belongs to, and the number of its next episode. */
export interface ParentSeries {
  readonly slug: string;
  readonly inLanguage: string;
  readonly episode: number;
}

/** Reads series.yaml in the parent folder; undefined if there is no valid one. */
export async function findParentSeries(folder: string): Promise<ParentSeries | undefined> {
  const parent = dirname(resolve(folder));
  const series = await readManifestIfValid(join(parent, manifestFileName("Series")));
  if (series?.kind !== "Series") return undefined;
  const { slug, inLanguage } = series;
  const entries = await readdir(parent, { withFileTypes: true });
  const numbers = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => {
        const episode = await readManifestIfValid(join(parent, name, manifestFileName("Episode")));
        const isInSeries = episode?.kind === "Episode" && episode.series === slug;
        return isInSeries ? (episode.episode ?? 0) : 0;
      }),
  );
  return { slug, inLanguage, episode: Math.max(0, ...numbers) + 1 };
}

async function readManifestIfValid(file: string) {
  const source = await readManifestText(nodeFiles, file);
  return "text" in source ? readManifest(file, source.text).manifest : undefined;
}

/**
 * Where an editor finds the JSON Schema of a kind: a relative path if a folder above has a `schema`
 * folder, or else an address in the library.
 * @param libraryUrl the library's address, if one is configured
 * @returns undefined if there is neither: a path into this program would only work on one machine
 */
export function findSchema(
  folder: string,
  kind: ManifestKind,
  libraryUrl: string | undefined,
): string | undefined {
  const name = kind.toLowerCase();
  let parent = resolve(folder);
  for (let last = ""; last !== parent; last = parent, parent = dirname(parent)) {
    const file = join(parent, "schema", `${name}.schema.json`);
    if (existsSync(file)) return relative(resolve(folder), file).split(sep).join("/");
  }
  return libraryUrl === undefined ? undefined : `${libraryUrl}/schemas/${name}.json`;
}
