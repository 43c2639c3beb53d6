/** Tracks whose text looks to be in another language than they say: two files that were swapped. */
import { nameOfLanguageIn } from "../../i18n/names.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import type { Cue } from "../cue.ts";
import { type DetectedLanguage, detectLanguage } from "../encoding/detect-language.ts";
import { plainText } from "../webvtt/plain-text.ts";

/** A track of a film, with the file it comes from. */
export interface LintedTrack {
  /** As it is named to people. */
  file: string;
  /** What the manifest says it is in: a BCP 47 tag. */
  language: string;
  cues: readonly Cue[];
}

/** A warning for one of the tracks. */
export interface LanguageFinding {
  track: LintedTrack;
  /** Of its first cue, counted from 1. */
  line: number;
  message: string;
}

/**
 * Compares the tracks of one film with the languages that they say they are in. Says nothing of a
 * track that is too short to tell.
 */
export function lintLanguages(tracks: readonly LintedTrack[]): LanguageFinding[] {
  const looks = tracks.map((track) => ({
    track,
    evidence: detectLanguage(textSample(track.cues)),
  }));
  const odd = looks.filter(({ track, evidence }) => evidence && !fits(evidence, track.language));
  return odd.map(({ track, evidence }) => {
    const seen = (found: DetectedLanguage | undefined): string =>
      inEnglish(found?.languages[0] ?? "und");
    const other = odd.find(
      (candidate) =>
        candidate.track !== track &&
        evidence !== undefined &&
        candidate.evidence !== undefined &&
        fits(evidence, candidate.track.language) &&
        fits(candidate.evidence, track.language),
    );
    const looksLike = `${track.file} looks ${seen(evidence)}`;
    const message =
      other === undefined
        ? `${looksLike}, but the manifest says ${inEnglish(track.language)}: is it the right file?`
        : `${looksLike}, ${other.track.file} looks ${seen(other.evidence)}: were they swapped?`;
    return { track, line: Math.max(1, track.cues[0]?.sourceLine ?? 1), message };
  });
}

function fits({ languages }: DetectedLanguage, language: string): boolean {
  const base = baseLanguage(language);
  // A track of several languages, or of none, may look like any.
  return base === "und" || base === "mul" || base === "zxx" || languages.includes(base);
}

function inEnglish(language: string): string {
  return nameOfLanguageIn(language, "en");
}

function textSample(cues: readonly Cue[]): string {
  return cues
    .slice(0, 400)
    .map((cue) => plainText(cue.text.slice(0, 1000)))
    .join("\n");
}
