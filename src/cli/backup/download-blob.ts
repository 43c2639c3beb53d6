import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { unreachableMessage } from "../api/error-text.ts";
import { CliError } from "../cli-error.ts";
import { digestOfFile } from "../manifests/digest-file.ts";

/**
 * Fetches a file of the library to a place, unless it is there already, and checks its digest. What is
 * half there goes on from where it broke.
 * @returns false where the library hasn't got it
 * @throws Stop where nobody answers, or where other bytes came
 */
export async function downloadBlob(
  url: string,
  { sha256, extension }: { sha256: string; extension: string },
  file: string,
): Promise<boolean> {
  if ((await digestOfFile(file).catch(() => undefined)) === sha256) return true;
  await mkdir(dirname(file), { recursive: true });
  const part = `${file}.part`;
  const there = (await stat(part).catch(() => undefined))?.size ?? 0;
  const headers = there === 0 ? {} : { range: `bytes=${there}-` };
  const response = await fetch(`${url}/media/${sha256}.${extension}`, { headers }).catch(
    (error: unknown) => {
      throw new CliError(unreachableMessage(url, error));
    },
  );
  if (response.status === 404) return false;
  // 416: all of it is there; 200: the whole comes anew.
  if (response.status !== 416) {
    if (!response.ok || response.body === null) {
      throw new CliError(`${url} answers ${response.status} for a file: run this again later.`);
    }
    const flags = response.status === 206 ? "a" : "w";
    await pipeline(response.body, createWriteStream(part, { flags })).catch((error: unknown) => {
      throw new CliError(unreachableMessage(url, error));
    });
  }
  if ((await digestOfFile(part)) !== sha256) {
    await rm(part);
    throw new CliError(`Other bytes came than those of ${sha256}.${extension}: run this again.`);
  }
  await rename(part, file);
  return true;
}
