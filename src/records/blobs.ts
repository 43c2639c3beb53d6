import { type Extension, isExtension } from "./schema/media-types.ts";
import type { Blob, DocumentRecord, LibraryItem } from "./schema/record.ts";

/** Every blob that a record names, each once, in the order of the record. */
export function blobsOf(item: LibraryItem): Blob[] {
  const named = new Map<string, Blob>();
  for (const blob of namedBlobs(item)) {
    named.set(blob.sha256, { sha256: blob.sha256, extension: blob.extension, size: blob.size });
  }
  return [...named.values()];
}

function namedBlobs(item: LibraryItem): Blob[] {
  if (item.kind === "Document") {
    return [...item.texts.flatMap(blobsOfText), ...(item.pictures ?? []).map(({ file }) => file)];
  }
  if (item.kind === "Library" || item.kind === "Series") {
    const pictures = [item.kind === "Library" ? item.logo : undefined, item.podcastCover];
    return pictures.flatMap((picture) => picture?.file ?? []);
  }
  const { audioOnly, poster, audioDescription } = item;
  return [
    ...item.video,
    ...(audioOnly === undefined ? [] : [audioOnly]),
    ...(poster === undefined ? [] : [poster.file]),
    ...item.captions.map((track) => track.file),
    ...(audioDescription !== undefined && "file" in audioDescription
      ? [audioDescription.file]
      : []),
    ...item.attachments.flatMap(blobsOfText),
  ];
}

/** A file, and if it is a PDF what it says. */
export type FileWithText = Pick<DocumentRecord["texts"][number], "file" | "extractedText">;

const blobsOfText = ({ file, extractedText }: FileWithText): Blob[] =>
  extractedText === undefined ? [file] : [file, extractedText];

/** Where a blob is served from: the same bytes always have the same address. */
export function blobPath(blob: Blob): string {
  return `/media/${blob.sha256}.${blob.extension}`;
}

/** Reads the last part of a blob's address, `{sha256}.{extension}`; undefined if it isn't one. */
export function parseBlobName(name: string): { sha256: string; extension: Extension } | undefined {
  const [, sha256 = "", extension = ""] = /^([0-9a-f]{64})\.([a-z0-9]+)$/.exec(name) ?? [];
  return isExtension(extension) ? { sha256, extension } : undefined;
}

/** A document's picture, as its texts show it. */
export interface ShownPicture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly file: Blob;
}

/** The pictures of a document's texts, by the names that these give them. @param origin if addresses are absolute */
export function picturesOf(
  { pictures = [] }: DocumentRecord,
  origin = "",
): Map<string, ShownPicture> {
  return new Map(
    pictures.map(({ name, file, width, height }) => {
      return [name, { src: origin + blobPath(file), width, height, file }];
    }),
  );
}
