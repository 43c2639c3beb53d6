import { directionOf } from "../../i18n/direction.ts";
import { nameOfLanguage } from "../../i18n/names.ts";
import {
  MomentLink,
  marksInTranscript,
  SegmentTexts,
  type TranscriptContext,
  TranscriptScript,
  transcriptAttributes,
} from "../../player/server/transcript.tsx";
import { type QueryParameters, watchPath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";
import { spokenTracks } from "../../records/tracks.ts";
import type { Marks } from "../../search/marks.ts";
import { type PairedParagraph, pairedChapters } from "../../transcripts/alignment/pairs.ts";
import type { SpokenText, TranscriptSource } from "../../transcripts/formats/format.ts";

interface SecondLanguageChoiceProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
  /** The language of the transcript. */
  readonly language: string;
  /** The second language that is shown now, if any. */
  readonly secondary: string | undefined;
  /** The parameters that the links keep: the moment. */
  readonly keptParameters: QueryParameters;
}

/** The choice of a second language for the transcript, as links that keep the moment. */
export function SecondLanguageChoice({
  episode,
  reader,
  language,
  secondary,
  keptParameters,
}: SecondLanguageChoiceProps) {
  const others = spokenTracks(episode).filter((track) => track.inLanguage !== language);
  if (others.length === 0) return null;
  const pathTo = (tag: string | undefined) =>
    `${watchPath(reader.language, episode.slug, { beside: tag, ...keptParameters })}#transcript`;
  return (
    <nav
      class="filters second-language"
      aria-label={reader.strings.sideBySide}
      data-second-language
    >
      <p>{reader.strings.sideBySide}</p>
      <ul>
        <li>
          <a href={pathTo(undefined)} aria-current={secondary === undefined ? "true" : undefined}>
            {reader.strings.oneLanguage}
          </a>
        </li>
        {others.map(({ inLanguage }) => (
          <li>
            <a
              href={pathTo(inLanguage)}
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

interface BilingualTranscriptProps extends TranscriptContext {
  readonly text: TranscriptSource;
  readonly secondary: SpokenText;
}

/**
 * The transcript in two languages, sentence beside sentence as far as their times allow; one above the
 * other on narrow screens. Each side has its own language and direction.
 */
export function BilingualTranscript(props: BilingualTranscriptProps) {
  const { text, secondary, path } = props;
  const chapters = pairedChapters(text, secondary, "sentences");
  const rows = chapters.flatMap(({ rows }) => rows);
  const sides = [text, secondary];
  const firsts = rows.flatMap(({ first }) => first);
  const seconds = rows.flatMap(({ second }) => second);
  const firstMarks = marksInTranscript(firsts, props.query, text.language);
  const secondMarks = marksInTranscript(seconds, props.query, secondary.language);
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
            <div {...languageAttributes(side)}>{side.languageName}</div>
          ))}
        </div>
        {chapters.map(({ names, rows }) => (
          <>
            {names.length > 0 && (
              <h3>
                {names.map((name, index) => (
                  <>
                    {index > 0 && " / "}
                    <bdi {...languageAttributes(sides[index] ?? text)}>{name}</bdi>
                  </>
                ))}
              </h3>
            )}
            {rows.map((row) => (
              <div class="bilingual-row">
                <Side text={text} paragraphs={row.first} marks={firstMarks} path={path} />
                <Side
                  text={secondary}
                  paragraphs={row.second}
                  marks={secondMarks}
                  path={undefined}
                />
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
  readonly text: SpokenText;
  readonly paragraphs: readonly PairedParagraph[];
  readonly marks: Marks;
  /** The address that its moments link to; undefined for the second side, because one link to a moment is enough. */
  readonly path: string | undefined;
}

/** One language of a row. */
function Side({ text, paragraphs, marks, path }: SideProps) {
  return (
    <div data-column={text.language} {...languageAttributes(text)}>
      {paragraphs.map(({ startTime, isStart, speaker, segments }) => (
        <p data-continued={isStart ? undefined : ""}>
          {isStart && path !== undefined && <MomentLink path={path} seconds={startTime} />}
          {isStart && speaker !== undefined && <b class="speaker">{speaker} </b>}
          <SegmentTexts segments={segments} marks={marks} />
        </p>
      ))}
    </div>
  );
}

const languageAttributes = ({ language, direction }: SpokenText) => ({
  lang: language,
  dir: direction,
});
