import { type ByteReader, textAt, viewOf, WindowReader } from "../byte-reader.ts";
import { type FileFault, truncated } from "../file-fault.ts";

/** The longest header of a page: 27 bytes, and 255 lengths of segments (RFC 3533 §6). */
const maxHeaderLength = 27 + 255;

/**
 * Checks that an Ogg file ends with a complete page, and that each of its streams has a page that is
 * marked as its last (RFC 3533 §6). Bytes that aren't pages end the check.
 */
export async function checkOgg(reader: ByteReader): Promise<FileFault | undefined> {
  const file = new WindowReader(reader);
  const unfinished = new Set<number>();
  for (let position = 0; position < file.size; ) {
    const bytes =
      file.peek(position, maxHeaderLength) ?? (await file.load(position, maxHeaderLength));
    if (!"OggS".startsWith(textAt(bytes, 0))) break;
    const segments = bytes[26];
    if (segments === undefined || bytes.length < 27 + segments) return truncated();
    const serial = viewOf(bytes).getUint32(14, true);
    if (((bytes[5] ?? 0) & 4) === 0) unfinished.add(serial);
    else unfinished.delete(serial);
    const content = bytes.subarray(27, 27 + segments).reduce((sum, length) => sum + length, 0);
    position += 27 + segments + content;
    if (position > file.size) return truncated(position - file.size);
  }
  return unfinished.size > 0 ? { problem: "unfinished" } : undefined;
}
