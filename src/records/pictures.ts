import { blobPath } from "./blobs.ts";
import type { Blob, DocumentRecord } from "./schema/record.ts";

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
