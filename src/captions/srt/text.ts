/** The text of an SRT cue, which has a little HTML and a little SubStation Alpha, as cue text. */
import type { Cue } from "../cue.ts";
import { escapeCueText } from "../escape.ts";
import { parseCueText, walkCueText } from "../webvtt/cue-text.ts";

type Place = Pick<Cue, "line" | "lineAlign" | "snapToLines" | "align">;

/** References that SRT writers use, though SRT has none; any other “&” is itself. */
const referencePattern = /^&(?:#[0-9]+|#x[0-9a-f]+|amp|lt|gt|nbsp|quot|apos|lrm|rlm);/i;
/** A tag, a group of overrides, or a character that WebVTT reads as more than itself. */
const markupPattern =
  /<\/?([a-z]{1,6})((?:[\s.][^<>\n]{0,200})?)\/?>|\{(?:\\|[ibuyfcs/]{1,2}(?=[:}]))[^{}\n]{0,200}\}|(?<!:)\\[Nh]|[<>&]/gi;
const tagsByName = new Map([
  ["i", "i"],
  ["em", "i"],
  ["b", "b"],
  ["strong", "b"],
  ["u", "u"],
  ["ruby", "ruby"],
  ["rt", "rt"],
]);
/** What words must not hold as it is, lest it be read as a tag or a reference. */
const readAsMarkup =
  /&(?=(?:#[0-9]+|#x[0-9a-f]+|amp|lt|gt|nbsp|quot|apos|lrm|rlm);)|<(?=\/?(?:i|em|b|strong|u|ruby|rt|v|br|font|span|div|p|s|strike|c)[\s./>])/gi;
const droppedTags = new Set(["font", "span", "div", "p", "s", "strike", "c"]);

/** Reads the lines of a cue: WebVTT cue text without blank lines, and where it is shown. */
export function parseSrtText(lines: readonly string[]): Partial<Place> & { text: string } {
  const source = lines
    .filter((line) => line.trim() !== "")
    .map((line) => line.trim())
    .join("\n");
  let place: Partial<Place> = {};
  const text = source.replace(markupPattern, (found, name?: string, rest = "", offset = 0) => {
    if (found.startsWith("{")) {
      const key = keyOf(found);
      if (key !== undefined) place = placeOf(key);
      return overridesOf(found);
    }
    if (found === "\\N") return "\n";
    if (found === "\\h") return " ";
    if (found.startsWith("\\")) return found;
    if (name === undefined) {
      if (found === "<") return "&lt;";
      if (found === ">") return "&gt;";
      return referencePattern.test(source.slice(offset, offset + 12)) ? "&" : "&amp;";
    }
    const tag = name.toLowerCase();
    const slash = found.startsWith("</") ? "/" : "";
    if (tagsByName.has(tag)) return `<${slash}${tagsByName.get(tag)}>`;
    if (tag === "v") return slash === "/" ? "</v>" : `<v${rest.replace(/-+$/, "")}>`;
    if (tag === "br") return "\n";
    return droppedTags.has(tag) ? "" : found.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  });
  return { text: text.replace(/\n[\n ]*/g, "\n").trim(), ...place };
}

/** Writes cue text for SRT: italics, bold and underline stay, everything else is its words. */
export function formatSrtText(cueText: string): string {
  const names = new Map([
    ["italic", "i"],
    ["bold", "b"],
    ["underline", "u"],
  ]);
  let text = "";
  walkCueText(
    parseCueText(cueText),
    (node) => {
      if (node.type === "text") text += node.value.replace(readAsMarkup, escapeCueText);
      else if (node.type === "rubyText") text += "(";
      else if (names.has(node.type)) text += `<${names.get(node.type)}>`;
    },
    (span) => {
      if (span.type === "rubyText") text += ")";
      else if (names.has(span.type)) text += `</${names.get(span.type)}>`;
    },
  );
  return text
    .replaceAll("-->", "→")
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== "")
    .join("\n");
}

/** The override that puts a cue where it stands, or "" for the usual place, below in the middle. */
export function formatPositionTag(cue: Partial<Place>): string {
  const { line = "auto", snapToLines = true, align = "center" } = cue;
  let row = 1;
  if (line !== "auto" && (snapToLines ? line >= 0 : line < 34)) row = 7;
  else if (line !== "auto" && !snapToLines && line < 67) row = 4;
  let column = 1;
  if (align === "left") column = 0;
  else if (align === "right") column = 2;
  const place = row + column;
  return place === 2 ? "" : `{\\an${place}}`;
}

/** SubStation Alpha's older numbers for places, and the keys they are. */
const legacyPositions = new Map([
  [1, 1],
  [2, 2],
  [3, 3],
  [5, 7],
  [6, 8],
  [7, 9],
  [9, 4],
  [10, 5],
  [11, 6],
]);

/** The key of the number pad that a group of overrides names: `{\an8}`, in old files `{\a6}`. */
function keyOf(group: string): number | undefined {
  const key = /\\an([1-9])/.exec(group);
  if (key !== null) return Number(key[1]);
  return legacyPositions.get(Number(/\\a([0-9]{1,2})(?![0-9])/.exec(group)?.[1]));
}

/** What a group of overrides, `{\i1\b0}` or `{i}`, turns on and off. */
function overridesOf(group: string): string {
  const short = /^\{(?:y:)?(\/?)([ibu])\}$/i.exec(group);
  if (short !== null) return `<${short[1]}${short[2]?.toLowerCase()}>`;
  let tags = "";
  for (const [, tag, on] of group.matchAll(/\\([ibu])([01])(?![0-9])/g)) {
    tags += on === "1" ? `<${tag}>` : `</${tag}>`;
  }
  return tags;
}

/** Where `{\an1}` (below, left) to `{\an9}` (above, right) are: the keys of a number pad. */
function placeOf(key: number): Partial<Place> {
  const place: Partial<Place> = {};
  if (key >= 7) place.line = 0;
  else if (key >= 4) Object.assign(place, { line: 50, snapToLines: false, lineAlign: "center" });
  if (key % 3 === 1) place.align = "left";
  if (key % 3 === 0) place.align = "right";
  return place;
}
