import { realpath } from "node:fs/promises";
import { openRegularFile } from "./find-inside.ts";

/**
 * Reads a text file without its byte order mark.
 * @returns undefined if it isn't valid UTF-8: a guessed encoding could publish names with wrong letters
 * @throws Error of the operating system if it isn't a file that can be read
 */
export async function readUtf8(path: string): Promise<string | undefined> {
  const file = await openRegularFile(await realpath(path));
  try {
    const bytes = await file.readFile();
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  } finally {
    await file.close();
  }
}
