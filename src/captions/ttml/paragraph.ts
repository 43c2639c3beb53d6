/** Converts a TTML `<p>` to cues: several, if its text changes while it is shown. */
import type { TimedText } from "../cue.ts";
import { formatCueText, type StyledSegment } from "./format-cue-text.ts";
import { inheritStyle, isHidden, type StyleSheet, type TtmlStyle } from "./styles.ts";
import { type ElementContext, forEachChildInTime, parseInterval } from "./timing.ts";
import type { XmlElement } from "./xml.ts";

interface InlineContext extends ElementContext {
  readonly style: TtmlStyle;
  readonly speaker: string;
}

interface ParagraphCue extends TimedText {
  readonly id: string;
}

/**
 * Our own limits: text that changes at n times becomes n cues, each with up to all of the text. A paragraph
 * with more changes, or more characters in all its cues, becomes one cue.
 */
const maxChanges = 64;
const maxCharacters = 20_000;
const forever = Number.POSITIVE_INFINITY;

/**
 * Converts a paragraph to cues.
 * @param context the paragraph's own interval, style and language
 * @returns the cues, and the time in seconds at which the paragraph ends
 */
export function parseParagraph(
  paragraph: XmlElement,
  context: InlineContext,
  styleSheet: StyleSheet,
): { readonly end: number; readonly cues: readonly ParagraphCue[] } {
  const segments: StyledSegment[] = [];
  const collectSegments = (element: XmlElement, inline: InlineContext): number =>
    forEachChildInTime(element, inline.interval, element.children, (child, baseTime) => {
      if (typeof child === "string") {
        segments.push(toSegment(child, inline, false));
        return baseTime;
      }
      if (child.name === "br") segments.push(toSegment("\n", inline, true));
      if (child.name !== "span") return baseTime;
      const interval = parseInterval(child, inline, baseTime);
      if (interval === undefined) return baseTime;
      const style = inheritStyle(inline.style, styleSheet.styleOf(child));
      if (isHidden(style) || style.ruby === "delimiter") return interval.end;
      const language = child.attributes.get("lang") ?? inline.language;
      const space = child.attributes.get("space");
      const preservesSpace = space === undefined ? inline.preservesSpace : space === "preserve";
      return collectSegments(child, { ...inline, interval, style, language, preservesSpace });
    });
  const endOfContent = collectSegments(paragraph, context);
  const { interval, speaker, report } = context;
  if (segments.every(({ text }) => text.trim() === "")) return { end: interval.end, cues: [] };

  const cues = segmentsToCues(segments, paragraph.attributes.get("id") ?? "", speaker);
  if (cues.every(({ startTime, endTime }) => startTime === 0 && endTime === forever)) {
    report(paragraph.line, "This text has no times, so it isn't shown: add begin and end.");
    return { end: interval.end, cues: [] };
  }
  const end = interval.end === forever ? Math.max(endOfContent, interval.begin) : interval.end;
  return { end, cues };
}

function toSegment(text: string, context: InlineContext, isBreak: boolean): StyledSegment {
  const { style, preservesSpace, interval } = context;
  const language = context.language === context.documentLanguage ? "" : context.language;
  return { text, isBreak, preservesSpace, style, language, ...interval };
}

/** Makes a cue of each time span; consecutive spans with the same text become one cue. */
function segmentsToCues(
  segments: readonly StyledSegment[],
  id: string,
  speaker: string,
): ParagraphCue[] {
  const cues: { id: string; startTime: number; endTime: number; text: string }[] = [];
  for (const { startTime, endTime, shown } of timeSpans(segments)) {
    const text = formatCueText(shown, speaker);
    const previous = cues.at(-1);
    if (text === "") continue;
    if (previous?.endTime === startTime && previous.text === text) previous.endTime = endTime;
    else cues.push({ id, startTime, endTime, text });
  }
  return cues;
}

interface TimeSpan {
  readonly startTime: number;
  readonly endTime: number;
  /** The segments that are shown during the whole span. */
  readonly shown: readonly StyledSegment[];
}

/** Splits the time of a paragraph where the shown segments change. */
function timeSpans(segments: readonly StyledSegment[]): TimeSpan[] {
  const visible = segments.filter(({ text }) => text.trim() !== "");
  const changes = [...new Set(visible.flatMap(({ begin, end }) => [begin, end]))];
  const [first] = visible;
  if (changes.length <= 2 && first !== undefined) {
    return [{ startTime: first.begin, endTime: first.end, shown: segments }];
  }
  changes.sort((a, b) => a - b);
  const characters = visible.reduce((sum, { text }) => sum + text.length, 0);
  if (changes.length > maxChanges || changes.length * characters > maxCharacters) {
    return [{ startTime: changes[0] ?? 0, endTime: changes.at(-1) ?? 0, shown: segments }];
  }
  return changes.slice(1).map((endTime, index) => {
    const startTime = changes[index] ?? 0;
    const shown = segments.filter(({ begin, end }) => begin <= startTime && end >= endTime);
    return { startTime, endTime, shown };
  });
}
