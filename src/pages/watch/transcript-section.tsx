import { quotationSource } from "../../components/quotation-source.ts";
import type { TimedText } from "../../delivery/timed-text.ts";
import { buildTranscriptSource } from "../../delivery/transcript-source.ts";
import { formatDate } from "../../i18n/format.ts";
import { nameOfLanguageIn } from "../../i18n/names.ts";
import { noLanguage } from "../../i18n/tag.ts";
import { TranscriptText } from "../../player/server/transcript.tsx";
import {
  correctionsPath,
  type QueryParameters,
  reportPath,
  watchPath,
} from "../../records/addresses.ts";
import { emailHref, isEmailHref } from "../../records/contact/contact.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord, LibraryRecord } from "../../records/schema/record.ts";
import { reportInbox } from "../../records/schema/report-inbox.ts";
import { spokenTracks } from "../../records/tracks.ts";
import type { WorkText, WorkView } from "../../records/views.ts";
import type { SpokenText, TranscriptSource } from "../../transcripts/formats/format.ts";
import { transcriptFromCues } from "../../transcripts/paragraphs.ts";
import { SearchForm } from "../layout/search-form.tsx";
import { BilingualTranscript, SecondLanguageChoice } from "./bilingual-transcript.tsx";
import { filterBySpeaker, SpeakerFilter } from "./speaker-filter.tsx";
import { TranscriptToolbarSpace } from "./transcript-toolbar.tsx";

interface TranscriptSectionProps {
  readonly episode: EpisodeRecord;
  readonly view: WorkView;
  /** The spoken text in the page's language, if there is one. */
  readonly spoken: TimedText | undefined;
  /** The same text with a second language, if the address asks for one. */
  readonly bilingual: BilingualText | undefined;
  readonly settings: LibraryRecord | undefined;
  readonly reader: Reader;
  /** Scheme and host of the library. */
  readonly origin: string;
  /** The parameters of the page's address that links keep: the moment. */
  readonly keptParameters: QueryParameters;
  /** The query, if the reader came from a search. */
  readonly query: string | undefined;
  /** The speaker whose words are shown, if the address names one. */
  readonly speaker: string | undefined;
}

/** The transcript of a film, in one language or two side by side. */
export function TranscriptSection(props: TranscriptSectionProps) {
  const {
    episode,
    view,
    spoken,
    bilingual,
    settings,
    reader,
    origin,
    keptParameters,
    query,
    speaker,
  } = props;
  const { strings } = reader;
  const secondary = bilingual?.secondary.language;
  const source = quotationSource(episode, settings, reader, origin);
  // With a second language, both are made into paragraphs where they are aligned.
  const transcript =
    bilingual === undefined && spoken !== undefined
      ? transcriptFromCues(spoken.cues, spoken.chapters, spoken.speakers)
      : undefined;
  const shared = {
    reader,
    path: watchPath(reader.language, episode.slug, { beside: secondary }),
    source,
    query,
  };
  return (
    <section class="watch-text" aria-labelledby="transcript">
      <h2 id="transcript">{strings.transcript}</h2>
      <TextLabels episode={episode} text={view.text} reader={reader} />
      {bilingual !== undefined && (
        <TextLabels episode={episode} text={view.secondary} reader={reader} isSecondary />
      )}
      {spoken !== undefined && (
        <SecondLanguageChoice
          episode={episode}
          reader={reader}
          language={spoken.language}
          secondary={secondary}
          keptParameters={keptParameters}
        />
      )}
      {transcript !== undefined && (
        <SpeakerFilter
          transcript={transcript}
          slug={episode.slug}
          speaker={speaker}
          reader={reader}
        />
      )}
      {spoken !== undefined && (
        // With a script the toolbar searches.
        <noscript>
          <SearchForm reader={reader} filters={{ work: episode.slug }} label={strings.searchFilm} />
        </noscript>
      )}
      {spoken !== undefined && <TranscriptToolbarSpace reader={reader} />}
      {spoken === undefined ? (
        <p>{episode.inLanguage === noLanguage ? strings.nobodySpeaks : strings.noTranscript}</p>
      ) : transcript !== undefined ? (
        <TranscriptText
          {...shared}
          transcript={filterBySpeaker(transcript, speaker)}
          language={spoken.language}
        />
      ) : (
        bilingual !== undefined && <BilingualTranscript {...shared} {...bilingual} />
      )}
      {spoken !== undefined && (
        <ReportLink
          episode={episode}
          settings={settings}
          reader={reader}
          url={source.url}
          parameters={{
            ...keptParameters,
            text: spoken.language === reader.language ? undefined : spoken.language,
          }}
        />
      )}
    </section>
  );
}

/** A transcript and its second language. */
export interface BilingualText {
  readonly text: TranscriptSource;
  readonly secondary: SpokenText;
}

/** The transcript with its second language; undefined if none is requested or available. */
export function bilingualTextOf(
  episode: EpisodeRecord,
  view: WorkView,
  origin: string,
): BilingualText | undefined {
  if (view.secondary === undefined || view.secondary.language === view.text?.language)
    return undefined;
  const text = buildTranscriptSource(episode, view, origin);
  return text?.secondary && { text, secondary: text.secondary };
}

interface TextLabelsProps {
  readonly episode: EpisodeRecord;
  readonly text: WorkText | undefined;
  readonly reader: Reader;
  /** Whether it is the second of two languages, so that its labels name the language. */
  readonly isSecondary?: boolean;
}

/** Labels of a text: machine-generated, outdated, corrected on a date. */
function TextLabels({ episode, text, reader, isSecondary = false }: TextLabelsProps) {
  const track = spokenTracks(episode).find(({ inLanguage }) => inLanguage === text?.language);
  if (track === undefined) return null;
  const { strings, language } = reader;
  const withLanguage = (label: string) =>
    isSecondary ? `${nameOfLanguageIn(track.inLanguage, language)}: ${label}` : label;
  const correctedAt = text?.corrections?.[0]?.at;
  return (
    <>
      {track.origin === "machine" && <p class="label">{withLanguage(strings.machineGenerated)}</p>}
      {track.stale && <p class="label">{withLanguage(strings.stale)}</p>}
      {correctedAt !== undefined && (
        <p class="corrected">
          {withLanguage(strings.correctedOn(formatDate(correctedAt, language)))}{" "}
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
  /** The moment and the text's language, for the library's own form. */
  readonly parameters: QueryParameters;
}

/**
 * A link that begins an email about a mistake, in the reader's language, or to the library's own form. It names the
 * page; with JavaScript also the moment and, in an email, the sentence (src/player/client/transcript/report-link.ts).
 * Readers send it themselves.
 */
function ReportLink({ episode, settings, reader, url, parameters }: ReportLinkProps) {
  const address = settings?.reportMistakes;
  const { strings } = reader;
  if (address === reportInbox) {
    return (
      <p class="report-link">
        <a href={reportPath(reader.language, episode.slug, parameters)} data-report="">
          {strings.reportMistake}
        </a>
      </p>
    );
  }
  if (address === undefined || !isEmailHref(address)) return null;
  const title = reader.choose(episode.name, episode.inLanguage)?.value ?? episode.slug;
  const subject = strings.reportSubject(title);
  const body = `${strings.reportMoment("%moment%")}\n%words%\n%url%\n\n${strings.reportQuestion}\n`;
  return (
    <p class="report-link">
      <a
        href={emailHref(address, subject, `${url}\n\n${strings.reportQuestion}\n`)}
        data-report={address}
        data-subject={subject}
        data-body={body}
      >
        {strings.reportMistake}
      </a>
    </p>
  );
}
