import { directionOf } from "../../i18n/direction.ts";
import { nameOfLanguage } from "../../i18n/names.ts";
import {
  MomentLink,
  SegmentTexts,
  type TranscriptContext,
  TranscriptScript,
  transcriptAttributes,
} from "../../player/server/transcript.tsx";
import { type QueryParameters, watchPath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";
import { spokenTracks } from "../../records/tracks.ts";
import { parseSearchQuery, type SearchTerm } from "../../search/query.ts";
import { type PairedParagraph, pairedChapters } from "../../transcripts/alignment/pairs.ts";
import type { SpokenText, TranscriptSource } from "../../transcripts/formats/format.ts";

interface ChoiceProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
  /** The language of the transcript. */
  readonly language: string;
  /** The language beside it now, if any. */
  readonly secondary: string | undefined;
  /** What the address keeps: the moment. */
  readonly keeps: QueryParameters;
}

/** Which language stands beside the transcript's: plain links, each to an address that keeps the place. */
export function SecondLanguageChoice({ episode, reader, language, secondary, keeps }: ChoiceProps) {
  const others = spokenTracks(episode).filter((track) => track.inLanguage !== language);
  if (others.length === 0) return null;
  const addressOf = (tag: string | undefined) =>
    `${watchPath(reader.language, episode.slug, { beside: tag, ...keeps })}#transcript`;
  return (
    <nav class="second-language" aria-label={reader.strings.sideBySide} data-second-language>
      <p>{reader.strings.sideBySide}</p>
      <ul>
        <li>
          <a
            href={addressOf(undefined)}
            aria-current={secondary === undefined ? "true" : undefined}
          >
            {reader.strings.oneLanguage}
          </a>
        </li>
        {others.map(({ inLanguage }) => (
          <li>
            <a
              href={addressOf(inLanguage)}
              hreflang={reader.language}
              lang={inLanguage}
              dir={directionOf(inLanguage)}
              aria-current={secondary === inLanguage ? "true" : undefined}
            >
              {nameOfLanguage(inLanguage)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface BesideProps extends TranscriptContext {
  readonly text: TranscriptSource;
  readonly secondary: SpokenText;
}

/**
 * What is said in two languages, sentence beside sentence, as far as times tell them apart; one above the
 * other where there is no room. Each side is in its own language and runs its own way.
 */
export function BilingualTranscript(props: BesideProps) {
  const { text, secondary, path } = props;
  const terms = parseSearchQuery(props.query ?? "");
  const chapters = pairedChapters(text, secondary, "sentences");
  const rows = chapters.flatMap(({ rows }) => rows);
  const sides = [text, secondary];
  return (
    <>
      <div
        class="transcript bilingual"
        {...transcriptAttributes(
          rows.flatMap(({ first, second }) => [...first, ...second]),
          props,
        )}
      >
        <div class="bilingual-row bilingual-headings" aria-hidden="true">
          {sides.map((side) => (
            <div {...inLanguage(side)}>{side.languageName}</div>
          ))}
        </div>
        {chapters.map(({ names, rows }) => (
          <>
            {names.length > 0 && (
              <h3>
                {names.map((name, index) => (
                  <>
                    {index > 0 && " / "}
                    <bdi {...inLanguage(sides[index] ?? text)}>{name}</bdi>
                  </>
                ))}
              </h3>
            )}
            {rows.map((row) => (
              <div class="bilingual-row">
                <Side of={text} paragraphs={row.first} terms={terms} path={path} />
                <Side of={secondary} paragraphs={row.second} terms={terms} path={undefined} />
              </div>
            ))}
          </>
        ))}
      </div>
      <TranscriptScript />
    </>
  );
}

interface SideProps {
  readonly of: SpokenText;
  readonly paragraphs: readonly PairedParagraph[];
  readonly terms: readonly SearchTerm[];
  /** Where its moments lead; undefined for the second side, as one link to a moment is enough. */
  readonly path: string | undefined;
}

/** One language of a row. */
function Side({ of, paragraphs, terms, path }: SideProps) {
  return (
    <div data-side={of.language} {...inLanguage(of)}>
      {paragraphs.map(({ startTime, opens, speaker, segments }) => (
        <p data-on={opens ? undefined : ""}>
          {opens && path !== undefined && <MomentLink path={path} seconds={startTime} />}
          {opens && speaker !== undefined && <b class="speaker">{speaker} </b>}
          <SegmentTexts segments={segments} terms={terms} />
        </p>
      ))}
    </div>
  );
}

const inLanguage = ({ language, direction }: SpokenText) => ({ lang: language, dir: direction });
