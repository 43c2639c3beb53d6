/** Removes a byte order mark, ends every line in LF, makes U+0000 into U+FFFD (WebVTT §6.1). */
export function normalizeText(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .replaceAll("\0", "\uFFFD")
    .replace(/\r\n?/g, "\n");
}
