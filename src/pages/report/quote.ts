import { plainText } from "../../captions/webvtt/plain-text.ts";
import { readTimedText } from "../../delivery/timed-text.ts";
import { toLine } from "../../i18n/line.ts";
import { maxReportQuote } from "../../records/contact/reports.ts";
import type { Moment } from "../../records/moment.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";
import type { WorkText } from "../../records/views.ts";

/**
 * What a film's text says at a moment: the last cue that has begun by then, or all that a range touches.
 * @param language only if the text is in this language
 * @returns at most `maxReportQuote` characters; empty if there is no such text
 */
export function quoteAt(
  episode: EpisodeRecord,
  text: WorkText | undefined,
  language: string,
  moment: Moment | undefined,
): string {
  const timed = readTimedText(episode, text);
  if (moment === undefined || timed === undefined || timed.language !== language) return "";
  const { start, end } = moment;
  const current = timed.cues.findLast(({ startTime }) => startTime <= start) ?? timed.cues[0];
  const cues =
    end === undefined
      ? timed.cues.filter((cue) => cue === current)
      : timed.cues.filter(({ startTime, endTime }) => startTime < end && endTime > start);
  const quote = toLine(cues.map((cue) => plainText(cue.text)).join(" "));
  if (quote.length <= maxReportQuote) return quote;
  return `${quote
    .slice(0, maxReportQuote - 1)
    .toWellFormed()
    .replace(/\s*\S*$/u, "")}…`;
}
