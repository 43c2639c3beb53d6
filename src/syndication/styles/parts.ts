import { memoize } from "../../i18n/memoize.ts";
import { stringsIn } from "../../i18n/strings.ts";
import { formatMoment } from "../../records/moment.ts";
import type { Citation } from "../citation.ts";
import { italic, type ReferencePart, value, words } from "./style.ts";

/** The strings of a citation's own words. */
export const stringsOf = ({ labelLanguage }: Citation) => stringsIn(labelLanguage);

/**
 * The title: for a work in another language the original first, then the translation in brackets, as all three
 * styles ask.
 */
export function titleParts(
  { title, originalTitle }: Citation,
  styled: (text: string) => ReferencePart[] = (text) => [italic(text)],
): ReferencePart[] {
  if (originalTitle === undefined) return styled(title);
  // A translation that isn't the publisher's own is in brackets already (DESIGN 4).
  const translation = /^\[.*\]$/s.test(title) ? title.slice(1, -1) : title;
  return [...styled(originalTitle), words(" ["), value(translation), words("]")];
}

/** A title in quotation marks; in English a period stands before the closing mark. */
export function quotedTitle(citation: Citation): ReferencePart[] {
  const isEnglish = citation.labelLanguage === "en" && citation.originalTitle === undefined;
  return titleParts(citation, (text) => {
    const ended = isEnglish ? text.replace(/(?<![.?!\u2026”])(”?)$/, ".$1") : text;
    return [value(inQuotes(ended, citation))];
  });
}

/** The marks of a quotation within another one. */
const innerMarks: Readonly<Record<string, string>> = { "“": "‘", "”": "’", "«": "“", "»": "”" };

/** A title in the quotation marks of the citation's language; those within it become inner ones. */
function inQuotes(title: string, citation: Citation): string {
  const { quoted } = stringsOf(citation);
  const marks = quoted("");
  return quoted(
    title.replace(/[“”«»]/g, (mark) => (marks.includes(mark) ? (innerMarks[mark] ?? "") : mark)),
  );
}

/** “A, B, and C” in the citation's language; `short` has the sign & in English. */
export function listNames(
  names: readonly string[],
  { labelLanguage }: Citation,
  style: "long" | "short",
): string {
  return (style === "long" ? longListsIn : shortListsIn)(labelLanguage).format(names);
}

const longListsIn = memoize((language) => new Intl.ListFormat(language, { style: "long" }));
const shortListsIn = memoize((language) => new Intl.ListFormat(language, { style: "short" }));

/** “Translated by Mai Tran”, for MLA and Chicago. Nothing if nobody is named. */
export function translatedBy(citation: Citation): ReferencePart[] {
  const { translators } = citation;
  if (translators.length === 0) return [];
  const names = listNames(translators, citation, "long");
  return [value(stringsOf(citation).citing.translatedBy(names))];
}

/** The year in Latin digits, as in the rest of the reference. */
export const yearOf = ({ date }: Citation) => (date === undefined ? undefined : String(date[0]));

/** “May 3” in the citation's language, in Latin digits. */
export function monthAndDay({ date, labelLanguage }: Citation): string | undefined {
  return date && daysIn(labelLanguage).format(new Date(Date.UTC(...monthFirst(date))));
}

/** “May 3, 2024” in the citation's language, in Latin digits. */
export function fullDate({ date, labelLanguage }: Citation): string | undefined {
  return date && datesIn(labelLanguage).format(new Date(Date.UTC(...monthFirst(date))));
}

const monthFirst = ([year, month, day]: NonNullable<Citation["date"]>) =>
  [year, month - 1, day] as const;

const daysIn = memoize(
  (language) =>
    new Intl.DateTimeFormat(`${language}-u-nu-latn`, {
      month: "long",
      day: "numeric",
      timeZone: "UTC",
    }),
);
const datesIn = memoize(
  (language) =>
    new Intl.DateTimeFormat(`${language}-u-nu-latn`, { dateStyle: "long", timeZone: "UTC" }),
);

/** A mention in a text: its parts in parentheses, without those that the citation doesn't have. */
export function mention(parts: readonly (string | undefined)[], citation: Citation): string {
  const text = `(${joinKnown(parts, citation)})`;
  // In English a comma stands before the closing mark.
  return citation.labelLanguage === "en" ? text.replace(/(’?”), /, ",$1 ") : text;
}

/** The title as a mention in a text has it. @param isQuoted whether the reference has it in quotation marks */
export function mentionedTitle(citation: Citation, isQuoted: boolean): string {
  const title = citation.originalTitle ?? citation.title;
  return isQuoted ? inQuotes(title, citation) : title;
}

/** The parts that are known, with the separator of lists in the citation's language. */
export function joinKnown(parts: readonly (string | undefined)[], citation: Citation): string {
  return parts.filter((part) => part !== undefined).join(stringsOf(citation).listSeparator);
}

/** Whether everyone who is named directed the work, and not wrote it. */
export function areDirectors({ authors, directors }: Citation): boolean {
  return authors.length > 0 && authors.every((name) => directors.includes(name));
}

/** The authors who didn't direct the work. */
export const writersOf = ({ authors, directors }: Citation): string[] =>
  authors.filter((name) => !directors.includes(name));

/** The cited moment as a clock: `1:05`. */
export const clockOf = ({ moment }: Citation) =>
  moment === undefined ? undefined : formatMoment(moment);

/** The medium in the citation's language; undefined for a text. */
export function mediumOf(citation: Citation): string | undefined {
  const { kind } = citation;
  return kind === "document" ? undefined : stringsOf(citation).citing.media[kind];
}
