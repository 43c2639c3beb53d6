import { directionOf } from "../i18n/direction.ts";
import { formatDate, formatDuration } from "../i18n/format.ts";
import { isInterfaceLanguage } from "../i18n/interface-languages.ts";
import { pagePath } from "../records/addresses.ts";
import { blobPath } from "../records/blobs.ts";
import type { ListedRecord } from "../records/listed.ts";
import type { Reader } from "../records/reader.ts";
import type { DocumentRecord, EpisodeRecord, LibraryItem } from "../records/schema/record.ts";
import { languagesOf } from "../records/tracks.ts";
import { languageLabel } from "./language-label.ts";
import { type ShownTitle, shownTitle, withoutBrackets } from "./supplied-title.ts";
import { FallbackLabel, Passage, Text } from "./text.tsx";

/** An episode in a list: poster, facts, title, description and languages. */
export function EpisodeCard({
  item,
  reader,
}: {
  item: ListedRecord<EpisodeRecord>;
  reader: Reader;
}) {
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

/** A document in a list: it has no picture, so title and description get the whole width. */
export function DocumentEntry({
  item,
  reader,
}: {
  item: ListedRecord<DocumentRecord>;
  reader: Reader;
}) {
  return (
    <article class="entry">
      <h3>
        <WorkLink item={item} reader={reader} />
      </h3>
      <SuppliedLabel item={item} reader={reader} />
      <Description item={item} reader={reader} />
      <LanguageList item={item} reader={reader} />
    </article>
  );
}

/** A work's title as a link to its page. */
export function WorkLink({ item, reader }: TitleProps) {
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

/** A work's title, with a label if it isn't in the reader's language. */
export function Title({ item, reader }: TitleProps) {
  const title = titleOf(item, reader);
  return (
    <>
      <Text text={title} reader={reader} /> <FallbackLabel text={title} reader={reader} />
    </>
  );
}

/** A work's description. It gets no language label if the title above is labeled with the same language. */
export function Description({ item, reader }: ItemProps) {
  const text = reader.choose(item.description, item.inLanguage);
  const title = titleOf(item, reader);
  if (text === undefined) return null;
  const isTitleLabeled = title?.fellBack === true && title.language === text.language;
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
export function SuppliedLabel({ item, reader }: TitleProps) {
  if (titleOf(item, reader)?.isSupplied !== true) return null;
  return <p class="facts supplied">{reader.strings.suppliedTitle}</p>;
}

/** “Episode 1 · 38 seconds · November 1, 2026” */
export function EpisodeFacts({
  item,
  reader,
}: {
  item: ListedRecord<EpisodeRecord>;
  reader: Reader;
}) {
  const { strings, language } = reader;
  const facts = [
    item.season === undefined ? undefined : strings.seasonNumber(item.season),
    item.episode === undefined ? strings.film : strings.episodeNumber(item.episode),
    formatDuration(item.duration, language),
    item.datePublished === undefined ? undefined : formatDate(item.datePublished, language),
    titleOf(item, reader)?.isSupplied === true ? strings.suppliedTitle : undefined,
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
