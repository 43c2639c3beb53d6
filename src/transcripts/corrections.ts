/** The corrections of a film's captions: the text before and after each change. */

import type { TimedText } from "../captions/cue.ts";
import { joinText } from "../captions/join-lines.ts";
import { normalizeText } from "../i18n/normalize.ts";
import { formatMoment } from "../records/moment.ts";
import { type Difference, diffWords } from "./difference.ts";
import type { TranscriptSource } from "./formats/format.ts";
import { transcriptPage } from "./formats/html.ts";
import { momentUrl } from "./formats/lines.ts";
import { escapeMarkup } from "./formats/markup.ts";
import { transcriptFromCues } from "./paragraphs.ts";
import { findRemovedNames, hasAnyWord } from "./removed-names.ts";

/** A correction as it is shown to readers. */
export interface CorrectionView {
  /** The date in the reader's language: “Corrected on 3 March 2026”. */
  readonly title: string;
  /** The captions before the correction; undefined if they aren't shown. */
  readonly before: readonly TimedText[] | undefined;
  readonly after: readonly TimedText[] | undefined;
}

/** Labels in the reader's language. */
export interface CorrectionLabels {
  readonly corrections: string;
  readonly textBefore: string;
  readonly textNow: string;
  readonly onlyTimes: string;
  readonly notShown: string;
  readonly none: string;
  readonly nothing: string;
}

/** A corrected place, with a few words around it. */
export interface CorrectedPlace {
  /** In seconds. */
  startTime: number;
  before: CorrectedText[];
  after: CorrectedText[];
}

/** Consecutive words that are unchanged, or that were inserted or deleted. */
interface CorrectedText {
  text: string;
  changed: boolean;
}

/** A word, and the start time of its cue. */
interface Word {
  text: string;
  startTime: number;
}

/** How many words are shown on each side of a change; closer changes are shown together. Our choice. */
const contextWords = 5;

/** The differences in the words of two texts. Speakers, cue boundaries and times aren't compared. */
export function correctedPlaces(
  before: readonly TimedText[],
  after: readonly TimedText[],
): CorrectedPlace[] {
  const [old, now] = [splitIntoTimedWords(before), splitIntoTimedWords(after)];
  const differences = diffWords(textsOf(old), textsOf(now));
  const places: Difference[][] = [];
  for (const difference of differences) {
    const last = places.at(-1)?.at(-1);
    if (last !== undefined && difference.after[0] - last.after[1] <= 2 * contextWords) {
      places.at(-1)?.push(difference);
    } else places.push([difference]);
  }
  return places.map((place) => {
    const first = place[0]?.after[0] ?? 0;
    return {
      startTime: (now[first] ?? now.at(-1) ?? { startTime: 0 }).startTime,
      before: textAroundChanges(
        old,
        place.map((one) => one.before),
      ),
      after: textAroundChanges(
        now,
        place.map((one) => one.after),
      ),
    };
  });
}

/** The words of a text in order; in a script without spaces, each character with its combining marks. */
function splitIntoTimedWords(cues: readonly TimedText[]): Word[] {
  const { paragraphs } = transcriptFromCues(cues, []);
  return paragraphs.flatMap(({ segments }) =>
    segments.flatMap(({ startTime, text }) =>
      (normalizeText(text).match(wordPattern) ?? []).map((word) => ({ startTime, text: word })),
    ),
  );
}

const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

const textsOf = (words: readonly Word[]) => words.map(({ text }) => text);

/** The changed ranges, and the words before, between and after them. */
function textAroundChanges(
  words: readonly Word[],
  ranges: readonly (readonly [number, number])[],
): CorrectedText[] {
  const pieces: CorrectedText[] = [];
  const add = (from: number, to: number, changed: boolean) => {
    const text = joinText(textsOf(words.slice(from, to)));
    if (text !== "") pieces.push({ text, changed });
  };
  let done = Math.max(0, (ranges[0]?.[0] ?? 0) - contextWords);
  for (const [from, to] of ranges) {
    add(done, from, false);
    add(from, to, true);
    done = to;
  }
  add(done, Math.min(words.length, done + contextWords), false);
  return pieces;
}

/**
 * The page at `/transcripts/{slug}/{lang}/corrections`: all corrections, the newest first. A place whose earlier
 * text may name a person whom the current text doesn't name is only mentioned.
 */
export function correctionsPage(
  source: TranscriptSource,
  corrections: readonly CorrectionView[],
  labels: CorrectionLabels,
): string {
  const current = textsOf(splitIntoTimedWords(corrections[0]?.after ?? []));
  const parts = corrections.map(
    (one) => `<h2>${escapeMarkup(one.title)}</h2>\n${correctionHtml(one, current, source, labels)}`,
  );
  const main = parts.length > 0 ? parts.join("\n") : `<p>${escapeMarkup(labels.none)}</p>`;
  const { correction: _, ...rest } = source;
  return transcriptPage(rest, main, labels.corrections);
}

function correctionHtml(
  { before, after }: CorrectionView,
  current: readonly string[],
  source: TranscriptSource,
  labels: CorrectionLabels,
): string {
  const notShown = `<p>${escapeMarkup(labels.notShown)}</p>`;
  if (before === undefined || after === undefined) return notShown;
  const places = correctedPlaces(before, after);
  if (places.length === 0) return `<p>${escapeMarkup(labels.onlyTimes)}</p>`;
  const names = [before, after].map((cues) =>
    findRemovedNames(textsOf(splitIntoTimedWords(cues)), current),
  );
  return places
    .map((place) => {
      const href = escapeMarkup(momentUrl(source.watchUrl, place.startTime));
      const moment = `<p><a class="moment" href="${href}">${formatMoment(place.startTime)}</a></p>`;
      const texts = [...place.before, ...place.after].map(({ text }) => text);
      if (texts.some((text) => names.some((words) => hasAnyWord(text, words)))) {
        return `${moment}\n${notShown}`;
      }
      return `${moment}
<dl>
<dt>${escapeMarkup(labels.textBefore)}</dt><dd>${correctedTextHtml(place.before, "del", labels)}</dd>
<dt>${escapeMarkup(labels.textNow)}</dt><dd>${correctedTextHtml(place.after, "ins", labels)}</dd>
</dl>`;
    })
    .join("\n");
}

function correctedTextHtml(
  pieces: readonly CorrectedText[],
  mark: "del" | "ins",
  { nothing }: CorrectionLabels,
): string {
  if (pieces.length === 0) return escapeMarkup(nothing);
  return pieces
    .map(({ text, changed }) =>
      changed ? `<${mark}>${escapeMarkup(text)}</${mark}>` : escapeMarkup(text),
    )
    .join(" ");
}
