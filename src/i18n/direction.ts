import { memoize } from "./memoize.ts";

export type Direction = "ltr" | "rtl";

/** Scripts written from right to left (Unicode, UAX #9) that a library is likely to contain. */
const rightToLeftScripts = new Set(["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"]);

/** The base direction of text in a language, for HTML's `dir`. */
export const directionOf = memoize((language): Direction => {
  const script = new Intl.Locale(language).maximize().script ?? "Latn";
  return rightToLeftScripts.has(script) ? "rtl" : "ltr";
});
