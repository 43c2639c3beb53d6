/**
 * JSON with the keys of every object in order (after RFC 8785), so that equal records have equal bytes.
 * @throws TypeError if JSON can't represent the value
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(Reflect.get(value, key))]));
}

/** SHA-256 of bytes or UTF-8 text, in 64 lower-case hexadecimal digits. */
export async function sha256(
  data: string | Uint8Array<ArrayBuffer> | ArrayBuffer,
): Promise<string> {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  return toHex(await crypto.subtle.digest("SHA-256", bytes));
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Bytes in lower-case hexadecimal digits. */
export function toHex(bytes: ArrayBuffer): string {
  let digits = "";
  for (const byte of new Uint8Array(bytes)) digits += hexOfByte[byte];
  return digits;
}

/** A record's digest: the SHA-256 of its canonical JSON. It is its revision's ETag. */
export function digestOf(record: unknown): Promise<string> {
  return sha256(canonicalJson(record));
}
