/**
 * A text as one line for other programs: without line breaks and control characters, without halves of surrogate
 * pairs, and without the directional controls that would reorder what stands beside it (Unicode UAX #9, 2).
 */
export function toLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
}

/**
 * A text without control characters but tabs and line breaks, which a terminal would obey and XML can't contain.
 * Directional controls stay: captions in Arabic need them.
 */
export const withoutControls = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]/gu, "");
