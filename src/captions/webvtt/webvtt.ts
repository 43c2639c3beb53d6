/**
 * WebVTT, the captions of the web (https://www.w3.org/TR/webvtt1/): reading a file.
 * This is the specification's own algorithm (§6.1, “WebVTT parser” and “collect a WebVTT block”),
 * with one addition: what the algorithm drops in silence is reported, with its line.
 */
import { type Captions, type Cue, newCue, type Region } from "../cue.ts";
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

/** What stands between two blank lines. */
interface Block {
  kind: "cue" | "style" | "region" | "failed cue" | "other";
  /** Its lines, without the timing line of a cue and the first line of STYLE and REGION. */
  text: string;
  firstLine: number;
  cue?: Cue;
}

/**
 * Reads a WebVTT file that was decoded from UTF-8; times are in seconds. Never throws: what cannot
 * be used is left out and named in `problems`. A file that does not begin with WEBVTT has no cues
 * and one problem. Takes time in proportion to the text's length, whatever it holds.
 */
export function parseWebVtt(text: string): Captions {
  const captions: Captions = { cues: [], regions: [], styles: [], notes: [], problems: [] };
  const { cues, styles, notes, problems } = captions;
  if (!hasWebVttSignature(text)) {
    const found = quote(text.slice(0, 100).trim());
    reportProblem(
      problems,
      1,
      `A WebVTT file begins with the word WEBVTT, this one with ${found}: ` +
        "write WEBVTT and a blank line above everything else.",
    );
    return captions;
  }

  const lines = new LineReader(normalizeText(text));
  lines.advance();
  const header = collectBlock(lines, { inHeader: true, seenCue: false }, captions, new Map());
  const unusual = explainIgnoredHeader(header.text);
  if (unusual !== undefined) reportProblem(problems, header.firstLine, unusual);

  const regions = new Map<string, Region>();
  for (lines.skipEmpty(); !lines.atEnd(); lines.skipEmpty()) {
    const seenCue = cues.length > 0;
    const block = collectBlock(lines, { inHeader: false, seenCue }, captions, regions);
    const complain = (message: string): void => reportProblem(problems, block.firstLine, message);
    if (block.cue !== undefined) cues.push(block.cue);
    else if (block.kind === "style") styles.push(block.text);
    else if (block.kind === "region") {
      const region = parseRegion(block.text, complain);
      if (region.id === "") complain("This region has no name: add id: and a name.");
      captions.regions.push(region);
      regions.set(region.id, region);
    } else if (block.kind === "other") {
      if (/^NOTE(?![^\t\n ])/.test(block.text)) notes.push(block.text.slice(4).trim());
      else complain(explainIgnoredBlock(block.text, seenCue));
    }
  }
  return captions;
}

/** Whether a text begins as a WebVTT file must, after one byte order mark at most. */
export function hasWebVttSignature(text: string): boolean {
  return /^\uFEFF?WEBVTT(?![^\t\n\r ])/.test(text);
}

function collectBlock(
  lines: LineReader,
  state: { inHeader: boolean; seenCue: boolean },
  captions: Captions,
  regions: ReadonlyMap<string, Region>,
): Block {
  const block: Block = { kind: "other", text: "", firstLine: lines.number + 1 };
  let seenArrow = false;
  for (let lineCount = 1; !lines.atEnd(); lineCount += 1) {
    const line = lines.peek();
    if (line.includes("-->")) {
      const mayBeTiming = lineCount === 1 || (lineCount === 2 && !seenArrow);
      if (state.inHeader || !mayBeTiming) break; // it begins the next block
      lines.advance();
      seenArrow = true;
      collectTimings(block, line, lines.number, captions, regions);
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

/** Makes the block a cue whose id is the line above, or a failed one. */
function collectTimings(
  block: Block,
  line: string,
  number: number,
  captions: Captions,
  regions: ReadonlyMap<string, Region>,
): void {
  const complain = (message: string): void => reportProblem(captions.problems, number, message);
  const timing = parseTimingLine(line);
  if (timing === undefined) {
    block.kind = "failed cue";
    complain(explainInvalidTiming(line));
    return;
  }
  block.kind = "cue";
  block.cue = newCue(timing.startTime, timing.endTime, "", number);
  block.cue.id = block.text;
  block.text = "";
  applyCueSettings(block.cue, timing.settings, regions, complain);
}
