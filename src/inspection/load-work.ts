import { hasErrors, type Problem } from "../manifest/errors/problem.ts";
import type { FileReference } from "../manifest/files.ts";
import type { LocatedFiles } from "../manifest/located-manifest.ts";
import type { Manifest } from "../manifest/schema.ts";
import { type MeasuredFiles, toRecord } from "../manifest/to-record.ts";
import { blobsOf } from "../records/blobs.ts";
import { digestOf } from "../records/digest.ts";
import type { Blob, LibraryItem } from "../records/schema/record.ts";
import { checkDurations, filmDuration } from "./check-durations.ts";
import { checkMentions } from "./check-mentions.ts";
import { inspectDocumentPictures } from "./documents/inspect-document-pictures.ts";
import type { FileTree } from "./file-tree.ts";
import { findUnusedFilms } from "./find-unused-films.ts";
import { compareCaptions, type InspectedCaptions, inspectCaptions } from "./inspect-captions.ts";
import { inspectFile } from "./inspect-file.ts";
import type { InspectedFile } from "./inspected-file.ts";
import { checkPlayability } from "./media/check-playability.ts";
import type { MediaInfo } from "./media/media-info.ts";

/** A blob on this machine. */
export interface LocalBlob extends Blob {
  /** The file that it comes from. */
  readonly path: string;
  /** Where that path's symbolic links led to when the file was checked. */
  readonly realPath?: string | undefined;
  /** What was made from the file: WebVTT from captions, the text of a PDF. This is the blob, not the file's bytes. */
  readonly madeText: string | undefined;
}

type BlobSource = Pick<LocalBlob, "path" | "realPath" | "madeText">;

/** A work that can be published. */
export interface LoadedWork {
  /** The manifest that it was made from. */
  readonly file: string;
  readonly record: LibraryItem;
  readonly digest: string;
  readonly blobs: readonly LocalBlob[];
}

/**
 * Reads all files that a manifest names, and makes the record to publish.
 * @param manifest undefined if it has errors: its files are checked all the same
 * @returns the work, undefined if there are errors, and the problems of its files
 */
export async function loadWork(
  tree: FileTree,
  files: LocatedFiles,
  manifest: Manifest | undefined,
): Promise<{ work: LoadedWork | undefined; problems: Problem[] }> {
  const { file } = files;
  const { details, mediaInfo, sources, pdfTexts, duration, problems } = await inspectFiles(
    tree,
    files,
  );
  problems.push(...checkPlayability(files, mediaInfo));
  problems.push(...checkDurations(files, duration, details));
  problems.push(...(await checkMentions(tree, files, pdfTexts)));
  problems.push(...(await findUnusedFilms(tree, files)));
  const pictures = await inspectDocumentPictures(tree, files);
  problems.push(...pictures.problems);
  if (manifest === undefined || hasErrors(problems)) return { work: undefined, problems };
  for (const { name, source, file: measured } of pictures.found) {
    details.set(name, measured);
    sources.set(measured.sha256, source);
  }
  const names = pictures.found.map(({ name }) => name);
  const record = toRecord(manifest, details, names);
  const blobs = blobsOf(record).map((blob): LocalBlob => {
    const source = sources.get(blob.sha256);
    if (source === undefined) throw new Error(`${blob.sha256} has no file.`);
    return { ...blob, ...source };
  });
  return { work: { file, record, digest: await digestOf(record), blobs }, problems };
}

interface InspectedFiles {
  /** By the file names in the manifest. */
  readonly details: Map<string, MeasuredFiles>;
  /** By the file names in the manifest. */
  readonly mediaInfo: ReadonlyMap<string, MediaInfo>;
  /** By digest. */
  readonly sources: Map<string, BlobSource>;
  /** What PDFs say, by their names in the manifest. */
  readonly pdfTexts: ReadonlyMap<string, string>;
  /** The film's duration in seconds, if it has one. */
  readonly duration: number | undefined;
  readonly problems: Problem[];
}

async function inspectFiles(tree: FileTree, files: LocatedFiles): Promise<InspectedFiles> {
  const { file, locationOf } = files;
  const folder = tree.folderOf(file);
  const references = uniqueReferences(files.references);
  const details = new Map<string, MeasuredFiles>();
  const mediaInfo = new Map<string, MediaInfo>();
  const sources = new Map<string, BlobSource>();
  const pdfTexts = new Map<string, string>();
  const problems: Problem[] = [];
  const add = ({ name, path: field }: FileReference, inspected: InspectedFile, webVtt?: string) => {
    const place = { file, ...locationOf(field) };
    problems.push(...inspected.problems.map((problem) => ({ ...place, ...problem })));
    if (inspected.mediaInfo !== undefined) mediaInfo.set(name, inspected.mediaInfo);
    if (inspected.details === undefined) return;
    details.set(name, inspected.details);
    const { path = tree.join(folder, name), realPath, extractedText } = inspected;
    sources.set(inspected.details.sha256, { path, realPath, madeText: webVtt });
    if (inspected.details.extractedText === undefined) return;
    const { sha256 } = inspected.details.extractedText;
    sources.set(sha256, { path, realPath, madeText: extractedText });
    if (extractedText !== undefined) pdfTexts.set(name, extractedText);
  };
  for (const reference of references) {
    if (reference.content !== "captions")
      add(reference, await inspectFile(tree, reference, folder));
  }
  // Captions come last, because they are checked against the film's duration.
  const duration = filmDuration(references, details);
  const captions: InspectedCaptions[] = [];
  for (const reference of references) {
    if (reference.content !== "captions") continue;
    const inspected = await inspectCaptions(tree, reference, folder, duration);
    captions.push(inspected);
    add(reference, inspected, inspected.webVtt);
    problems.push(...inspected.captionProblems);
  }
  problems.push(...compareCaptions(tree, captions, folder));
  return { details, mediaInfo, sources, pdfTexts, duration, problems };
}

/** The first reference to each file. */
function uniqueReferences(references: readonly FileReference[]): FileReference[] {
  const byName = new Map<string, FileReference>();
  for (const reference of references) {
    if (!byName.has(reference.name)) byName.set(reference.name, reference);
  }
  return [...byName.values()];
}
