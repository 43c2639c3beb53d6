import { directionOf } from "../../i18n/direction.ts";
import type { LocalText } from "../../i18n/fallback.ts";
import { toLine } from "../../i18n/line.ts";
import { nameOfLanguage, nameOfLanguageIn } from "../../i18n/names.ts";
import { noLanguage } from "../../i18n/tag.ts";
import type { Reader } from "../../records/reader.ts";
import type { FeedDocument, FeedEpisode } from "../../records/views.ts";
import { escapeXml } from "../xml.ts";

/**
 * What a feed says about a work. RSS programs read descriptions as HTML (RSS Advisory Board, “Best Practices
 * Profile”), so texts are escaped for HTML here, and for XML when they are written.
 */
export interface FeedDescription {
  /** One line without elements. */
  readonly summary: string;
  /** Paragraphs: warning, description, languages, and the link of the work's own page. */
  readonly html: string;
}

/** @param languages that the work can be followed in. @param page the absolute address of its page */
export function describeForFeed(
  record: FeedEpisode | FeedDocument,
  languages: readonly string[],
  reader: Reader,
  page: string,
): FeedDescription {
  const { strings } = reader;
  const warning = reader.choose(record.contentWarning, record.inLanguage);
  const about = reader.choose(record.description, record.inLanguage);
  const spoken = languages.filter((tag) => tag !== noLanguage).map(nameOfLanguage);
  const label = record.kind === "Episode" ? strings.openFilmPage : page;
  return {
    summary: [warning && `${strings.contentWarning}: ${warning.value}`, about?.value]
      .flatMap((text) => (text === undefined ? [] : [escapeXml(toLine(text))]))
      .join(" – "),
    html: [
      paragraph(warning, reader, strings.contentWarning),
      paragraph(about, reader),
      spoken.length === 0
        ? ""
        : `<p>${escapeXml(`${strings.languages}: ${spoken.join(strings.listSeparator)}`)}</p>`,
      `<p><a href="${escapeXml(page)}">${escapeXml(label)}</a></p>`,
    ].join(""),
  };
}

/** A text with its language and direction if it isn't in the reader's language, and with a label that says so. */
function paragraph(text: LocalText | undefined, reader: Reader, heading?: string): string {
  if (text === undefined) return "";
  const { language, fellBack, value } = text;
  const before = heading === undefined ? "" : `<strong>${escapeXml(heading)}:</strong> `;
  const line = escapeXml(toLine(value));
  if (!fellBack) return `<p>${before}${line}</p>`;
  const label = reader.strings.textLanguage(nameOfLanguageIn(language, reader.language));
  const attributes = `lang="${escapeXml(language)}" dir="${directionOf(language)}"`;
  return `<p>${before}<span ${attributes}>${line}</span> (${escapeXml(label)})</p>`;
}
