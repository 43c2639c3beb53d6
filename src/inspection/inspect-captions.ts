import { formatCueRows } from "../captions/cue-rows.ts";
import { decodeCaptions } from "../captions/encoding/decode.ts";
import { type LintedTrack, lintLanguages } from "../captions/lint/languages.ts";
import { lintCues } from "../captions/lint/lint.ts";
import { publishableCaptions } from "../captions/publishable.ts";
import { readCaptions } from "../captions/read.ts";
import { type FormatId, identifyFormat } from "../files/identify.ts";
import { hasErrors, type Problem } from "../manifest/errors/problem.ts";
import type { FileReference } from "../manifest/files.ts";
import { sha256 } from "../records/digest.ts";
import { explainSize, maxStoredTextSize } from "../records/schema/limits.ts";
import { type FileTree, readWhole } from "./file-tree.ts";
import { fileError, type InspectedFile } from "./inspected-file.ts";
import { locateFile } from "./locate-file.ts";

/** A larger file can't be captions: those of ten hours have about 1 MB. In bytes. */
const maxCaptionSize = 5_000_000;

/** Formats that are texts: reading captions tells them apart by itself. */
const textFormats = new Set<FormatId>(["html", "svg", "rtf"]);

export interface InspectedCaptions extends InspectedFile {
  /** The WebVTT to publish. Undefined if the captions can't be published. */
  readonly webVtt: string | undefined;
  /** Problems in the caption file, at its own lines. */
  readonly captionProblems: readonly Problem[];
  /** The cues with their language in the manifest. Undefined if they can't be read. */
  readonly track?: LintedTrack;
}

/**
 * Reads a caption file of any format, reports what is invalid or hard to follow, and converts it to clean
 * WebVTT. The details are those of the WebVTT.
 * @param folder the manifest's folder
 * @param duration the film's, in seconds; undefined if it isn't known
 */
export async function inspectCaptions(
  tree: FileTree,
  reference: FileReference,
  folder: string,
  duration: number | undefined,
): Promise<InspectedCaptions> {
  const { name } = reference;
  const located = await locateFile(tree, folder, name);
  if (located.path === undefined) return { ...rejectedCaptions(), problems: located.problems };
  const { path, realPath, size } = located;
  if (size > maxCaptionSize) {
    return rejectedCaptions(`${name} is too large for captions: is it a film?`);
  }
  const bytes = await readWhole(tree, realPath);
  const format = identifyFormat(bytes);
  if (format !== undefined && !textFormats.has(format.id)) {
    return rejectedCaptions(`${name} is ${format.label}, not captions: name another file`);
  }

  const language = reference.language ?? "und";
  const { text, problem: encodingProblem } = decodeCaptions(bytes, language);
  const captionProblems: Problem[] =
    encodingProblem === undefined ? [] : [{ file: path, ...encodingProblem }];
  if (text === undefined) return { ...rejectedCaptions(), captionProblems };
  const captions = readCaptions(name, text);
  const place = (line: number, column = 1) => ({ file: path, line: Math.max(1, line), column });
  for (const { line, message, severity = "error" } of captions.problems) {
    captionProblems.push({ ...place(line), severity, message });
  }
  // A file without any cue has had its error reported above.
  if (captions.cues.length > 0 || !hasErrors(captionProblems)) {
    const { speakers = {} } = reference;
    const options = { language, speakers, ...(duration === undefined ? {} : { duration }) };
    for (const { line, column, severity, message } of lintCues(captions.cues, options)) {
      captionProblems.push({ ...place(line, column), severity, message });
    }
  }
  const { cues, webVtt } = publishableCaptions(captions);
  // The library stores the file and, as one row, its cues.
  const storedSize = Math.max(byteLength(webVtt), byteLength(formatCueRows(captions.cues)));
  const tooLarge = explainSize(`${name} as WebVTT`, storedSize, maxStoredTextSize);
  if (tooLarge !== undefined) return { ...rejectedCaptions(tooLarge), captionProblems };
  const details = {
    sha256: await sha256(webVtt),
    extension: "vtt",
    size: byteLength(webVtt),
    cues: cues.length,
  };
  const track = { file: name, language, cues };
  return { details, path, realPath, problems: located.problems, webVtt, captionProblems, track };
}

/** Compares all captions of one film with each other, to find files that were swapped. */
export function compareCaptions(
  tree: FileTree,
  all: readonly InspectedCaptions[],
  folder: string,
): Problem[] {
  const tracks = all.flatMap(({ track }) => track ?? []);
  return lintLanguages(tracks).map(({ track, line, message }) => {
    return { file: tree.join(folder, track.file), line, column: 1, severity: "warning", message };
  });
}

/** @param message undefined if the reason is reported at the caption file's own lines */
function rejectedCaptions(message?: string): InspectedCaptions {
  return {
    details: undefined,
    problems: message === undefined ? [] : [fileError(message)],
    webVtt: undefined,
    captionProblems: [],
  };
}

/** The size of a text in UTF-8, in bytes. */
function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
