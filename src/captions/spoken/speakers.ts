/** Who says each line of a film (DESIGN 2, Speaker). */
import { findSpeakerHabit, type SpeakerHabit, type SpeakerSetting } from "./habit.ts";
import { readLabel } from "./labels.ts";
import type { CueLines, SpeakerLine } from "./lines.ts";
import { splitTurns, withoutMarker } from "./turns.ts";

/** A line, without the signs and names that say who speaks. */
export interface AttributedLine {
  readonly text: string;
  /**
   * Who speaks: a voice, `<v Ana>`, to the end of its cue; a turn until the next one, with a name or without. Undefined
   * if the line continues.
   */
  readonly change:
    | { readonly kind: "voice" | "turn"; readonly name: string | undefined }
    | undefined;
}

export interface AttributedCue extends Omit<CueLines, "lines"> {
  readonly lines: readonly AttributedLine[];
}

/**
 * Finds who speaks: voices, `>>`, dashes, and names at the start of cues if the film has them throughout.
 * @param setting what the manifest says about the speakers
 */
export function attributeLines(
  cues: readonly CueLines[],
  setting?: SpeakerSetting,
): AttributedCue[] {
  const habit = findSpeakerHabit(cues, setting);
  const context = { habit, setting, rename: renamer(setting) };
  return cues.map((cue) => ({ ...cue, lines: attributeCue(cue.lines, context) }));
}

interface Context {
  readonly habit: SpeakerHabit | undefined;
  readonly setting: SpeakerSetting | undefined;
  readonly rename: (name: string) => string;
}

function attributeCue(lines: readonly SpeakerLine[], context: Context): AttributedLine[] {
  const turns = splitTurns(lines.map(({ text }) => text));
  let voice: string | undefined; // Who speaks by `<v Ana>`, until a sign within it says that someone else does.
  return lines.flatMap(({ speaker }, index): AttributedLine[] => {
    const isStart = lines[index - 1]?.speaker !== speaker;
    if (isStart) voice = speaker;
    return (turns[index] ?? []).map(({ text: part, marker }, partIndex) => {
      const isFirst = isStart && partIndex === 0;
      if (!isFirst && marker !== undefined) voice = undefined;
      if (voice !== undefined) {
        const change = { kind: "voice", name: context.rename(voice) } as const;
        return { text: isFirst ? withoutMarker(part) || part : part, change };
      }
      const label = readSpeaker(part, marker === "chevrons", context);
      if (label !== undefined) {
        // If only one person is ever named, cues without a name can be someone else's.
        const kind = marker === undefined && context.habit?.names.size === 1 ? "voice" : "turn";
        return { text: label.rest, change: { kind, name: context.rename(label.name) } };
      }
      const change =
        marker === undefined ? undefined : ({ kind: "turn", name: undefined } as const);
      return { text: part, change };
    });
  });
}

/** The name at the start of a text, if it is a speaker's. */
function readSpeaker(text: string, isAfterChevrons: boolean, { habit, setting }: Context) {
  const label = setting?.labels === false ? undefined : readLabel(text);
  if (label === undefined) return undefined;
  const isKnown = habit?.forms.has(label.form) === true && habit.names.has(label.name);
  return isKnown || (isAfterChevrons && label.isDistinct) ? label : undefined;
}

function renamer(setting: SpeakerSetting | undefined): (name: string) => string {
  const names = new Map(Object.entries(setting?.names ?? {}));
  return (name) => names.get(name) ?? name;
}
