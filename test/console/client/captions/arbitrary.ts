import fc from "fast-check";
import {
  type CaptionsDocument,
  createDocument,
} from "../../../../src/console/client/captions/core/document.ts";
import {
  deleteRow,
  insertRow,
  mergeRows,
  type OpenSides,
  setText,
  splitRow,
} from "../../../../src/console/client/captions/core/rows.ts";
import { replaceText } from "../../../../src/console/client/captions/core/search.ts";
import {
  setTimes,
  shiftRows,
  stretchRows,
} from "../../../../src/console/client/captions/core/timing.ts";
import { parseTrack, type Track } from "../../../../src/console/client/captions/core/track.ts";

/** A change that an editor can make. */
export type Change = (document: CaptionsDocument) => CaptionsDocument;

const words = fc.constantFrom(
  "Hello",
  "there",
  "<v Ana>Yes",
  "đường",
  "[music]",
  "&amp;",
  "a\nb",
  "",
);
const text = fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(" "));

/** A track of cues in order, every text with a word of its own. */
export const track = fc
  .array(fc.tuple(text, fc.integer({ min: 100, max: 4000 })), { maxLength: 12 })
  .map((cues) => trackOfTexts(cues.map(([said, length], index) => [`${said} ${index}`, length])));

/** A track from texts and their lengths in milliseconds. */
export function trackOfTexts(cues: readonly (readonly [string, number])[]): Track {
  let at = 0;
  const blocks = cues.map(([said, length]) => {
    const start = at;
    at += length;
    return `${stamp(start)} --> ${stamp(at)}\n${said}\n`;
  });
  return parseTrack(["WEBVTT\n", ...blocks].join("\n"));
}

function stamp(milliseconds: number): string {
  const seconds = String((milliseconds % 60_000) / 1000).split(".");
  const [whole = "0", part = ""] = seconds;
  return `${String(Math.floor(milliseconds / 60_000)).padStart(2, "0")}:${whole.padStart(2, "0")}.${part.padEnd(3, "0")}`;
}

/** Any document with one or two sides. */
export const captionsDocument = fc
  .tuple(track, fc.option(track, { nil: undefined }))
  .map(([edited, beside]) => createDocument(edited, beside));

const open = fc.constantFrom<OpenSides>(["edited"], ["edited", "beside"]);
const seconds = fc.integer({ min: -5000, max: 5000 }).map((value) => value / 1000);

/** Any change, of any row. */
export const change: fc.Arbitrary<Change> = fc
  .record({
    kind: fc.integer({ min: 0, max: 8 }),
    row: fc.nat({ max: 30 }),
    open,
    text,
    seconds,
    position: fc.nat({ max: 12 }),
    isBeside: fc.boolean(),
  })
  .map((made) => (document) => {
    const rowId = document.rows[made.row % Math.max(1, document.rows.length)]?.id ?? "none";
    const side = made.isBeside && made.open.includes("beside") ? "beside" : "edited";
    const at = Math.abs(made.seconds);
    switch (made.kind) {
      case 0:
        return setText(document, rowId, side, made.text);
      case 1:
        return splitRow(document, rowId, { side, position: made.position, time: at }, made.open);
      case 2:
        return mergeRows(document, rowId, made.open);
      case 3:
        return insertRow(document, made.isBeside ? undefined : rowId, at);
      case 4:
        return deleteRow(document, rowId, made.open);
      case 5:
        return setTimes(document, rowId, { startTime: at, endTime: at + 1 }, made.open);
      case 6:
        return shiftRows(document, made.isBeside ? undefined : rowId, made.seconds, made.open);
      case 7:
        return stretchRows(
          document,
          [
            { from: 0, to: 0 },
            { from: 10, to: 10 + made.seconds },
          ],
          made.open,
        );
      default:
        return replaceText(document, "e", made.text);
    }
  });
