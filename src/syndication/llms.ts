import { toLine } from "../i18n/line.ts";

/** A work in the list, with its texts as Markdown. */
export interface LlmsWork {
  readonly title: string;
  readonly description: string | undefined;
  /** The address of its page. */
  readonly url: string;
  readonly texts: readonly LlmsText[];
}

/** A text in a language. Programs that read the list without its levels know it by its own title. */
interface LlmsText {
  readonly title: string;
  readonly language: string;
  readonly url: string;
}

export interface LlmsPage {
  readonly name: string;
  readonly description: string | undefined;
  readonly works: readonly LlmsWork[];
  /** Fixed addresses: the API, the sitemap. */
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** The address of the next works; undefined on the last page. */
  readonly next: string | undefined;
}

/** How much of a description the list has, in characters. */
const maxDescriptionLength = 200;

/**
 * What the library has, for language models and other programs that read text (https://llmstxt.org: a heading, a
 * quotation, and lists of links under headings of the second level).
 */
export function writeLlms({ name, description, works, links, next }: LlmsPage): string {
  const parts = [
    `# ${escapeText(name)}`,
    ...(description === undefined ? [] : [`> ${escapeText(description)}`]),
    `## Works\n\n${works.map(workLines).join("\n")}`,
    ...(next === undefined ? [] : [`## More works\n\n- ${link("The next works", next)}`]),
    `## Optional\n\n${links.map(({ title, url }) => `- ${link(title, url)}`).join("\n")}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function workLines({ title, description, url, texts }: LlmsWork): string {
  const about = description === undefined ? "" : `: ${escapeText(truncate(description))}`;
  const lines = texts.map((text) => `  - ${link(text.title, text.url)}: ${text.language}`);
  return [`- ${link(title, url)}${about}`, ...lines].join("\n");
}

/** Readers of llms.txt end a title at its first square bracket, escaped or not. */
const link = (text: string, url: string) =>
  `[${escapeText(text.replaceAll("[", "(").replaceAll("]", ")"))}](${url})`;

/** One line in which nothing is markup. */
function escapeText(text: string): string {
  return toLine(text).replace(/[\\`*_[\]<>#!|~&]/g, "\\$&");
}

function truncate(text: string): string {
  const characters = [...text];
  if (characters.length <= maxDescriptionLength) return text;
  return `${characters.slice(0, maxDescriptionLength - 1).join("")}…`;
}
