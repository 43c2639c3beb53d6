/** Pieces of a TTML paragraph → WebVTT cue text. */
import { escapeCueText } from "../escape.ts";
import type { TtmlStyle } from "./styles.ts";

/** A stretch of a paragraph's text with one style and one time. */
export interface StyledSegment {
  /** “\n” alone, from a `<br/>`, ends a line. */
  text: string;
  isBreak: boolean;
  /** Whether white space counts (`xml:space="preserve"`). */
  keepsSpace: boolean;
  style: TtmlStyle;
  /** BCP 47, or "" for the track's own. */
  language: string;
  /** In seconds; Infinity where it has no end. */
  begin: number;
  end: number;
}

/** Text under the same tags, in parts: joining them as they come would copy it again and again. */
interface Run {
  parts: string[];
  tags: string;
}

/** Joins pieces: italics, bold, underline and languages become tags, a ruby text follows in ( ). */
export function formatCueText(pieces: readonly StyledSegment[], speaker: string): string {
  const runs: Run[] = [];
  let isLineStart = true;
  let endsInSpace = false;
  const endLine = (): void => {
    if (!isLineStart) trimEnd(runs);
    isLineStart = true;
  };
  let isBroken = false; // a line break is written once there are words behind it
  for (const piece of pieces) {
    if (piece.isBreak) {
      endLine();
      isBroken = true;
      continue;
    }
    const tags = tagsOf(piece);
    for (const [index, line] of linesOf(piece).entries()) {
      if (index > 0) {
        endLine();
        isBroken = true;
      }
      const text: string = isLineStart || endsInSpace ? line.replace(/^ +/, "") : line;
      if (text === "") continue;
      if (isBroken) runs.at(-1)?.parts.push("\n");
      isBroken = false;
      isLineStart = false;
      endsInSpace = text.endsWith(" ");
      const last = runs.at(-1);
      if (last?.tags === tags) last.parts.push(escapeCueText(text));
      else runs.push({ parts: [escapeCueText(text)], tags });
    }
  }
  endLine();
  const text = runs.map(writeRun).join("");
  return speaker === "" || text === "" ? text : `<v ${escapeCueText(speaker)}>${text}`;
}

/** Takes the spaces off the end of a line. */
function trimEnd(runs: Run[]): void {
  for (let run = runs.at(-1); run !== undefined; run = runs.at(-1)) {
    for (let part = run.parts.pop(); part !== undefined; part = run.parts.pop()) {
      const words = part.replace(/ +$/, "");
      if (words === "") continue;
      run.parts.push(words);
      return;
    }
    runs.pop();
  }
}

function linesOf(piece: StyledSegment): string[] {
  const text = piece.style.ruby === "text" ? `(${piece.text})` : piece.text;
  return piece.keepsSpace ? text.split("\n") : [text.replace(/[ \t\n\r]+/g, " ")];
}

/** The tags of a piece, from the outermost in, with a comma between. */
function tagsOf({ style, language }: StyledSegment): string {
  const tags: string[] = [];
  if (/^[A-Za-z0-9-]{1,60}$/.test(language)) tags.push(`lang ${language}`);
  if (style.fontWeight === "bold") tags.push("b");
  if (style.fontStyle === "italic" || style.fontStyle === "oblique") tags.push("i");
  if (/(?:^|\s)underline(?:\s|$)/.test(style.textDecoration ?? "")) tags.push("u");
  return tags.join();
}

/** A run between its tags; white space at its end stays outside. */
function writeRun({ parts, tags }: Run): string {
  const text = parts.join("");
  if (tags === "") return text;
  const words = text.trimEnd();
  const names = tags.split(",");
  const open = names.map((tag) => `<${tag}>`).join("");
  const close = names.reverse().map((tag) => `</${tag.split(" ", 1)[0]}>`);
  return open + words + close.join("") + text.slice(words.length);
}
