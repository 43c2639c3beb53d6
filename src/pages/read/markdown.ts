import { micromark } from "micromark";

/** A document as a page shows it. */
export interface Article {
  /** Safe to show: HTML in the text comes out as text, and a link leads nowhere that runs script. */
  readonly html: string;
  /** In order. */
  readonly headings: readonly Heading[];
}

export interface Heading {
  /** From 2: the page's own title is the first. */
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** Ids that pages have already. */
const taken = ["cite", "content", "contents", "related"];

/** Markdown (CommonMark) as HTML that is safe to show. Headings get an `id`, so that they can be linked to. */
export function renderMarkdown(markdown: string): string {
  return withHeadings(markdown, (written) => written).html;
}

/**
 * Markdown as an article under a title of the page's own: its headings begin at the second level and skip
 * none, whichever levels its author took (WCAG 2.2, 1.3.1; technique H42).
 */
export function readArticle(markdown: string): Article {
  const open: number[] = [];
  return withHeadings(markdown, (written) => {
    while ((open.at(-1) ?? 0) >= written) open.pop();
    open.push(written);
    return Math.min(open.length + 1, 6);
  });
}

function withHeadings(markdown: string, levelOf: (written: number) => number): Article {
  const used = new Set(taken);
  const headings: Heading[] = [];
  const html = micromark(markdown).replace(
    /<h([1-6])>([\s\S]*?)<\/h\1>/g,
    (_, written: string, content: string) => {
      const text = textOf(content);
      const level = levelOf(Number(written));
      const id = uniqueId(text, used);
      headings.push({ level, id, text });
      return `<h${level} id="${id}">${content}</h${level}>`;
    },
  );
  return { html, headings };
}

const references: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** What a piece of micromark's HTML says; it writes no other references than these four. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => references[name] ?? "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The heading's own words, in any script, as GitHub has them: the same text has the same id forever. */
function uniqueId(heading: string, used: Set<string>): string {
  const words = heading.normalize("NFC").toLowerCase();
  const base = words.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "part";
  let id = base;
  for (let count = 2; used.has(id); count += 1) id = `${base}-${count}`;
  used.add(id);
  return id;
}
