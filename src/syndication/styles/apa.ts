import type { Citation } from "../citation.ts";
import {
  areDirectors,
  clockOf,
  joinKnown,
  listNames,
  mediumOf,
  mention,
  mentionedTitle,
  monthAndDay,
  stringsOf,
  titleParts,
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

/** A reference names all authors up to this number (APA Style, 7th edition, 9.8). */
const maxAuthors = 20;

/** APA Style, 7th edition: `Mai Tran (Director). (2024, May 3). Title [Video]. Publisher. URL`. */
export const apa: CitationStyle = {
  name: "APA",
  reference(citation) {
    const { authors, publisher } = citation;
    const people = authors.length === 0 ? [] : [peopleOf(citation)];
    const title = titleWithMedium(citation);
    const date = [words("("), words(dateOf(citation)), words(")")];
    // Without authors the title takes their place before the date.
    const sentences = people.length === 0 ? [title, date] : [...people, date, title];
    return joinParts(
      [
        ...[...sentences, seriesOf(citation)].map(endSentence),
        // A publisher that is the author isn't named twice.
        publisher === undefined || authors.includes(publisher)
          ? []
          : endSentence([value(publisher)]),
        [url(citation.url)],
      ],
      " ",
    );
  },
  inText(citation) {
    const { authors, series } = citation;
    const strings = stringsOf(citation);
    const [first = mentionedTitle(citation, series !== undefined)] = authors;
    const who =
      authors.length > 2
        ? `${first} ${strings.citing.andOthers}`
        : authors.length === 2
          ? listNames(authors, citation, "short")
          : first;
    return mention([who, yearOf(citation) ?? strings.citing.noDate, clockOf(citation)], citation);
  },
};

/** The authors, with the role of those who directed. */
function peopleOf(citation: Citation): ReferencePart[] {
  const { authors, directors } = citation;
  const { citing, listSeparator } = stringsOf(citation);
  const isLabeledOnce = areDirectors(citation);
  const names = authors.map((name) =>
    !isLabeledOnce && directors.includes(name) ? `${name} (${citing.directors(1)})` : name,
  );
  const list =
    names.length > maxAuthors
      ? [...names.slice(0, maxAuthors - 1), `… ${names.at(-1)}`].join(listSeparator)
      : listNames(names, citation, "short");
  return isLabeledOnce
    ? [value(list), words(` (${citing.directors(authors.length)})`)]
    : [value(list)];
}

function dateOf(citation: Citation): string {
  const { citing } = stringsOf(citation);
  return joinKnown([yearOf(citation) ?? citing.noDate, monthAndDay(citation)], citation);
}

/** The title is in italics unless the work is a part of a series, whose title is then. */
function titleWithMedium(citation: Citation): ReferencePart[] {
  const isPart = citation.series !== undefined;
  const title = titleParts(citation, (text) => [isPart ? value(text) : italic(text)]);
  const medium = mediumOf(citation);
  return [
    ...title,
    ...translatorsOf(citation),
    ...(medium === undefined ? [] : [words(` [${medium}]`)]),
  ];
}

/** ` (Mai Tran, Trans.)` */
function translatorsOf(citation: Citation): ReferencePart[] {
  const { translators } = citation;
  if (translators.length === 0) return [];
  const { citing, listSeparator } = stringsOf(citation);
  return [
    words(" ("),
    value(listNames(translators, citation, "short")),
    words(`${listSeparator}${citing.translatorAbbreviation})`),
  ];
}

function seriesOf(citation: Citation): ReferencePart[] {
  if (citation.series === undefined) return [];
  const [before = "", after = ""] = stringsOf(citation).citing.partOf("\0").split("\0");
  return [words(before), italic(citation.series), words(after)];
}
