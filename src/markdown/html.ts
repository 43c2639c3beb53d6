import { compile } from "micromark";
import { gfmStrikethroughHtml } from "micromark-extension-gfm-strikethrough";
import type { Direction } from "../i18n/direction.ts";
import { isolateInHtml } from "../i18n/left-to-right.ts";
import { normalizeText } from "../i18n/normalize.ts";
import type { MarkdownEvent } from "./events.ts";
import { footnoteExtension } from "./footnotes.ts";
import {
  type AssignLevel,
  findHeadings,
  type Heading,
  headingExtension,
  type PlacedHeading,
} from "./headings.ts";
import { type ArticleLabels, escapeHtml } from "./labels.ts";
import { isSafeAddress, keepLinks, withoutNestedLinks } from "./links.ts";
import { parseMarkdown } from "./parse.ts";
import { type ShownPicture, showPictures } from "./show-pictures.ts";
import { parseShownMarkdown } from "./shown-events.ts";
import { tableExtension } from "./tables.ts";

/** A document as a page shows it. */
export interface Article {
  /** Safe to show: HTML in the text is shown as text (but for comments), and no link runs a script. */
  readonly html: string;
  /** In order. Empty if the text exceeds the limits in limits.ts and is shown as plain paragraphs. */
  readonly headings: readonly Heading[];
  /** The HTML in parts: what is before the first heading, then each heading with its text, without footnotes. */
  readonly sections: readonly ArticleSection[];
  /** The HTML of the footnotes; empty if there are none. */
  readonly footnotes: string;
}

export interface ArticleSection {
  /** From 1 to 6; 0 is what is before the first heading. */
  readonly level: number;
  readonly html: string;
}

/** How an article is written. */
export interface ArticleOptions {
  /** The names of the work, which its page shows already: a heading at the start that repeats one is left out. */
  readonly names?: readonly string[];
  /** Words of links and footnotes. Without them, headings have no links. */
  readonly labels?: ArticleLabels;
  /** The pictures that may be shown, by the names that the text gives them. */
  readonly pictures?: ReadonlyMap<string, ShownPicture>;
  /** False if headings have no ids, because another text of the page has headings with the same ones. */
  readonly hasIds?: boolean;
  /** Begins the ids of footnotes, if another text of the page has footnotes too. */
  readonly idPrefix?: string;
  /** The direction of the text. From right to left, numbers such as `287(g)` stand in isolates. */
  readonly direction?: Direction;
  /** Whether the article is shown on a screen, where wide tables scroll. */
  readonly isOnScreen?: boolean;
}

/** Between the sections: micromark's HTML never has this character, since its input can't (CommonMark 2.3). */
const sectionBreak = "\0";

/** Markdown as HTML that is safe to show. Headings get an `id`, so that links can point to them. */
export function renderMarkdown(markdown: string): string {
  const events = parseMarkdown(markdown);
  if (events === undefined) return plainParagraphs(markdown);
  const headings = findHeadings(events, (written) => written);
  return writeHtml(events, headings, {}).replaceAll(sectionBreak, "");
}

/**
 * Markdown as an article under a title that the page has: its headings begin at level 2 and skip none,
 * regardless of the levels that the author used (WCAG 2.2, 1.3.1; technique H42).
 */
export function renderArticle(markdown: string, options: ArticleOptions = {}): Article {
  const parsed = parseShownMarkdown(markdown);
  if (parsed === undefined) {
    const html = plainParagraphs(markdown);
    return { html, headings: [], sections: [{ level: 0, html }], footnotes: "" };
  }
  const events = withoutRepeatedTitle(parsed, options.names ?? []);
  const headings = findHeadings(events, consecutiveLevels());
  const written = writeHtml(events, headings, { ...options, allowsAnyAddress: true });
  const linked = withoutNestedLinks(keepLinks(written, isSafeAddress));
  const shown = showPictures(linked, options.pictures ?? new Map());
  const html = isolateInHtml(shown, options.direction ?? "ltr");
  return { ...splitSections(html, headings), html: html.replaceAll(sectionBreak, "") };
}

function writeHtml(
  events: readonly MarkdownEvent[],
  headings: readonly PlacedHeading[],
  options: ArticleOptions & { readonly allowsAnyAddress?: boolean },
): string {
  const { labels, hasIds = true, idPrefix = "", isOnScreen = false } = options;
  const shared = { labels, separator: sectionBreak };
  const htmlExtensions = [
    gfmStrikethroughHtml(),
    tableExtension({ scrolls: isOnScreen }),
    footnoteExtension({ ...shared, idPrefix }),
    headingExtension(headings, { ...shared, hasIds }),
  ];
  // micromark knows no telephone numbers: `keepLinks` decides which addresses are safe.
  const allowDangerousProtocol = options.allowsAnyAddress ?? false;
  return compile({ allowDangerousProtocol, htmlExtensions })([...events]);
}

function splitSections(html: string, headings: readonly PlacedHeading[]): Omit<Article, "html"> {
  const listed = headings.filter(({ container }) => container !== "footnote");
  const starts = headings.filter(({ container }) => container === "none");
  const [first = "", ...parts] = html.split(sectionBreak).map((part) => part.trim());
  const sections = starts.map(({ level }, index) => ({ level, html: parts[index] ?? "" }));
  return {
    headings: listed.map(({ level, id, text }) => ({ level, id, text })),
    sections: first === "" ? sections : [{ level: 0, html: first }, ...sections],
    footnotes: parts.slice(starts.length).join(""),
  };
}

/** Whether a text begins with a heading that is one of the names. */
export function beginsWithTitle(markdown: string, names: readonly string[]): boolean {
  return findTitle(parseShownMarkdown(markdown) ?? [], names) !== undefined;
}

/** The events without a heading at the start that is one of the names. */
function withoutRepeatedTitle(
  events: readonly MarkdownEvent[],
  names: readonly string[],
): readonly MarkdownEvent[] {
  const title = findTitle(events, names);
  return title === undefined ? events : events.slice(title.end);
}

function findTitle(
  events: readonly MarkdownEvent[],
  names: readonly string[],
): PlacedHeading | undefined {
  const [first] = findHeadings(events, (written) => written);
  const isFirst = events
    .slice(0, first?.start)
    .every(([, { type }]) => type === "lineEndingBlank" || type === "lineEnding");
  if (first === undefined || first.level > 1 || !isFirst) return undefined;
  return names.some((name) => comparable(name) === comparable(first.text)) ? first : undefined;
}

/** A title without what doesn't matter: case, spaces, and the brackets of a supplied title. */
function comparable(title: string): string {
  const words = normalizeText(title).toLowerCase().replace(/\s+/g, " ").trim();
  return words.replace(/^\[(.*)\]$/, "$1").trim();
}

/** Levels from 2 on: a heading is one level below the nearest one before it that its author ranked higher. */
function consecutiveLevels(): AssignLevel {
  const openHeadings: number[] = [];
  return (written) => {
    while ((openHeadings.at(-1) ?? 0) >= written) openHeadings.pop();
    openHeadings.push(written);
    return Math.min(openHeadings.length + 1, 6);
  };
}

/** Text between blank lines as paragraphs, with its Markdown as it is written. */
function plainParagraphs(markdown: string): string {
  return markdown
    .split(/(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join("\n");
}
