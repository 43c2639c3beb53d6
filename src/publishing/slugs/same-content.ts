import type { LibraryItem } from "../../records/schema/record.ts";
import type { Database } from "../../storage/database.ts";
import { findWorksByBlobs } from "../../storage/slugs/works-by-blobs.ts";

/**
 * Finds works of the library that have the film or the text of a new work: it may be one of them under another
 * slug. Works that are planned themselves aren't meant, as they keep their slugs.
 * @returns the slug of such a work for each new work that has one
 */
export async function findWorksWithSameContent(
  database: Database,
  newWorks: readonly LibraryItem[],
  planned: readonly LibraryItem[],
): Promise<Map<string, string>> {
  const digests = [...new Set(newWorks.flatMap(contentOf))];
  if (digests.length === 0) return new Map();
  const keptSlugs = new Set(planned.map(({ slug }) => slug));
  const found = (await findWorksByBlobs(database, digests)).filter(
    ({ slug }) => !keptSlugs.has(slug),
  );
  return new Map(
    newWorks.flatMap((item) => {
      const content = contentOf(item);
      const twin = found.find(({ sha256, kind }) => kind === item.kind && content.includes(sha256));
      return twin === undefined ? [] : [[item.slug, twin.slug] as const];
    }),
  );
}

/** The digests of what a work is: its film or sound, or its texts. A poster may be that of several works. */
function contentOf(item: LibraryItem): string[] {
  if (item.kind === "Document") return item.texts.map(({ file }) => file.sha256);
  if (item.kind !== "Episode") return [];
  const media = item.audioOnly === undefined ? item.video : [...item.video, item.audioOnly];
  return media.map(({ sha256 }) => sha256);
}
