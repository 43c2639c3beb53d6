/**
 * Parses WebVTT, the caption format of the web (https://www.w3.org/TR/webvtt1/), by the algorithm of the
 * specification (§6.1, “WebVTT parser” and “collect a WebVTT block”), with one addition: everything
 * that the algorithm ignores silently is reported with its line.
 */
import {
  type Captions,
  type CaptionsDraft,
  type Cue,
  type Draft,
  newCaptions,
  newCue,
  type Region,
} from "../cue.ts";
import { LineReader } from "../line-reader.ts";
import { normalizeText } from "../normalize.ts";
import { quote, reportProblem } from "../problems.ts";
import {
  explainIgnoredBlock,
  explainIgnoredHeader,
  explainInvalidTiming,
} from "./explain-problems.ts";
import { parseRegion } from "./regions.ts";
import { applyCueSettings } from "./settings.ts";
import { parseTimingLine } from "./timings.ts";

export { type CueNode, parseCueText } from "./cue-text.ts";
export { formatWebVtt } from "./format.ts";

/** The lines between two blank lines. */
interface Block {
  kind: "cue" | "style" | "region" | "invalid cue" | "other";
  /** Its lines, without the timing line of a cue and the first line of STYLE and REGION. */
  text: string;
  readonly firstLine: number;
  cue?: Draft<Cue>;
}

/**
 * Parses a WebVTT file that was decoded from UTF-8; times are in seconds. Never throws: invalid parts
 * are dropped and listed in `problems`. A file that doesn't begin with WEBVTT has no cues
 * and one problem. Takes time in proportion to the text's length.
 */
export function parseWebVtt(text: string): Captions {
  const captions = newCaptions();
  const { cues, styles, notes, problems } = captions;
  if (!hasWebVttSignature(text)) {
    const beginning = quote(text.slice(0, 100).trim());
    reportProblem(
      problems,
      1,
      `A WebVTT file must begin with the word WEBVTT, but this one begins with ${beginning}: ` +
        "write WEBVTT and a blank line above everything else.",
    );
    return captions;
  }

  const lines = new LineReader(normalizeText(text));
  lines.advance();
  const header = collectBlock(lines, { inHeader: true, seenCue: false }, captions, new Map());
  const headerProblem = explainIgnoredHeader(header.text);
  if (headerProblem !== undefined) reportProblem(problems, header.firstLine, headerProblem);

  const regions = new Map<string, Region>();
  for (lines.skipBlankLines(); !lines.isAtEnd(); lines.skipBlankLines()) {
    const seenCue = cues.length > 0;
    const block = collectBlock(lines, { inHeader: false, seenCue }, captions, regions);
    const report = (message: string): void => reportProblem(problems, block.firstLine, message);
    if (block.cue !== undefined) cues.push(block.cue);
    else if (block.kind === "style") styles.push(block.text);
    else if (block.kind === "region") {
      const region = parseRegion(block.text, report);
      if (region.id === "") report("This region has no id: add id: and a name.");
      captions.regions.push(region);
      regions.set(region.id, region);
    } else if (block.kind === "other") {
      if (/^NOTE(?![^\t\n ])/.test(block.text)) notes.push(block.text.slice(4).trim());
      else report(explainIgnoredBlock(block.text, seenCue));
    }
  }
  return captions;
}

/** Whether a text begins with WEBVTT, after an optional byte order mark. */
export function hasWebVttSignature(text: string): boolean {
  return /^\uFEFF?WEBVTT(?![^\t\n\r ])/.test(text);
}

function collectBlock(
  lines: LineReader,
  state: { readonly inHeader: boolean; readonly seenCue: boolean },
  captions: CaptionsDraft,
  regions: ReadonlyMap<string, Region>,
): Block {
  const block: Block = { kind: "other", text: "", firstLine: lines.lineNumber };
  let seenArrow = false;
  for (let lineCount = 1; !lines.isAtEnd(); lineCount += 1) {
    const line = lines.peek();
    if (line.includes("-->")) {
      const isTimingLine = lineCount === 1 || (lineCount === 2 && !seenArrow);
      if (state.inHeader || !isTimingLine) break; // The line begins the next block.
      seenArrow = true;
      startCue(block, line, lines.lineNumber, captions, regions);
      lines.advance();
      continue;
    }
    lines.advance();
    if (line === "") break;
    if (!state.inHeader && lineCount === 2 && !state.seenCue && block.cue === undefined) {
      if (/^STYLE[\t\f\r ]*$/.test(block.text)) startBlock(block, "style");
      else if (/^REGION[\t\f\r ]*$/.test(block.text)) startBlock(block, "region");
    }
    block.text += block.text === "" ? line : `\n${line}`;
  }
  if (block.cue !== undefined) block.cue.text = block.text;
  return block;
}

function startBlock(block: Block, kind: "style" | "region"): void {
  block.kind = kind;
  block.text = "";
}

/** Turns the block into a cue whose id is the line above its timing, or into an invalid cue. */
function startCue(
  block: Block,
  timingLine: string,
  lineNumber: number,
  captions: CaptionsDraft,
  regions: ReadonlyMap<string, Region>,
): void {
  const report = (message: string): void => reportProblem(captions.problems, lineNumber, message);
  const timing = parseTimingLine(timingLine);
  if (timing === undefined) {
    block.kind = "invalid cue";
    report(explainInvalidTiming(timingLine));
    return;
  }
  block.kind = "cue";
  block.cue = newCue(timing.startTime, timing.endTime, "", lineNumber);
  block.cue.id = block.text;
  block.text = "";
  applyCueSettings(block.cue, timing.settings, regions, report);
}
