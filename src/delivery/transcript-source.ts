import { directionOf } from "../i18n/direction.ts";
import { chooseText, defaultNeighbours } from "../i18n/fallback.ts";
import { formatDate } from "../i18n/format.ts";
import { interfaceLanguageFor } from "../i18n/interface-languages.ts";
import { joinFacts } from "../i18n/left-to-right.ts";
import { nameOfLanguage } from "../i18n/names.ts";
import { stringsIn } from "../i18n/strings.ts";
import { correctionsPath, watchPath } from "../records/addresses.ts";
import type { EpisodeRecord } from "../records/schema/record.ts";
import type { WorkText, WorkView } from "../records/views.ts";
import {
  defaultTranscriptOptions,
  type SpokenText,
  type TranscriptOptions,
  type TranscriptSource,
} from "../transcripts/formats/format.ts";
import { readTimedText } from "./timed-text.ts";

/**
 * Builds what a film's transcripts are rendered from, in two languages if two texts were read.
 * @param origin scheme and host of the library
 * @returns undefined if the film has no captions
 */
export function buildTranscriptSource(
  episode: EpisodeRecord,
  view: WorkView<"text">,
  origin: string,
  options: TranscriptOptions = defaultTranscriptOptions,
): TranscriptSource | undefined {
  const settings = view.library?.record;
  const neighbours = settings?.neighbours ?? defaultNeighbours;
  const textOf = (text: WorkText | undefined): SpokenText | undefined => {
    const spoken = readTimedText(episode, text, neighbours);
    return (
      spoken && {
        ...spoken,
        languageName: nameOfLanguage(spoken.language),
        direction: directionOf(spoken.language),
        name:
          chooseText(episode.name, spoken.language, episode.inLanguage, neighbours)?.value ?? "",
      }
    );
  };
  const text = textOf(view.text);
  const second = textOf(view.secondary);
  if (text === undefined) return undefined;

  const page = interfaceLanguageFor(text.language);
  const strings = stringsIn(page);
  const { datePublished, license, copyrightHolder } = episode;
  const publisher =
    settings &&
    chooseText(settings.publisher.name, text.language, settings.inLanguage, neighbours)?.value;
  const corrected = view.text?.corrections?.[0]?.at;
  const date = datePublished && formatDate(datePublished, page);
  return {
    ...text,
    publisher: publisher ?? "",
    citation: joinFacts([text.name, publisher, date], directionOf(text.language)),
    published: date,
    copyrightHolder,
    watchUrl: origin + watchPath(page, episode.slug),
    options,
    labels: {
      transcript: strings.transcript,
      source: strings.source,
      machineMade: strings.machineGenerated,
      license: strings.license,
      translator: strings.translator,
      published: strings.datePublished,
      lessons: strings.lessons,
    },
    ...(datePublished === undefined ? {} : { datePublished }),
    ...(license === undefined ? {} : { license }),
    ...(second === undefined ? {} : { secondary: second }),
    ...(corrected === undefined
      ? {}
      : {
          correction: {
            line: strings.correctedOn(formatDate(corrected, page)),
            link: strings.seeCorrections,
            url: origin + correctionsPath(episode.slug, text.language),
          },
        }),
  };
}

/** When each text of a page was last corrected. Pages show it, and no record's digest includes it. */
export function lastCorrections({ text, secondary }: WorkView<"text">): (string | undefined)[] {
  return [text, secondary].map((one) => one?.corrections?.[0]?.at);
}

/** A transcript's file name without its extension: the title, the word “transcript” and its languages. */
export function transcriptFileName(source: TranscriptSource): string {
  const languages = [source, source.secondary].flatMap((text) => text?.language ?? []);
  return `${source.name} – ${source.labels.transcript} (${languages.join("+")})`;
}
