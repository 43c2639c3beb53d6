import { readFile } from "node:fs/promises";

/**
 * The text of a file, without a byte order mark. @returns undefined where its bytes aren't UTF-8:
 * guessing would publish names with their letters lost.
 */
export async function readText(path: string): Promise<string | undefined> {
  const bytes = await readFile(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
