/**
 * `Content-Disposition` with a file name in any script (RFC 6266 §4.3, RFC 8187): in ASCII for old clients
 * and in UTF-8 for the others.
 * @param name a file name as a reader would write it; characters that file systems refuse become `-`
 */
export function attachmentDisposition(name: string): string {
  return `attachment; ${fileNameParameters(name)}`;
}

/** The same for a file that the browser shows; the name is used when the reader saves it. */
export function inlineDisposition(name: string): string {
  return `inline; ${fileNameParameters(name)}`;
}

/** How long a file name may be, in UTF-16 units. File systems allow 255 bytes, and most scripts take up to three bytes a character. */
const maxLength = 150;

/** A name without the characters that file systems refuse, cut to a length; the extension stays. */
export function cleanFileName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters must not get into a header
  const clean = name.replace(/[\u0000-\u001f\u007f/\\:*?"<>|]+/g, "-").toWellFormed();
  if (clean.length <= maxLength) return clean;
  const extension = /(?: \([^()]{1,40}\))?\.[a-z0-9]{1,5}$/.exec(clean)?.[0] ?? "";
  return clean.slice(0, maxLength - extension.length).toWellFormed() + extension;
}

function fileNameParameters(name: string): string {
  const clean = cleanFileName(name);
  const ascii = clean
    .normalize("NFD")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .replace(/[–—]/g, "-")
    .replace(/[^\x20-\x7e]/g, "");
  const encoded = encodeURIComponent(clean).replace(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `filename="${ascii.trim() || "file"}"; filename*=UTF-8''${encoded}`;
}
