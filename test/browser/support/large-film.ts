import { open, readFile } from "node:fs/promises";
import { join } from "node:path";

const film = join(
  import.meta.dirname,
  "../../../media-manifests/how-did-we-get-here/criminalizing-migration/film.webm",
);

/**
 * Writes a film of the library again with a part at its end that players skip: a Void element (RFC 8794 §11.3.3), a
 * hole in the file, so that it costs nothing to write.
 * @param size of the whole file in bytes; a film of each size is another file
 */
export async function writeLargeFilm(path: string, size: number): Promise<void> {
  const bytes = await readFile(film);
  // The element's id, and its size in eight bytes, of which the first says how many they are (RFC 8794 §4).
  const head = Buffer.alloc(9);
  head.writeUInt8(0xec);
  head.writeBigUInt64BE((1n << 56n) | BigInt(size - bytes.length - head.length), 1);
  const file = await open(path, "w");
  try {
    await file.writeFile(Buffer.concat([bytes, head]));
    await file.truncate(size);
  } finally {
    await file.close();
  }
}
