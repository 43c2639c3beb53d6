import { stat } from "node:fs/promises";
import { join } from "node:path";
import { lintCues } from "../captions/lint.ts";
import { readCaptions } from "../captions/read.ts";
import { writeWebVtt } from "../captions/webvtt-writer.ts";
import type { FileReference } from "../manifest/files.ts";
import type { Problem } from "../manifest/problem.ts";
import { digestOfText } from "./digest-file.ts";
import { type MeasuredFile, measureFile } from "./measure.ts";
import { readText } from "./read-text.ts";

/** Captions are text: a file larger than this is something else. In bytes. */
const mostBytes = 5_000_000;

/** Captions that were looked at, with the WebVTT that is published of them. */
export interface MeasuredCaptions extends MeasuredFile {
  readonly webVtt: string | undefined;
  /** What is to be mended in the caption file itself, at its own lines. */
  readonly problems: readonly Problem[];
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

  const text = await readText(path);
  if (text === undefined) return failed(`${reference.name} isn't UTF-8: save it as UTF-8`);
  const captions = readCaptions(reference.name, text);
  const at = (line: number) => ({ file: path, line: Math.max(1, line), column: 1 });
  const problems: Problem[] = captions.problems.map(({ line, message }) => {
    return { ...at(line), severity: "error", message };
  });
  // A file of no cues at all has told why already.
  const linted = captions.cues.length === 0 && problems.length > 0 ? [] : captions.cues;
  const language = reference.language ?? "und";
  const lint = { language, ...(duration === undefined ? {} : { duration }) };
  if (linted.length > 0 || problems.length === 0) {
    for (const { line, severity, message } of lintCues(linted, lint)) {
      problems.push({ ...at(line), severity, message });
    }
  }
  const webVtt = writeWebVtt(captions);
  const measured = {
    sha256: digestOfText(webVtt),
    extension: "vtt",
    size: Buffer.byteLength(webVtt),
    cues: captions.cues.length,
  };
  return { measured, findings: [], webVtt, problems };
}

function failed(message: string): MeasuredCaptions {
  return {
    measured: undefined,
    findings: [{ severity: "error", message }],
    webVtt: undefined,
    problems: [],
  };
}
