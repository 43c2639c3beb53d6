import type { WorkText } from "../../records/views.ts";
import { Memory } from "./memory.ts";

/**
 * Long texts that were read. A statement that names what is remembered gets the text only if it is another one now:
 * most of the time that the page of a long film took went into moving its text out of D1.
 */

/** A text with everything that tells it from other texts and from its other versions, as the statement writes it. */
export interface KnownText {
  readonly text: WorkText;
  readonly version: string;
}

/** A shorter text costs less than to compare versions. In characters; our choice. */
const minLength = 10_000;

/** In characters: ten films of three hours, a few per cent of a Worker's 128 MB. */
const maxSize = 2_000_000;

const texts = new Memory<KnownText>(maxSize);

/** What is remembered of the text that a reader of a language gets, if it is long. */
export function findKnownText(slug: string, language: string): KnownText | undefined {
  return texts.get(`${slug} ${language}`);
}

/** Remembers a text, if it is long. */
export function rememberText(slug: string, language: string, known: KnownText): void {
  const { length } = known.text.body;
  if (length >= minLength) texts.set(`${slug} ${language}`, known, length);
}
