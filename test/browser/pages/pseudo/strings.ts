/**
 * A pseudo-language made from English: every letter is replaced and every text is 40 % longer, as a
 * translation may be. Text on a page that still has plain letters doesn't come from the language files.
 */

const plain = "abcdefghijklmnopqrstuvwxyz";
const replacement = "åƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž";

/** A text with its letters replaced and 40 % more letters at its end. Placeholders stay as they are. */
export function pseudoText(text: string): string {
  // Keep placeholders (`%s`, `%words%`, `{origin}`), code and link addresses.
  const parts = text.split(/(%\w*%?|\{\w+\}|```[\s\S]*?```|`[^`]*`|\]\([^)]*\))/);
  const written = parts
    .map((part, index) => (index % 2 === 1 ? part : replaceLetters(part)))
    .join("");
  const more = "ẋ".repeat(Math.ceil(text.length * 0.4));
  return more === "" ? written : `${written} ${more.replace(/(ẋ{8})(?=ẋ)/g, "$1 ")}`;
}

function replaceLetters(text: string): string {
  return [...text]
    .map((letter) => {
      const place = plain.indexOf(letter.toLowerCase());
      if (place < 0) return letter;
      const changed = [...replacement][place] ?? letter;
      return letter === letter.toLowerCase() ? changed : changed.toUpperCase();
    })
    .join("");
}

/** All strings of a language, in the same structure. */
export function pseudoStrings<Strings>(strings: Strings): Strings {
  return pseudoValue(strings) as Strings;
}

function pseudoValue(value: unknown): unknown {
  if (typeof value === "string") return pseudoText(value);
  if (typeof value === "function") {
    return (...parameters: unknown[]) => pseudoText(String(value(...parameters)));
  }
  if (Array.isArray(value)) return value.map(pseudoValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, pseudoValue(part)]));
}
