import type { MeasuredFiles } from "../../../../manifest/to-record.ts";
import { countUses, type Draft, type DraftFolder } from "./folder.ts";

/**
 * A draft's folder as a ZIP archive: its manifest, its files, and those that only the library has, if it still names them.
 * @param read gives the bytes of a stored file
 * @throws if a file can't be read
 */
export async function zipOfFolder(
  { value }: Draft,
  { files, known }: DraftFolder,
  read: (file: Pick<MeasuredFiles, "sha256" | "extension">) => Promise<Blob>,
): Promise<Blob> {
  const all = new Map<string, Blob>(files);
  for (const [path, file] of known) {
    const isNamed = countUses(value, path.slice(path.indexOf("/") + 1)) > 0;
    if (isNamed && !all.has(path)) all.set(path, await read(file));
  }
  const { zipOfBlobs } = await import("../../../../files/zip-of-blobs.ts");
  return zipOfBlobs(all);
}
