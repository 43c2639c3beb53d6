import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { unreachableMessage } from "../api/error-text.ts";
import { openAnswer } from "../api/send-request.ts";
import { CliError } from "../cli-error.ts";
import type { Settings } from "../config/settings.ts";
import { makeFolder } from "../make-folder.ts";
import { digestOfFile } from "../manifests/digest-file.ts";

/**
 * Downloads a blob to a file and checks its digest. Does nothing if the file is complete already; resumes an
 * interrupted download, which is kept as `FILE.part`.
 * @param existing another file that may have its bytes already: then nothing is downloaded
 * @returns false if the library doesn't have the blob
 * @throws CliError if the library can't be reached, or if the downloaded bytes are wrong or too many
 */
export async function downloadBlob(
  { url, token }: Settings,
  {
    sha256,
    extension,
    size,
  }: { readonly sha256: string; readonly extension: string; readonly size: number },
  file: string,
  existing = file,
): Promise<boolean> {
  for (const path of new Set([existing, file])) {
    if ((await digestOfFile(path).catch(() => undefined)) === sha256) return true;
  }
  makeFolder(dirname(file));
  const partialFile = `${file}.part`;
  const partialSize = (await stat(partialFile).catch(() => undefined))?.size ?? 0;
  const range: Record<string, string> = partialSize === 0 ? {} : { range: `bytes=${partialSize}-` };
  // The staff's address: the public one answers for public files only.
  const headers = { authorization: `Bearer ${token}`, ...range };
  const asked = openAnswer(`${url}/api/v1/staff/blobs/${sha256}.${extension}`, { headers });
  const answer = await asked.catch((error: unknown) => {
    throw new CliError(unreachableMessage(url, error));
  });
  const status = answer.statusCode ?? 0;
  const isResumed = status === 206;
  const hasBytes = isResumed || status === 200;
  if (!hasBytes) answer.destroy();
  if (status === 404) return false;
  // 416: the partial file is complete already. 206: the rest follows. 200: all of it follows.
  if (!hasBytes && status !== 416) {
    throw new CliError(`${url} answers ${status} for a file: run this again later.`);
  }
  if (hasBytes) {
    const bytes = limitSize(answer, isResumed ? size - partialSize : size);
    const flags = isResumed ? "a" : "w";
    await pipeline(bytes, createWriteStream(partialFile, { flags })).catch((error: unknown) => {
      if (error instanceof CliError) throw error;
      throw new CliError(unreachableMessage(url, error));
    });
  }
  if ((await digestOfFile(partialFile)) !== sha256) {
    await rm(partialFile);
    throw new CliError(`The download of ${sha256}.${extension} has wrong bytes: run this again.`);
  }
  await rename(partialFile, file);
  return true;
}

/** Ends a download that is longer than the library said: it would fill the disk. */
async function* limitSize(
  body: AsyncIterable<Uint8Array>,
  max: number,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > max) throw new CliError("The library sends more bytes of a file than it has.");
    yield chunk;
  }
}
