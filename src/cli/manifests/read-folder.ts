import { dirname, join } from "node:path";
import { checkTogether } from "../../manifest/check-together.ts";
import { hasErrors, type Problem, sortProblems } from "../../manifest/errors/problem.ts";
import { type FileReference, filesOf } from "../../manifest/files.ts";
import type { LocatedManifest } from "../../manifest/located-manifest.ts";
import { type ReadManifest, readManifest } from "../../manifest/read.ts";
import { manifestFileName } from "../../manifest/schema.ts";
import { type MeasuredFiles, secondsOf, toRecord } from "../../manifest/to-record.ts";
import { blobsOf } from "../../records/blobs.ts";
import { digestOf } from "../../records/digest.ts";
import { formatMoment } from "../../records/moment.ts";
import type { Blob, LibraryItem } from "../../records/schema/record.ts";
import { checkMedia } from "../media/check-media.ts";
import type { Probed } from "../media/probe.ts";
import { findManifests } from "./find-manifests.ts";
import { type MeasuredFile, measureFile } from "./measure.ts";
import { compareCaptions, type MeasuredCaptions, measureCaptions } from "./measure-captions.ts";
import { readText } from "./read-text.ts";

/** A blob with where its bytes are. */
export interface LocalBlob extends Blob {
  /** The file it comes from. */
  readonly path: string;
  /** The WebVTT made from that file, where it holds captions: these are the bytes, not the file's. */
  readonly webVtt: string | undefined;
}

/** A work that is ready to be published. */
export interface LoadedWork {
  /** The manifest it was made from. */
  readonly file: string;
  readonly record: LibraryItem;
  readonly digest: string;
  readonly blobs: readonly LocalBlob[];
}

/** All that is at some paths. With an error among the problems, nothing of it may be published. */
export interface LoadedManifests {
  readonly works: readonly LoadedWork[];
  readonly problems: readonly Problem[];
  /** How many manifests were looked at. */
  readonly manifests: number;
}

/** Reads the manifests at some paths and all files they name: everything that `check` finds. */
export async function readManifests(paths: readonly string[]): Promise<LoadedManifests> {
  const { files, problems: unfound } = await findManifests(paths);
  const problems = [...unfound];
  const placed: LocatedManifest[] = [];
  const works: LoadedWork[] = [];
  for (const file of files) {
    const text = await readText(file);
    if (text === undefined) {
      const message = "this file isn't UTF-8: save it as UTF-8";
      problems.push({ file, line: 1, column: 1, severity: "error", message });
      continue;
    }
    const read = readManifest(file, text);
    problems.push(...read.problems);
    if (read.manifest === undefined) continue;
    const work = { file, manifest: read.manifest, placeOf: read.placeOf };
    placed.push(work);
    const gathered = await gatherWork(work);
    problems.push(...gathered.problems);
    if (gathered.work !== undefined) works.push(gathered.work);
  }
  problems.push(
    ...checkTogether(placed, await seriesBeside(placed), placed.length === files.length),
  );
  return { works, problems: sortProblems(problems), manifests: files.length };
}

type Work = { work: LoadedWork | undefined; problems: Problem[] };

async function gatherWork({ file, manifest, placeOf }: LocatedManifest): Promise<Work> {
  const folder = dirname(file);
  const references = new Map<string, FileReference>();
  for (const reference of filesOf(manifest)) {
    if (!references.has(reference.name)) references.set(reference.name, reference);
  }
  const measured = new Map<string, MeasuredFiles>();
  const sources = new Map<string, Pick<LocalBlob, "path" | "webVtt">>();
  const probed = new Map<string, Probed>();
  const problems: Problem[] = [];
  const take = ({ name, path }: FileReference, found: MeasuredFile | MeasuredCaptions) => {
    problems.push(...found.findings.map((finding) => ({ file, ...placeOf(path), ...finding })));
    if ("problems" in found) problems.push(...found.problems);
    if (found.measured === undefined) return;
    if (found.probed !== undefined) probed.set(name, found.probed);
    const webVtt = "webVtt" in found ? found.webVtt : undefined;
    measured.set(name, found.measured);
    sources.set(found.measured.sha256, { path: join(folder, name), webVtt });
  };
  // Media first: captions are measured against the film's length.
  for (const reference of references.values()) {
    if (reference.content !== "captions") take(reference, await measureFile(reference, folder));
  }
  const duration = filmLength([...references.values()], measured);
  const captions: MeasuredCaptions[] = [];
  for (const reference of references.values()) {
    if (reference.content !== "captions") continue;
    const found = await measureCaptions(reference, folder, duration);
    captions.push(found);
    take(reference, found);
  }
  problems.push(...compareCaptions(captions, folder));
  problems.push(...checkMedia({ file, manifest, placeOf }, probed));
  problems.push(...checkLengths({ file, manifest, placeOf }, duration, measured));
  if (hasErrors(problems)) return { work: undefined, problems };
  const record = toRecord(manifest, measured);
  const blobs = blobsOf(record).map((blob): LocalBlob => {
    const local = sources.get(blob.sha256);
    if (local === undefined) throw new Error(`${blob.sha256} has no file.`);
    return { ...blob, ...local };
  });
  return { work: { file, record, digest: await digestOf(record), blobs }, problems };
}

function filmLength(
  references: readonly FileReference[],
  measured: ReadonlyMap<string, MeasuredFiles>,
): number | undefined {
  const lengths = references
    .filter(({ content }) => content === "film" || content === "sound")
    .map(({ name }) => measured.get(name)?.duration)
    .filter((duration) => duration !== undefined);
  return lengths.length === 0 ? undefined : Math.max(...lengths);
}

/** Encodings of one film differ by a frame or two; more is another cut. In seconds. */
const cutTolerance = 1;

function checkLengths(
  { file, manifest, placeOf }: LocatedManifest,
  duration: number | undefined,
  measured: ReadonlyMap<string, MeasuredFiles>,
): Problem[] {
  if (manifest.kind !== "Episode" || duration === undefined) return [];
  const problems: Problem[] = [];
  for (const { name, content, path } of filesOf(manifest)) {
    const length = measured.get(name)?.duration;
    if (content === "medium" || length === undefined) continue;
    if (duration - length <= cutTolerance) continue;
    const message = `${name} ends at ${formatMoment(length)}, another file of this film at ${formatMoment(duration)}: are they the same cut?`;
    problems.push({ file, ...placeOf(path), severity: "warning", message });
  }
  for (const [index, { start }] of manifest.chapters.entries()) {
    if (secondsOf(start) < duration) continue;
    const message = `this chapter starts at ${start}, but the film is ${formatMoment(duration)} long`;
    const place = placeOf(["chapters", index, "start"]);
    problems.push({ file, ...place, severity: "error", message });
  }
  return problems;
}

/** The series whose series.yaml lies in the folder above an episode, where only the episode was named. */
async function seriesBeside(works: readonly LocatedManifest[]): Promise<string[]> {
  const paths = works
    .filter(({ manifest }) => manifest.kind === "Episode")
    .map(({ file }) => join(dirname(file), "..", manifestFileName("Series")));
  const read = async (path: string): Promise<ReadManifest["manifest"]> => {
    const text = await readText(path).catch(() => undefined);
    return text === undefined ? undefined : readManifest(path, text).manifest;
  };
  const found = await Promise.all([...new Set(paths)].map(read));
  return found.flatMap((manifest) => (manifest?.kind === "Series" ? [manifest.slug] : []));
}
