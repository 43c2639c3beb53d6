/** The words of a cue without its markup, and who says them. */
import { parseCueText, walkCueText } from "./cue-text.ts";

/** What one voice says in a cue. */
export interface SpeakerTurn {
  /** The name in `<v Maria>`; undefined for text outside every voice. */
  speaker: string | undefined;
  text: string;
}

/**
 * The text of a cue as it is read: tags gone, references decoded, line breaks kept. A ruby text
 * follows its base in parentheses, as a browser without ruby shows it.
 */
export function plainText(cueText: string): string {
  return speakerTurns(cueText)
    .map((turn) => turn.text)
    .join("")
    .trim();
}

/** The speaker of a cue, the first if there are several, or undefined if it names none. */
export function speakerOf(cueText: string): string | undefined {
  return speakersOf(cueText)[0];
}

/** Everyone who speaks in a cue, each once, in order. */
export function speakersOf(cueText: string): string[] {
  const speakers = new Set<string>();
  for (const { speaker } of speakerTurns(cueText)) if (speaker !== undefined) speakers.add(speaker);
  return [...speakers];
}

/**
 * A cue's text parted where the speaker changes, in order. The texts together are the whole text;
 * a voice inside another (a `<v>` that was never closed) counts for itself.
 */
export function speakerTurns(cueText: string): SpeakerTurn[] {
  // Most cues of most files hold no markup at all.
  if (!/[<&]/.test(cueText)) return cueText === "" ? [] : [{ speaker: undefined, text: cueText }];

  const turns: SpeakerTurn[] = [];
  const voices: string[] = [];
  const add = (text: string): void => {
    const speaker = voices.at(-1) || undefined;
    const last = turns.at(-1);
    // White space between two voices belongs to neither: it stays with the first.
    if (last !== undefined && (last.speaker === speaker || text.trim() === "")) last.text += text;
    else turns.push({ speaker, text });
  };
  walkCueText(
    parseCueText(cueText),
    (node) => {
      if (node.type === "text") add(node.value);
      else if (node.type === "voice") voices.push(node.annotation);
      else if (node.type === "rubyText") add("(");
    },
    (span) => {
      if (span.type === "voice") voices.pop();
      else if (span.type === "rubyText") add(")");
    },
  );
  return turns;
}
