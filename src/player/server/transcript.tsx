import type { Child } from "hono/jsx";
import { loadTranscriptScript } from "../../../build/browser.ts";
import { separatorBetween } from "../../captions/join-lines.ts";
import { langAttributes } from "../../components/text.tsx";
import { nameOfLanguageIn } from "../../i18n/names.ts";
import { normalizeText } from "../../i18n/normalize.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { formatMoment, momentParameter } from "../../records/moment.ts";
import type { Reader } from "../../records/reader.ts";
import { type Range, splitAtHighlights } from "../../search/highlights.ts";
import { findMarks, type Marks, marksIn } from "../../search/marks.ts";
import type { Paragraph, Segment, Transcript } from "../../transcripts/paragraphs.ts";

/** What rendering a transcript needs, in one language or two. */
export interface TranscriptContext {
  readonly reader: Reader;
  /** The address of links to moments, without the parameter `t`. */
  readonly path: string;
  /** The source of copied quotations. */
  readonly source: QuotationSource;
  /** The search query that led here: its matches are marked. */
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

/** The transcript as prose, with a link to its moment in the margin of every paragraph. */
export function TranscriptText(props: TranscriptProps) {
  const { transcript, language, reader, path, query } = props;
  const marks = marksInTranscript(transcript.paragraphs, query, language);
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
              <SegmentTexts segments={paragraph.segments} marks={marks} />
            </p>
          </>
        ))}
      </div>
      <TranscriptScript />
    </>
  );
}

/** The data attributes that the player's script reads (src/player/client/transcript/segments.ts, quotation.ts). */
export function transcriptAttributes(
  paragraphs: readonly Pick<Paragraph, "segments">[],
  { reader: { strings }, source }: TranscriptContext,
) {
  return {
    "data-transcript": true,
    "data-quotation": `${strings.quoted("%words%")}\n— ${source.citation}\n`,
    "data-url": source.url,
    "data-steps": formatStartSteps(paragraphs),
    "data-play-label": strings.playFrom("%"),
  };
}

/** The script that loads what makes a transcript follow its film. */
export const TranscriptScript = () => (
  <script type="module" dangerouslySetInnerHTML={{ __html: loadTranscriptScript }} />
);

/** A link to a moment, in the margin of a paragraph. With script it plays the film on this page. */
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

interface SegmentTextsProps {
  readonly segments: readonly Segment[];
  readonly marks: Marks;
}

/** What is marked in a transcript. */
export const marksInTranscript = (
  paragraphs: readonly Pick<Paragraph, "segments">[],
  query: string | undefined,
  language: string,
): Marks =>
  marksIn(
    paragraphs.map(({ segments }) => normalizeText(segments.map(({ text }) => text).join(" "))),
    query,
    language,
  );

/** The text of a paragraph, with search matches marked, also across segments. */
export function SegmentTexts({ segments, marks }: SegmentTextsProps) {
  if (marks.terms.length === 0) return <PlainTexts segments={segments} />;
  const texts = segments.map(({ text }) => normalizeText(text));
  const ranges: Range[] = [];
  let paragraph = "";
  for (const [index, text] of texts.entries()) {
    paragraph += separatorBetween(texts[index - 1] ?? "", text);
    ranges.push([paragraph.length, paragraph.length + text.length]);
    paragraph += text;
  }
  const matches = findMarks(paragraph, marks);
  if (matches.length === 0) return <PlainTexts segments={segments} />;
  return (
    <>
      {texts.map((text, index) => (
        <>
          {index > 0 && segmentBoundary(texts[index - 1] ?? "", text)}
          <HighlightedText paragraph={paragraph} matches={matches} range={ranges[index]} />
        </>
      ))}
    </>
  );
}

/** The text of a paragraph. Adjacent texts are one string: a long film has thousands of them, and each node takes time. */
function PlainTexts({ segments }: Pick<SegmentTextsProps, "segments">) {
  const nodes: Child[] = [];
  let text = "";
  for (const [index, segment] of segments.entries()) {
    const boundary =
      index === 0 ? "" : segmentBoundary(segments[index - 1]?.text ?? "", segment.text);
    if (typeof boundary === "string") text += boundary + segment.text;
    else {
      nodes.push(text, boundary);
      text = segment.text;
    }
  }
  return (
    <>
      {nodes}
      {text}
    </>
  );
}

interface HighlightedTextProps {
  readonly paragraph: string;
  readonly matches: readonly Range[];
  /** Where the segment is in the paragraph. */
  readonly range: Range | undefined;
}

/** A segment's text. A mark that continues a match from the segment before has `data-continued`. */
function HighlightedText({ paragraph, matches, range = [0, 0] }: HighlightedTextProps) {
  const isContinued = matches.some(([start, end]) => start < range[0] && end > range[0]);
  return (
    <>
      {splitAtHighlights(paragraph, matches, range).map(({ text, hit }, index) =>
        hit ? (
          <mark data-continued={isContinued && index === 0 ? "" : undefined}>{text}</mark>
        ) : (
          text
        ),
      )}
    </>
  );
}

/**
 * What separates two segments: a line break, which renders as a space, or an invisible `<wbr>` in scripts
 * without spaces. The player's script makes an element of each segment: sending the elements would make a
 * transcript half as large again.
 */
function segmentBoundary(before: string, after: string): Child {
  return separatorBetween(before, after) === " " ? "\n" : <wbr />;
}

/**
 * The starts of all segments, each as the difference from the one before in tenths of a second: a number
 * on each of hundreds of segments would make a long transcript a tenth larger.
 */
function formatStartSteps(paragraphs: readonly Pick<Paragraph, "segments">[]): string {
  const starts = paragraphs.flatMap(({ segments }) =>
    segments.map(({ startTime }) => Math.floor(startTime * 10)),
  );
  return starts.map((start, index) => start - (starts[index - 1] ?? 0)).join(" ");
}
