import { textAt } from "./byte-reader.ts";

/** A format that a file's first bytes show. */
export interface FileFormat {
  readonly id: FormatId;
  /** What it is, with its article: `a JPEG picture`. */
  readonly label: string;
  /** The extension that such a file has. Undefined if the library keeps no such files. */
  readonly extension?: string;
}

export type FormatId = (typeof formats)[number]["id"];

interface Signature extends Omit<FileFormat, "id"> {
  readonly id: string;
  matches(bytes: Uint8Array): boolean;
}

/** How many of a file's first bytes are needed. A PDF may begin within its first 1,024 bytes. */
export const signatureLength = 1024;

const formats = [
  signature("png", "a PNG picture", startsWith("\x89PNG\r\n\x1a\n"), "png"),
  signature("jpeg", "a JPEG picture", startsWith("\xff\xd8\xff"), "jpg"),
  signature("gif", "a GIF picture", startsWith("GIF87a", "GIF89a")),
  signature("webp", "a WebP picture", riff("WEBP"), "webp"),
  signature("avif", "an AVIF picture", brand(/^(avif|avis)/), "avif"),
  signature("heic", "an HEIC picture", brand(/^(hei[cxms]|hev[cx]|mif1|msf1)/)),
  signature("tiff", "a TIFF picture", startsWith("II*\0", "MM\0*")),
  signature("bmp", "a BMP picture", isBmp),
  signature(
    "svg",
    "an SVG drawing",
    startsWithText(/^(<\?xml[^>]*>\s*)?(<!--(?:(?!-->).)*-->\s*)*<svg[\s>]/s),
  ),
  signature("pdf", "a PDF", isPdf, "pdf"),
  signature("zip", "a ZIP archive", startsWith("PK\x03\x04", "PK\x05\x06")),
  signature(
    "ole",
    "an Office document of an old kind, or one with a password",
    startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
  ),
  signature("rtf", "a rich text document (.rtf)", startsWith("{\\rtf")),
  signature("matroska", "Matroska or WebM", startsWith("\x1a\x45\xdf\xa3"), "webm"),
  signature("ogg", "Ogg", startsWith("OggS"), "ogg"),
  signature("mp4", "MP4 or QuickTime", isMp4, "mp4"),
  signature("wav", "a WAV recording", riff("WAVE")),
  signature("avi", "an AVI film", riff("AVI ")),
  signature("flac", "a FLAC recording", startsWith("fLaC")),
  signature("wmv", "a Windows Media film", startsWith("\x30\x26\xb2\x75\x8e\x66\xcf\x11")),
  signature("flv", "a Flash film", startsWith("FLV\x01")),
  signature("mpeg", "an MPEG-1 or MPEG-2 film", startsWith("\0\0\x01\xba", "\0\0\x01\xb3")),
  signature("mp3", "an MP3 recording", isMp3, "mp3"),
  signature("aac", "an AAC recording without a container", startsWith("\xff\xf1", "\xff\xf9")),
  signature("gzip", "a gzip archive", startsWith("\x1f\x8b\x08")),
  signature("7z", "a 7-Zip archive", startsWith("7z\xbc\xaf\x27\x1c")),
  signature("rar", "a RAR archive", startsWith("Rar!\x1a\x07")),
  signature(
    "appledouble",
    "a file in which macOS keeps what it knows about another file",
    startsWith("\0\x05\x16\x07"),
  ),
  signature(
    "lfs",
    "a pointer of Git LFS in place of the file (`git lfs pull` fetches it)",
    startsWith("version https://git-lfs"),
  ),
  signature(
    "html",
    "a web page",
    startsWithText(/^(<!--(?:(?!-->).)*-->\s*)*<(!doctype html|html)[\s>]/is),
  ),
] as const;

/** The format that a file's first bytes show. @returns undefined for a text, and for what isn't known here */
export function identifyFormat(start: Uint8Array): FileFormat | undefined {
  const bytes = start.subarray(0, signatureLength);
  return formats.find((format) => format.matches(bytes));
}

function signature<const Id extends string>(
  id: Id,
  label: string,
  matches: (bytes: Uint8Array) => boolean,
  extension?: string,
) {
  return {
    id,
    label,
    matches,
    ...(extension === undefined ? {} : { extension }),
  } satisfies Signature;
}

/** @param beginnings one character a byte */
function startsWith(...beginnings: readonly string[]) {
  return (bytes: Uint8Array) =>
    beginnings.some((beginning) => textAt(bytes, 0, beginning.length) === beginning);
}

function startsWithText(pattern: RegExp) {
  // A byte order mark and blanks may come first. The patterns' comments hold no `-->`: otherwise many comments could be
  // divided in exponentially many ways.
  return (bytes: Uint8Array) =>
    pattern.test(
      textAt(bytes, 0, signatureLength)
        .replace(/^\xef\xbb\xbf/, "")
        .trimStart(),
    );
}

/** A RIFF file with a form type. */
function riff(type: string) {
  return (bytes: Uint8Array) => textAt(bytes, 0) === "RIFF" && textAt(bytes, 8) === type;
}

/** A file of boxes with a major brand (ISO/IEC 14496-12 §4.3). */
function brand(pattern: RegExp) {
  return (bytes: Uint8Array) => textAt(bytes, 4) === "ftyp" && pattern.test(textAt(bytes, 8));
}

/** The header may be preceded by other bytes (PDF 1.7, Annex H.3); a line of its own tells it from a mention. */
function isPdf(bytes: Uint8Array): boolean {
  return /^%PDF-|%PDF-\d\.\d\s*[\r\n]/.test(textAt(bytes, 0, signatureLength));
}

function isMp4(bytes: Uint8Array): boolean {
  // QuickTime files of old have no `ftyp`.
  return /^(ftyp|moov|mdat|wide|free|skip|pnot)$/.test(textAt(bytes, 4)) && (bytes[0] ?? 1) === 0;
}

/** An ID3 tag, or the header of a frame of layer III (ISO/IEC 11172-3 §2.4.1.3). */
function isMp3(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0, version = 0] = bytes;
  const isFrame = first === 0xff && (second & 0xe6) === 0xe2 && third >> 4 !== 15;
  return isFrame || (textAt(bytes, 0, 3) === "ID3" && version < 0x10);
}

/** The reserved bytes are zero: a text may begin with “BM”, too. */
function isBmp(bytes: Uint8Array): boolean {
  return (
    textAt(bytes, 0, 2) === "BM" &&
    bytes.length > 25 &&
    bytes.subarray(6, 10).every((byte) => byte === 0)
  );
}
