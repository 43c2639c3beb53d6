/** A part of an address without percent-encoding (RFC 3986 §2.1); as it is written if it can't be decoded. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
