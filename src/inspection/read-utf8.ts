import { type FileTree, readWhole } from "./file-tree.ts";

/**
 * Reads a text file without its byte order mark.
 * @returns undefined if it isn't valid UTF-8: a guessed encoding could publish names with wrong letters
 * @throws if it isn't a file that can be read
 */
export async function readUtf8(tree: FileTree, path: string): Promise<string | undefined> {
  const bytes = await readWhole(tree, path);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
}
