import { formatDate } from "../../languages/format.ts";
import { nameOfLanguageIn } from "../../languages/names.ts";
import { isLetter, letterTo } from "../../library/reach.ts";
import type { EpisodeRecord, LibraryRecord } from "../../library/record.ts";
import { spokenTracks } from "../../library/tracks.ts";
import type { WorkView } from "../../storage/work-view.ts";
import type { WorkText } from "../../storage/works.ts";
import type { SpokenText, TranscriptSource } from "../../transcripts/format.ts";
import { transcriptFromCues } from "../../transcripts/paragraphs.ts";
import { correctionsPath, type Parameters, watchPath } from "../addresses.ts";
import { quotationSource } from "../citation.ts";
import { BesideChoice, TranscriptBeside } from "../parts/beside.tsx";
import { Citing } from "../parts/citing.tsx";
import { ToolsRoom } from "../parts/tools-room.tsx";
import { TranscriptText } from "../parts/transcript.tsx";
import type { Reader } from "../reader.ts";
import type { Spoken } from "../spoken.ts";
import { transcriptSource } from "../transcript-source.ts";

interface TranscriptSectionProps {
  readonly episode: EpisodeRecord;
  readonly view: WorkView;
  /** What is said, and what stands beside it. */
  readonly spoken: Spoken | undefined;
  readonly pair: Pair | undefined;
  readonly face: LibraryRecord | undefined;
  readonly reader: Reader;
  /** Scheme and host of the library. */
  readonly origin: string;
  /** What its links keep of the page's address: the moment. */
  readonly keeps: Parameters;
  /** What the reader came from a search for. */
  readonly query: string | undefined;
}

/** All that is said in a film, in one language or in two side by side; and how it is cited. */
export function TranscriptSection(props: TranscriptSectionProps) {
  const { episode, view, spoken, pair, face, reader, origin, keeps, query } = props;
  const { strings } = reader;
  const beside = pair?.beside.language;
  const source = quotationSource(episode, face, reader, origin);
  const place = {
    reader,
    path: watchPath(reader.language, episode.slug, { beside }),
    source,
    query,
  };
  return (
    <div>
      <section aria-labelledby="transcript">
        <h2 id="transcript">{strings.transcript}</h2>
        <TextLabels episode={episode} text={view.text} reader={reader} />
        {pair !== undefined && (
          <TextLabels episode={episode} text={view.beside} reader={reader} isBeside />
        )}
        {spoken !== undefined && (
          <BesideChoice
            episode={episode}
            reader={reader}
            language={spoken.language}
            beside={beside}
            keeps={keeps}
          />
        )}
        {spoken !== undefined && <ToolsRoom reader={reader} />}
        {spoken === undefined ? (
          <p>{strings.noTranscript}</p>
        ) : pair === undefined ? (
          <TranscriptText
            {...place}
            transcript={transcriptFromCues(spoken.cues, spoken.chapters)}
            language={spoken.language}
          />
        ) : (
          <TranscriptBeside {...place} {...pair} />
        )}
        {spoken !== undefined && (
          <ReportLink episode={episode} face={face} reader={reader} url={source.url} />
        )}
      </section>
      <Citing item={episode} face={face} reader={reader} origin={origin} />
    </div>
  );
}

/** A transcript, and the one beside it. */
export interface Pair {
  readonly text: TranscriptSource;
  readonly beside: SpokenText;
}

/** The transcript and what stands beside it, where the address asks for another language that there is. */
export function pairOf(episode: EpisodeRecord, view: WorkView, origin: string): Pair | undefined {
  if (view.beside === undefined || view.beside.language === view.text?.language) return undefined;
  const text = transcriptSource(episode, view, origin);
  return text?.beside && { text, beside: text.beside };
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
      {track.origin === "machine" && <p class="label">{named(strings.machineMade)}</p>}
      {track.stale && <p class="label">{named(strings.stale)}</p>}
      {corrected !== undefined && (
        <p class="corrected">
          {named(strings.correctedOn(formatDate(corrected, language)))}{" "}
          <a href={correctionsPath(episode.slug, track.inLanguage)} hreflang={track.inLanguage}>
            {strings.whatWasCorrected}
          </a>
        </p>
      )}
    </>
  );
}

interface ReportLinkProps {
  readonly episode: EpisodeRecord;
  readonly face: LibraryRecord | undefined;
  readonly reader: Reader;
  /** The page's own absolute address. */
  readonly url: string;
}

/**
 * A letter about a mistake, begun in the reader's language: of the page as it comes, and of the moment and
 * the sentence where there is script (src/player/report.ts). It is the reader who sends it; nothing is kept.
 */
function ReportLink({ episode, face, reader, url }: ReportLinkProps) {
  const address = face?.reportMistakes;
  if (address === undefined || !isLetter(address)) return null;
  const { strings } = reader;
  const title = reader.choose(episode.name, episode.inLanguage)?.value ?? episode.slug;
  const subject = strings.letterAbout(title);
  const moment = `${strings.letterMoment("%moment%")}\n%words%\n%url%\n\n${strings.letterQuestion}\n`;
  return (
    <p class="report">
      <a
        href={letterTo(address, subject, `${url}\n\n${strings.letterQuestion}\n`)}
        data-report={address}
        data-subject={subject}
        data-body={moment}
      >
        {strings.reportMistake}
      </a>
    </p>
  );
}
