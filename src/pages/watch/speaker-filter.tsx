import { watchPath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";
import type { Transcript } from "../../transcripts/paragraphs.ts";

/** What one speaker says; the whole transcript if they say nothing in it. */
export function filterBySpeaker(transcript: Transcript, speaker: string | undefined): Transcript {
  const paragraphs = transcript.paragraphs.filter((paragraph) => paragraph.speaker === speaker);
  return speaker === undefined || paragraphs.length === 0 ? transcript : { paragraphs };
}

interface SpeakerFilterProps {
  readonly transcript: Transcript;
  readonly slug: string;
  readonly speaker: string | undefined;
  readonly reader: Reader;
}

/** Links that show what one speaker says. Nothing if fewer than two are known. */
export function SpeakerFilter({ transcript, slug, speaker, reader }: SpeakerFilterProps) {
  const names = [...new Set(transcript.paragraphs.map((paragraph) => paragraph.speaker))].filter(
    (name) => name !== undefined,
  );
  if (names.length < 2) return null;
  const { strings, language } = reader;
  const current = speaker !== undefined && names.includes(speaker) ? speaker : undefined;
  return (
    <nav class="filters" aria-label={strings.speakers}>
      <ul>
        {[undefined, ...names].map((name) => (
          <li>
            <a
              href={`${watchPath(language, slug, { speaker: name })}#transcript`}
              aria-current={name === current ? "true" : undefined}
            >
              {name === undefined ? strings.allSpeakers : <bdi>{name}</bdi>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
