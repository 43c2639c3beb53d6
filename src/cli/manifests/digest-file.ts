import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";

/** SHA-256 of a file, in lower-case hexadecimal digits; read in pieces, never whole. */
export function digestOfFile(path: string): Promise<string> {
  return digestOfStream(createReadStream(path));
}

/** SHA-256 of what a stream gives, as of a file. */
export async function digestOfStream(stream: Readable): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of stream) hash.update(piece);
  return hash.digest("hex");
}

/** SHA-256 of a text's UTF-8 bytes. */
export function digestOfText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
