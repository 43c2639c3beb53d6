/**
 * Tells R2's errors apart. R2 throws plain errors whose class and code can't be relied on, so their text is
 * matched, here and nowhere else. Codes: https://developers.cloudflare.com/r2/api/error-codes/
 */

/** Whether R2 refused a `put` because the bytes have another SHA-256 than the caller said (code 10037). */
export function isDigestMismatch(error: unknown): boolean {
  // "The SHA-256 checksum you specified did not match what we received."
  return String(error).includes("SHA-256");
}

/** R2's codes for when it fails, is overloaded, or the connection broke. All others refuse the call itself. */
const unavailable = new Set(["10001", "10043", "10054", "10058"]);

/** Whether R2 refused a call for what it says, and not because R2 is unavailable. */
export function isRefusedByR2(error: unknown): boolean {
  if (isDigestMismatch(error) || isUploadNotFound(error)) return true;
  const [, code] = /\((\d{5})\)/.exec(String(error)) ?? [];
  return code !== undefined && !unavailable.has(code);
}

/** Whether a multipart upload no longer exists, because it was completed or aborted (code 10024). */
export function isUploadNotFound(error: unknown): boolean {
  return /10024|does not exist/.test(String(error));
}
