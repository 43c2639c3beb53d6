/** Reads a caption file of any supported format. A new format is one line in `captionFormats`. */
import type { Captions } from "./cue.ts";
import { looksLikeSbv, parseSbv } from "./sbv/sbv.ts";
import { looksLikeSrt, parseSrt } from "./srt/srt.ts";
import { looksLikeTtml, parseTtml } from "./ttml/ttml.ts";
import { hasWebVttSignature, parseWebVtt } from "./webvtt/webvtt.ts";

interface CaptionFormat {
  /** Its file name extensions; the first is the usual one. */
  readonly extensions: readonly string[];
  readonly name: string;
  /** Whether a text certainly has this format, whatever its file's extension is. */
  isFormatOf(text: string): boolean;
  parse(text: string): Captions;
}

const captionFormats: readonly CaptionFormat[] = [
  { extensions: ["vtt"], name: "WebVTT", isFormatOf: hasWebVttSignature, parse: parseWebVtt },
  {
    extensions: ["ttml", "dfxp", "xml", "itt"],
    name: "TTML",
    isFormatOf: looksLikeTtml,
    parse: parseTtml,
  },
  { extensions: ["srt"], name: "SubRip", isFormatOf: looksLikeSrt, parse: parseSrt },
  { extensions: ["sbv"], name: "SBV", isFormatOf: looksLikeSbv, parse: parseSbv },
];

/** Formats that aren't supported but are detected, so that the error can name them. */
const unsupportedFormats: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["SubStation Alpha (.ass, .ssa)", /^\s*\[Script Info\]/i],
  ["SAMI (.smi)", /^\s*<SAMI>/i],
  ["MicroDVD (.sub)", /^\s*\{[0-9]+\}\{[0-9]+\}/],
  ["Scenarist captions (.scc)", /^\s*Scenarist_SCC/],
  ["a rich text document (.rtf)", /^\s*\{\\rtf/],
  ["a web page", /^\s*<(?:!DOCTYPE html|html)/i],
  ["a JSON file", /^\s*[{[]\s*["{[]/],
];

/** The content of a caption file, and its format. */
export interface ReadCaptions extends Captions {
  /** “WebVTT”, “SubRip”, “SBV” or “TTML”; undefined if the file's format isn't supported. */
  readonly format: string | undefined;
}

/**
 * Reads a caption file. The format is detected from the text or, if that isn't conclusive, from the
 * file name's extension. An extension that doesn't fit the detected format is a warning. Never throws: a file
 * in an unsupported format has no cues, and its problem lists the supported formats.
 */
export function readCaptions(fileName: string, text: string): ReadCaptions {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const formatByText = captionFormats.find((candidate) => candidate.isFormatOf(text));
  const unsupported = unsupportedFormats.find(([, pattern]) => pattern.test(text))?.[0];
  const formatByExtension = captionFormats.find((candidate) =>
    candidate.extensions.includes(extension),
  );
  const format = formatByText ?? (unsupported === undefined ? formatByExtension : undefined);
  if (format === undefined) return unsupportedFile(fileName, unsupported);

  const captions = format.parse(text);
  const result = { ...captions, format: format.name };
  if (format.extensions.includes(extension)) return result;
  const message =
    `This file contains ${format.name} and was read as ${format.name}, but its name doesn't end ` +
    `in .${format.extensions[0]}. Rename the file, and change its name in the manifest.`;
  return { ...result, problems: [{ line: 1, severity: "warning", message }, ...captions.problems] };
}

function unsupportedFile(fileName: string, formatName: string | undefined): ReadCaptions {
  const supported = captionFormats.map(({ name, extensions }) => `${name} (.${extensions[0]})`);
  const choices = `${supported.slice(0, -1).join(", ")} or ${supported.at(-1)}`;
  const reason =
    formatName === undefined
      ? `“${fileName}” isn't a supported caption file`
      : `“${fileName}” is ${formatName}, which isn't supported`;
  const problems = [{ line: 1, message: `${reason}: save it as ${choices}.` }];
  return { cues: [], regions: [], styles: [], notes: [], problems, format: undefined };
}
