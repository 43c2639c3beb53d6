/** Tells how a film names its speakers, because the manifest can change it. */
import type { Cue } from "../cue.ts";
import { quote } from "../problems.ts";
import { findSpeakerHabit, type SpeakerSetting } from "../spoken/habit.ts";
import { readSpokenCues } from "../spoken/repeats.ts";
import { attributeLines } from "../spoken/speakers.ts";
import type { LintFinding } from "./finding.ts";

/** How many names a message lists. Our choice. */
const maxListedNames = 6;

/**
 * Tells in one line that names at the start of cues are speakers, unless the manifest has a name for each of them,
 * and warns of renamed speakers that no cue names.
 * @param setting what the manifest says about the speakers
 */
export function lintSpeakers(cues: readonly Cue[], setting: SpeakerSetting): LintFinding[] {
  const sorted = [...cues].sort((a, b) => a.startTime - b.startTime);
  const spoken = readSpokenCues(sorted).cues;
  const findings: LintFinding[] = [];
  const habit = findSpeakerHabit(spoken, setting);
  const names = [...(habit?.names ?? [])];
  if (habit !== undefined && names.some((name) => setting.names?.[name] === undefined)) {
    const more = names.length > maxListedNames ? " …" : "";
    const message =
      `Names at the start of cues, as ${quote(habit.example)}, are speakers in transcripts: ` +
      `${names.slice(0, maxListedNames).join(", ")}${more} (${habit.labeledCues} of ${habit.cueCount} cues). ` +
      "Beside this file in the manifest, speakerLabels: false keeps them as text, " +
      `and speakers: { ${names[0]}: … } renames them.`;
    const line = sorted[habit.firstCue]?.sourceLine ?? 1;
    findings.push({ line, severity: "note", code: "speakers", message });
  }
  const renamed = Object.keys(setting.names ?? {});
  if (renamed.length === 0) return findings;
  const same = Object.fromEntries(renamed.map((name) => [name, name]));
  const found = new Set(
    attributeLines(spoken, { ...setting, names: same }).flatMap(({ lines }) =>
      lines.flatMap(({ change }) => change?.name ?? []),
    ),
  );
  const missing = renamed.filter((name) => !found.has(name));
  if (missing.length > 0) {
    const listed = missing.slice(0, maxListedNames).join(", ");
    const message = `The manifest renames speakers that this file doesn't name: ${listed}. Write their names as the file has them.`;
    findings.push({ line: 1, severity: "warning", code: "speakers", message });
  }
  return findings;
}
