import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";

/** The SHA-256 of a file in lower-case hexadecimal. The file is streamed, never held in memory whole. */
export function digestOfFile(path: string): Promise<string> {
  return digestOfStream(createReadStream(path));
}

/** The SHA-256 of a stream's bytes in lower-case hexadecimal. */
export async function digestOfStream(stream: Readable): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest("hex");
}

/** The SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
export function digestOfText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
