import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { ApiError } from "../api/api-error.ts";
import type { LocalBlob } from "../manifests/read-folder.ts";
import { openParts, totalSize } from "../media/byte-ranges.ts";
import { fastStartParts } from "../media/fast-start.ts";

/**
 * The bytes of a blob that is on this machine, or some of them. Films stream from the disk and are never
 * held in memory whole; one that doesn't start fast is given as one that does (`piecesToPublish`).
 * @param start the first byte
 * @param end the first byte that isn't wanted any more
 * @throws Refused where the file has changed: a film may be exported again while others are sent, and
 *   its digest then isn't this blob's any more
 */
export async function openBlob(
  { path, size, webVtt }: LocalBlob,
  start = 0,
  end = size,
): Promise<Readable> {
  if (webVtt !== undefined) return Readable.from([Buffer.from(webVtt).subarray(start, end)]);
  const found = await stat(path).catch(() => undefined);
  const pieces = found === undefined ? [] : await fastStartParts(path, found.size);
  if (found !== undefined && totalSize(pieces) === size) return openParts(pieces, start, end);
  throw new ApiError(`${path} has changed since it was checked: run this again.`);
}
