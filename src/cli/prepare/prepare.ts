import { stat } from "node:fs/promises";
import { join } from "node:path";
import { formatSize } from "../../i18n/format.ts";
import { CliError } from "../cli-error.ts";
import { confirm } from "../output/confirm.ts";
import { print } from "../output/print.ts";
import { FfmpegFailed, readEncoders, readFfmpegOutput, showCall } from "./ffmpeg.ts";
import { encodeCall } from "./ffmpeg-arguments.ts";
import { findJobs, type Job } from "./jobs.ts";
import { makeFile } from "./make-file.ts";
import { manifestLines } from "./manifest-lines.ts";
import { findPoster } from "./poster.ts";
import { progressLine } from "./progress.ts";
import { probeCall, readSource, type Source } from "./source.ts";
import { planTargets, type Target } from "./targets.ts";

export interface PrepareOptions {
  /** Only say what would be called. */
  readonly dryRun?: boolean;
  /** Make anew what is there. */
  readonly force?: boolean;
  /** Don't ask before. */
  readonly yes?: boolean;
}

/** A source with what is to be made of it. */
interface Planned {
  readonly job: Job;
  readonly source: Source;
  /** All that belongs to it, and of that what is made now. */
  readonly targets: readonly Target[];
  readonly missing: readonly Target[];
}

/** As shells tell of a program that Ctrl-C ended. */
const stopped = 130;

/**
 * `videoteca prepare`: makes with ffmpeg what is missing of films: smaller sizes, their sound, a poster.
 * @returns the exit code
 */
export async function prepare(paths: readonly string[], options: PrepareOptions): Promise<number> {
  const encoders = readEncoders(
    await readFfmpegOutput({ program: "ffmpeg", args: ["-hide_banner", "-encoders"] }),
  );
  for (const [encoder, what] of [
    ["libx264", "H.264"],
    ["aac", "AAC"],
  ] as const) {
    if (encoders.has(encoder)) continue;
    throw new CliError(`This ffmpeg can't write ${what}: install one that has ${encoder}.`);
  }
  const poster = encoders.has("libwebp") ? "webp" : "jpg";
  const { dryRun = false, force = false } = options;
  const jobs = await findJobs(paths);
  if (jobs.length === 0)
    throw new CliError("There is no episode here: name its folder, or a film.");
  const planned: Planned[] = [];
  for (const job of jobs) {
    const source = await readJob(job);
    const targets = planTargets(source, job.present, force, poster);
    const missing = targets.filter(({ isThere }) => force || !isThere);
    planned.push({ job, source, targets, missing });
  }
  if (!dryRun && !(await mayReplace(planned, options))) {
    print("Nothing was made.");
    return 1;
  }
  const stop = new AbortController();
  const abort = () => stop.abort();
  process.on("SIGINT", abort).on("SIGTERM", abort);
  try {
    let failures = 0;
    for (const work of planned) {
      failures += dryRun ? await showCalls(work) : await makeAll(work, stop.signal);
    }
    return failures > 0 ? 1 : 0;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    print("Stopped. What was made is whole; run this again for the rest.");
    return stopped;
  } finally {
    process.off("SIGINT", abort).off("SIGTERM", abort);
  }
}

async function readJob({ source: path }: Job): Promise<Source> {
  try {
    const source = readSource(path, await readFfmpegOutput(probeCall(path)));
    if (source !== undefined) return source;
    throw new CliError(
      `${path} holds nothing to play, or doesn't say how long it is: export it again.`,
    );
  } catch (error) {
    if (!(error instanceof FfmpegFailed)) throw error;
    throw new CliError(`${path} can't be read (${error.message}): export it again.`);
  }
}

/** Asks before files are replaced. */
async function mayReplace(
  planned: readonly Planned[],
  { force = false, yes = false }: PrepareOptions,
): Promise<boolean> {
  const replaced = planned.flatMap(({ job, missing }) => {
    const there = missing.filter(({ isThere }) => isThere);
    return there.map(({ name }) => join(job.folder, name));
  });
  if (!force || yes || replaced.length === 0) return true;
  for (const path of replaced) print(`replaces   ${path}`);
  if (!process.stdin.isTTY) {
    throw new CliError("There is nobody to ask here: say --yes to replace these files.");
  }
  return confirm("Replace?");
}

async function showCalls({ job, source, missing }: Planned): Promise<number> {
  if (missing.length === 0) print(`${source.path}: nothing is missing.`);
  for (const target of missing) {
    const moment = target.kind === "poster" ? await findPoster(source) : 0;
    print(showCall(encodeCall(source, target, join(job.folder, target.name), moment)));
  }
  return 0;
}

/** @returns how many files couldn't be made */
async function makeAll(work: Planned, signal: AbortSignal): Promise<number> {
  const { job, source, targets, missing } = work;
  print(`From ${source.path}:${missing.length === 0 ? " nothing is missing." : ""}`);
  const failed = new Set<Target>();
  for (const target of missing) {
    try {
      print(await makeOne(source, target, job.folder, signal));
    } catch (error) {
      if (signal.aborted || !(error instanceof FfmpegFailed)) throw error;
      print(`  failed   ${target.name}: ${error.message}`);
      failed.add(target);
    }
  }
  const there = targets.filter((target) => !failed.has(target));
  const lines = manifestLines(job.present.named, there);
  if (lines.length > 0) {
    const place = job.manifest ?? "its episode.yaml";
    print(`\nTo publish them, write into ${place}, in the place of such fields:\n`);
    for (const line of lines) print(line);
    print("");
  }
  return failed.size;
}

/** Makes a file, with a bar on a terminal. @returns the line that tells of it */
async function makeOne(
  source: Source,
  target: Target,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const { stderr } = process;
  const isShown = stderr.isTTY === true && process.stdout.isTTY === true;
  const draw = (line: string) => {
    if (isShown) stderr.write(`\r${line}\x1b[K`);
  };
  draw(progressLine(target.name, source.duration, { done: 0, speed: undefined }));
  try {
    const moment = target.kind === "poster" ? await findPoster(source) : 0;
    const path = await makeFile(
      source,
      target,
      folder,
      moment,
      (advance) => draw(progressLine(target.name, source.duration, advance)),
      signal,
    );
    const { size } = await stat(path);
    draw("");
    return `  made     ${target.name}, ${formatSize(size, "en")}`;
  } finally {
    draw("");
  }
}
