import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { readManifest } from "../../manifest/read.ts";
import { type ManifestKind, manifestFileName } from "../../manifest/schema.ts";
import { readText } from "../manifests/read-text.ts";

/** The series that a folder lies in, and the number of its next episode. */
export interface SeriesAround {
  readonly slug: string;
  readonly inLanguage: string;
  readonly episode: number;
}

/** Reads series.yaml in the folder above; undefined where there is none that can be read. */
export async function seriesAround(folder: string): Promise<SeriesAround | undefined> {
  const above = dirname(resolve(folder));
  const series = await readKind(join(above, manifestFileName("Series")));
  if (series?.kind !== "Series") return undefined;
  const { slug, inLanguage } = series;
  const folders = await readdir(above, { withFileTypes: true });
  const numbers = await Promise.all(
    folders
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => {
        const episode = await readKind(join(above, name, manifestFileName("Episode")));
        const isOne = episode?.kind === "Episode" && episode.series === slug;
        return isOne ? (episode.episode ?? 0) : 0;
      }),
  );
  return { slug, inLanguage, episode: Math.max(0, ...numbers) + 1 };
}

async function readKind(file: string) {
  const text = await readText(file).catch(() => undefined);
  return text === undefined ? undefined : readManifest(file, text).manifest;
}

/** The JSON Schemas that came with this program. */
const ownSchemas = join(import.meta.dirname, "../../../media-manifests/schema");

/** The way from a folder to the JSON Schema of a kind: the nearest one above it, or the program's own. */
export function schemaFrom(folder: string, kind: ManifestKind): string {
  const name = `${kind.toLowerCase()}.schema.json`;
  let above = resolve(folder);
  let file = join(ownSchemas, name);
  for (let last = ""; last !== above; last = above, above = dirname(above)) {
    const near = join(above, "schema", name);
    if (!existsSync(near)) continue;
    file = near;
    break;
  }
  const way = relative(resolve(folder), file);
  return way.split(sep).join("/");
}
