import type { ByteReader } from "../byte-reader.ts";
import type { FileFault } from "../file-fault.ts";
import type { FormatId } from "../identify.ts";
import { checkMp3 } from "./mp3.ts";
import { checkMp4 } from "./mp4.ts";
import { checkOgg } from "./ogg.ts";
import { checkWebm } from "./webm.ts";

const checks: Partial<Record<FormatId, (reader: ByteReader) => Promise<FileFault | undefined>>> = {
  matroska: checkWebm,
  mp4: checkMp4,
  mp3: checkMp3,
  ogg: checkOgg,
};

/**
 * Checks that a video or audio file is complete and that its structure is one that can be read in bounded
 * time. Takes time in proportion to the number of its parts, and reads each of them once.
 * @param format by the file's first bytes
 */
export async function checkMediaStructure(
  reader: ByteReader,
  format: FormatId | undefined,
): Promise<FileFault | undefined> {
  const check = format === undefined ? undefined : checks[format];
  return check?.(reader);
}
