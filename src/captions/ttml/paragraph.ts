/** One `<p>` of TTML → cues: several, where its text changes while it is shown. */
import type { TimedText } from "../cue.ts";
import { formatCueText, type StyledSegment } from "./format-cue-text.ts";
import { inherit, isHidden, type StyleSheet, type TtmlStyle } from "./styles.ts";
import { type ElementContext, forEachChildInTime, parseInterval } from "./timing.ts";
import type { XmlElement } from "./xml.ts";

interface Inside extends ElementContext {
  style: TtmlStyle;
  speaker: string;
}

/** A paragraph of many words that change many times would give a text without end. */
const maxChanges = 64;
const maxCharacters = 20_000;
const forever = Number.POSITIVE_INFINITY;

/**
 * The cues of a paragraph, and when it ends. `around` is what it has itself: its interval, its
 * style, its language.
 */
export function parseParagraph(
  paragraph: XmlElement,
  around: Inside,
  sheet: StyleSheet,
): { end: number; cues: (TimedText & { id: string })[] } {
  const pieces: StyledSegment[] = [];
  const collect = (element: XmlElement, inside: Inside): number =>
    forEachChildInTime(element, inside.interval, element.children, (child, base) => {
      if (typeof child === "string") {
        pieces.push(pieceOf(child, inside, false));
        return base;
      }
      if (child.name === "br") pieces.push(pieceOf("\n", inside, true));
      if (child.name !== "span") return base;
      const interval = parseInterval(child, inside, base);
      if (interval === undefined) return base;
      const style = inherit(inside.style, sheet.styleOf(child));
      if (isHidden(style) || style.ruby === "delimiter") return interval.end;
      const language = child.attributes.get("lang") ?? inside.language;
      const space = child.attributes.get("space");
      const keepsSpace = space === undefined ? inside.keepsSpace : space === "preserve";
      return collect(child, { ...inside, interval, style, language, keepsSpace });
    });
  const last = collect(paragraph, around);
  const { interval, speaker, complain } = around;
  const id = paragraph.attributes.get("id") ?? "";
  if (pieces.every(({ text }) => text.trim() === "")) return { end: interval.end, cues: [] };

  const cues: (TimedText & { id: string })[] = [];
  for (const { startTime, endTime, shown } of stretches(pieces)) {
    const text = formatCueText(shown, speaker);
    const before = cues.at(-1);
    if (text === "") continue;
    if (before?.endTime === startTime && before.text === text) before.endTime = endTime;
    else cues.push({ id, startTime, endTime, text });
  }
  if (cues.every(({ startTime, endTime }) => startTime === 0 && endTime === forever)) {
    complain(paragraph.line, "This text has no times, so it is not shown: give it begin and end.");
    return { end: interval.end, cues: [] };
  }
  return { end: interval.end === forever ? Math.max(last, interval.begin) : interval.end, cues };
}

function pieceOf(text: string, inside: Inside, isBreak: boolean): StyledSegment {
  const { style, keepsSpace, interval } = inside;
  const language = inside.language === inside.trackLanguage ? "" : inside.language;
  return { text, isBreak, keepsSpace, style, language, ...interval };
}

interface Stretch {
  startTime: number;
  endTime: number;
  shown: readonly StyledSegment[];
}

/** The stretches of time in which the same pieces are shown. */
function stretches(pieces: readonly StyledSegment[]): Stretch[] {
  const words = pieces.filter(({ text }) => text.trim() !== "");
  const changes = [...new Set(words.flatMap(({ begin, end }) => [begin, end]))];
  const [first] = words;
  if (changes.length <= 2 && first !== undefined) {
    return [{ startTime: first.begin, endTime: first.end, shown: pieces }];
  }
  changes.sort((a, b) => a - b);
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  if (changes.length > maxChanges || changes.length * letters > maxCharacters) {
    return [{ startTime: changes[0] ?? 0, endTime: changes.at(-1) ?? 0, shown: pieces }];
  }
  return changes.slice(1).map((endTime, index) => {
    const startTime = changes[index] ?? 0;
    const shown = pieces.filter(({ begin, end }) => begin <= startTime && end >= endTime);
    return { startTime, endTime, shown };
  });
}
