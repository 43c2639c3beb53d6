/**
 * The canonical form of a BCP 47 language tag (RFC 5646 §4.5): `ES-mx` → `es-MX`.
 * @returns undefined if the text isn't a well-formed tag
 */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/**
 * Whether a text is a BCP 47 tag in its canonical form. Its language has two or three letters: BCP 47 also
 * allows longer ones, such as `english`, but none is registered.
 */
export function isLanguageTag(tag: string): boolean {
  return /^[a-z]{2,3}(-|$)/.test(tag) && canonicalTag(tag) === tag;
}

/** The base language of a tag: `es-MX` → `es`. */
export function baseLanguage(tag: string): string {
  return tag.split("-", 1)[0] ?? tag;
}

/** The tag of content without language (ISO 639-2): a film in which nobody speaks. */
export const noLanguage = "zxx";
