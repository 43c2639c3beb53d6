import { baseLanguage } from "./tag.ts";

/** Texts by BCP 47 tag. */
export type Texts = Readonly<Record<string, string>>;

/** Which languages stand in for which, nearest first: `{ mam: ["es"] }`. */
export type Neighbours = Readonly<Record<string, readonly string[]>>;

/** What a library uses where its `library.yaml` names no neighbours (DESIGN 2). */
export const defaultNeighbours: Neighbours = { mam: ["es"], quc: ["es"], ht: ["en"] };

/**
 * The languages to try, in order: asked → its base language → the neighbours → the original.
 * @param asked BCP 47 tag the reader asked for
 * @param original the work's `inLanguage`
 */
export function fallbackChain(
  asked: string,
  original: string,
  neighbours: Neighbours = defaultNeighbours,
): string[] {
  const base = baseLanguage(asked);
  const near = neighbours[asked] ?? neighbours[base] ?? [];
  return [...new Set([asked, base, ...near, original])];
}

/**
 * The language to show out of those there are. A reader of `en` is also served by `en-US`:
 * a regional variety of the asked language comes before another language does.
 * @returns undefined only where nothing is available
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

/** A text together with the language it is really in, so that it can carry its own `lang` and `dir`. */
export interface LocalText {
  readonly value: string;
  readonly language: string;
  /** True where the reader's own language was missing and must be told so. */
  readonly fellBack: boolean;
}

/** The text to show a reader, or undefined where there is none in any language. */
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
