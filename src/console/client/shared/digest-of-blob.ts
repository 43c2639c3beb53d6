import { sha256 } from "@noble/hashes/sha2.js";
import { toHex } from "../../../records/digest.ts";

/** How much of a file is in memory at a time: WebCrypto would take it whole. In bytes. */
const windowSize = 2 * 1024 * 1024;

/** The SHA-256 of a file in lower-case hexadecimal. @throws if it can't be read, or has changed meanwhile */
export async function digestOfBlob(bytes: Blob): Promise<string> {
  const hash = sha256.create();
  for (let start = 0; start < bytes.size; start += windowSize) {
    hash.update(new Uint8Array(await bytes.slice(start, start + windowSize).arrayBuffer()));
  }
  return toHex(new Uint8Array(hash.digest()).buffer);
}
