import type { Child } from "hono/jsx";
import { transcriptScript } from "../../../build/browser.ts";
import { nameOfLanguageIn } from "../../languages/names.ts";
import { baseLanguage } from "../../languages/tag.ts";
import { formatMoment, momentParameter } from "../../library/moment.ts";
import { readSearchQuery } from "../../library/search-query.ts";
import { joint } from "../../transcripts/joining.ts";
import type { Transcript } from "../../transcripts/paragraphs.ts";
import type { Reader } from "../reader.ts";
import { MarkedText } from "./marked.tsx";
import { languageOf } from "./text.tsx";

interface TranscriptProps {
  readonly transcript: Transcript;
  /** The language the transcript is in. */
  readonly language: string;
  readonly reader: Reader;
  /** The address that a moment's link leads to, without its `t`. */
  readonly path: string;
  /** What a copied quotation says of where it is from. */
  readonly source: QuotationSource;
  /** What the reader came from a search for: its words are marked. */
  readonly query?: string | undefined;
}

interface QuotationSource {
  /** Title, publisher and date, as one line. */
  readonly citation: string;
  /** The absolute address of the film's page. */
  readonly url: string;
}

/** What is said, as prose: every sentence knows its moment, and every paragraph has a link to its own. */
export function TranscriptText(props: TranscriptProps) {
  const { transcript, language, reader, path, source } = props;
  const terms = readSearchQuery(props.query ?? "");
  const { strings } = reader;
  return (
    <>
      <div
        class="transcript"
        data-transcript
        data-quotation={`${strings.quoted("%words%")}\n— ${source.citation}\n`}
        data-url={source.url}
        data-steps={stepsOf(transcript)}
        data-play={strings.playFrom("%")}
        {...languageOf(language, reader)}
      >
        {baseLanguage(language) !== reader.language && (
          <p class="label" lang={reader.language} dir={reader.direction}>
            {strings.originalIn(nameOfLanguageIn(language, reader.language))}
          </p>
        )}
        {transcript.paragraphs.map((paragraph) => (
          <>
            {paragraph.chapter !== undefined && <h3>{paragraph.chapter}</h3>}
            <p>
              <a
                class="moment"
                href={`${path}${path.includes("?") ? "&" : "?"}t=${momentParameter(paragraph.startTime)}`}
              >
                {formatMoment(paragraph.startTime)}
              </a>
              {paragraph.speaker !== undefined && <b class="speaker">{paragraph.speaker} </b>}
              {paragraph.segments.map((segment, index) => (
                <>
                  {index > 0 && edge(paragraph.segments[index - 1]?.text ?? "", segment.text)}
                  <MarkedText text={segment.text} terms={terms} />
                </>
              ))}
            </p>
          </>
        ))}
      </div>
      <script type="module" dangerouslySetInnerHTML={{ __html: transcriptScript }} />
    </>
  );
}

/**
 * Where a segment ends and the next begins: a line break, which reads as a space, or nothing to be seen
 * in a script without spaces. The player makes an element of each; to send them would be half as heavy
 * again as the words.
 */
function edge(before: string, after: string): Child {
  return joint(before, after) === " " ? "\n" : <wbr />;
}

/**
 * When each segment starts, as steps in tenths of a second: a number on each of hundreds of segments would
 * make a long transcript a tenth heavier. The player sets them where they belong (src/player/transcript.ts).
 */
function stepsOf({ paragraphs }: Transcript): string {
  const starts = paragraphs.flatMap(({ segments }) =>
    segments.map(({ startTime }) => Math.floor(startTime * 10)),
  );
  return starts.map((start, index) => start - (starts[index - 1] ?? 0)).join(" ");
}
