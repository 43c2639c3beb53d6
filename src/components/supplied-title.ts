import type { LocalText } from "../i18n/fallback.ts";

/** A title as pages show it: without brackets, with a label beside it if the library supplied it. */
export interface ShownTitle extends LocalText {
  /** Whether the publisher gave no title in this language. */
  readonly isSupplied: boolean;
}

/**
 * A supplied title without its brackets, the cataloger's mark for one (DESIGN 4); any other title as it is. Exports
 * keep the brackets, since no label goes with them.
 */
export function withoutBrackets(title: string): string {
  return isSuppliedTitle(title) ? title.trim().slice(1, -1).trim() : title;
}

/** Whether the whole title is in one pair of brackets: “[A letter]”, but not “[Part 1] and [Part 2]”. */
export function isSuppliedTitle(title: string): boolean {
  const text = title.trim();
  if (!text.startsWith("[") || text.slice(1, -1).trim() === "") return false;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "[") depth += 1;
    if (text[index] === "]") depth -= 1;
    // Where the first bracket closes.
    if (depth === 0) return index === text.length - 1;
  }
  return false;
}

/** A title in the language that was found for the reader, as pages show it. */
export function shownTitle(title: LocalText): ShownTitle;
export function shownTitle(title: LocalText | undefined): ShownTitle | undefined;
export function shownTitle(title: LocalText | undefined): ShownTitle | undefined {
  return (
    title && {
      ...title,
      value: withoutBrackets(title.value),
      isSupplied: isSuppliedTitle(title.value),
    }
  );
}
