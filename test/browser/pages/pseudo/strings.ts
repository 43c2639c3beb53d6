/**
 * English as a language that nobody speaks: every letter of the interface is another one and every text is
 * 40 % longer, as a translation may be. What still shows plain letters on a page isn't in the language files.
 */

const plain = "abcdefghijklmnopqrstuvwxyz";
const other = "åƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž";

/** A text in the letters of the other alphabet, half of it again at its end. Placeholders stay as they are. */
export function pseudoText(text: string): string {
  // `%s`, `%words%`, `{origin}`: what programs put something in place of. Code and addresses aren't words.
  const parts = text.split(/(%\w*%?|\{\w+\}|```[\s\S]*?```|`[^`]*`|\]\([^)]*\))/);
  const written = parts.map((part, index) => (index % 2 === 1 ? part : inOther(part))).join("");
  const more = "ẋ".repeat(Math.ceil(text.length * 0.4));
  return more === "" ? written : `${written} ${more.replace(/(ẋ{8})(?=ẋ)/g, "$1 ")}`;
}

function inOther(text: string): string {
  return [...text]
    .map((letter) => {
      const place = plain.indexOf(letter.toLowerCase());
      if (place < 0) return letter;
      const changed = [...other][place] ?? letter;
      return letter === letter.toLowerCase() ? changed : changed.toUpperCase();
    })
    .join("");
}

/** All strings of a language so, in the shape that they have. */
export function pseudoStrings<Strings>(strings: Strings): Strings {
  return changed(strings) as Strings;
}

function changed(value: unknown): unknown {
  if (typeof value === "string") return pseudoText(value);
  if (typeof value === "function") {
    return (...given: unknown[]) => pseudoText(String(value(...given)));
  }
  if (Array.isArray(value)) return value.map(changed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, changed(part)]));
}
