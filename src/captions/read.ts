/** Reading a caption file of any kind that is taken. A new kind is one line in the table below. */
import type { Captions } from "./cue.ts";
import { looksLikeSbv, parseSbv } from "./sbv/sbv.ts";
import { looksLikeSrt, parseSrt } from "./srt/srt.ts";
import { looksLikeTtml, parseTtml } from "./ttml/ttml.ts";
import { hasWebVttSignature, parseWebVtt } from "./webvtt/webvtt.ts";

interface CaptionFormat {
  /** How its files' names end; the first is the usual end. */
  extensions: readonly string[];
  name: string;
  /** Whether the text is of this kind beyond doubt, whatever the file is called. */
  recognizes(text: string): boolean;
  parse(text: string): Captions;
}

const captionFormats: readonly CaptionFormat[] = [
  { extensions: ["vtt"], name: "WebVTT", recognizes: hasWebVttSignature, parse: parseWebVtt },
  {
    extensions: ["ttml", "dfxp", "xml", "itt"],
    name: "TTML",
    recognizes: looksLikeTtml,
    parse: parseTtml,
  },
  { extensions: ["srt"], name: "SubRip", recognizes: looksLikeSrt, parse: parseSrt },
  { extensions: ["sbv"], name: "SBV", recognizes: looksLikeSbv, parse: parseSbv },
];

/** Kinds that people have and that aren't taken: their editors can save them as one that is. */
const unsupportedFormats: readonly [name: string, pattern: RegExp][] = [
  ["SubStation Alpha (.ass, .ssa)", /^\s*\[Script Info\]/i],
  ["SAMI (.smi)", /^\s*<SAMI>/i],
  ["MicroDVD (.sub)", /^\s*\{[0-9]+\}\{[0-9]+\}/],
  ["Scenarist captions (.scc)", /^\s*Scenarist_SCC/],
  ["a rich text document (.rtf)", /^\s*\{\\rtf/],
  ["a web page", /^\s*<(?:!DOCTYPE html|html)/i],
  ["a JSON file", /^\s*[{[]\s*["{[]/],
];

/** What a caption file says, and in which format it says it. */
export interface ReadCaptions extends Captions {
  /** “WebVTT”, “SubRip”, “SBV” or “TTML”; undefined for a file that isn't taken. */
  format: string | undefined;
}

/**
 * Reads a caption file: by what its text shows it to be, else by the end of its name. A name that
 * ends as another format's is said in a warning. Never throws; a file of a kind that is not taken
 * has no cues and a problem that says what is.
 */
export function readCaptions(fileName: string, text: string): ReadCaptions {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const shown = captionFormats.find((candidate) => candidate.recognizes(text));
  const other = unsupportedFormats.find(([, pattern]) => pattern.test(text))?.[0];
  const named = captionFormats.find((candidate) => candidate.extensions.includes(extension));
  const format = shown ?? (other === undefined ? named : undefined);
  if (format === undefined) return notTaken(fileName, other);

  const captions = format.parse(text);
  if (!format.extensions.includes(extension)) {
    const [usual] = format.extensions;
    const message =
      `This file holds ${format.name} and was read as ${format.name}, though its name doesn't end ` +
      `in .${usual}. Rename it, here and in the manifest.`;
    captions.problems.unshift({ line: 1, severity: "warning", message });
  }
  return { ...captions, format: format.name };
}

function notTaken(fileName: string, other: string | undefined): ReadCaptions {
  const accepted = captionFormats.map(({ name, extensions }) => `${name} (.${extensions[0]})`);
  const kinds = `${accepted.slice(0, -1).join(", ")} or ${accepted.at(-1)}`;
  const what =
    other === undefined
      ? `“${fileName}” is not a caption file that can be read`
      : `“${fileName}” is ${other}, which can't be read`;
  const problems = [{ line: 1, message: `${what}: save it as ${kinds}.` }];
  return { cues: [], regions: [], styles: [], notes: [], problems, format: undefined };
}
