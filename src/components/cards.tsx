import { directionOf } from "../i18n/direction.ts";
import { formatDate, formatDuration } from "../i18n/format.ts";
import { isInterfaceLanguage } from "../i18n/interface-languages.ts";
import { pagePath } from "../records/addresses.ts";
import {
  isSoundAlone,
  type ListedItem,
  type ListedRecord,
  readingMinutes,
  type WordCounts,
} from "../records/listed.ts";
import type { Reader } from "../records/reader.ts";
import type {
  DocumentRecord,
  EpisodeRecord,
  LibraryItem,
  SeriesRecord,
} from "../records/schema/record.ts";
import { languagesOf } from "../records/tracks.ts";
import { CardPicture } from "./card-picture.tsx";
import { languageLabel } from "./language-label.ts";
import { type ShownTitle, shownTitle, withoutBrackets } from "./supplied-title.ts";
import { FallbackLabel, Passage, Text } from "./text.tsx";

interface EpisodeCardProps {
  readonly item: ListedRecord<EpisodeRecord>;
  readonly reader: Reader;
  /** The series, if the card stands apart from it: its name goes with the episode's number. */
  readonly series?: SeriesRecord | undefined;
  /** Whether the season is named above the card. */
  readonly isInSeason?: boolean | undefined;
  /** Which labels the heading above the cards has said for all of them. */
  readonly said?: SaidLabels | undefined;
}

/** The labels that a heading says for what stands below it. */
export interface SaidLabels {
  /** The language that replaces the reader's in the heading. */
  readonly fallback?: string | undefined;
  /** Whether the titles are supplied by the library. */
  readonly isSupplied: boolean;
}

/** An episode in a list: picture with length, number, title, description, day and languages. */
export function EpisodeCard({ item, reader, series, isInSeason, said }: EpisodeCardProps) {
  const { strings, language } = reader;
  const isSupplied = titleOf(item, reader)?.isSupplied === true && said?.isSupplied !== true;
  return (
    <article class="card">
      <CardPicture item={item} />
      <div class="card-text">
        <p class="facts">
          <PlaceInSeries
            item={item}
            seriesTitle={series && titleOf(series, reader)}
            isSound={isSoundAlone(item)}
            isInSeason={isInSeason}
            reader={reader}
          />
        </p>
        <h3>
          <WorkLink item={item} reader={reader} saidFallback={said?.fallback} />
        </h3>
        <Description item={item} reader={reader} saidFallback={said?.fallback} />
        <p class="facts">
          <span class="visually-hidden">{formatDuration(item.duration, language)}</span>
          {item.datePublished !== undefined && (
            <span>{formatDate(item.datePublished, language)}</span>
          )}
          {isSupplied && <span>{strings.suppliedTitle}</span>}
        </p>
        <LanguageList item={item} reader={reader} />
      </div>
    </article>
  );
}

/** A document in a list: lighter than a film, without a picture. */
export function DocumentEntry({
  item: { record: item, wordCounts },
  reader,
}: {
  readonly item: ListedItem<DocumentRecord>;
  readonly reader: Reader;
}) {
  const isSupplied = titleOf(item, reader)?.isSupplied === true;
  return (
    <article class="entry">
      <h3>
        <WorkLink item={item} reader={reader} />
      </h3>
      <p class="facts">
        <span>{reader.strings.document}</span>
        <ReadingTime wordCounts={wordCounts} original={item.inLanguage} reader={reader} />
        {isSupplied && <span>{reader.strings.suppliedTitle}</span>}
      </p>
      <Description item={item} reader={reader} />
      <LanguageList item={item} reader={reader} />
    </article>
  );
}

/** “4 minutes to read”, if the document's words were counted. */
export function ReadingTime({ wordCounts, original, reader }: ReadingTimeProps) {
  const minutes = readingMinutes(wordCounts, original, reader);
  return minutes === undefined ? null : <span>{reader.strings.readingTime(minutes)}</span>;
}

interface ReadingTimeProps {
  readonly wordCounts: WordCounts | undefined;
  /** The document's own language. */
  readonly original: string;
  readonly reader: Reader;
}

interface WorkLinkProps extends TitleProps {
  readonly saidFallback?: string | undefined;
  /** What follows the page's path: `?t=65`. */
  readonly query?: string;
}

/** A work's title as a link to its page. */
export function WorkLink({ item, reader, saidFallback, query = "" }: WorkLinkProps) {
  const title = titleOf(item, reader);
  return (
    <>
      <a href={pagePath(reader.language, item) + query}>
        <Text text={title} reader={reader} />
      </a>{" "}
      {title?.language !== saidFallback && <FallbackLabel text={title} reader={reader} />}
    </>
  );
}

/** A work's title, with a label if it isn't in the reader's language. */
export function Title({ item, reader }: TitleProps) {
  const title = titleOf(item, reader);
  return (
    <>
      <Text text={title} reader={reader} /> <FallbackLabel text={title} reader={reader} />
    </>
  );
}

