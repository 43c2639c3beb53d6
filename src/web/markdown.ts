import { micromark } from "micromark";

/**
 * Markdown (CommonMark) as HTML that is safe to show: HTML in the text comes out as text, and a link
 * leads nowhere that runs script. Headings get an `id`, so that a paragraph can be linked to.
 */
export function renderMarkdown(markdown: string): string {
  const used = new Set<string>();
  return micromark(markdown).replace(
    /<h([1-6])>(.*?)<\/h\1>/g,
    (_, level: string, text: string) => {
      const id = uniqueId(text, used);
      return `<h${level} id="${id}">${text}</h${level}>`;
    },
  );
}

function uniqueId(heading: string, used: Set<string>): string {
  const words = heading.replace(/<[^>]*>|&[^;]*;/g, "").toLowerCase();
  const base = words.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "part";
  let id = base;
  for (let count = 2; used.has(id); count += 1) id = `${base}-${count}`;
  used.add(id);
  return id;
}
