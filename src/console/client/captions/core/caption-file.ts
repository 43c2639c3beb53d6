/** Reads the caption files that others wrote. It is loaded when the first one is dropped: the readers of all formats are large. */
import { decodeCaptions } from "../../../../captions/encoding/decode.ts";
import { readCaptions } from "../../../../captions/read.ts";
import { formatWebVtt } from "../../../../captions/webvtt/format.ts";
import { parseTrack, type Track } from "./track.ts";

/** A file that was dropped, as a track, and what was lost or changed in it. */
export interface ReadFile {
  /** Undefined if nothing can be read. */
  readonly track: Track | undefined;
  /** In the words of `videoteca check`. */
  readonly problems: readonly string[];
}

/**
 * Reads a caption file in any accepted format and encoding.
 * @param language the BCP 47 tag of the text, which its encoding may depend on
 */
export function readCaptionFile(name: string, bytes: Uint8Array, language: string): ReadFile {
  const { text, problem } = decodeCaptions(bytes, language);
  const encoding =
    problem === undefined ? [] : [`${name}:${problem.line}:${problem.column}: ${problem.message}`];
  if (text === undefined) return { track: undefined, problems: encoding };
  const { problems, format, ...captions } = readCaptions(name, text);
  const found = problems.map(({ line, message }) => `${name}:${line}: ${message}`);
  const told = [...encoding, ...found];
  if (format === undefined || captions.cues.length === 0)
    return { track: undefined, problems: told };
  const cues = captions.cues.toSorted((a, b) => a.startTime - b.startTime);
  return { track: parseTrack(formatWebVtt({ ...captions, cues })), problems: told };
}
