/** The plain text of a cue, and its speakers. */
import { parseCueText, walkCueText } from "./cue-text.ts";

/** Consecutive text of one speaker in a cue. */
export interface SpeakerTurn {
  /** The annotation of the voice span, “Maria” in `<v Maria>`; undefined outside all voice spans. */
  readonly speaker: string | undefined;
  readonly text: string;
}

/**
 * The plain text of a cue: tags removed, character references decoded, line breaks kept. Ruby text
 * follows its base in parentheses, as in a browser that doesn't support ruby.
 */
export function plainText(cueText: string): string {
  return speakerTurns(cueText)
    .map((turn) => turn.text)
    .join("")
    .trim();
}

/** The first speaker of a cue, or undefined if it names none. */
export function speakerOf(cueText: string): string | undefined {
  return speakersOf(cueText)[0];
}

/** All speakers of a cue, without duplicates, in order. */
export function speakersOf(cueText: string): string[] {
  const speakers = new Set<string>();
  for (const { speaker } of speakerTurns(cueText)) if (speaker !== undefined) speakers.add(speaker);
  return [...speakers];
}

/**
 * Splits a cue's text where the speaker changes. Joining the texts gives the whole text. A voice span
 * within another (after a `<v>` that was never closed) is a turn of its own speaker.
 */
export function speakerTurns(cueText: string): SpeakerTurn[] {
  // Most cues contain no markup, so skip the parser for them.
  if (!/[<&]/.test(cueText)) return cueText === "" ? [] : [{ speaker: undefined, text: cueText }];

  const turns: { speaker: string | undefined; text: string }[] = [];
  const openVoices: string[] = [];
  const add = (text: string): void => {
    const speaker = openVoices.at(-1)?.trim() || undefined;
    const last = turns.at(-1);
    // White space between two voice spans is added to the first.
    if (last !== undefined && (last.speaker === speaker || text.trim() === "")) last.text += text;
    else turns.push({ speaker, text });
  };
  walkCueText(
    parseCueText(cueText),
    (node) => {
      if (node.type === "text") add(node.value);
      else if (node.type === "voice") openVoices.push(node.annotation);
      else if (node.type === "rubyText") add("(");
    },
    (span) => {
      if (span.type === "voice") openVoices.pop();
      else if (span.type === "rubyText") add(")");
    },
  );
  return turns;
}
