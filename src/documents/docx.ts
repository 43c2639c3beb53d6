import { renderArticle } from "../markdown/html.ts";
import {
  documentPart,
  type Links,
  link,
  paragraph,
  run,
} from "../transcripts/formats/docx-elements.ts";
import { packWordDocument, wordContentType } from "../transcripts/formats/docx-package.ts";
import { writeBlocks } from "./docx-blocks.ts";
import { listNumbers, numberingPart } from "./docx-lists.ts";
import { wordPictures } from "./docx-pictures.ts";
import { factLines } from "./facts.ts";
import type { DocumentFormat, DocumentSource } from "./source.ts";
import { parseArticle } from "./tree.ts";

/** Word's format: headings in its outline, lists, tables, footnotes and pictures, each run with its language. */
export const wordFormat: DocumentFormat = {
  extension: "docx",
  contentType: wordContentType,
  saved: true,
  embedsPictures: true,
  render(source) {
    const links: Links = new Map();
    const lists = listNumbers();
    const shown = wordPictures(source);
    const { labels, names, pictures } = source;
    const article = renderArticle(source.markdown, { names, labels, pictures });
    const blocks = writeBlocks(parseArticle(article.html), {
      text: source,
      links,
      lists,
      pictures: shown,
      drawings: { count: 0 },
      pageUrl: source.pageUrl,
    });
    const body = header(source) + blocks + footer(source, links);
    return packWordDocument(documentPart(body, source.direction), links, source, {
      numbering: numberingPart(lists),
      media: [...shown.values()],
    });
  },
};

function header(source: DocumentSource): string {
  const { name, publisher, notice, contentWarning, labels } = source;
  const warning =
    contentWarning === undefined ? [] : [`${labels.contentWarning}: ${contentWarning}`];
  const lines = [publisher, notice ?? "", ...warning].filter((line) => line !== "");
  return [
    paragraph(source, run(source, name), "Title"),
    ...lines.map((line) => paragraph(source, run(source, line), "Subtitle")),
  ].join("");
}

function footer(source: DocumentSource, links: Links): string {
  const lines = factLines(source).map(({ label, value, url }) => {
    const before = label === "" ? "" : run(source, `${label}: `);
    if (url === undefined) return before + run(source, value);
    return before + (value === url ? "" : run(source, `${value} `)) + link(source, url, url, links);
  });
  return paragraph(source, "") + lines.map((line) => paragraph(source, line, "Subtitle")).join("");
}
