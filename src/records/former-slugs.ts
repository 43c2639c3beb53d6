import type { LibraryItem } from "./schema/record.ts";

/** The slugs that a record says its work had before. */
export function formerSlugsOf(record: LibraryItem): readonly string[] {
  return ("formerSlugs" in record ? record.formerSlugs : undefined) ?? [];
}
