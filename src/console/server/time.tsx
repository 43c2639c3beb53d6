import { memoize } from "../../i18n/memoize.ts";
import type { ConsoleView } from "./layout.tsx";

/** A point in time, in words: “Nov 28, 2026, 3:04 PM UTC”. @param at ISO 8601 in UTC */
export function Time({ at, view }: { at: string; view: ConsoleView }) {
  return <time datetime={at}>{formatTime(at, view.reader.language)}</time>;
}

export function formatTime(at: string, language: string): string {
  return `${timesIn(language).format(new Date(at))} UTC`;
}

const timesIn = memoize(
  (language) =>
    new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }),
);
