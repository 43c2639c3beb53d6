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
