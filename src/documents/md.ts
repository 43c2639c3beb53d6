import { beginsWithTitle } from "../markdown/html.ts";
import { findPictures } from "../markdown/pictures.ts";
import { escapeMarkdown } from "../transcripts/formats/md.ts";
import { factLines } from "./facts.ts";
import type { DocumentFormat, DocumentSource } from "./source.ts";

/** The text as it was published, its title above and its source below; pictures have their absolute addresses. */
export const markdownFormat: DocumentFormat = {
  extension: "md",
  // RFC 7763
  contentType: "text/markdown; charset=utf-8; variant=GFM",
  render(source) {
    const { name, notice, contentWarning, labels } = source;
    const above = [
      ...(beginsWithTitle(source.markdown, source.names) ? [] : [`# ${escapeMarkdown(name)}`]),
      ...(notice === undefined ? [] : [`*${escapeMarkdown(notice)}*`]),
      ...(contentWarning === undefined
        ? []
        : [`**${escapeMarkdown(labels.contentWarning)}** ${escapeMarkdown(contentWarning)}`]),
    ];
    const below = factLines(source).map(({ label, value, url }) => {
      const before = label === "" ? "" : `${escapeMarkdown(label)}: `;
      const address = url === undefined ? "" : `<${url}>`;
      return before + (value === url ? address : [escapeMarkdown(value), address].join(" ").trim());
    });
    const text = withAddresses(source).trim();
    return `${[...above, text, "---", below.join("  \n")].join("\n\n")}\n`;
  },
};

/** The text with the absolute address of each of its pictures. */
function withAddresses({ markdown, pictures }: DocumentSource): string {
  let text = "";
  let end = 0;
  for (const { name, destination } of findPictures(markdown)) {
    const picture = name === undefined ? undefined : pictures.get(name);
    if (picture === undefined || destination === undefined || destination.start < end) continue;
    text += markdown.slice(end, destination.start) + picture.src;
    end = destination.end;
  }
  return text + markdown.slice(end);
}
