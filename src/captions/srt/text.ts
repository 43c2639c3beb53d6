/** Converts between the text of an SRT cue, which has some HTML and SubStation Alpha tags, and cue text. */
import { consumeCharacterReference } from "../character-references.ts";
import type { Cue, Draft } from "../cue.ts";
import { escapeCueText } from "../escape.ts";
import { parseCueText, walkCueText } from "../webvtt/cue-text.ts";

type CuePosition = Pick<Cue, "line" | "lineAlign" | "snapToLines" | "align">;

/** A reference, which programs write although SRT has none. The longest name in HTML has 31 characters. */
const referencePattern = /^&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/i;
/** A time within a cue, `<00:00:01.500>`, as YouTube's WebVTT has them: other programs copy them to SRT. */
const timeTag = "<(?:[0-9]{1,4}:)?[0-9]{1,2}:[0-9]{1,2}[.,][0-9]{1,3}>";
/** An HTML tag, a time, a group of SubStation Alpha overrides, or a character that WebVTT treats as markup. */
const markupPattern = new RegExp(
  String.raw`<\/?([a-z]{1,6})((?:[\s.][^<>\n]{0,200})?)\/?>|${timeTag}|\{(?:\\|[ibuyfcs/]{1,2}(?=[:}]))[^{}\n]{0,200}\}|(?<!:)\\[Nh]|[<>&]`,
  "gi",
);
/** The HTML tags that are kept, with their tags in WebVTT. */
const webVttTags = new Map([
  ["i", "i"],
  ["em", "i"],
  ["b", "b"],
  ["strong", "b"],
  ["u", "u"],
  ["ruby", "ruby"],
  ["rt", "rt"],
]);
/** HTML tags without an equivalent in WebVTT. */
const droppedTags = new Set(["font", "span", "div", "p", "s", "strike", "c"]);
/** The parts of plain text that `parseSrtText` would read as a tag or a reference, unless escaped. */
const ambiguousText =
  /&(?=#?[a-z0-9]+;)|<(?=\/?(?:i|em|b|strong|u|ruby|rt|v|br|font|span|div|p|s|strike|c)[\s./>])/gi;

/**
 * Parses the text lines of an SRT cue.
 * @returns WebVTT cue text without blank lines, and the settings of its position, if it has one
 */
export function parseSrtText(
  lines: readonly string[],
): Partial<CuePosition> & { readonly text: string } {
  const source = lines
    .filter((line) => line.trim() !== "")
    .map((line) => line.trim())
    .join("\n");
  let position: Partial<CuePosition> = {};
  const text = source.replace(markupPattern, (match, tagName?: string, rest = "", offset = 0) => {
    if (match.startsWith("{")) {
      const key = parsePositionKey(match);
      if (key !== undefined) position = keyToPosition(key);
      return overridesToTags(match);
    }
    if (match === "\\N") return "\n";
    if (match === "\\h") return " ";
    if (match.startsWith("\\")) return match;
    if (tagName === undefined) {
      if (match === "<") return "&lt;";
      if (match === ">") return "&gt;";
      if (match.startsWith("<")) return "";
      return isReference(source.slice(offset, offset + 33)) ? "&" : "&amp;";
    }
    const name = tagName.toLowerCase();
    const slash = match.startsWith("</") ? "/" : "";
    if (webVttTags.has(name)) return `<${slash}${webVttTags.get(name)}>`;
    if (name === "v") return slash === "/" ? "</v>" : `<v${rest.replace(/(?<!-)-+$/, "")}>`;
    if (name === "br") return "\n";
    return droppedTags.has(name) ? "" : match.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  });
  return { text: text.replace(/\n[\n ]*/g, "\n").trim(), ...position };
}

/** Whether a text begins with a reference that HTML has; any other “&” is plain text. */
function isReference(text: string): boolean {
  const [reference] = referencePattern.exec(text) ?? [];
  if (reference === undefined) return false;
  return consumeCharacterReference(reference, 0)?.position === reference.length;
}

/** Formats cue text for SRT: keeps italics, bold and underline, and drops all other markup. */
export function formatSrtText(cueText: string): string {
  const htmlTags = new Map([
    ["italic", "i"],
    ["bold", "b"],
    ["underline", "u"],
  ]);
  let text = "";
  walkCueText(
    parseCueText(cueText),
    (node) => {
      if (node.type === "text") text += node.value.replace(ambiguousText, escapeCueText);
      else if (node.type === "rubyText") text += "(";
      else if (htmlTags.has(node.type)) text += `<${htmlTags.get(node.type)}>`;
    },
    (span) => {
      if (span.type === "rubyText") text += ")";
      else if (htmlTags.has(span.type)) text += `</${htmlTags.get(span.type)}>`;
    },
  );
  return text
    .replaceAll("-->", "→")
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== "")
    .join("\n");
}

/** Formats a cue's position as `{\an1}` to `{\an9}`, or "" for the default position, bottom center. */
export function formatPositionTag(cue: Partial<CuePosition>): string {
  const { line = "auto", snapToLines = true, align = "center" } = cue;
  let firstKeyOfRow = 1;
  if (line !== "auto" && (snapToLines ? line >= 0 : line < 34)) firstKeyOfRow = 7;
  else if (line !== "auto" && !snapToLines && line < 67) firstKeyOfRow = 4;
  let column = 1;
  if (align === "left") column = 0;
  else if (align === "right") column = 2;
  const key = firstKeyOfRow + column;
  return key === 2 ? "" : `{\\an${key}}`;
}

/** The numbers of SubStation Alpha's older override `{\a…}`, with the keys that `{\an…}` has for them. */
const keysByLegacyNumber = new Map([
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

/** The position in a group of overrides, as a key of the number pad: `{\an8}`, in old files `{\a6}`. */
function parsePositionKey(overrides: string): number | undefined {
  const key = /\\an([1-9])/.exec(overrides);
  if (key !== null) return Number(key[1]);
  return keysByLegacyNumber.get(Number(/\\a([0-9]{1,2})(?![0-9])/.exec(overrides)?.[1]));
}

/** Converts a group of overrides, such as `{\i1\b0}` or `{i}`, to WebVTT tags. */
function overridesToTags(overrides: string): string {
  const shortForm = /^\{(?:y:)?(\/?)([ibu])\}$/i.exec(overrides);
  if (shortForm !== null) return `<${shortForm[1]}${shortForm[2]?.toLowerCase()}>`;
  let tags = "";
  for (const [, tag, value] of overrides.matchAll(/\\([ibu])([01])(?![0-9])/g)) {
    tags += value === "1" ? `<${tag}>` : `</${tag}>`;
  }
  return tags;
}

/** Converts a key of the number pad, from 1 (bottom left) to 9 (top right), to cue settings. */
function keyToPosition(key: number): Partial<CuePosition> {
  const position: Partial<Draft<CuePosition>> = {};
  if (key >= 7) position.line = 0;
  else if (key >= 4) Object.assign(position, { line: 50, snapToLines: false, lineAlign: "center" });
  if (key % 3 === 1) position.align = "left";
  if (key % 3 === 0) position.align = "right";
  return position;
}
