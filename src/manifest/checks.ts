import { baseLanguage, noLanguage } from "../i18n/tag.ts";
import { explainSize, jsonSize, maxManifestSize } from "../records/schema/limits.ts";
import { extensionOf } from "../records/schema/media-types.ts";
import { explainLicense } from "./errors/licenses.ts";
import type { Problem } from "./errors/problem.ts";
import type { EpisodeManifest, Manifest } from "./schema.ts";
import type { Path } from "./source.ts";
import { secondsOf } from "./to-record.ts";
import { checkTopicLanguages } from "./topics/check-topic-languages.ts";

/** A problem between fields that are each valid. */
export interface CheckProblem {
  readonly path: Path;
  readonly severity: Problem["severity"];
  readonly message: string;
  /** Other fields that it depends on: if one of them is invalid, the problem may be none. */
  readonly about?: readonly string[];
}

/** Finds what the schemas of single fields can't find in a manifest. */
export function checkManifest(manifest: Manifest): CheckProblem[] {
  return [
    ...checkSize(manifest),
    ...checkName(manifest),
    ...checkTranslations(manifest),
    ...checkLicense(manifest),
    ...checkTopicLanguages(manifest),
    ...(manifest.kind === "Document" ? checkUnique(manifest.texts.map(textKey), "texts") : []),
    ...(manifest.kind === "Episode" ? checkEpisode(manifest) : []),
  ];
}

/** Fields within their bounds can be too large together. */
function checkSize(manifest: Manifest): CheckProblem[] {
  const message = explainSize("this manifest", jsonSize(manifest), maxManifestSize);
  if (message === undefined) return [];
  const sizes = Object.entries(manifest).map(([field, value]) => {
    return { field, size: value === undefined ? 0 : jsonSize(value) };
  });
  const { field } = sizes.reduce((a, b) => (b.size > a.size ? b : a));
  return [
    { path: [field], severity: "error", message: `${message}. Its largest field is \`${field}\`` },
  ];
}

function checkName({ name, inLanguage }: Manifest): CheckProblem[] {
  // Nobody reads a title in no language: one in any language will do.
  if (inLanguage === noLanguage || Object.hasOwn(name, inLanguage)) return [];
  const message = `the name in the original language is missing: write it under ${inLanguage}:, in [brackets] if the publisher gave none`;
  return [{ path: ["name"], severity: "warning", message, about: ["inLanguage"] }];
}

/** Every language that a work can be followed in should have a title, or readers see it in another language. */
function checkTranslations(manifest: Manifest): CheckProblem[] {
  const { name, inLanguage } = manifest;
  const followed = [
    ...(manifest.kind === "Document" ? manifest.texts : []),
    ...(manifest.kind === "Episode" ? manifest.captions : []),
  ].map((text) => baseLanguage(text.inLanguage));
  const titled = new Set([...Object.keys(name), inLanguage].map(baseLanguage));
  return [...new Set(followed)]
    .filter((language) => !titled.has(language))
    .map((language) => ({
      path: ["name"],
      severity: "warning" as const,
      message: `there is a text in ${language}, but no name in ${language}: write it under ${language}:, in [brackets] if the publisher gave none`,
      about: ["inLanguage", "captions", "texts"],
    }));
}

function checkLicense(manifest: Manifest): CheckProblem[] {
  const license = "license" in manifest ? manifest.license : undefined;
  const message = license === undefined ? undefined : explainLicense(license);
  return message === undefined ? [] : [{ path: ["license"], severity: "warning", message }];
}

function textKey(text: { readonly inLanguage: string; readonly file: string }): string {
  return `${text.inLanguage} text as .${extensionOf(text.file)}`;
}

/** Only one of each kind in each language is allowed, because it would be unclear which one is meant. */
function checkUnique(keys: readonly string[], field: string): CheckProblem[] {
  return keys.flatMap((key, index) => {
    if (keys.indexOf(key) === index) return [];
    const message = `this is a second ${key}: keep one of the two`;
    return [{ path: [field, index], severity: "error" as const, message }];
  });
}

function checkEpisode(manifest: EpisodeManifest): CheckProblem[] {
  const { captions, chapters, inLanguage, series } = manifest;
  const problems = checkUnique(
    captions.map((track) => `${track.inLanguage} file of ${track.kind}`),
    "captions",
  );
  const add = (
    path: Path,
    severity: Problem["severity"],
    message: string,
    ...about: string[]
  ): void => {
    problems.push({ path, severity, message, about });
  };
  for (const [index, track] of captions.entries()) {
    // Captions of a film without speech say what is heard, in any language.
    const isForeign = inLanguage !== noLanguage && track.inLanguage !== inLanguage;
    if (track.kind === "captions" && isForeign) {
      const message = `captions are in the film's own language (${inLanguage}): a translation is of kind subtitles`;
      add(["captions", index, "kind"], "warning", message, "inLanguage");
    }
  }
  for (const [index, { start }] of chapters.entries()) {
    const before = chapters[index - 1];
    if (before !== undefined && secondsOf(start) <= secondsOf(before.start)) {
      const message = `this chapter doesn't start after the one before it, at ${before.start}: put them in order`;
      add(["chapters", index, "start"], "error", message);
    }
  }
  for (const field of ["season", "episode"] as const) {
    if (manifest[field] !== undefined && series === undefined) {
      add([field], "warning", "a number needs a series: add `series`", "series");
    }
  }
  const severity = manifest.status === "draft" ? "warning" : "error";
  if (manifest.video.length === 0 && manifest.audioOnly === undefined) {
    const message = "there is nothing to play: name a file under `video` or `audioOnly`";
    add(["kind"], severity, message, "video", "audioOnly");
  }
  if (captions.length === 0 && inLanguage !== noLanguage) {
    const message = `there are no captions at all: deaf viewers can't follow it; name a file under \`captions\`, or write \`inLanguage: ${noLanguage}\` where nobody speaks`;
    add(["kind"], severity, message, "captions", "inLanguage");
  }
  for (const { message, about } of missingAccess(manifest)) {
    add(["kind"], "warning", message, ...about);
  }
  return problems;
}

/** What a published film lacks for deaf and for blind viewers (WCAG 2.2, 1.2.2 and 1.2.5). */
function missingAccess({ status, inLanguage, captions, video, ...manifest }: EpisodeManifest) {
  const missing: { message: string; about: string[] }[] = [];
  if (status === "draft") return missing;
  const needsCaptions = captions.length > 0 && inLanguage !== noLanguage;
  if (
    needsCaptions &&
    !captions.some((track) => track.kind === "captions" && track.inLanguage === inLanguage)
  ) {
    missing.push({
      message: `there are no captions in ${inLanguage}: deaf viewers can't follow it`,
      about: ["captions", "inLanguage"],
    });
  }
  if (video.length > 0 && manifest.audioDescription === undefined) {
    missing.push({
      message:
        "`audioDescription` isn't given: say how blind viewers learn what is to be seen, or `{ mode: none, reason: … }`",
      about: ["audioDescription", "video"],
    });
  }
  return missing;
}
