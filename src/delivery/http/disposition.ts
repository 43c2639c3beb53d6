/**
 * `Content-Disposition` that saves under a name in any script (RFC 6266 §4.3, RFC 8187): plain letters
 * for old clients, UTF-8 for the others.
 * @param name a file name as a reader would write it; what a file system refuses becomes `-`
 */
export function attachmentDisposition(name: string): string {
  return `attachment; ${fileName(name)}`;
}

/** The same for what a browser shows: it is saved under the name when a reader saves it. */
export function inlineDisposition(name: string): string {
  return `inline; ${fileName(name)}`;
}

/** A name without what file systems refuse. A long one keeps its extension. */
export function cleanFileName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get into a header
  const clean = name.replace(/[\u0000-\u001f\u007f/\\:*?"<>|]+/g, "-").toWellFormed();
  if (clean.length <= 150) return clean;
  const extension = /(?: \([^()]{1,40}\))?\.[a-z0-9]{1,5}$/.exec(clean)?.[0] ?? "";
  return clean.slice(0, 150 - extension.length).toWellFormed() + extension;
}

function fileName(name: string): string {
  const clean = cleanFileName(name);
  const plain = clean
    .normalize("NFD")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .replace(/[–—]/g, "-")
    .replace(/[^\x20-\x7e]/g, "");
  const encoded = encodeURIComponent(clean).replace(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `filename="${plain.trim() || "file"}"; filename*=UTF-8''${encoded}`;
}
