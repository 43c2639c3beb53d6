import { realpath, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import type { LocalBlob } from "../../inspection/load-work.ts";
import { totalSize } from "../../inspection/media/byte-ranges.ts";
import { publishedRanges } from "../../inspection/media/fast-start.ts";
import { ApiError } from "../api/api-error.ts";
import { nodeFiles } from "../manifests/node-files.ts";
import { openRanges } from "../media/byte-ranges.ts";

/**
 * Opens the bytes of a blob on this machine, or a range of them. Files are streamed, never held in memory
 * whole; a film whose index comes last is read with its index moved to the start (`fastStartParts`).
 * @param start the first byte of the range
 * @param end the byte after the range's last
 * @throws ApiError if the file's size has changed: someone may have exported the film again, and its bytes
 *   no longer have this blob's digest. Also if its path leads elsewhere now: only what was checked is sent
 */
export async function openBlob(
  { path, realPath, extension, size, madeText }: LocalBlob,
  start = 0,
  end = size,
): Promise<Readable> {
  if (madeText !== undefined) return Readable.from([Buffer.from(madeText).subarray(start, end)]);
  const current = await realpath(path).catch(() => undefined);
  if (current !== undefined && (realPath === undefined || current === realPath)) {
    const file = await stat(current).catch(() => undefined);
    const parts = file?.isFile()
      ? await publishedRanges(nodeFiles, current, extension, file.size)
      : [];
    if (parts.length > 0 && totalSize(parts) === size) return openRanges(parts, start, end);
  }
  throw new ApiError(`${path} has changed since it was checked: run this again.`);
}
