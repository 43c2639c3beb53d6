import { baseLanguage } from "./tag.ts";

/** Texts by BCP 47 tag. */
export type Texts = Readonly<Record<string, string>>;

/** Which languages replace a missing one, in order of preference: `{ mam: ["es"] }`. */
export type Neighbours = Readonly<Record<string, readonly string[]>>;

/** The neighbors that apply if `library.yaml` names none (DESIGN 2). */
export const defaultNeighbours: Neighbours = { mam: ["es"], quc: ["es"], ht: ["en"] };

/**
 * The languages to try, in order: asked → its base language → its neighbors → the original.
 * @param asked BCP 47 tag the reader asked for
 * @param original the work's `inLanguage`
 */
export function fallbackChain(
  asked: string,
  original: string,
  neighbours: Neighbours = defaultNeighbours,
): string[] {
  const base = baseLanguage(asked);
  // The tag can come from an address, and be a name that every object has: valueOf.
  const known = [asked, base].find((tag) => Object.hasOwn(neighbours, tag)) ?? "";
  return [...new Set([asked, base, ...(neighbours[known] ?? []), original])];
}

/**
 * Chooses the language to show. A reader of `en` also gets `en-US`: a regional variety of the asked language
 * is preferred to another language.
 * @returns undefined only if nothing is available
 */
export function chooseLanguage(
  available: readonly string[],
  asked: string,
  original: string,
  neighbours: Neighbours = defaultNeighbours,
): string | undefined {
  for (const language of fallbackChain(asked, original, neighbours)) {
    if (available.includes(language)) return language;
    const variety = available.find((tag) => baseLanguage(tag) === language);
    if (variety !== undefined) return variety;
  }
  return available[0];
}

/** A text and its actual language, for its `lang` and `dir` attributes. */
export interface LocalText {
  readonly value: string;
  readonly language: string;
  /** Whether the reader's language was missing, so that a label must say so. */
  readonly fellBack: boolean;
}

/** The text to show a reader, or undefined if there is none in any language. */
export function chooseText(
  texts: Texts | undefined,
  asked: string,
  original: string,
  neighbours: Neighbours = defaultNeighbours,
): LocalText | undefined {
  if (texts === undefined) return undefined;
  const language = chooseLanguage(Object.keys(texts), asked, original, neighbours);
  const value = language === undefined ? undefined : texts[language];
  if (language === undefined || value === undefined) return undefined;
  return { value, language, fellBack: baseLanguage(language) !== baseLanguage(asked) };
}
