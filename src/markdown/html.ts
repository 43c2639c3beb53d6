import { compile } from "micromark";
import { type AssignLevel, findHeadings, type Heading } from "./headings.ts";
import { parseMarkdown } from "./parse.ts";

/** A document as a page shows it. */
export interface Article {
  /** Safe to show: HTML in the text is shown as text, and no link runs a script. */
  readonly html: string;
  /** In order. Empty if the text exceeds the limits in limits.ts and is shown as plain paragraphs. */
  readonly headings: readonly Heading[];
}

type HtmlExtension = NonNullable<
  NonNullable<Parameters<typeof compile>[0]>["htmlExtensions"]
>[number];

/** Markdown (CommonMark) as HTML that is safe to show. Headings get an `id`, so that links can point to them. */
export function renderMarkdown(markdown: string): string {
  return render(markdown, (written) => written).html;
}

/**
 * Markdown as an article under a title that the page has: its headings begin at level 2 and skip none,
 * regardless of the levels that the author used (WCAG 2.2, 1.3.1; technique H42).
 */
export function renderArticle(markdown: string): Article {
  return render(markdown, consecutiveLevels());
}

/** The HTML of `renderArticle` without ids, for a page that shows a second text with the same headings. */
export function renderArticleWithoutIds(markdown: string): string {
  return render(markdown, consecutiveLevels(), false).html;
}

function render(markdown: string, assignLevel: AssignLevel, hasIds = true): Article {
  const events = parseMarkdown(markdown);
  if (events === undefined) return { html: plainParagraphs(markdown), headings: [] };
  const headings = findHeadings(events, assignLevel);
  const html = compile({ htmlExtensions: [headingExtension(headings, hasIds)] })(events);
  return { html, headings };
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

/** Replaces micromark's handlers of headings, so that they write our levels and ids. */
function headingExtension(headings: readonly Heading[], hasIds: boolean): HtmlExtension {
  let next = 0;
  function openingTag(): string {
    const heading = headings[next];
    return `<h${heading?.level}${hasIds ? ` id="${heading?.id}"` : ""}>`;
  }
  function closingTag(): string {
    const tag = `</h${headings[next]?.level}>`;
    next += 1;
    return tag;
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

/** Text between blank lines as paragraphs, with its Markdown as it is written. */
function plainParagraphs(markdown: string): string {
  return markdown
    .split(/(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join("\n");
}

const escapeHtml = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
