import { lintCues } from "../../../captions/lint/lint.ts";
import { parseWebVtt } from "../../../captions/webvtt/webvtt.ts";
import type { DraftPart } from "../../../records/languages/drafts.ts";
import { explainSize, maxStoredTextSize } from "../../../records/schema/limits.ts";
import type { LibraryItem } from "../../../records/schema/record.ts";

/** Something that `videoteca check` would say about a draft, in the same words. */
export interface Finding {
  /** Counted from 1. */
  readonly line: number;
  readonly severity: "error" | "warning" | "note";
  readonly message: string;
}

/** Checks a draft as the file that it would become. @returns the findings in the order of their lines */
export function checkDraft(
  text: string,
  { part, language }: { readonly part: DraftPart; readonly language: string },
  item: LibraryItem,
): Finding[] {
  const size = new TextEncoder().encode(text).length;
  const tooLarge = explainSize("the text", size, maxStoredTextSize);
  if (tooLarge !== undefined) return [{ line: 1, severity: "error", message: `${tooLarge}.` }];
  if (part === "text") {
    const message = "There is no text yet.";
    return text.trim() === "" ? [{ line: 1, severity: "error", message }] : [];
  }
  const { cues, problems } = parseWebVtt(text);
  const found = problems.map(
    ({ line, message, severity }): Finding => ({
      line: Math.max(1, line),
      severity: severity ?? "error",
      message,
    }),
  );
  if (cues.length === 0 && found.some(({ severity }) => severity === "error")) return found;
  const duration = item.kind === "Episode" ? item.duration : 0;
  const options = { language, ...(duration > 0 ? { duration } : {}) };
  // Descriptions are read aloud between the words: how fast they are to read doesn't matter.
  const lint = lintCues(cues, options).filter(
    ({ code }) => part !== "descriptions" || !isAboutReading.has(code),
  );
  const all = [
    ...found,
    ...lint.map(({ line, ...rest }) => ({ ...rest, line: Math.max(1, line) })),
  ];
  return all.sort((a, b) => a.line - b.line);
}

const isAboutReading: ReadonlySet<string> = new Set([
  "too-fast",
  "too-many-lines",
  "long-line",
  "long-gap",
  "flicker",
]);