/** A work's description. It gets no language label if the title or heading above is labeled with the same language. */
export function Description({
  item,
  reader,
  saidFallback,
}: ItemProps & { readonly saidFallback?: string | undefined }) {
  const text = reader.choose(item.description, item.inLanguage);
  const title = titleOf(item, reader);
  if (text === undefined) return null;
  const isTitleLabeled =
    (title?.fellBack === true && title.language === text.language) ||
    text.language === saidFallback;
  return (
    <Passage
      text={isTitleLabeled ? { ...text, fellBack: false } : text}
      reader={reader}
      class="summary"
    />
  );
}

interface ItemProps {
  readonly item: ListedRecord<LibraryItem>;
  readonly reader: Reader;
}

/** The fields that a title and its link need. */
type TitledItem = Pick<LibraryItem, "kind" | "slug" | "inLanguage" | "name">;

interface TitleProps {
  readonly item: TitledItem;
  readonly reader: Reader;
}

/** A work's title for the reader, as pages show it. */
export function titleOf(item: TitledItem, reader: Reader): ShownTitle | undefined {
  return shownTitle(reader.choose(item.name, item.inLanguage));
}

/** The label of a title that the library supplied, as a line of its own below the title (DESIGN 4). */
export function SuppliedLabel({
  item,
  reader,
  isForAll = false,
}: TitleProps & {
  /** Whether it is said for all titles below, too. */
  readonly isForAll?: boolean;
}) {
  if (titleOf(item, reader)?.isSupplied !== true) return null;
  const { suppliedTitle, suppliedTitles } = reader.strings;
  return <p class="facts supplied">{isForAll ? suppliedTitles : suppliedTitle}</p>;
}

/** The labels that the heading with a series' title says for its episodes: each is said once. */
export function saidLabels(
  series: TitledItem,
  episodes: readonly TitledItem[],
  reader: Reader,
): SaidLabels {
  const title = titleOf(series, reader);
  const isSupplied =
    title?.isSupplied === true &&
    episodes.length > 0 &&
    episodes.every((episode) => titleOf(episode, reader)?.isSupplied === true);
  return { isSupplied, fallback: title?.fellBack === true ? title.language : undefined };
}

/** “Episode 2 · How Did We Get Here? · 38 seconds · November 1, 2026”; the series only if it is given. */
export function EpisodeFacts({
  item,
  reader,
  series,
}: Omit<EpisodeCardProps, "isInSeason" | "said">) {
  const { strings, language } = reader;
  return (
    <p class="facts">
      <PlaceInSeries
        item={item}
        seriesTitle={series && titleOf(series, reader)}
        isSound={isSoundAlone(item)}
        reader={reader}
      />
      <span>{formatDuration(item.duration, language)}</span>
      {item.datePublished !== undefined && <span>{formatDate(item.datePublished, language)}</span>}
      {titleOf(item, reader)?.isSupplied === true && <span>{strings.suppliedTitle}</span>}
    </p>
  );
}

interface PlaceInSeriesProps extends Pick<EpisodeCardProps, "reader" | "isInSeason"> {
  readonly item: Pick<EpisodeRecord, "season" | "episode">;
  /** The title of the series, unless it stands above. */
  readonly seriesTitle: ShownTitle | undefined;
  /** Whether there is no film but only sound. */
  readonly isSound: boolean;
}

/** Where an episode stands: “Season 1 · Episode 2 · How Did We Get Here?”, or what it is: “Film”. */
export function PlaceInSeries(props: PlaceInSeriesProps) {
  const { item, seriesTitle, isSound, isInSeason = false, reader } = props;
  const { season, episode } = item;
  const { strings } = reader;
  const kind = isSound ? strings.citing.media.sound : strings.film;
  return (
    <>
      {season !== undefined && !isInSeason && <span>{strings.seasonNumber(season)}</span>}
      <span>{episode === undefined ? kind : strings.episodeNumber(episode)}</span>
      {seriesTitle !== undefined && (
        <span>
          <Text text={seriesTitle} reader={reader} />
        </span>
      )}
      {isSound && episode !== undefined && <span>{kind}</span>}
    </>
  );
}

/**
 * The languages of a work, each by its own name. A language that the interface has too is a link to
 * the work's page in it, with the title in that language as its tooltip.
 */
export function LanguageList({ item, reader }: { item: ListedRecord; reader: Reader }) {
  return (
    <ul class="language-list" aria-label={reader.strings.languages}>
      {languagesOf(item).map((language) => {
        const { name, language: nameLanguage } = languageLabel(language, reader);
        const attributes = { lang: nameLanguage, dir: directionOf(nameLanguage) };
        return (
          <li>
            {isInterfaceLanguage(language) && language !== reader.language ? (
              <a
                href={pagePath(language, item)}
                hreflang={language}
                title={tooltipOf(item.name[language])}
                {...attributes}
              >
                {name}
              </a>
            ) : (
              <span {...attributes}>{name}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const tooltipOf = (title: string | undefined) => title && withoutBrackets(title);
