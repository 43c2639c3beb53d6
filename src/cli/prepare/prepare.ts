import { stat } from "node:fs/promises";
import { join } from "node:path";
import { formatSize } from "../../i18n/format.ts";
import { CliError } from "../cli-error.ts";
import { drawLine, print } from "../output/print.ts";
import { confirmChange } from "../output/questions.ts";
import { findPosterTime } from "./choose-poster.ts";
import { formatProgress } from "./encoding-progress.ts";
import { FfmpegError, formatCall, parseEncoders, readFfmpegOutput } from "./ffmpeg.ts";
import { encodeCall } from "./ffmpeg-arguments.ts";
import { findJobs, type PreparationJob } from "./find-jobs.ts";
import { makeFile } from "./make-file.ts";
import { manifestLines } from "./manifest-lines.ts";
import { planTargets, type Target } from "./plan-targets.ts";
import { parseSource, probeCall, type Source } from "./source.ts";

export interface PrepareOptions {
  /** Only print the ffmpeg commands. */
  readonly dryRun?: boolean;
  /** Make files again that exist already. */
  readonly force?: boolean;
  /** Don't ask for confirmation. */
  readonly yes?: boolean;
}

/** A source with the files to make from it. */
interface PlannedJob {
  readonly job: PreparationJob;
  readonly source: Source;
  /** All files that it should have. */
  readonly targets: readonly Target[];
  /** Those that will be made now. */
  readonly missing: readonly Target[];
}

/** The exit code of shells for a program that was ended with Ctrl-C: 128 + SIGINT. */
const canceledExitCode = 130;

/**
 * `videoteca prepare`: makes missing files with ffmpeg: smaller sizes, audio only, a poster.
 * @returns the exit code
 */
export async function prepare(paths: readonly string[], options: PrepareOptions): Promise<number> {
  const encoders = parseEncoders(
    await readFfmpegOutput({ program: "ffmpeg", args: ["-hide_banner", "-encoders"] }),
  );
  for (const [encoder, format] of [
    ["libx264", "H.264"],
    ["aac", "AAC"],
  ] as const) {
    if (encoders.has(encoder)) continue;
    throw new CliError(
      `This ffmpeg can't write ${format}: install one with the encoder ${encoder}.`,
    );
  }
  const posterType = encoders.has("libwebp") ? "webp" : "jpg";
  const { dryRun = false, force = false } = options;
  const jobs = await findJobs(paths);
  if (jobs.length === 0) throw new CliError("No episode was found: give its folder, or a film.");
  const planned: PlannedJob[] = [];
  for (const job of jobs) {
    const source = await readSourceOf(job);
    const targets = planTargets(source, job.existing, force, posterType);
    const missing = targets.filter(({ exists }) => force || !exists);
    planned.push({ job, source, targets, missing });
  }
  if (!dryRun && !(await confirmReplacement(planned, options))) return 1;
  const canceling = new AbortController();
  const abort = () => canceling.abort();
  process.on("SIGINT", abort).on("SIGTERM", abort);
  try {
    let failures = 0;
    for (const job of planned) {
      failures += dryRun ? await printCalls(job) : await makeAll(job, canceling.signal);
    }
    return failures > 0 ? 1 : 0;
  } catch (error) {
    if (!canceling.signal.aborted) throw error;
    print("Canceled. Finished files are complete; run this again to make the rest.");
    return canceledExitCode;
  } finally {
    process.off("SIGINT", abort).off("SIGTERM", abort);
  }
}

async function readSourceOf({ source: path }: PreparationJob): Promise<Source> {
  try {
    const source = parseSource(path, await readFfmpegOutput(probeCall(path)));
    if (source !== undefined) return source;
    throw new CliError(`${path} contains no video or audio, or no duration: export it again.`);
  } catch (error) {
    if (!(error instanceof FfmpegError)) throw error;
    throw new CliError(`${path} can't be read (${error.message}): export it again.`);
  }
}

/** Asks before existing files are replaced. @throws CliError if no question can be asked */
async function confirmReplacement(
  planned: readonly PlannedJob[],
  { force = false, yes = false }: PrepareOptions,
): Promise<boolean> {
  const replaced = planned.flatMap(({ job, missing }) =>
    missing.filter(({ exists }) => exists).map(({ name }) => join(job.folder, name)),
  );
  if (!force || yes || replaced.length === 0) return true;
  for (const path of replaced) print(`replaces   ${path}`);
  return confirmChange("Replace these files?", "Nothing was made.", { yes });
}

async function printCalls({ job, source, missing }: PlannedJob): Promise<number> {
  if (missing.length === 0) print(`${source.path}: nothing is missing.`);
  for (const target of missing) {
    const posterTime = target.kind === "poster" ? await findPosterTime(source) : 0;
    print(formatCall(encodeCall(source, target, join(job.folder, target.name), posterTime)));
  }
  return 0;
}

/** Makes the missing files of a source. @returns how many failed */
async function makeAll(planned: PlannedJob, signal: AbortSignal): Promise<number> {
  const { job, source, targets, missing } = planned;
  print(`From ${source.path}:${missing.length === 0 ? " nothing is missing." : ""}`);
  const failed = new Set<Target>();
  for (const target of missing) {
    try {
      print(await makeOne(source, target, job.folder, signal));
    } catch (error) {
      if (signal.aborted || !(error instanceof FfmpegError)) throw error;
      print(`  failed   ${target.name}: ${error.message}`);
      failed.add(target);
    }
  }
  const existing = targets.filter((target) => !failed.has(target));
  const lines = manifestLines(job.existing.manifestFiles, existing);
  if (lines.length > 0) {
    const file = job.manifest ?? "its episode.yaml";
    print("");
    print(`To publish them, write these fields into ${file}, replacing existing ones:`);
    print("");
    for (const line of lines) print(line);
    print("");
  }
  return failed.size;
}

/** Makes a file, with a progress bar on a terminal. @returns the line to print when it is done */
async function makeOne(
  source: Source,
  target: Target,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const showsProgress = process.stderr.isTTY === true && process.stdout.isTTY === true;
  const draw = (line: string) => {
    if (showsProgress) drawLine(line);
  };
  draw(formatProgress(target.name, source.duration, { seconds: 0, speed: undefined }));
  try {
    const posterTime = target.kind === "poster" ? await findPosterTime(source) : 0;
    const path = await makeFile(
      source,
      target,
      folder,
      posterTime,
      (progress) => draw(formatProgress(target.name, source.duration, progress)),
      signal,
    );
    const { size } = await stat(path);
    draw("");
    return `  made     ${target.name}, ${formatSize(size, "en")}`;
  } finally {
    draw("");
  }
}
