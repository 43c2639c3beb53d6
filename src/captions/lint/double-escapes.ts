/** Finds character references that were escaped twice: `&amp;lt;` is shown as “&lt;”. */
import { consumeCharacterReference } from "../character-references.ts";

/** A reference whose “&” is escaped. */
export interface DoubleEscape {
  /** Its start in the cue's text, in UTF-16 code units. */
  readonly start: number;
  /** As it is written: `&amp;lt;`. */
  readonly found: string;
  /** As it was probably meant: `&lt;`. */
  readonly correction: string;
}

const escapedReference = /&(?:amp;)+(?=(#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)/gi;

/** Finds references that are shown as they are written. Takes time in proportion to the text's length. */
export function findDoubleEscapes(cueText: string): DoubleEscape[] {
  if (!cueText.includes("&amp;")) return [];
  return [...cueText.matchAll(escapedReference)].flatMap((match) => {
    const correction = `&${match[1]};`;
    const isReference = consumeCharacterReference(correction, 0)?.position === correction.length;
    return isReference
      ? [{ start: match.index, found: `${match[0]}${match[1]};`, correction }]
      : [];
  });
}
