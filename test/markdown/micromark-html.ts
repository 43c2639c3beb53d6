import { micromark } from "micromark";
import { gfmStrikethroughHtml } from "micromark-extension-gfm-strikethrough";
import { gfmTableHtml } from "micromark-extension-gfm-table";
import { syntaxExtensions } from "../../src/markdown/extensions.ts";

/** micromark's own HTML, its tables as ours: without `align`, and with the scope of headings. */
const toHtml = (markdown: string) =>
  micromark(markdown, {
    extensions: syntaxExtensions,
    htmlExtensions: [gfmTableHtml(), gfmStrikethroughHtml()],
  })
    .replace(/<th(?=[ >])/g, '<th scope="col"')
    .replace(/(<t[hd][^>]*) align="([a-z]+)"/g, '$1 class="align-$2"');

const references: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** What `renderMarkdown` and `plainTextOfMarkdown` are compared with: regular expressions over micromark's HTML. */
export function htmlWithHeadingIds(markdown: string): string {
  const used = new Set(["cite", "content", "contents", "related"]);
  return toHtml(markdown).replace(
    /<h([1-6])>([\s\S]*?)<\/h\1>/g,
    (_, level: string, content: string) => {
      const words = decode(content.replace(/<[^>]*>/g, ""))
        .normalize("NFC")
        .toLowerCase();
      const base = words.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "part";
      let id = base;
      for (let count = 2; used.has(id); count += 1) id = `${base}-${count}`;
      used.add(id);
      return `<h${level} id="${id}">${content}</h${level}>`;
    },
  );
}

/** The text of micromark's HTML in one line. */
export function textOfHtml(markdown: string): string {
  const html = toHtml(markdown);
  return decode(html.replace(/<\/?(?:em|strong|code|del|a)\b[^>]*>/g, "").replace(/<[^>]*>/g, " "));
}

function decode(text: string): string {
  return text
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => references[name] ?? "")
    .replace(/\s+/g, " ")
    .trim();
}
