/** Finds tracks whose text seems to be in another language than the manifest says, such as swapped files. */
import { nameOfLanguageIn } from "../../i18n/names.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import type { Cue } from "../cue.ts";
import { type DetectedLanguage, detectLanguage } from "../encoding/detect-language.ts";
import { plainText } from "../webvtt/plain-text.ts";

/** A caption track of a film. */
export interface LintedTrack {
  /** The name of its file, for messages. */
  readonly file: string;
  /** The BCP 47 tag that the manifest gives it. */
  readonly language: string;
  readonly cues: readonly Cue[];
}

/** A warning about one track. */
export interface LanguageFinding {
  readonly track: LintedTrack;
  /** The line of its first cue, counted from 1. */
  readonly line: number;
  readonly message: string;
}

interface MismatchedTrack {
  readonly track: LintedTrack;
  readonly detected: DetectedLanguage;
}

/**
 * Compares the detected language of each track of a film with its language in the manifest. Tracks that
 * are too short to detect their language have no findings.
 */
export function lintLanguages(tracks: readonly LintedTrack[]): LanguageFinding[] {
  const mismatched = tracks.flatMap((track): MismatchedTrack[] => {
    const detected = detectLanguage(textSample(track.cues));
    return detected === undefined || isConsistent(detected, track.language)
      ? []
      : [{ track, detected }];
  });
  return mismatched.map(({ track, detected }) => {
    const swappedWith = mismatched.find(
      (other) =>
        other.track !== track &&
        isConsistent(detected, other.track.language) &&
        isConsistent(other.detected, track.language),
    );
    const looksLike = `${track.file} looks ${detectedName(detected)}`;
    const message =
      swappedWith === undefined
        ? `${looksLike}, but the manifest says ${englishName(track.language)}: is it the right file?`
        : `${looksLike}, ${swappedWith.track.file} looks ${detectedName(swappedWith.detected)}: ` +
          "were they swapped?";
    return { track, line: Math.max(1, track.cues[0]?.sourceLine ?? 1), message };
  });
}

function isConsistent({ languages }: DetectedLanguage, language: string): boolean {
  const base = baseLanguage(language);
  // Undetermined, multiple and no linguistic content (ISO 639-2) are consistent with any language.
  return base === "und" || base === "mul" || base === "zxx" || languages.includes(base);
}

function detectedName({ languages }: DetectedLanguage): string {
  return englishName(languages[0] ?? "und");
}

function englishName(language: string): string {
  return nameOfLanguageIn(language, "en");
}

/** The plain text of the first cues: enough to detect a language. */
function textSample(cues: readonly Cue[]): string {
  return cues
    .slice(0, 400)
    .map((cue) => plainText(cue.text.slice(0, 1000)))
    .join("\n");
}
