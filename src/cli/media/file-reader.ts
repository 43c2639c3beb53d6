import type { FileHandle } from "node:fs/promises";
import type { ByteReader } from "../../files/byte-reader.ts";

/** Reads parts of an open file. */
export async function readerOf(file: FileHandle): Promise<ByteReader> {
  const { size } = await file.stat();
  return {
    size,
    read: async (start, end) => {
      const bytes = Buffer.alloc(end - start);
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled);
        if (bytesRead === 0) throw new Error(`The file ended at ${start + filled}.`);
        filled += bytesRead;
      }
      return bytes;
    },
  };
}
