/** A transcript that reads as prose, made from the cues of a film. */
import type { TimedText } from "../captions/cue.ts";
import { countWords, joinText } from "../captions/join-lines.ts";
import { type Line, mergeRollingCues } from "./rolling.ts";

/** The plain text of a cue, or of one speaker's part in it, in one line; times are in seconds. */
export interface Segment {
  startTime: number;
  endTime: number;
  text: string;
  /** It describes a sound, as `[music]` does. */
  sound?: true;
}

export interface Paragraph {
  startTime: number;
  /** The name of the chapter that this paragraph opens; absent from the chapter's others. */
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

/** A silence longer than this ends a paragraph, in seconds: a breath is shorter. */
const minPause = 2.5;
/** From so many words on, the next end of a sentence ends the paragraph … */
const longParagraphWords = 90;
/** … and from so many on the next cue does: machine captions and Thai have no full stops. */
const maxParagraphWords = 150;

/** Whether a text ends where a sentence does. */
export const endsSentence = (text: string) => sentenceEnd.test(text);

const sentenceEnd = /[.!?…。！？．؟۔।॥።፧။។៕]["'”’»›)\]」』]*$/;
/** A sound description: `[music]`, `(applause)`, `【音楽】`, `♪`. */
const soundPattern = /\[[^[\]]*\]|\([^()]*\)|（[^（）]*）|【[^【】]*】|[♪♫]/g;

/**
 * Makes paragraphs from cues (raw cue text) and chapters, in any order; both in seconds.
 *
 * A new paragraph begins at a new speaker, after a pause, at a chapter (the cue that lies in it
 * for the greater part is its first), and at the end of a sentence once it is long.
 *
 * A speaker carries on through cues without a voice tag, so that tagging only the changes is
 * enough; not past a pause, a chapter or a sound between sentences, since words given to the wrong
 * person are worse than words given to nobody.
 *
 * A sound description on a line of its own is its own segment. Between sentences it is a paragraph
 * too, as a stage direction; inside a sentence (“and then we [door slams] left”) it stays there, and a
 * sound in somebody's voice (`<v Ana>[sighs]`) is theirs.
 *
 * What rolling captions repeat is said once. Cues without text are left out, and so is a chapter in which nothing is said.
 */
export function transcriptFromCues(
  cues: readonly TimedText[],
  chapters: readonly Chapter[],
): Transcript {
  const paragraphs: Paragraph[] = [];
  const inOrder = [...cues].sort((a, b) => a.startTime - b.startTime);
  const chaptersLeft = [...chapters].sort((a, b) => a.startTime - b.startTime).reverse();
  let current: Paragraph | undefined;
  let speaker: string | undefined;
  let words = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  let lastText = "";
  let afterSound = false;

  for (const cue of mergeRollingCues(inOrder)) {
    for (const piece of piecesOf(cue.lines)) {
      const chapter = takeChapter(chaptersLeft, (cue.startTime + cue.endTime) / 2);
      const atBreak = chapter !== undefined || cue.startTime - lastEnd > minPause;
      const atSentenceEnd: boolean = endsSentence(lastText) || afterSound;
      const describesSound = isSoundOnly(piece.text);
      const isSound = piece.speaker === undefined && describesSound;
      const standsAlone: boolean = isSound && (atBreak || lastText === "" || atSentenceEnd);
      const before = speaker;
      if (standsAlone) speaker = undefined;
      else if (piece.speaker !== undefined) speaker = piece.speaker;
      else if (atBreak) speaker = undefined;

      const changes = speaker !== before || standsAlone !== afterSound;
      const isFull = words >= maxParagraphWords || (words >= longParagraphWords && atSentenceEnd);
      if (current === undefined || atBreak || changes || isFull) {
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

/** Takes the chapters that have begun by a time off the end of a list; gives the last one's name. */
function takeChapter(chaptersLeft: Chapter[], time: number): string | undefined {
  let name: string | undefined;
  for (let next = chaptersLeft.at(-1); next !== undefined; next = chaptersLeft.at(-1)) {
    if (next.startTime > time) break;
    name = next.name;
    chaptersLeft.pop();
  }
  return name;
}

/** A cue's lines put together by speaker, with sounds that have a line to themselves apart. */
function piecesOf(lines: readonly Line[]): Line[] {
  const pieces: (Line & { parts: string[]; isSound: boolean })[] = [];
  for (const { speaker, text } of lines) {
    const isSound = isSoundOnly(text);
    const last = pieces.at(-1);
    const goesOn = last !== undefined && !isSound && !last.isSound && last.speaker === speaker;
    if (goesOn) last.parts.push(text);
    else pieces.push({ speaker, text, parts: [text], isSound });
  }
  return pieces.map(({ speaker, parts }) => ({ speaker, text: joinText(parts) }));
}

function isSoundOnly(text: string): boolean {
  return text.trim() !== "" && text.replace(soundPattern, "").trim() === "";
}
