import { type ByteReader, textAt, viewOf, WindowReader } from "../byte-reader.ts";
import { type FileFault, truncated } from "../file-fault.ts";

/** In kbit/s, by MPEG-1 and MPEG-2 layer III and the header's four bits (ISO/IEC 11172-3 §2.4.2.3). */
const bitRates = {
  mpeg1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
/** In Hz, for MPEG-1; MPEG-2 has half of it, MPEG-2.5 a quarter. */
const sampleRates = [44_100, 48_000, 32_000] as const;

/** An ID3v1 tag at a file's end, and the footer of an APE tag, in bytes. */
const id3v1Length = 128;
const apeFooterLength = 32;

/**
 * Checks that an MP3 file ends with a complete frame, and that it has as many bytes as its first frame
 * says (the "Xing" or "Info" header of LAME and others). Bytes that aren't frames end the check.
 */
export async function checkMp3(reader: ByteReader): Promise<FileFault | undefined> {
  const file = new WindowReader(reader);
  const start = await skipId3(file);
  const end = await endOfFrames(file);
  const declared = await declaredLength(file, start);
  const firstFrame = frameLength(await file.load(start, 4)) ?? 0;
  if (declared !== undefined && start + declared - firstFrame > end) {
    return truncated(start + declared - end);
  }
  for (let position = start; position < end; ) {
    const length = frameLength(file.peek(position, 4) ?? (await file.load(position, 4)));
    if (length === undefined) return undefined;
    position += length;
    if (position > end) return truncated(position - end);
  }
  return undefined;
}

/** @returns where the ID3v2 tags at the start end (ID3v2.4 structure §3.1) */
async function skipId3(file: WindowReader): Promise<number> {
  let position = 0;
  for (;;) {
    const bytes = await file.load(position, 10);
    if (bytes.length < 10 || textAt(bytes, 0, 3) !== "ID3") return position;
    const size = bytes.subarray(6).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
    const footer = ((bytes[5] ?? 0) & 0x10) === 0 ? 0 : 10;
    position += 10 + size + footer;
  }
}

/** @returns where the tags at the end start */
async function endOfFrames(file: WindowReader): Promise<number> {
  let end = file.size;
  const last = await file.load(Math.max(0, end - id3v1Length), 3);
  if (textAt(last, 0, 3) === "TAG") end -= id3v1Length;
  const footer = await file.load(Math.max(0, end - apeFooterLength), apeFooterLength);
  if (footer.length === apeFooterLength && textAt(footer, 0, 8) === "APETAGEX") {
    // The size includes the footer, but not a header (APEv2 specification, tags header).
    const hasHeader = viewOf(footer).getUint32(20, true) >>> 31 === 1;
    end -= viewOf(footer).getUint32(12, true) + (hasHeader ? apeFooterLength : 0);
  }
  return Math.max(0, end);
}

/** @returns how many bytes all frames have, by the header in the first one; undefined if it has none */
async function declaredLength(file: WindowReader, start: number): Promise<number | undefined> {
  const frame = await file.load(start, 64);
  if (frameLength(frame) === undefined) return undefined;
  const text = textAt(frame, 0, 48);
  const found = Math.max(text.indexOf("Xing"), text.indexOf("Info"));
  if (found < 0 || found + 16 > frame.length) return undefined;
  const view = viewOf(frame);
  const flags = view.getUint32(found + 4);
  if ((flags & 2) === 0) return undefined;
  return view.getUint32(found + 8 + ((flags & 1) === 0 ? 0 : 4));
}

/** The length of a frame in bytes, by its header. @returns undefined if there is none */
function frameLength(bytes: Uint8Array): number | undefined {
  const [first, second = 0, third = 0] = bytes;
  if (bytes.length < 4 || first !== 0xff || (second & 0xe6) !== 0xe2) return undefined;
  const version = (second >> 3) & 3;
  if (version === 1) return undefined;
  const isMpeg1 = version === 3;
  const bitRate = bitRates[isMpeg1 ? "mpeg1" : "mpeg2"][third >> 4];
  const fullRate = sampleRates[(third >> 2) & 3];
  if (!bitRate || fullRate === undefined) return undefined;
  const sampleRate = isMpeg1 ? fullRate : version === 2 ? fullRate / 2 : fullRate / 4;
  const padding = (third >> 1) & 1;
  return Math.floor(((isMpeg1 ? 144 : 72) * bitRate * 1000) / sampleRate) + padding;
}
