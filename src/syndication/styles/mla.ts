import type { Citation } from "../citation.ts";
import {
  clockOf,
  fullDate,
  listNames,
  mediumOf,
  mention,
  mentionedTitle,
  monthAndDay,
  quotedTitle,
  stringsOf,
  titleParts,
  translatedBy,
  writersOf,
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

/** MLA Handbook, 9th edition: `Title. Directed by Mai Tran, Video, Publisher, 3 May 2024, URL.` */
export const mla: CitationStyle = {
  name: "MLA",
  reference(citation) {
    const { directors, series, publisher } = citation;
    const { citing, listSeparator } = stringsOf(citation);
    // A film begins with its title, and names who directed it after that.
    const writers = writersOf(citation);
    const directed =
      directors.length === 0 ? [] : [value(citing.directedBy(shortList(directors, citation)))];
    const translated = translatedBy(citation);
    const medium = mediumOf(citation);
    const date = dayOfPublication(citation);
    const details = [
      series === undefined ? [] : [italic(series)],
      series === undefined ? directed : directed.map(lowerFirst),
      series === undefined && directed.length === 0 ? translated : translated.map(lowerFirst),
      medium === undefined ? [] : [words(medium)],
      publisher === undefined ? [] : [value(publisher)],
      date === undefined ? [] : [words(date)],
      [url(citation.url)],
    ];
    return joinParts(
      [
        writers.length === 0 ? [] : endSentence([value(shortList(writers, citation))]),
        endSentence(series === undefined ? titleParts(citation) : quotedTitle(citation)),
        endSentence(joinParts(details, listSeparator)),
      ],
      " ",
    );
  },
  inText(citation) {
    const writers = writersOf(citation);
    const who =
      writers.length === 0
        ? mentionedTitle(citation, citation.series !== undefined)
        : writers.length > 2
          ? `${writers[0]} ${stringsOf(citation).citing.andOthers}`
          : listNames(writers, citation, "long");
    return mention([who, clockOf(citation)], citation);
  },
};

/** Up to two names, or the first and “et al.” (MLA Handbook, 5.7 and 5.8). */
function shortList(names: readonly string[], citation: Citation): string {
  const { citing, listSeparator } = stringsOf(citation);
  const [first = ""] = names;
  return names.length > 2
    ? `${first}${listSeparator}${citing.andOthers}`
    : listNames(names, citation, "long");
}

/** “3 May 2024”: English months of more than four letters are abbreviated (MLA Handbook, appendix 1). */
function dayOfPublication(citation: Citation): string | undefined {
  if (citation.labelLanguage !== "en" || citation.date === undefined) return fullDate(citation);
  const [, , day] = citation.date;
  const [month = ""] = monthAndDay(citation)?.split(" ") ?? [];
  const short = month === "September" ? "Sept." : `${month.slice(0, 3)}.`;
  return `${day} ${month.length > 4 ? short : month} ${yearOf(citation)}`;
}

function lowerFirst(part: ReferencePart): ReferencePart {
  return { ...part, text: part.text.charAt(0).toLowerCase() + part.text.slice(1) };
}
