import { directionOf } from "../../i18n/direction.ts";
import { nameOfLanguage } from "../../i18n/names.ts";
import type { Strings } from "../../i18n/strings.ts";
import {
  captionsPath,
  cartridgePath,
  iiifPath,
  packPath,
  transcriptPath,
} from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";
import { spokenTracks } from "../../records/tracks.ts";
import { transcriptFormats } from "../../transcripts/formats/formats.ts";
import { lessonFormats } from "../../transcripts/formats/lessons/lessons.ts";

interface TextDownloadsProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
  /** The language of the transcript that the page shows. */
  readonly language: string;
}

/** The formats that most readers want: to edit, to print or save as PDF, to show with the film. */
const commonFormats = ["docx", "html", "vtt"];

/** What teachers make of two languages, with its name. */
const pairLessons: readonly (readonly [string, (strings: Strings) => string])[] = [
  ["vocabulary.html", ({ lessons }) => lessons.vocabulary],
  ["cards.csv", ({ lessons }) => lessons.cards],
];

/** Downloads of a film's text that most readers want: the class pack and the common formats. */
export function CommonTextDownloads({ episode, reader, language }: TextDownloadsProps) {
  const { strings } = reader;
  return (
    <>
      {commonFormats.map((extension) => (
        <FormatItem {...{ episode, reader, language, extension }} />
      ))}
      <li>
        <a href={packPath(episode.slug, language)}>{strings.classPack}</a>{" "}
        <small>{strings.classPackHelp}</small>
      </li>
    </>
  );
}

/** All other downloads of a film's text: the less common formats, and pairs of languages. */
export function OtherTextDownloads({ episode, reader, language }: TextDownloadsProps) {
  const { strings } = reader;
  const others = spokenTracks(episode).filter((track) => track.inLanguage !== language);
  return (
    <>
      {[...transcriptFormats.keys(), ...lessonFormats.keys()]
        .filter((extension) => !commonFormats.includes(extension))
        .map((extension) => (
          <FormatItem {...{ episode, reader, language, extension }} />
        ))}
      {others.map(({ inLanguage }) => (
        <li>
          {strings.sideBySide}: <LanguageName tag={language} /> + <LanguageName tag={inLanguage} />{" "}
          {["html", "docx"].map((extension) => (
            <>
              <a href={transcriptPath(episode.slug, `${language}+${inLanguage}`, extension)}>
                {extension.toUpperCase()}
              </a>{" "}
            </>
          ))}
          {pairLessons.map(([extension, name]) => (
            <>
              {" · "}
              <a href={transcriptPath(episode.slug, `${language}+${inLanguage}`, extension)}>
                {name(strings)}
              </a>
            </>
          ))}
        </li>
      ))}
    </>
  );
}

/** The film for other programs: courses, and viewers of archives. */
export function OtherProgramDownloads({ episode, reader }: Omit<TextDownloadsProps, "language">) {
  return (
    <>
      <li>
        <a href={cartridgePath(episode.slug, reader.language)}>{reader.strings.courseCartridge}</a>
      </li>
      <li>
        <a href={iiifPath(episode.slug)}>{reader.strings.iiifManifest}</a>
      </li>
    </>
  );
}

/** A format of the text; those with an option to show times have a second link. */
function FormatItem({
  episode,
  reader,
  language,
  extension,
}: TextDownloadsProps & { readonly extension: string }) {
  return (
    <li>
      <a href={textPath(episode.slug, language, extension)}>{formatName(reader, extension)}</a>
      {(extension === "html" || extension === "docx") && (
        <>
          {" · "}
          <a href={`${transcriptPath(episode.slug, language, extension)}?times=1`}>
            {reader.strings.withTimes}
          </a>
        </>
      )}
    </li>
  );
}

const LanguageName = ({ tag }: { tag: string }) => (
  <bdi lang={tag} dir={directionOf(tag)}>
    {nameOfLanguage(tag)}
  </bdi>
);

/** Caption formats have their own address under `/captions`. */
function textPath(slug: string, language: string, extension: string): string {
  return extension === "vtt" || extension === "srt"
    ? captionsPath(slug, language, extension)
    : transcriptPath(slug, language, extension);
}

function formatName(reader: Reader, extension: string): string {
  const { formatNames, lessonFormats: lessonNames } = reader.strings;
  const names: Record<string, string> = { ...formatNames, ...lessonNames };
  return names[extension] ?? extension;
}
