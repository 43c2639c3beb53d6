/** Reading a caption file of any kind that is taken. A new kind is one line in the table below. */
import type { Captions } from "./cue.ts";
import { parseSrt } from "./srt.ts";
import { hasWebVttSignature, parseWebVtt } from "./webvtt.ts";

interface CaptionFormat {
  extension: string;
  name: string;
  /** Whether the text is of this kind beyond doubt, whatever the file is called. */
  recognizes(text: string): boolean;
  parse(text: string): Captions;
}

const FORMATS: readonly CaptionFormat[] = [
  { extension: "vtt", name: "WebVTT", recognizes: hasWebVttSignature, parse: parseWebVtt },
  { extension: "srt", name: "SubRip", recognizes: looksLikeSrt, parse: parseSrt },
];

/**
 * Reads a caption file: by what its text shows it to be, else by the end of its name. Never
 * throws; a file of a kind that is not taken has no cues and a problem that says what is.
 */
export function readCaptions(fileName: string, text: string): Captions {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase();
  const format =
    FORMATS.find((candidate) => candidate.recognizes(text)) ??
    FORMATS.find((candidate) => candidate.extension === extension);
  if (format !== undefined) return format.parse(text);
  const accepted = FORMATS.map(({ name, extension: end }) => `${name} (.${end})`).join(" or ");
  const message = `“${fileName}” is not a caption file that can be read: save it as ${accepted}.`;
  return { cues: [], regions: [], styles: [], notes: [], problems: [{ line: 1, message }] };
}

/** An SRT file opens with a number and a timing; a comma before the thousandths is its own mark. */
function looksLikeSrt(text: string): boolean {
  return /^\s*(?:[0-9]+\s*[\r\n]\s*)?[0-9]+:[0-9]{2}:[0-9]{2},[0-9]{1,3}\s*-->/.test(
    text.slice(0, 200),
  );
}
