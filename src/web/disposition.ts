/**
 * `Content-Disposition` that saves under a name in any script (RFC 6266 §4.3, RFC 8187): plain letters
 * for old clients, UTF-8 for the others.
 * @param name a file name as a reader would write it; what a file system refuses becomes `-`
 */
export function attachmentNamed(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get into a header
  const clean = name.replace(/[\u0000-\u001f\u007f/\\:*?"<>|]+/g, "-").slice(0, 150);
  const plain = clean
    .normalize("NFD")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .replace(/[^\x20-\x7e]/g, "");
  const encoded = encodeURIComponent(clean.toWellFormed()).replace(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `attachment; filename="${plain.trim() || "file"}"; filename*=UTF-8''${encoded}`;
}
