import type { LibraryItem } from "./schema/record.ts";

/**
 * The record as the public may see it: without the credits whose `public` is false (DESIGN 9).
 * Every page, feed and answer is made from this, so that none of them can name these people.
 */
export function publicRecord<Item extends LibraryItem>(item: Item): Item {
  if (!("credits" in item) || item.credits === undefined) return item;
  return { ...item, credits: item.credits.filter((credit) => credit.public !== false) };
}
