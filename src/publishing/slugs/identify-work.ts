import { formerSlugsOf } from "../../records/former-slugs.ts";
import type { LibraryItem } from "../../records/schema/record.ts";

/** Which work of the library a record is, by its slug and the slugs that it had before. */
export interface Identity<Revision> {
  /** Its current revision; undefined for a new work. */
  readonly current: Revision | undefined;
  /** The slug that it has in the library, if publishing the record renames it. */
  readonly renamedFrom: string | undefined;
  /** Why the record can't have its slugs; undefined if it can. */
  readonly conflict: string | undefined;
}

/**
 * Decides which work a record is. A record whose slug is new, and whose former slug is a work's, renames that work.
 * @param works the works that have one of its slugs today, by slug
 * @param former the current slug of the work that had one of its slugs before, by former slug
 */
export function identifyWork<Revision>(
  record: LibraryItem,
  works: ReadonlyMap<string, Revision>,
  former: ReadonlyMap<string, string>,
): Identity<Revision> {
  const { slug } = record;
  const formerSlugs = formerSlugsOf(record);
  const own = works.get(slug);
  const [renamedFrom, another] = formerSlugs.filter((name) => name !== slug && works.has(name));
  const identity =
    own !== undefined || renamedFrom === undefined
      ? { current: own, renamedFrom: undefined }
      : { current: works.get(renamedFrom), renamedFrom };
  return { ...identity, conflict: findConflict() };

  function findConflict(): string | undefined {
    if (formerSlugs.includes(slug)) {
      return `formerSlugs names ${slug} itself: leave it out there.`;
    }
    if (own !== undefined && renamedFrom !== undefined) {
      return `${slug} and ${renamedFrom} are two works in the library, and two works can't become one: leave ${renamedFrom} out of formerSlugs.`;
    }
    if (another !== undefined) {
      return `formerSlugs names two works of the library, ${renamedFrom} and ${another}: keep the one that this was.`;
    }
    const owner = former.get(slug);
    if (owner !== undefined && owner !== renamedFrom) {
      return `${slug} is a former slug of ${owner}, and slugs are never reused. If this is that work, write slug: ${owner} and formerSlugs: [${slug}]; else choose another slug.`;
    }
    const currentSlug = renamedFrom ?? slug;
    const taken = formerSlugs.find((name) => (former.get(name) ?? currentSlug) !== currentSlug);
    if (taken === undefined) return undefined;
    return `formerSlugs names ${taken}, which is a former slug of another work, ${former.get(taken)}: leave it out.`;
  }
}

/** The slugs that decide which work a record is. */
export function slugsOf(record: LibraryItem): string[] {
  return [record.slug, ...formerSlugsOf(record)];
}
