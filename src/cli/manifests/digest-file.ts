import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import type { Readable } from "node:stream";
import { openRegularFile } from "./find-inside.ts";

/** The SHA-256 of a file in lower-case hexadecimal. The file is streamed, never held in memory whole. @throws Error of the operating system if it isn't a file that can be read */
export async function digestOfFile(path: string): Promise<string> {
  const file = await openRegularFile(await realpath(path));
  return digestOfStream(file.createReadStream());
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
