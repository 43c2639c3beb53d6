import type { Citation } from "../citation.ts";

/** A part of a reference. What comes from the record stands in an isolate, as it may have another direction. */
export interface ReferencePart {
  readonly text: string;
  readonly kind: "words" | "value" | "italic" | "url";
}

/** A style of references, as schools and publishers ask for them; its functions are pure. */
export interface CitationStyle {
  /** The style's name, which is the same in every language. */
  readonly name: string;
  /** The entry in a list of works. */
  readonly reference: (citation: Citation) => readonly ReferencePart[];
  /** The mention in a text, in parentheses, with the moment if one is cited. */
  readonly inText: (citation: Citation) => string;
}

/** A reference as plain text. */
export function referenceText(parts: readonly ReferencePart[]): string {
  return parts.map(({ text }) => text).join("");
}

export const words = (text: string): ReferencePart => ({ text, kind: "words" });
export const value = (text: string): ReferencePart => ({ text, kind: "value" });
export const italic = (text: string): ReferencePart => ({ text, kind: "italic" });
export const url = (text: string): ReferencePart => ({ text, kind: "url" });

/** Joins groups of parts, such as sentences; empty groups are left out. */
export function joinParts(
  groups: readonly (readonly ReferencePart[])[],
  separator: string,
): ReferencePart[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [words(separator), ...group]));
}

/** Ends a sentence with a period, unless it ends with a sign of its own, such as “Here?”. */
export function endSentence(parts: readonly ReferencePart[]): ReferencePart[] {
  const isEnded = /[.?!\u2026\u061f\u3002]["\u2019\u201d\u00bb]*$/u.test(referenceText(parts));
  return parts.length === 0 || isEnded ? [...parts] : [...parts, words(".")];
}
