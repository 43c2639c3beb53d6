import { basename, dirname } from "node:path";
import { findInside, type UnusableFile } from "./find-inside.ts";
import { readUtf8 } from "./read-utf8.ts";

/** Far more than a manifest with every list at its bound needs. In bytes. */
const maxManifestSize = 20_000_000;

/** Reads a manifest. Its real path must be in its own folder, as that of the files that it names. */
export async function readManifestText(
  file: string,
): Promise<{ readonly text: string } | UnusableFile> {
  const found = await findInside(dirname(file), basename(file));
  if ("reason" in found) return found;
  if (found.size > maxManifestSize) return { reason: "is too large for a manifest: is it a film?" };
  const text = await readUtf8(found.realPath);
  return text === undefined ? { reason: "isn't UTF-8: save it as UTF-8" } : { text };
}
