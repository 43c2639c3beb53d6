import { parse } from "yaml";
import { memoryFileName, updateMemory } from "../../../../inspection/folder-memory.ts";
import { exportFileNames } from "../../../../manifest/export-file-names.ts";
import { toManifest } from "../../../../manifest/to-manifest.ts";
import type { MeasuredFiles } from "../../../../manifest/to-record.ts";
import { blobsOf, type FileWithText } from "../../../../records/blobs.ts";
import { formerSlugsOf } from "../../../../records/former-slugs.ts";
import type { LibraryItem, Medium, Blob as StoredBlob } from "../../../../records/schema/record.ts";
import type { CurrentRevision } from "../../shared/library.ts";
import { formKinds } from "../form/schema.ts";
import type { Draft } from "./folder.ts";
import { isFields } from "./value.ts";

/** Texts and pictures, which are small and are read again. Other files stay in the library. */
const readAgain = new Set(["vtt", "md", "webp", "jpg", "png", "avif"]);

/**
 * Opens a published work in the form, as `videoteca pull` writes it. Its films and sound aren't needed: the library
 * has measured them.
 * @param read gives the bytes of a stored file
 * @param library the library's own id, and its address
 * @throws Error if it is a series or the library's settings
 */
export async function draftOfWork(
  { record, revision, digest }: CurrentRevision,
  read: (blob: StoredBlob) => Promise<Blob>,
  library: { readonly id: string; readonly url: string },
): Promise<Draft> {
  const kind = formKinds.find((one) => one === record.kind);
  if (kind === undefined)
    throw new Error(`The form can't change a work of the kind ${record.kind}.`);
  const names = exportFileNames(record);
  const value: unknown = parse(toManifest(record, names));
  const media = new Map(mediaOf(record).map((medium) => [medium.sha256, medium]));
  const files = new Map<string, File>();
  const known = new Map<string, MeasuredFiles>();
  const texts =
    record.kind === "Document" ? record.texts : record.kind === "Episode" ? record.attachments : [];
  const pdfs = new Map(texts.map((text) => [text.file.sha256, measuredPdf(text)]));
  for (const blob of blobsOf(record)) {
    const name = names.get(blob.sha256);
    // What a PDF says has no name of its own.
    if (name === undefined) continue;
    if (readAgain.has(blob.extension)) files.set(name, new File([await read(blob)], name));
    else known.set(name, media.get(blob.sha256) ?? pdfs.get(blob.sha256) ?? blob);
  }
  const { slug } = record;
  const inStep = { folder: "", slug, formerSlugs: formerSlugsOf(record), revision, digest };
  const memory = updateMemory({ libraries: {} }, library, [inStep]) ?? "";
  files.set(memoryFileName, new File([memory], memoryFileName));
  return { kind, value: isFields(value) ? value : {}, files, known };
}

function measuredPdf({ file, extractedText }: FileWithText): MeasuredFiles {
  return { ...file, ...(extractedText && { extractedText }) };
}

/** The films and sound of a work, with what was measured of them. */
function mediaOf(record: LibraryItem): Medium[] {
  if (record.kind !== "Episode") return [];
  const { video, audioOnly, audioDescription } = record;
  return [
    ...video,
    ...(audioOnly === undefined ? [] : [audioOnly]),
    ...(audioDescription?.mode === "file" ? [audioDescription.file] : []),
  ];
}
