import { formatMoment, parseMoment } from "../../../../records/moment.ts";

/** A description as video services have it: the text, and the chapters that are listed in it. */
export interface Description {
  readonly text: string;
  readonly chapters: readonly { readonly start: string; readonly title: string }[];
}

/** A line that begins with a time: `0:00 Intro`, `(1:02:05) - The end`. */
const chapterLine = /^[-–—•*\s]*[([]?((?:\d{1,2}:)?\d{1,2}:\d{2})[)\]]?[-–—:|.\s]*(\S.*)$/;
/** What stands above such lines. */
const chapterHeading = /^\W*(chapters?|time ?stamps?|cap[ií]tulos|chương|contents?|índice)\W*$/iu;
/** YouTube reads a list as chapters from this length on (https://support.google.com/youtube/answer/9884579). */
const minChapters = 3;

/**
 * Finds the chapters of a description by YouTube's rule: at least three times in their order, of which the first is 0:00.
 * Their lines are taken out of the text, since chapters have fields of their own.
 */
export function readDescription(text: string): Description {
  const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
  const found = lines.flatMap((line, index) => {
    const [, time = "", title = ""] = chapterLine.exec(line) ?? [];
    const moment = parseMoment(time);
    return moment === undefined ? [] : [{ index, seconds: moment.start, title }];
  });
  const isInOrder = found.every(({ seconds }, index) =>
    index === 0 ? seconds === 0 : seconds > (found[index - 1]?.seconds ?? 0),
  );
  if (found.length < minChapters || !isInOrder)
    return { text: lines.join("\n").trim(), chapters: [] };
  const first = found[0]?.index ?? 0;
  const taken = new Set(found.map(({ index }) => index));
  if (chapterHeading.test(lines[first - 1] ?? "")) taken.add(first - 1);
  const rest = lines.filter((_, index) => !taken.has(index)).join("\n");
  return {
    text: rest.replaceAll(/\n{3,}/g, "\n\n").trim(),
    chapters: found.map(({ seconds, title }) => ({ start: formatMoment(seconds), title })),
  };
}
