import type { Citation } from "../citation.ts";
import {
  areDirectors,
  clockOf,
  fullDate,
  listNames,
  mediumOf,
  mention,
  mentionedTitle,
  quotedTitle,
  stringsOf,
  titleParts,
  translatedBy,
  yearOf,
} from "./parts.ts";
import {
  type CitationStyle,
  endSentence,
  italic,
  joinParts,
  type ReferencePart,
  url,
  value,
  words,
} from "./style.ts";

/** A reference names up to ten authors; of more, the first seven (Chicago Manual of Style, 17th edition, 15.9). */
const maxAuthors = 10;
const namedOfMore = 7;

/** Chicago Manual of Style, author and date: `Mai Tran, dir. 2024. Title. Video. Publisher. URL.` */
export const chicago: CitationStyle = {
  name: "Chicago",
  reference(citation) {
    const { kind, authors, series, publisher } = citation;
    const people = authors.length === 0 ? [] : [peopleOf(citation)];
    const title = isQuoted(citation) ? quotedTitle(citation) : titleParts(citation);
    const date = [words(yearOf(citation) ?? stringsOf(citation).citing.noDate)];
    const medium = mediumOf(citation);
    const day = kind === "document" ? fullDate(citation) : undefined;
    const sentences = [
      ...(people.length === 0 ? [title, date] : [...people, date, title]),
      translatedBy(citation),
      medium === undefined ? [] : [words(medium)],
      series === undefined ? [] : [italic(series)],
      publisher === undefined ? [] : [value(publisher)],
      day === undefined ? [] : [words(day)],
      [url(citation.url)],
    ];
    return joinParts(sentences.map(endSentence), " ");
  },
  inText(citation) {
    const { authors } = citation;
    const strings = stringsOf(citation);
    const [first = mentionedTitle(citation, isQuoted(citation))] = authors;
    const who =
      authors.length > 3
        ? `${first} ${strings.citing.andOthers}`
        : authors.length === 0
          ? first
          : listNames(authors, citation, "long");
    const year = yearOf(citation);
    const named =
      year === undefined
        ? `${who}${strings.listSeparator}${strings.citing.noDate}`
        : `${who} ${year}`;
    return mention([named, clockOf(citation)], citation);
  },
};

/** Whether the title stands in quotation marks, not in italics. */
const isQuoted = ({ kind, series }: Citation) => kind === "document" || series !== undefined;

function peopleOf(citation: Citation): ReferencePart[] {
  const { authors } = citation;
  const { citing, listSeparator } = stringsOf(citation);
  const list =
    authors.length > maxAuthors
      ? [...authors.slice(0, namedOfMore), citing.andOthers].join(listSeparator)
      : listNames(authors, citation, "long");
  return areDirectors(citation)
    ? [value(list), words(listSeparator + citing.directorAbbreviation(authors.length))]
    : [value(list)];
}
