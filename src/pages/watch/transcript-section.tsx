import { CitationLinks } from "../../components/citation-links.tsx";
import { quotationSource } from "../../components/quotation-source.ts";
import type { TimedText } from "../../delivery/timed-text.ts";
import { buildTranscriptSource } from "../../delivery/transcript-source.ts";
import { formatDate } from "../../i18n/format.ts";
import { nameOfLanguageIn } from "../../i18n/names.ts";
import { TranscriptText } from "../../player/server/transcript.tsx";
import { correctionsPath, type QueryParameters, watchPath } from "../../records/addresses.ts";
import { emailHref, isEmailHref } from "../../records/contact.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord, LibraryRecord } from "../../records/schema/record.ts";
import { spokenTracks } from "../../records/tracks.ts";
import type { WorkText, WorkView } from "../../records/views.ts";
import type { SpokenText, TranscriptSource } from "../../transcripts/formats/format.ts";
import { transcriptFromCues } from "../../transcripts/paragraphs.ts";
import { BilingualTranscript, SecondLanguageChoice } from "./bilingual-transcript.tsx";
import { TranscriptToolbarSpace } from "./transcript-toolbar.tsx";

interface TranscriptSectionProps {
  readonly episode: EpisodeRecord;
  readonly view: WorkView;
  /** What is said, and what stands beside it. */
  readonly spoken: TimedText | undefined;
  readonly pair: Pair | undefined;
  readonly settings: LibraryRecord | undefined;
  readonly reader: Reader;
  /** Scheme and host of the library. */
  readonly origin: string;
  /** What its links keep of the page's address: the moment. */
  readonly keeps: QueryParameters;
  /** What the reader came from a search for. */
  readonly query: string | undefined;
}

/** All that is said in a film, in one language or in two side by side; and how it is cited. */
export function TranscriptSection(props: TranscriptSectionProps) {
  const { episode, view, spoken, pair, settings, reader, origin, keeps, query } = props;
  const { strings } = reader;
  const secondary = pair?.secondary.language;
  const source = quotationSource(episode, settings, reader, origin);
  const place = {
    reader,
    path: watchPath(reader.language, episode.slug, { beside: secondary }),
    source,
    query,
  };
  return (
    <div>
      <section aria-labelledby="transcript">
        <h2 id="transcript">{strings.transcript}</h2>
        <TextLabels episode={episode} text={view.text} reader={reader} />
        {pair !== undefined && (
          <TextLabels episode={episode} text={view.secondary} reader={reader} isBeside />
        )}
        {spoken !== undefined && (
          <SecondLanguageChoice
            episode={episode}
            reader={reader}
            language={spoken.language}
            secondary={secondary}
            keeps={keeps}
          />
        )}
        {spoken !== undefined && <TranscriptToolbarSpace reader={reader} />}
        {spoken === undefined ? (
          <p>{strings.noTranscript}</p>
        ) : pair === undefined ? (
          <TranscriptText
            {...place}
            transcript={transcriptFromCues(spoken.cues, spoken.chapters)}
            language={spoken.language}
          />
        ) : (
          <BilingualTranscript {...place} {...pair} />
        )}
        {spoken !== undefined && (
          <ReportLink episode={episode} settings={settings} reader={reader} url={source.url} />
        )}
      </section>
      <CitationLinks item={episode} settings={settings} reader={reader} origin={origin} />
    </div>
  );
}

/** A transcript, and the one beside it. */
export interface Pair {
  readonly text: TranscriptSource;
  readonly secondary: SpokenText;
}

/** The transcript and what stands beside it, where the address asks for another language that there is. */
export function pairOf(episode: EpisodeRecord, view: WorkView, origin: string): Pair | undefined {
  if (view.secondary === undefined || view.secondary.language === view.text?.language)
    return undefined;
  const text = buildTranscriptSource(episode, view, origin);
  return text?.secondary && { text, secondary: text.secondary };
}

interface TextLabelsProps {
  readonly episode: EpisodeRecord;
  readonly text: WorkText | undefined;
  readonly reader: Reader;
  /** Whether it is the second of two, and so has to be named. */
  readonly isBeside?: boolean;
}

/** What a reader should know of a text: that a machine wrote it, that it is behind, when it was corrected. */
function TextLabels({ episode, text, reader, isBeside = false }: TextLabelsProps) {
  const track = spokenTracks(episode).find(({ inLanguage }) => inLanguage === text?.language);
  if (track === undefined) return null;
  const { strings, language } = reader;
  const named = (words: string) =>
    isBeside ? `${nameOfLanguageIn(track.inLanguage, language)}: ${words}` : words;
  const corrected = text?.corrections?.[0]?.at;
  return (
    <>
      {track.origin === "machine" && <p class="label">{named(strings.machineGenerated)}</p>}
      {track.stale && <p class="label">{named(strings.stale)}</p>}
      {corrected !== undefined && (
        <p class="corrected">
          {named(strings.correctedOn(formatDate(corrected, language)))}{" "}
          <a href={correctionsPath(episode.slug, track.inLanguage)} hreflang={track.inLanguage}>
            {strings.seeCorrections}
          </a>
        </p>
      )}
    </>
  );
}

interface ReportLinkProps {
  readonly episode: EpisodeRecord;
  readonly settings: LibraryRecord | undefined;
  readonly reader: Reader;
  /** The page's own absolute address. */
  readonly url: string;
}

/**
 * A letter about a mistake, begun in the reader's language: of the page as it comes, and of the moment and
 * the sentence where there is script (src/player/client/transcript/report-link.ts). It is the reader who sends it; nothing is kept.
 */
function ReportLink({ episode, settings, reader, url }: ReportLinkProps) {
  const address = settings?.reportMistakes;
  if (address === undefined || !isEmailHref(address)) return null;
  const { strings } = reader;
  const title = reader.choose(episode.name, episode.inLanguage)?.value ?? episode.slug;
  const subject = strings.reportSubject(title);
  const moment = `${strings.reportMoment("%moment%")}\n%words%\n%url%\n\n${strings.reportQuestion}\n`;
  return (
    <p class="report-link">
      <a
        href={emailHref(address, subject, `${url}\n\n${strings.reportQuestion}\n`)}
        data-report={address}
        data-subject={subject}
        data-body={moment}
      >
        {strings.reportMistake}
      </a>
    </p>
  );
}
