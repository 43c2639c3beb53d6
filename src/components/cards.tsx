import { directionOf } from "../i18n/direction.ts";
import type { LocalText } from "../i18n/fallback.ts";
import { formatDate, formatDuration } from "../i18n/format.ts";
import { isInterfaceLanguage } from "../i18n/interface-languages.ts";
import { nameOfLanguage } from "../i18n/names.ts";
import { pagePath } from "../records/addresses.ts";
import { blobPath } from "../records/blobs.ts";
import type { Reader } from "../records/reader.ts";
import type {
  DocumentRecord,
  EpisodeRecord,
  LibraryItem,
  WorkRecord,
} from "../records/schema/record.ts";
import { languagesOf } from "../records/tracks.ts";
import { FallbackLabel, Passage, Text } from "./text.tsx";

/** An episode in a list: its picture, what it is, how long it takes, in which languages. */
export function EpisodeCard({ item, reader }: { item: EpisodeRecord; reader: Reader }) {
  const { poster } = item;
  return (
    <article class="card">
      {poster !== undefined && (
        <img
          src={blobPath(poster.file)}
          alt=""
          width={poster.width}
          height={poster.height}
          loading="lazy"
          decoding="async"
        />
      )}
      <EpisodeFacts item={item} reader={reader} />
      <h3>
        <WorkLink item={item} reader={reader} />
      </h3>
      <Description item={item} reader={reader} />
      <LanguageList item={item} reader={reader} />
    </article>
  );
}

/** A document in a list: the words are all there is to see, so they get the room. */
export function DocumentEntry({ item, reader }: { item: DocumentRecord; reader: Reader }) {
  return (
    <article class="entry">
      <h3>
        <WorkLink item={item} reader={reader} />
      </h3>
      <Description item={item} reader={reader} />
      <LanguageList item={item} reader={reader} />
    </article>
  );
}

/** A work's title as a link to its page. */
export function WorkLink({ item, reader }: NamedProps) {
  const title = titleOf(item, reader);
  return (
    <>
      <a href={pagePath(reader.language, item)}>
        <Text text={title} reader={reader} />
      </a>{" "}
      <FallbackLabel text={title} reader={reader} />
    </>
  );
}

/** A work's title, with a label where it isn't in the reader's language. */
export function Title({ item, reader }: NamedProps) {
  const title = titleOf(item, reader);
  return (
    <>
      <Text text={title} reader={reader} /> <FallbackLabel text={title} reader={reader} />
    </>
  );
}

/** A work's description. Under a title that is labelled with the same language it needs no label of its own. */
export function Description({ item, reader }: ItemProps) {
  const text = reader.choose(item.description, item.inLanguage);
  const title = titleOf(item, reader);
  if (text === undefined) return null;
  const labelled = title?.fellBack === true && title.language === text.language;
  return (
    <Passage
      text={labelled ? { ...text, fellBack: false } : text}
      reader={reader}
      class="summary"
    />
  );
}

interface ItemProps {
  readonly item: LibraryItem;
  readonly reader: Reader;
}

/** What of an item a title and its link need. */
type Named = Pick<LibraryItem, "kind" | "slug" | "inLanguage" | "name">;

interface NamedProps {
  readonly item: Named;
  readonly reader: Reader;
}

function titleOf(item: Named, reader: Reader): LocalText | undefined {
  return reader.choose(item.name, item.inLanguage);
}

/** “Episode 1 · 38 seconds · November 1, 2026” */
export function EpisodeFacts({ item, reader }: { item: EpisodeRecord; reader: Reader }) {
  const { strings, language } = reader;
  const facts = [
    item.season === undefined ? undefined : strings.seasonNumber(item.season),
    item.episode === undefined ? strings.film : strings.episodeNumber(item.episode),
    formatDuration(item.duration, language),
    item.datePublished === undefined ? undefined : formatDate(item.datePublished, language),
  ];
  return (
    <p class="facts">
      {facts
        .filter((fact) => fact !== undefined)
        .map((fact) => (
          <span>{fact}</span>
        ))}
    </p>
  );
}

/**
 * The languages a work comes in, each in its own name and with the title it has there; a link where
 * the interface speaks the language too.
 */
export function LanguageList({ item, reader }: { item: WorkRecord; reader: Reader }) {
  return (
    <ul class="language-list" aria-label={reader.strings.languages}>
      {languagesOf(item).map((language) => {
        const name = nameOfLanguage(language);
        const marks = { lang: language, dir: directionOf(language) };
        return (
          <li>
            {isInterfaceLanguage(language) && language !== reader.language ? (
              <a
                href={pagePath(language, item)}
                hreflang={language}
                title={item.name[language]}
                {...marks}
              >
                {name}
              </a>
            ) : (
              <span {...marks}>{name}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
