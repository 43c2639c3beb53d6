import { EpisodeCard } from "../../components/cards.tsx";
import { ChapterLinks } from "../../components/chapter-links.tsx";
import { CitationLinks } from "../../components/citation-links.tsx";
import { languageLabel } from "../../components/language-label.ts";
import { shownTitle } from "../../components/supplied-title.ts";
import { Text } from "../../components/text.tsx";
import { RelatedWorks, WorkFacts } from "../../components/work-facts.tsx";
import { formatSize } from "../../i18n/format.ts";
import { blobPath } from "../../records/blobs.ts";
import type { Reader } from "../../records/reader.ts";
import type { Blob, EpisodeRecord, SeriesRecord } from "../../records/schema/record.ts";
import type { RelatedWork } from "../../records/views.ts";
import type { Citation } from "../../syndication/citation.ts";
import { CommonTextDownloads, OtherProgramDownloads, OtherTextDownloads } from "./downloads.tsx";

interface WatchAsideProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
  readonly series: SeriesRecord | undefined;
  readonly next: EpisodeRecord | undefined;
  readonly related: readonly RelatedWork[];
  readonly transcriptLanguage: string | undefined;
  readonly citation: Citation;
}

/** What belongs to a film, below it: next episode, chapters, files, related works, how to cite it, credits. */
export function WatchAside(props: WatchAsideProps) {
  const { episode, reader, series, next, related, transcriptLanguage, citation } = props;
  const { strings } = reader;
  const texts =
    transcriptLanguage === undefined
      ? undefined
      : { episode, reader, language: transcriptLanguage };
  const audio = episode.audioOnly !== undefined && (
    <FileLink
      blob={episode.audioOnly}
      name={strings.audioOnly}
      slug={episode.slug}
      reader={reader}
    />
  );
  return (
    <aside>
      {next !== undefined && (
        <section aria-labelledby="next">
          <h2 id="next">{strings.nextEpisode}</h2>
          <EpisodeCard item={next} reader={reader} series={series} />
        </section>
      )}
      <Chapters episode={episode} reader={reader} />
      <Attachments episode={episode} reader={reader} />
      {/* The next episode is shown above. */}
      <RelatedWorks items={related.filter(({ slug }) => slug !== next?.slug)} reader={reader} />
      <section aria-labelledby="download">
        <h2 id="download">{strings.download}</h2>
        <ul class="link-list">
          {texts !== undefined && <CommonTextDownloads {...texts} />}
          {episode.video.slice(0, 1).map((medium) => (
            <FileLink blob={medium} name={strings.video} slug={episode.slug} reader={reader} />
          ))}
          {texts === undefined && audio}
        </ul>
        <details>
          <summary>{strings.moreFormats}</summary>
          <ul class="link-list">
            {texts !== undefined && (
              <>
                <OtherTextDownloads {...texts} />
                {audio}
              </>
            )}
            <OtherProgramDownloads episode={episode} reader={reader} />
          </ul>
        </details>
      </section>
      {episode.audioDescription !== undefined && (
        <section aria-labelledby="described">
          <h2 id="described">{strings.audioDescription}</h2>
          <p>{strings.audioDescriptionModes[episode.audioDescription.mode]}</p>
        </section>
      )}
      <CitationLinks citation={citation} reader={reader} />
      <WorkFacts item={episode} reader={reader} />
    </aside>
  );
}

function Chapters({ episode, reader }: { episode: EpisodeRecord; reader: Reader }) {
  if (episode.chapters.length === 0) return null;
  return (
    <section aria-labelledby="chapters">
      <h2 id="chapters">{reader.strings.chapters}</h2>
      <ol class="chapters">
        <ChapterLinks episode={episode} reader={reader} />
      </ol>
    </section>
  );
}

function Attachments({ episode, reader }: { episode: EpisodeRecord; reader: Reader }) {
  if (episode.attachments.length === 0) return null;
  return (
    <section aria-labelledby="attachments">
      <h2 id="attachments">{reader.strings.relatedFiles}</h2>
      <ul class="link-list">
        {episode.attachments.map(({ file, inLanguage, name }) => (
          <li>
            <a href={blobPath(file)} hreflang={inLanguage}>
              <Text text={shownTitle(reader.choose(name, inLanguage))} reader={reader} />
            </a>{" "}
            <small>
              {[
                languageLabel(inLanguage, reader).name,
                file.extension.toUpperCase(),
                formatSize(file.size, reader.language),
              ].join(reader.strings.listSeparator)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FileLinkProps {
  readonly blob: Blob;
  readonly name: string;
  readonly slug: string;
  readonly reader: Reader;
}

function FileLink({ blob, name, slug, reader }: FileLinkProps) {
  return (
    <li>
      <a href={`${blobPath(blob)}?download=${slug}.${blob.extension}`}>{name}</a>{" "}
      <small>
        {blob.extension.toUpperCase()}
        {reader.strings.listSeparator}
        {formatSize(blob.size, reader.language)}
      </small>
    </li>
  );
}
