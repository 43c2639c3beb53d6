import { librarySlug } from "../../records/schema/fields.ts";

/** Letters that Unicode doesn't decompose into a base letter and a mark. */
const otherLetters: Readonly<Record<string, string>> = {
  đ: "d",
  ø: "o",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
  ħ: "h",
  ı: "i",
};

/** As the schema of slugs allows. */
const maxLength = 80;

/**
 * Makes a slug from a title: `Cơ hội thứ hai` → `co-hoi-thu-hai`. At most 80 characters, cut between
 * words.
 * @returns undefined if the title has no letter that a slug can contain: Arabic, Khmer, Chinese
 */
export function makeSlug(title: string): string | undefined {
  const plain = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f’'ʻ]/g, "")
    .replace(/[đøłßæœþðħı]/g, (letter) => otherLetters[letter] ?? "");
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, maxLength) : `${slug}-${word}`;
    if (longer.length > maxLength) break;
    slug = longer;
  }
  return slug === "" || slug === librarySlug ? undefined : slug;
}
