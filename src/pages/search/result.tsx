import type { SearchPassage, SearchResult } from "../../api/public/search-results.ts";
import { PlaceInSeries } from "../../components/cards.tsx";
import { isSuppliedTitle, shownTitle } from "../../components/supplied-title.ts";
import { FallbackLabel, langAttributes, Text } from "../../components/text.tsx";
import { formatDuration } from "../../i18n/format.ts";
import { nameOfLanguageIn } from "../../i18n/names.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { searchPath } from "../../records/addresses.ts";
import { formatMoment } from "../../records/moment.ts";
import type { Reader } from "../../records/reader.ts";
import type { HighlightedText } from "../../search/highlights.ts";
import { Highlighted } from "./highlighted.tsx";

interface SearchResultEntryProps {
  readonly result: SearchResult;
  /** The query as the reader wrote it. */
  readonly query: string;
  readonly reader: Reader;
}

/** A work that was found, with the passages that match the query. */
export function SearchResultEntry({ result, query, reader }: SearchResultEntryProps) {
  const { item, name, description, also, language } = result;
  // No label if the title above is already labeled with the same language.
  const needsLanguageLabel =
    result.passages.length > 0 &&
    baseLanguage(language) !== reader.language &&
    name.text.language !== language;
  return (
    <article class="search-result">
      <Kind result={result} reader={reader} />
      <h2>
        <a href={result.path} {...langAttributes(name.text.language, reader)}>
          <Highlighted
            pieces={isSuppliedTitle(name.text.value) ? withoutEnds(name.pieces) : name.pieces}
          />
        </a>{" "}
        <FallbackLabel text={name.text} reader={reader} />
      </h2>
      {isSuppliedTitle(name.text.value) && (
        <p class="facts supplied">{reader.strings.suppliedTitle}</p>
      )}
      {needsLanguageLabel && (
        <p>
          <span class="label">
            {reader.strings.inLanguage(nameOfLanguageIn(language, reader.language))}
          </span>
        </p>
      )}
      {description !== undefined && (
        <p class="summary" {...langAttributes(result.descriptionLanguage, reader)}>
          <Highlighted pieces={description} />
        </p>
      )}
      {also !== undefined && (
        <p class="facts" {...langAttributes(item.inLanguage, reader)}>
          <Highlighted pieces={also} />
        </p>
      )}
      {result.passages.length > 0 && (
        <ul class="passages">
          {result.passages.map((passage) => (
            <Passage passage={passage} result={result} reader={reader} />
          ))}
        </ul>
      )}
      {item.kind === "Series" && (
        <p>
          <a href={searchPath(reader.language, { q: query, series: item.slug })}>
            {reader.strings.searchSeries}
          </a>
        </p>
      )}
    </article>
  );
}

/** The pieces of a title without its brackets. */
function withoutEnds(pieces: readonly HighlightedText[]): readonly HighlightedText[] {
  const shortened = pieces.map(({ text, hit }, index) => ({
    text: text.slice(index === 0 ? 1 : 0, index === pieces.length - 1 ? -1 : undefined),
    hit,
  }));
  return shortened.filter(({ text }) => text !== "");
}

/** What was found: “Episode 2 · How Did We Get Here? · 38 seconds”, “Film · 38 seconds”, “Document”. */
function Kind({ result, reader }: Pick<SearchResultEntryProps, "result" | "reader">) {
  const { item, seriesName } = result;
  const { strings, language } = reader;
  if (!("duration" in item)) {
    return <p class="kicker">{item.kind === "Series" ? strings.series : strings.document}</p>;
  }
  return (
    <p class="kicker facts">
      <PlaceInSeries
        item={item}
        seriesTitle={shownTitle(seriesName)}
        isSound={item.isSound === true}
        reader={reader}
      />
      <span>{formatDuration(item.duration, language)}</span>
    </p>
  );
}

interface PassageProps extends Pick<SearchResultEntryProps, "result" | "reader"> {
  readonly passage: SearchPassage;
}

/** A passage as a link that plays the film there, or opens the document or its PDF at that place. */
function Passage({ passage, result, reader }: PassageProps) {
  const { start, page } = passage;
  const { strings } = reader;
  const file = reader.choose(passage.fileName, result.item.inLanguage);
  return (
    <li>
      <a href={passage.path} {...langAttributes(result.language, reader)}>
        {(start ?? page) !== undefined && (
          <>
            <span class="moment" lang={reader.language} dir={reader.direction}>
              {start !== undefined && (
                <>
                  <span class="visually-hidden">{strings.playFrom(formatMoment(start))}: </span>
                  <span aria-hidden="true">{formatMoment(start)}</span>
                </>
              )}
              <Text text={file} reader={reader} />
              {file && " · "}
              {page !== undefined && strings.pdfPage(page)}
            </span>{" "}
          </>
        )}
        <span class="passage-text">
          <Highlighted pieces={passage.pieces} />
        </span>
      </a>
    </li>
  );
}
