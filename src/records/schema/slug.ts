import * as z from "zod";
import { plainLetters } from "../../i18n/letters.ts";

/**
 * The one rule for slugs, the names of works in addresses (DESIGN 2): 1 to 80 of a–z, 0–9 and hyphens.
 */

/** The characters of slugs, as inside the brackets of a regular expression or a GLOB pattern. */
export const slugCharacters = "a-z0-9-";

/** DESIGN 2. */
export const maxSlugLength = 80;

/** The slug of the library's settings; no work may have it. */
export const librarySlug = "library";

const slugPattern = new RegExp(`^[${slugCharacters}]{1,${maxSlugLength}}$`);

/** What a slug may be, for messages. */
export const slugRule = `1 to ${maxSlugLength} of a–z, 0–9 and -`;

/** Whether a text is a slug: of a work, or the library's own. */
export function isSlug(text: string): boolean {
  return slugPattern.test(text);
}

export const slug = z
  .string()
  .regex(slugPattern, `write ${slugRule}`)
  .describe(
    "The work's name in addresses: a–z, 0–9 and -. It is never reused; to change it, list the old one in formerSlugs.",
  )
  .meta({ examples: ["criminalizing-migration"] });

/** The slug of a work or series, which isn't that of the library's settings. */
export const workSlug = slug
  .refine(
    (text) => text !== librarySlug,
    `"${librarySlug}" is reserved for the library's settings: choose another slug`,
  )
  .describe(slug.description ?? "");

/**
 * Makes a slug from a title: `Cơ hội thứ hai` → `co-hoi-thu-hai`. Cut between words if it is too long.
 * @returns undefined if the title has no letter that a slug can contain: Arabic, Khmer, Chinese
 */
export function makeSlug(title: string): string | undefined {
  const plain = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f’'ʻ]/g, "")
    .replace(/[đøłßæœþðħı]/g, (letter) => plainLetters[letter] ?? "");
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, maxSlugLength) : `${slug}-${word}`;
    if (longer.length > maxSlugLength) break;
    slug = longer;
  }
  return slug === "" || slug === librarySlug ? undefined : slug;
}
