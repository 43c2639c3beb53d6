import type { Child } from "hono/jsx";
import { loadTranscriptScript } from "../../../build/browser.ts";
import { separatorBetween } from "../../captions/join-lines.ts";
import { langAttributes } from "../../components/text.tsx";
import { nameOfLanguageIn } from "../../i18n/names.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { formatMoment, momentParameter } from "../../records/moment.ts";
import type { Reader } from "../../records/reader.ts";
import { findWords } from "../../search/find-words.ts";
import { type Range, splitAtHighlights } from "../../search/passages.ts";
import { parseSearchQuery, type SearchTerm } from "../../search/query.ts";
import type { Paragraph, Segment, Transcript } from "../../transcripts/paragraphs.ts";

/** What a transcript needs to be shown, whether in one language or in two. */
export interface TranscriptContext {
  readonly reader: Reader;
  /** The address that a moment's link leads to, without its `t`. */
  readonly path: string;
  /** What a copied quotation says of where it is from. */
  readonly source: QuotationSource;
  /** What the reader came from a search for: its words are marked. */
  readonly query?: string | undefined;
}

interface TranscriptProps extends TranscriptContext {
  readonly transcript: Transcript;
  /** The language the transcript is in. */
  readonly language: string;
}

interface QuotationSource {
  /** Title, publisher and date, as one line. */
  readonly citation: string;
  /** The absolute address of the film's page. */
  readonly url: string;
}

/** What is said, as prose: every sentence knows its moment, and every paragraph has a link to its own. */
export function TranscriptText(props: TranscriptProps) {
  const { transcript, language, reader, path, query } = props;
  const terms = parseSearchQuery(query ?? "");
  return (
    <>
      <div
        class="transcript"
        {...transcriptAttributes(transcript.paragraphs, props)}
        {...langAttributes(language, reader)}
      >
        {baseLanguage(language) !== reader.language && (
          <p class="label" lang={reader.language} dir={reader.direction}>
            {reader.strings.textLanguage(nameOfLanguageIn(language, reader.language))}
          </p>
        )}
        {transcript.paragraphs.map((paragraph) => (
          <>
            {paragraph.chapter !== undefined && <h3>{paragraph.chapter}</h3>}
            <p>
              <MomentLink path={path} seconds={paragraph.startTime} />
              {paragraph.speaker !== undefined && <b class="speaker">{paragraph.speaker} </b>}
              <SegmentTexts segments={paragraph.segments} terms={terms} />
            </p>
          </>
        ))}
      </div>
      <TranscriptScript />
    </>
  );
}

/** What the player's script needs to know of a transcript (src/player/client/transcript/follow.ts). */
export function transcriptAttributes(
  paragraphs: readonly Pick<Paragraph, "segments">[],
  { reader: { strings }, source }: TranscriptContext,
) {
  return {
    "data-transcript": true,
    "data-quotation": `${strings.quoted("%words%")}\n— ${source.citation}\n`,
    "data-url": source.url,
    "data-steps": formatStartSteps(paragraphs),
    "data-play": strings.playFrom("%"),
  };
}

/** Lets a transcript follow its film. */
export const TranscriptScript = () => (
  <script type="module" dangerouslySetInnerHTML={{ __html: loadTranscriptScript }} />
);

/** The moment in the margin: a link to it, which plays here where there is script. */
export function MomentLink({ path, seconds }: { path: string; seconds: number }) {
  return (
    <a
      class="moment"
      href={`${path}${path.includes("?") ? "&" : "?"}t=${momentParameter(seconds)}`}
    >
      {formatMoment(seconds)}
    </a>
  );
}

interface SegmentsProps {
  readonly segments: readonly Segment[];
  readonly terms: readonly SearchTerm[];
}

/** The words of a paragraph, with what was asked for marked, across the borders of captions as well. */
export function SegmentTexts({ segments, terms }: SegmentsProps) {
  const texts = segments.map(({ text }) => (terms.length === 0 ? text : text.normalize("NFC")));
  const places: Range[] = [];
  let said = "";
  for (const [index, text] of texts.entries()) {
    said += separatorBetween(texts[index - 1] ?? "", text);
    places.push([said.length, said.length + text.length]);
    said += text;
  }
  const hits = terms.length === 0 ? [] : findWords(said, terms);
  return (
    <>
      {texts.map((text, index) => (
        <>
          {index > 0 && segmentBoundary(texts[index - 1] ?? "", text)}
          {hits.length === 0 ? (
            text
          ) : (
            <HighlightedText said={said} hits={hits} place={places[index]} />
          )}
        </>
      ))}
    </>
  );
}

interface MarkedPlaceProps {
  readonly said: string;
  readonly hits: readonly Range[];
  readonly place: Range | undefined;
}

/** A caption's words out of a paragraph's. A mark that goes on from the caption before says so. */
function HighlightedText({ said, hits, place = [0, 0] }: MarkedPlaceProps) {
  const goesOn = hits.some(([start, end]) => start < place[0] && end > place[0]);
  return (
    <>
      {splitAtHighlights(said, hits, place).map(({ text, hit }, index) =>
        hit ? <mark data-on={goesOn && index === 0 ? "" : undefined}>{text}</mark> : text,
      )}
    </>
  );
}

/**
 * Where a segment ends and the next begins: a line break, which reads as a space, or nothing to be seen
 * in a script without spaces. The player makes an element of each; to send them would be half as heavy
 * again as the words.
 */
function segmentBoundary(before: string, after: string): Child {
  return separatorBetween(before, after) === " " ? "\n" : <wbr />;
}

/**
 * When each segment starts, as steps in tenths of a second: a number on each of hundreds of segments would
 * make a long transcript a tenth heavier. The player sets them where they belong (src/player/client/transcript/follow.ts).
 */
function formatStartSteps(paragraphs: readonly Pick<Paragraph, "segments">[]): string {
  const starts = paragraphs.flatMap(({ segments }) =>
    segments.map(({ startTime }) => Math.floor(startTime * 10)),
  );
  return starts.map((start, index) => start - (starts[index - 1] ?? 0)).join(" ");
}
