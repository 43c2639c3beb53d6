/** Makes a transcript in paragraphs from the cues of a film. */
import type { TimedText } from "../captions/cue.ts";
import { countWords, joinText } from "../captions/join-lines.ts";
import type { SpeakerSetting } from "../captions/spoken/habit.ts";
import { readSpokenCues } from "../captions/spoken/repeats.ts";
import { type AttributedLine, attributeLines } from "../captions/spoken/speakers.ts";

/** The plain text of a cue, or of one speaker's part of it, on one line; times are in seconds. */
export interface Segment {
  startTime: number;
  endTime: number;
  text: string;
  /** Whether it describes a sound, for example `[music]`. */
  sound?: true;
}

export interface Paragraph {
  startTime: number;
  /** The name of the chapter that begins with this paragraph; only set on its first paragraph. */
  chapter?: string;
  speaker?: string;
  /** At least one. */
  segments: Segment[];
}

export interface Transcript {
  paragraphs: Paragraph[];
}

export interface Chapter {
  startTime: number;
  name: string;
}

/** A longer silence ends a paragraph, in seconds: a breath is shorter. Our choice. */
const minPause = 2.5;
/** With this many words or more, a paragraph ends at the next end of a sentence. Our choice. */
const longParagraphWords = 90;
/** With this many, it ends at the next cue: machine captions and Thai have no full stops. Our choice. */
const maxParagraphWords = 150;

/** Whether a text ends with the end of a sentence. */
export const endsSentence = (text: string) => sentenceEnd.test(text);

const sentenceEnd = /[.!?…。！？．؟۔।॥።፧။។៕]["'”’»›)\]」』]*$/;
/** A sound description: `[music]`, `(applause)`, `【音楽】`, `♪`. */
const soundPattern = /\[[^[\]]*\]|\([^()]*\)|（[^（）]*）|【[^【】]*】|[♪♫]/g;

/**
 * Makes paragraphs from cues (raw cue text) and chapters, in any order; both in seconds.
 *
 * A new paragraph begins at a new speaker, after a pause, at a chapter (with the first cue that is mostly
 * inside it), and at the end of a sentence if the paragraph is long.
 *
 * A voice, `<v Ana>`, ends with its cue. After `>>`, a dash or a name at the start of a cue the speaker stays the same
 * through cues without such a sign. The speaker is unknown after a pause, a chapter or a sound between sentences,
 * because words attributed to the wrong person are worse than words attributed to nobody.
 *
 * A sound description on a separate line is a separate segment. Between sentences it is also a separate
 * paragraph; inside a sentence (“and then we [door slams] left”) it stays in the sentence, and a sound in a
 * speaker's voice (`<v Ana>[sighs]`) belongs to that speaker.
 *
 * Text that rolling or highlighted captions repeat is included once. Cues without text are left out, and so are chapters
 * without speech.
 * @param setting what the manifest says about the speakers of the captions
 */
export function transcriptFromCues(
  cues: readonly TimedText[],
  chapters: readonly Chapter[],
  setting?: SpeakerSetting,
): Transcript {
  const paragraphs: Paragraph[] = [];
  const sortedCues = [...cues].sort((a, b) => a.startTime - b.startTime);
  const chaptersLeft = [...chapters].sort((a, b) => a.startTime - b.startTime).reverse();
  let current: Paragraph | undefined;
  let speaker: string | undefined;
  let speakerLasts = false; // Whether the speaker continues in the next cue.
  let isUnknownTurn = false; // Whether someone begins to speak whose name isn't known.
  let words = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  let lastText = "";
  let afterSound = false;

  for (const cue of attributeLines(readSpokenCues(sortedCues).cues, setting)) {
    for (const piece of groupLines(cue.lines)) {
      const chapter = takeStartedChapter(chaptersLeft, (cue.startTime + cue.endTime) / 2);
      const atBreak = chapter !== undefined || cue.startTime - lastEnd > minPause;
      const atSentenceEnd: boolean = endsSentence(lastText) || afterSound;
      const describesSound = isSoundOnly(piece.text);
      const { change } = piece;
      const isSound = change?.name === undefined && describesSound;
      const standsAlone: boolean = isSound && (atBreak || lastText === "" || atSentenceEnd);
      if (standsAlone) speaker = undefined;
      else if (change !== undefined) speaker = change.name;
      else if (atBreak || !(speakerLasts || isSound)) speaker = undefined;
      speakerLasts = !standsAlone && (change === undefined ? speakerLasts : change.kind === "turn");
      isUnknownTurn ||= change?.kind === "turn" && change.name === undefined;
      // A name on a line of its own: the next cue has its words.
      if (piece.text === "") continue;

      const isNewSpeaker =
        isUnknownTurn || speaker !== current?.speaker || standsAlone !== afterSound;
      isUnknownTurn = false;
      const isFull = words >= maxParagraphWords || (words >= longParagraphWords && atSentenceEnd);
      if (current === undefined || atBreak || isNewSpeaker || isFull) {
        current = { startTime: cue.startTime, segments: [] };
        if (chapter !== undefined) current.chapter = chapter;
        if (speaker !== undefined) current.speaker = speaker;
        paragraphs.push(current);
        words = 0;
      }
      current.segments.push({
        startTime: cue.startTime,
        endTime: cue.endTime,
        text: piece.text,
        ...(describesSound ? { sound: true } : {}),
      });
      words += countWords(piece.text);
      lastEnd = Math.max(lastEnd, cue.endTime);
      // A sound inside a sentence does not end it.
      if (!isSound || standsAlone) lastText = piece.text;
      afterSound = standsAlone;
    }
  }
  return { paragraphs };
}

/**
 * Removes the chapters that have started by a time from the end of a list.
 * @returns the name of the last of them, if any
 */
function takeStartedChapter(chaptersLeft: Chapter[], time: number): string | undefined {
  let name: string | undefined;
  for (let next = chaptersLeft.at(-1); next !== undefined; next = chaptersLeft.at(-1)) {
    if (next.startTime > time) break;
    name = next.name;
    chaptersLeft.pop();
  }
  return name;
}

/** Joins a cue's consecutive lines of one speaker; sound descriptions on lines of their own stay separate. */
function groupLines(lines: readonly AttributedLine[]): readonly AttributedLine[] {
  if (lines.length === 1) return lines;
  const pieces: (AttributedLine & { parts: string[]; isSound: boolean })[] = [];
  for (const { change, text } of lines) {
    if (text === "") {
      // A name on a line of its own: its words follow.
      pieces.push({ change, text, parts: [], isSound: false });
      continue;
    }
    const isSound = isSoundOnly(text);
    const last = pieces.at(-1);
    const isSameSpeaker =
      last !== undefined &&
      (change === undefined
        ? last.change?.kind !== "voice"
        : change.kind === "voice" && last.change?.name === change.name);
    if (last !== undefined && isSameSpeaker && !isSound && !last.isSound) last.parts.push(text);
    else pieces.push({ change, text, parts: [text], isSound });
  }
  return pieces.map(({ change, parts }) => ({ change, text: joinText(parts) }));
}

function isSoundOnly(text: string): boolean {
  // Most texts begin with a word.
  if (!/^\s*[[(（【♪♫]/.test(text)) return false;
  return text.replace(soundPattern, "").trim() === "";
}
