import { isolateInHtml } from "../../i18n/left-to-right.ts";
import { formatMoment } from "../../records/moment.ts";
import { pairedChapters } from "../alignment/pairs.ts";
import type { Paragraph } from "../paragraphs.ts";
import type { SpokenText, TranscriptFormat, TranscriptSource } from "./format.ts";
import {
  filmNames,
  groupIntoRuns,
  machineMadeNotices,
  momentUrl,
  paragraphsOf,
  rightsOf,
} from "./lines.ts";
import { escapeMarkup } from "./markup.ts";
import { transcriptPageStyle } from "./print-style.ts";

/** A page without other files, styled for the screen and for print, for example as a handout. */
export const htmlFormat: TranscriptFormat = {
  extension: "html",
  contentType: "text/html; charset=utf-8",
  render(source) {
    return transcriptPage(source, transcriptBody(source));
  },
};

/** A transcript's text, of a pair as tables. */
export function transcriptBody(source: TranscriptSource): string {
  if (source.secondary !== undefined) return pairTables(source, source.secondary);
  const paragraphs = paragraphsOf(source, source.options);
  const html = paragraphs.map((paragraph) => section(paragraph, source)).join("\n");
  return isolateInHtml(html, source.direction);
}

/** The page around a transcript's text, or around other content about the same film. */
export function transcriptPage(
  source: TranscriptSource,
  main: string,
  pageKind = source.labels.transcript,
): string {
  const { labels, language, direction } = source;
  const [name = "", ...otherNames] = filmNames(source).map(escapeMarkup);
  const address = escapeMarkup(source.watchUrl);
  const canonical = escapeMarkup(source.address ?? source.watchUrl);
  const kind = [pageKind, languageNames(source)].filter(Boolean).join(" · ");
  const lines = [
    ...otherNames.map(
      (other) => `<p class="name" ${languageAttributes(source.secondary ?? source)}>${other}</p>`,
    ),
    `<p>${escapeMarkup(kind)}</p>`,
    ...machineMadeNotices(source).map((line) => `<p>${escapeMarkup(line)}</p>`),
    ...correctionLines(source),
  ];
  const facts = rightsOf(source).map(({ label, value, url }) => {
    const shown = `<bdi>${escapeMarkup(value)}</bdi>`;
    const linked =
      url === undefined ? shown : `<a rel="license" href="${escapeMarkup(url)}">${shown}</a>`;
    return `\n<p>${escapeMarkup(label)}: ${linked}</p>`;
  });
  return `<!doctype html>
<html ${languageAttributes({ language, direction })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name} – ${escapeMarkup(pageKind)}</title>
<link rel="canonical" href="${canonical}">
<style>${transcriptPageStyle}</style>
</head>
<body>
<header>
<h1>${isolateInHtml(name, direction)}</h1>
${lines.join("\n")}
</header>
<main>
${main}
</main>
<footer>
<p>${isolateInHtml(escapeMarkup(source.citation), direction)}</p>
<p>${escapeMarkup(labels.source)}: <a href="${address}"><bdi>${address}</bdi></a></p>${facts.join("")}
</footer>
</body>
</html>
`;
}

/** The line about the last correction. The page of corrections itself has none. */
function correctionLines({ correction }: TranscriptSource): string[] {
  if (correction === undefined) return [];
  const { line, link, url } = correction;
  return [
    `<p>${escapeMarkup(line)} · <a href="${escapeMarkup(url)}">${escapeMarkup(link)}</a></p>`,
  ];
}

/** A pair: a table of two columns for each chapter, each cell with its language. */
function pairTables(source: TranscriptSource, secondary: SpokenText): string {
  const head = [source, secondary].map(
    (text) => `<th scope="col" ${languageAttributes(text)}>${escapeMarkup(text.languageName)}</th>`,
  );
  const cell = (text: SpokenText, paragraphs: readonly Paragraph[]) =>
    `<td ${languageAttributes(text)}>${isolateInHtml(paragraphs.map((paragraph) => htmlParagraph(paragraph, source)).join(""), text.direction)}</td>`;
  const tables = pairedChapters(source, secondary).map(({ names, rows }) => {
    const heading = names.length === 0 ? "" : `<h2>${headingOf(names, source, secondary)}</h2>\n`;
    const lines = rows.map(
      ({ first, second }) => `<tr>${cell(source, first)}${cell(secondary, second)}</tr>`,
    );
    return `${heading}<table>
<thead><tr>${head.join("")}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody>
</table>`;
  });
  return tables.join("\n");
}

/** A chapter's names, each marked with its language. */
function headingOf(names: readonly string[], source: SpokenText, secondary: SpokenText): string {
  const texts = [source, secondary];
  return names
    .map(
      (name, index) =>
        `<span ${languageAttributes(texts[index] ?? source)}>${escapeMarkup(name)}</span>`,
    )
    .join(" / ");
}

/** A paragraph, after its chapter's heading if it is the chapter's first. */
function section(paragraph: Paragraph, source: TranscriptSource): string {
  const { chapter } = paragraph;
  const heading = chapter === undefined ? "" : `<h2>${escapeMarkup(chapter)}</h2>\n`;
  return heading + htmlParagraph(paragraph, source);
}

/** A paragraph with its time (optional) and speaker; sounds are in italics. */
function htmlParagraph(paragraph: Paragraph, { watchUrl, options }: TranscriptSource): string {
  const { speaker, startTime, segments } = paragraph;
  const href = escapeMarkup(momentUrl(watchUrl, startTime));
  const moment = options.times
    ? `<a class="moment" href="${href}">${formatMoment(startTime)}</a> `
    : "";
  const speakerName = speaker === undefined ? "" : `<b><bdi>${escapeMarkup(speaker)}</bdi>:</b> `;
  const runs = groupIntoRuns(segments).map(({ separator, text, sound }) => {
    const escaped = escapeMarkup(text);
    return separator + (sound ? `<i>${escaped}</i>` : escaped);
  });
  return `<p>${moment}${speakerName}${runs.join("")}</p>`;
}

/** The `lang` and `dir` attributes of an element. */
export function languageAttributes(text: { language: string; direction: string }): string {
  return `lang="${escapeMarkup(text.language)}" dir="${text.direction}"`;
}

function languageNames({ languageName, secondary }: TranscriptSource): string {
  return secondary === undefined ? languageName : `${languageName} · ${secondary.languageName}`;
}
