import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodeCaptions } from "../../captions/encoding/decode.ts";
import { type LintedTrack, lintLanguages } from "../../captions/lint/languages.ts";
import { lintCues } from "../../captions/lint/lint.ts";
import { readCaptions } from "../../captions/read.ts";
import { writeWebVtt } from "../../captions/webvtt/writer.ts";
import { hasErrors, type Problem } from "../../manifest/errors/problem.ts";
import type { FileReference } from "../../manifest/files.ts";
import { digestOfText } from "./digest-file.ts";
import { type MeasuredFile, measureFile } from "./measure.ts";

/** Captions are text: a file larger than this is something else. In bytes. */
const mostBytes = 5_000_000;

/** Captions that were looked at, with the WebVTT that is published of them. */
export interface MeasuredCaptions extends MeasuredFile {
  readonly webVtt: string | undefined;
  /** What is to be mended in the caption file itself, at its own lines. */
  readonly problems: readonly Problem[];
  /** The cues with what the manifest says of them; absent where they can't be read. */
  readonly track?: LintedTrack;
}

/**
 * Reads a caption file of any kind, looks for what can't be read and what nobody could follow, and turns
 * it into clean WebVTT: what is measured is that text.
 * @param duration the film's, in seconds; undefined where it isn't known
 */
export async function measureCaptions(
  reference: FileReference,
  folder: string,
  duration: number | undefined,
): Promise<MeasuredCaptions> {
  const path = join(folder, reference.name);
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  if (size > mostBytes) return failed(`${reference.name} is too large for captions: is it a film?`);
  const present = await measureFile({ ...reference, content: "other" }, folder);
  if (present.measured === undefined) return { ...present, webVtt: undefined, problems: [] };

  const language = reference.language ?? "und";
  const { text, problem: ofEncoding } = decodeCaptions(await readFile(path), language);
  const problems: Problem[] = ofEncoding === undefined ? [] : [{ file: path, ...ofEncoding }];
  if (text === undefined) return { ...failed(), problems };
  const captions = readCaptions(reference.name, text);
  const at = (line: number) => ({ file: path, line: Math.max(1, line), column: 1 });
  for (const { line, message, severity = "error" } of captions.problems) {
    problems.push({ ...at(line), severity, message });
  }
  // A file of no cues at all has told why already.
  if (captions.cues.length > 0 || !hasErrors(problems)) {
    const lint = { language, ...(duration === undefined ? {} : { duration }) };
    for (const { line, severity, message } of lintCues(captions.cues, lint)) {
      problems.push({ ...at(line), severity, message });
    }
  }
  const cues = [...captions.cues].sort((a, b) => a.startTime - b.startTime);
  const webVtt = writeWebVtt({ ...captions, cues });
  const measured = {
    sha256: digestOfText(webVtt),
    extension: "vtt",
    size: Buffer.byteLength(webVtt),
    cues: captions.cues.length,
  };
  const track = { file: reference.name, language, cues };
  return { measured, findings: [], webVtt, problems, track };
}

/**
 * Compares the captions of one film with each other: were two files swapped?
 * @param all those that could be read
 */
export function compareCaptions(all: readonly MeasuredCaptions[], folder: string): Problem[] {
  const tracks = all.flatMap(({ track }) => track ?? []);
  return lintLanguages(tracks).map(({ track, line, message }) => {
    return { file: join(folder, track.file), line, column: 1, severity: "warning", message };
  });
}

function failed(message?: string): MeasuredCaptions {
  return {
    measured: undefined,
    findings: message === undefined ? [] : [{ severity: "error", message }],
    webVtt: undefined,
    problems: [],
  };
}
