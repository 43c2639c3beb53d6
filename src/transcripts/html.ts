import { formatMoment, momentParameter } from "../library/moment.ts";
import type { TranscriptFormat, TranscriptSource } from "./format.ts";
import { paragraphText } from "./joining.ts";
import { type Paragraph, transcriptFromCues } from "./paragraphs.ts";

/** No font, picture or script from elsewhere: the page can be saved, mailed and printed as it is. */
const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 40rem; padding: 1.5rem; font: 1.125rem/1.6 system-ui, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 0; }
header { border-block-end: 1px solid; margin-block-end: 2rem; padding-block-end: 1rem; }
header p { margin: .25rem 0; overflow-wrap: anywhere; }
main p { margin: 1rem 0; overflow-wrap: break-word; }
.moment { font-variant-numeric: tabular-nums; margin-inline-end: .5em; }
@media print {
  body { font-size: 11pt; max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h2 { break-after: avoid; }
  main p { orphans: 3; widows: 3; }
}
`;

/** A page that stands by itself, set for reading and printing; every moment leads into the film. */
export const html: TranscriptFormat = {
  extension: "html",
  contentType: "text/html; charset=utf-8",
  render(source) {
    const { paragraphs } = transcriptFromCues(source.cues, source.chapters);
    const name = escapeHtml(source.name);
    const address = escapeHtml(source.watchUrl);
    const { transcript, source: from, machineMade } = source.labels;
    const machine = source.origin === "machine" ? `\n<p>${escapeHtml(machineMade)}</p>` : "";
    return `<!doctype html>
<html lang="${escapeHtml(source.language)}" dir="${source.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name} – ${escapeHtml(transcript)}</title>
<link rel="canonical" href="${address}">
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${name}</h1>
<p>${escapeHtml(transcript)} · ${escapeHtml(source.publisher)}</p>
<p>${escapeHtml(from)}: <a href="${address}"><bdi>${address}</bdi></a></p>${machine}
</header>
<main>
${paragraphs.map((paragraph) => renderParagraph(paragraph, source)).join("\n")}
</main>
</body>
</html>
`;
  },
};

function renderParagraph(paragraph: Paragraph, { watchUrl }: TranscriptSource): string {
  const { chapter, speaker, startTime } = paragraph;
  const heading = chapter === undefined ? "" : `<h2>${escapeHtml(chapter)}</h2>\n`;
  const voice = speaker === undefined ? "" : `<b><bdi>${escapeHtml(speaker)}</bdi>:</b> `;
  const moment = `<a class="moment" href="${escapeHtml(momentUrl(watchUrl, startTime))}">${formatMoment(startTime)}</a>`;
  return `${heading}<p>${moment} ${voice}${escapeHtml(paragraphText(paragraph))}</p>`;
}

/** The address of a moment of a film: `t` is added to whatever the address asks already. */
function momentUrl(watchUrl: string, seconds: number): string {
  const [address = "", fragment] = watchUrl.split("#", 2);
  const url = `${address}${address.includes("?") ? "&" : "?"}t=${momentParameter(seconds)}`;
  return fragment === undefined ? url : `${url}#${fragment}`;
}

/** Text as it may stand in HTML, in an element or a quoted attribute. */
function escapeHtml(text: string): string {
  const references: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => references[character] ?? character);
}
