/**
 * Tells R2's errors apart. R2 throws plain errors whose class and code can't be relied on, so their text is
 * matched, here and nowhere else. Codes: https://developers.cloudflare.com/r2/api/error-codes/
 */

/** Whether R2 refused a `put` because the bytes have another SHA-256 than the caller said (code 10037). */
export function isDigestMismatch(error: unknown): boolean {
  // "The SHA-256 checksum you specified did not match what we received."
  return String(error).includes("SHA-256");
}

/** Whether a multipart upload no longer exists, because it was completed or aborted (code 10024). */
export function isUploadNotFound(error: unknown): boolean {
  return /10024|does not exist/.test(String(error));
}
