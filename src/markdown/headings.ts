import { normalizeText } from "../i18n/normalize.ts";
import type { HtmlExtension, MarkdownEvent } from "./events.ts";
import { type ArticleLabels, escapeHtml } from "./labels.ts";
import { plainTextOfEvents } from "./plain-text.ts";

export interface Heading {
  /** From 1 to 6: the level in HTML. */
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** A heading and where it stands. */
export interface PlacedHeading extends Heading {
  /** Of its first event, and of the one after its last. */
  readonly start: number;
  readonly end: number;
  /** What contains it: a block quote or a list, or a footnote, which may be shown elsewhere or not at all. */
  readonly container: "none" | "block" | "footnote";
}

/** Which level in HTML a heading gets, given the level that its author wrote. Called in order. */
export type AssignLevel = (written: number) => number;

/** Ids that pages use for parts of their own. */
const reservedIds = ["cite", "content", "contents", "related"];

const containers = new Set<string>([
  "blockQuote",
  "gfmFootnoteDefinition",
  "listOrdered",
  "listUnordered",
]);

/** The headings of a document in order, each with an id that no other has. */
export function findHeadings(
  events: readonly MarkdownEvent[],
  assignLevel: AssignLevel,
): PlacedHeading[] {
  const usedIds = new Map(reservedIds.map((id) => [id, 1]));
  const headings: PlacedHeading[] = [];
  let start = 0;
  let depth = 0;
  let notes = 0;
  for (const [index, [kind, token]] of events.entries()) {
    const step = kind === "enter" ? 1 : -1;
    if (containers.has(token.type)) depth += step;
    if (token.type === "gfmFootnoteDefinition") notes += step;
    if (token.type !== "atxHeading" && token.type !== "setextHeading") continue;
    if (kind === "enter") {
      start = index;
      continue;
    }
    const headingEvents = events.slice(start, index);
    const text = plainTextOfEvents(headingEvents);
    const level = assignLevel(writtenLevel(headingEvents));
    const container = notes > 0 ? "footnote" : depth > 0 ? "block" : "none";
    headings.push({
      level,
      id: uniqueId(text, usedIds),
      text,
      start,
      end: index + 1,
      container,
    });
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

/**
 * The words of the heading, in any script, as GitHub does it: the same text always gets the same id.
 * @param usedIds with the last number that was tried for each, so that thousands of equal headings take linear time
 */
function uniqueId(heading: string, usedIds: Map<string, number>): string {
  const words = normalizeText(heading).toLowerCase();
  const base = words.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "part";
  let id = base;
  let count = usedIds.get(base) ?? 1;
  while (usedIds.has(id)) {
    count += 1;
    id = `${base}-${count}`;
  }
  usedIds.set(base, count);
  usedIds.set(id, usedIds.get(id) ?? 1);
  return id;
}

/** How headings are written. */
export interface HeadingOptions {
  readonly hasIds: boolean;
  /** With `linkToPart`, each heading has a link to itself. */
  readonly labels: ArticleLabels | undefined;
  /** Written before each heading that begins a section. */
  readonly separator: string;
}

/** Replaces micromark's handlers of headings, so that they write our levels, ids and links. */
export function headingExtension(
  headings: readonly PlacedHeading[],
  { hasIds, labels, separator }: HeadingOptions,
): HtmlExtension {
  let next = 0;
  /** The link of a heading stands beside it, so that it isn't part of its name. */
  function linkTo(heading: PlacedHeading | undefined): string | undefined {
    if (heading === undefined || !hasIds || labels?.linkToPart === undefined) return undefined;
    // One that is only a picture has no words for its link.
    if (heading.container !== "none" || heading.text === "") return undefined;
    const label = escapeHtml(labels.linkToPart(heading.text));
    return `<a class="heading-link" href="#${encodeURIComponent(heading.id)}" lang="${labels.language}" aria-label="${label}">#</a>`;
  }
  function openingTag(): string {
    const heading = headings[next];
    const before = heading?.container === "none" ? separator : "";
    const wrapper = linkTo(heading) === undefined ? "" : '<div class="heading">';
    return `${before}${wrapper}<h${heading?.level}${hasIds ? ` id="${heading?.id}"` : ""}>`;
  }
  function closingTag(): string {
    const heading = headings[next];
    const link = linkTo(heading);
    next += 1;
    return `</h${heading?.level}>${link === undefined ? "" : `${link}</div>`}`;
  }
  return {
    exit: {
      atxHeadingSequence() {
        // The second sequence, if any, closes the heading: `## Title ##`.
        if (this.getData("headingRank")) return;
        this.setData("headingRank", 1);
        this.lineEndingIfNeeded();
        this.tag(openingTag());
      },
      atxHeading() {
        this.tag(closingTag());
        this.setData("headingRank");
      },
      setextHeading() {
        const content = this.resume();
        this.lineEndingIfNeeded();
        this.tag(openingTag());
        this.raw(content);
        this.tag(closingTag());
        this.setData("slurpAllLineEndings");
        this.setData("headingRank");
      },
    },
  };
}
