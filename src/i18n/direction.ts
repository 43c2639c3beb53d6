import { memoize } from "./memoize.ts";

export type Direction = "ltr" | "rtl";

/** Scripts written from right to left (Unicode, UAX #9) that a library is likely to contain. */
const rightToLeftScripts = new Set(["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"]);

/** The base direction of text in a language, for HTML's `dir`. */
export const directionOf = memoize((language): Direction => {
  const script = new Intl.Locale(language).maximize().script ?? "Latn";
  return rightToLeftScripts.has(script) ? "rtl" : "ltr";
});

/** The direction of a text in an unknown language: that of its first letter, as `dir="auto"` decides. */
export function directionOfText(text: string): Direction {
  const letter = /[\p{L}]/u.exec(text)?.[0] ?? "";
  return /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Thaa}\p{sc=Syrc}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Rohg}]/u.test(
    letter,
  )
    ? "rtl"
    : "ltr";
}
