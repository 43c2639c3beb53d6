import { nameOfLanguageIn } from "../../languages/names.ts";
import { baseLanguage } from "../../languages/tag.ts";
import { formatMoment, momentParameter } from "../../library/moment.ts";
import { joint } from "../../transcripts/joining.ts";
import type { Transcript } from "../../transcripts/paragraphs.ts";
import type { Reader } from "../reader.ts";
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
  const { strings } = reader;
  return (
    <div
      class="transcript"
      data-transcript
      data-quotation={`${strings.quoted("%words%")}\n— ${source.citation}\n`}
      data-url={source.url}
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
              aria-label={strings.playFrom(formatMoment(paragraph.startTime))}
            >
              {formatMoment(paragraph.startTime)}
            </a>
            {paragraph.speaker !== undefined && <b class="speaker">{paragraph.speaker} </b>}
            {paragraph.segments.map((segment, index) => (
              <>
                {index > 0 && joint(paragraph.segments[index - 1]?.text ?? "", segment.text)}
                <span data-start={segment.startTime} data-end={segment.endTime}>
                  {segment.text}
                </span>
              </>
            ))}
          </p>
        </>
      ))}
    </div>
  );
}
