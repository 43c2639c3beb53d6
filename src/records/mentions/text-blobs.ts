import type { Blob, LibraryItem } from "../schema/record.ts";

/** A text file that a record names, and the field that names it. */
export interface TextBlob extends Pick<Blob, "sha256" | "size"> {
  readonly extension: "vtt" | "md" | "txt";
  readonly path: readonly (string | number)[];
}

/** The captions, Markdown files and texts of PDFs of a record, each once: found in any field, so that a new field isn't forgotten. */
export function textBlobsOf(record: LibraryItem): TextBlob[] {
  const byDigest = new Map([...textBlobs(record, [])].map((blob) => [blob.sha256, blob]));
  return [...byDigest.values()];
}

function* textBlobs(value: unknown, path: TextBlob["path"]): Generator<TextBlob> {
  if (value === null || typeof value !== "object") return;
  if ("sha256" in value && "extension" in value && "size" in value) {
    const { sha256, extension, size } = value;
    const isText = extension === "vtt" || extension === "md" || extension === "txt";
    if (isText && typeof sha256 === "string" && typeof size === "number") {
      yield { sha256, extension, size, path };
    }
    return;
  }
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, member] of entries) yield* textBlobs(member, [...path, key]);
}
