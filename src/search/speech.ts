import { parseCueRows } from "../captions/cue-rows.ts";
import { joinText } from "../captions/join-lines.ts";
import type { SpeakerSetting } from "../captions/spoken/habit.ts";
import { readSpokenCues } from "../captions/spoken/repeats.ts";
import { attributeLines } from "../captions/spoken/speakers.ts";
import { normalizeText } from "../i18n/normalize.ts";
import type { SearchedText } from "../records/views.ts";

/** What is said in a film, cue by cue. */
export interface Speech {
  readonly cues: readonly SpeechCue[];
  /** The names of those who speak, in the order of their numbers, from 1. */
  readonly speakers: readonly string[];
}

export interface SpeechCue {
  /** In seconds. */
  readonly startTime: number;
  /** What is said, with the name of a speaker before what they begin to say. */
  readonly text: string;
  /** The number of the speaker, or `several`; undefined if nobody is named. */
  readonly speaker: number | undefined;
}

/** The number of a cue in which more than one speaks. */
export const several = 0;

/** How many different speakers are numbered: more than a town hall has. Our choice. */
const maxSpeakers = 200;

/** The number of the first PDF of a text: nobody who speaks has it. */
export const firstPdf = maxSpeakers + 1;

/**
 * Reads a film's text with its speakers.
 * @param setting what the manifest says about the speakers
 * @returns undefined for a document
 */
export function readSpeech(
  { format, body }: SearchedText,
  setting?: SpeakerSetting,
): Speech | undefined {
  if (format !== "cues") return undefined;
  const speakers: string[] = [];
  const numberOf = (name: string | undefined): number | undefined => {
    if (name === undefined) return undefined;
    if (!speakers.includes(name) && speakers.length < maxSpeakers) speakers.push(name);
    return speakers.indexOf(name) + 1 || undefined;
  };
  let speaker: string | undefined;
  let lasts = false; // Whether the speaker continues in a cue that names nobody.
  const rows = parseCueRows(body).sort(([a], [b]) => a - b);
  const timed = rows.map(([startTime, endTime, text]) => ({ startTime, endTime, text }));
  const cues = attributeLines(readSpokenCues(timed).cues, setting).map(
    ({ startTime, lines }): SpeechCue => {
      if (!lasts && lines[0]?.change === undefined) speaker = undefined;
      const numbers = new Set<number | undefined>();
      const texts = lines.map(({ text, change }) => {
        const name = change?.name === speaker ? undefined : change?.name;
        if (change !== undefined) {
          speaker = change.name;
          lasts = change.kind === "turn";
        }
        numbers.add(numberOf(speaker));
        return name === undefined ? text : `${name}: ${text}`.trim();
      });
      const [number] = numbers;
      return {
        startTime,
        text: normalizeText(joinText(texts)),
        speaker: numbers.size > 1 ? several : number,
      };
    },
  );
  return { cues, speakers };
}
