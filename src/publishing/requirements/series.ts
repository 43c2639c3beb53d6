import type { LibraryItem } from "../../records/schema/record.ts";
import type { Database } from "../../storage/database.ts";
import { readCurrentRevisions } from "../../storage/publish.ts";
import { readFormerSlugs } from "../../storage/slugs/former-slugs.ts";
import { PublishingError } from "../publishing-error.ts";

/**
 * @returns the slug that an episode's series has today; undefined if it has no series
 * @throws PublishingError if an episode's series isn't in the library
 */
export async function requireSeries(
  database: Database,
  item: LibraryItem,
): Promise<string | undefined> {
  if (item.kind !== "Episode" || item.series === undefined) return undefined;
  const former = await readFormerSlugs(database, [item.series]);
  const slug = former.get(item.series) ?? item.series;
  const revisions = await readCurrentRevisions(database, [slug]);
  if (revisions.some(({ kind }) => kind === "Series")) return slug;
  throw new PublishingError(
    "missing-series",
    `The series ${item.series} isn't in the library: publish or import it first.`,
  );
}
