/** Whether a film names its speakers at the start of cues. */
import { type Label, type LabelForm, readLabel } from "./labels.ts";
import type { CueLines } from "./lines.ts";
import { withoutMarker } from "./turns.ts";

/** What the manifest says about the speakers of a track. */
export interface SpeakerSetting {
  /**
   * Whether names at the start of cues are speakers (`speakerLabels`); if undefined, the film's own habit decides.
   */
  readonly labels?: boolean | undefined;
  /** The names to show, by the names in the file (`speakers`). These are speakers whatever the habit is. */
  readonly names?: Readonly<Record<string, string>> | undefined;
}

/** How a film names its speakers at the start of cues. */
export interface SpeakerHabit {
  /** The forms it uses throughout. */
  readonly forms: ReadonlySet<LabelForm>;
  /** The names that are speakers. */
  readonly names: ReadonlySet<string>;
  /** How many cues begin with such a name, of how many. */
  readonly labeledCues: number;
  readonly cueCount: number;
  /** The index of the first of these cues. */
  readonly firstCue: number;
  /** As the first name is written: `ANA:`. */
  readonly example: string;
}

/** From this share of cues on, the names are a habit even if each is used once. Our choice. */
const minShare = 0.5;

const isSound = (text: string) => /^[[(【（♪][^\])】）]*[\])】）♪]?$/.test(text);

interface FoundLabel {
  readonly label: Label;
  readonly index: number;
  readonly source: string;
}

/** Finds the names that speak in a film. `>> ANA:` isn't counted, as it names a speaker in any film. */
export function findSpeakerHabit(
  cues: readonly CueLines[],
  setting?: SpeakerSetting,
): SpeakerHabit | undefined {
  if (setting?.labels === false) return undefined;
  const spoken = cues.filter(({ lines }) => lines.some(({ text }) => !isSound(text)));
  const found = spoken.flatMap(({ lines, index }) =>
    lines.flatMap(({ speaker, text }): FoundLabel[] => {
      const canHaveLabel = speaker === undefined && /[:：[(［【（]/.test(text);
      const label = canHaveLabel ? readLabel(withoutMarker(text)) : undefined;
      return label === undefined ? [] : [{ label, index, source: text }];
    }),
  );
  const renamed = new Set(Object.keys(setting?.names ?? {}));
  const speakers: FoundLabel[] = [];
  for (const form of ["colon", "brackets", "parentheses"] as const) {
    const ofForm = found.filter(({ label }) => label.form === form);
    const habitual = new Set(
      setting?.labels === true ? ofForm : habitualLabels(ofForm, spoken.length),
    );
    speakers.push(...ofForm.filter((one) => habitual.has(one) || renamed.has(one.label.name)));
  }
  const first = speakers.toSorted((a, b) => a.index - b.index)[0];
  if (first === undefined) return undefined;
  return {
    forms: new Set(speakers.map(({ label }) => label.form)),
    names: new Set(speakers.map(({ label }) => label.name)),
    labeledCues: new Set(speakers.map(({ index }) => index)).size,
    cueCount: spoken.length,
    firstCue: first.index,
    example: first.source.slice(0, first.source.length - first.label.rest.length).trim(),
  };
}

/** The labels of one form that are a film's habit; none if they aren't. */
function habitualLabels(labels: readonly FoundLabel[], cueCount: number): readonly FoundLabel[] {
  const distinct = labels.filter(({ label }) => label.isDistinct);
  const isDistinct = distinct.length * 2 > labels.length;
  const chosen = isDistinct ? distinct : labels;
  const counts = new Map<string, number>();
  for (const { label } of chosen) counts.set(label.name, (counts.get(label.name) ?? 0) + 1);
  const recurring = [...counts.values()].filter((count) => count > 1).length;
  const share = new Set(chosen.map(({ index }) => index)).size / cueCount;
  const isThroughout = share >= minShare && chosen.length > 1 && (isDistinct || recurring > 0);
  const isRecurring = chosen.length > 2 && counts.size > 1 && recurring >= (isDistinct ? 1 : 2);
  if (!isThroughout && !isRecurring) return [];
  if (isDistinct) return [...chosen, ...recurringOthers(labels)];
  if (share >= minShare) return chosen;
  // A single word that is used once, “Remember: …”, may be no name.
  return chosen.filter(({ label: { name } }) => (counts.get(name) ?? 0) > 1 || name.includes(" "));
}

/**
 * Names in small letters that recur beside names in capitals, as where some of a program's SPEAKER_00 are replaced by
 * hand: their words would otherwise be the previous speaker's.
 */
function recurringOthers(labels: readonly FoundLabel[]): readonly FoundLabel[] {
  const others = labels.filter(({ label }) => !label.isDistinct);
  return others.filter(
    ({ label }, index) =>
      others.findIndex((one) => one.label.name === label.name) !== index ||
      others.findLastIndex((one) => one.label.name === label.name) !== index,
  );
}
