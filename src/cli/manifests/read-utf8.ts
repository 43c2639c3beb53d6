import { readFile } from "node:fs/promises";

/**
 * Reads a text file without its byte order mark.
 * @returns undefined if it isn't valid UTF-8: a guessed encoding could publish names with wrong letters
 */
export async function readUtf8(path: string): Promise<string | undefined> {
  const bytes = await readFile(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
