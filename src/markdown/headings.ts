import type { MarkdownEvent } from "./events.ts";
import { plainTextOfEvents } from "./plain-text.ts";

export interface Heading {
  /** From 1 to 6: the level in HTML. */
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** Which level in HTML a heading gets, given the level that its author wrote. Called in order. */
export type AssignLevel = (written: number) => number;

/** Ids that pages use for parts of their own. */
const reservedIds = ["cite", "content", "contents", "related"];

/** The headings of a document in order, each with an id that no other has. */
export function findHeadings(
  events: readonly MarkdownEvent[],
  assignLevel: AssignLevel,
): Heading[] {
  const usedIds = new Set(reservedIds);
  const headings: Heading[] = [];
  let start = 0;
  for (const [index, [kind, token]] of events.entries()) {
    if (token.type !== "atxHeading" && token.type !== "setextHeading") continue;
    if (kind === "enter") {
      start = index;
      continue;
    }
    const headingEvents = events.slice(start, index);
    const text = plainTextOfEvents(headingEvents);
    const level = assignLevel(writtenLevel(headingEvents));
    headings.push({ level, id: uniqueId(text, usedIds), text });
  }
  return headings;
}

/** `##` is level 2; text underlined with `=` is level 1, with `-` level 2 (CommonMark 4.2, 4.3). */
function writtenLevel(headingEvents: readonly MarkdownEvent[]): number {
  for (const [, token, context] of headingEvents) {
    const source = context.sliceSerialize(token);
    if (token.type === "atxHeadingSequence") return source.length;
    if (token.type === "setextHeadingLineSequence") return source.startsWith("=") ? 1 : 2;
  }
  return 1;
}

/** The words of the heading, in any script, as GitHub does it: the same text always gets the same id. */
function uniqueId(heading: string, usedIds: Set<string>): string {
  const words = heading.normalize("NFC").toLowerCase();
  const base = words.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "part";
  let id = base;
  for (let count = 2; usedIds.has(id); count += 1) id = `${base}-${count}`;
  usedIds.add(id);
  return id;
}
