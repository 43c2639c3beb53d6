/** Removes a byte order mark, changes line endings to LF and U+0000 to U+FFFD (WebVTT §6.1). */
export function normalizeText(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .replaceAll("\0", "\uFFFD")
    .replace(/\r\n?/g, "\n");
}
