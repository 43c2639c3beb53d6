import { identifyFormat } from "../identify.ts";

/**
 * Finds out what keeps a file from being read as a text in UTF-8: it is another kind of file, or in another
 * encoding. A guessed encoding could publish names with wrong letters.
 * @param bytes the whole file
 * @returns the complement of a sentence with "is"; undefined for a text in UTF-8
 */
export function describeUnreadableText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return "a text in UTF-16";
  }
  const format = identifyFormat(bytes);
  if (format !== undefined && !["html", "svg"].includes(format.id)) return format.label;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return "a text in another encoding than UTF-8";
  }
  const zeros = text.split("\0", bytes.length).length - 1;
  if (zeros * 4 > text.length) return "a text in UTF-16";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: texts have none but tabs and line ends.
  return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)
    ? "a file of bytes that aren't a text"
    : undefined;
}
