import type { LibraryItem } from "./schema/record.ts";

/**
 * The record as the public may see it: without the credits whose `public` is false (DESIGN 9), and without the
 * slugs it had before, as a work may be renamed because of what its slug says. Every page, feed and answer is
 * made from this, so that none of them can name these people or slugs.
 */
export function publicRecord<Item extends LibraryItem>(item: Item): Item {
  const visible = "formerSlugs" in item ? omitFormerSlugs(item) : item;
  if (!("credits" in visible) || visible.credits === undefined) return visible;
  return { ...visible, credits: visible.credits.filter((credit) => credit.public !== false) };
}

function omitFormerSlugs<Item extends LibraryItem>(item: Item): Item {
  const { formerSlugs: _, ...visible } = item as Item & { formerSlugs?: readonly string[] };
  return visible as Item;
}
