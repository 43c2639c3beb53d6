import { safeFileName } from "../../records/file-name.ts";

/**
 * `Content-Disposition` for a file that is saved, with a name in any script (RFC 6266 §4.3, RFC 8187): in
 * ASCII for old clients and in UTF-8 for the others.
 * @param title the file's name as a reader would write it, without its extension
 * @param extension the file's own, without a dot
 */
export function attachmentDisposition(title: string, extension: string): string {
  return `attachment; ${fileNameParameters(title, extension)}`;
}

/** The same for a file that the browser shows; the name is used when the reader saves it. */
export function inlineDisposition(title: string, extension: string): string {
  return `inline; ${fileNameParameters(title, extension)}`;
}

function fileNameParameters(title: string, extension: string): string {
  const name = safeFileName(title, extension);
  const base = name.slice(0, -extension.length - 1);
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `filename="${safeFileName(toAscii(base), extension)}"; filename*=UTF-8''${encoded}`;
}

/** The nearest text in ASCII; empty for a script without Latin letters. */
function toAscii(text: string): string {
  return text
    .normalize("NFD")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .replace(/[–—]/g, "-")
    .replace(/[^\x20-\x7e]/g, "");
}
