import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { Refused } from "./client.ts";
import type { LocalBlob } from "./gather.ts";

/**
 * The bytes of a blob that is on this machine, from one of them on. Films stream from the disk and are
 * never held in memory whole.
 * @param start in bytes
 * @throws Refused where the file has changed: a film may be exported again while others are sent, and
 *   its digest then isn't this blob's any more
 */
export async function openBlob({ path, size, webVtt }: LocalBlob, start = 0): Promise<Readable> {
  if (webVtt !== undefined) return Readable.from([Buffer.from(webVtt).subarray(start)]);
  const found = await stat(path).catch(() => undefined);
  if (found?.size === size) return createReadStream(path, { start });
  throw new Refused(`${path} has changed since it was checked: run this again.`);
}
