import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CaptionsDocument,
  createDocument,
  cuesOf,
  trackOf,
} from "../../../../src/console/client/captions/core/document.ts";
import {
  keepMine,
  mergeTrack,
  takeTheirs,
} from "../../../../src/console/client/captions/core/merge.ts";
import { deleteRow, setText, splitRow } from "../../../../src/console/client/captions/core/rows.ts";
import { shiftRows } from "../../../../src/console/client/captions/core/timing.ts";
import { formatTrack, parseTrack } from "../../../../src/console/client/captions/core/track.ts";
import { type Change, change, track, trackOfTexts } from "./arbitrary.ts";

const base = trackOfTexts(
  Array.from({ length: 200 }, (_, index) => [`Sentence ${index}`, 2000] as const),
);

/** What two people make of the same track, merged into the first one's document. */
function merge(mine: Change, theirs: Change, from = base) {
  const document = mine(createDocument(from));
  const their = parseTrack(formatTrack(trackOf(theirs(createDocument(from)), "edited")));
  return { document, their, ...{ merged: mergeTrack(document, "edited", from, their) } };
}

const textsOf = (document: CaptionsDocument) =>
  cuesOf(document, "edited").map(({ cue }) => cue.text);

describe("changes of two people", () => {
  test("of different cues, and of text and times of the same cue, are merged without a question", () => {
    const { merged } = merge(
      (document) => setText(document, "r5", "edited", "Mine"),
      (document) =>
        shiftRows(setText(document, "r9", "edited", "Theirs"), undefined, 2, ["edited"]),
    );
    expect(merged.conflicts).toEqual([]);
    expect(merged.document.rows[4]?.edited).toMatchObject({ text: "Mine", startTime: 10 });
    expect(merged.document.rows[8]?.edited).toMatchObject({ text: "Theirs", startTime: 18 });
    expect(merged.document.rows).toHaveLength(200);
  });

  test("of the same text are told, with both lines, and either can be taken", () => {
    const { merged } = merge(
      (document) => setText(document, "r5", "edited", "Mine"),
      (document) => setText(document, "r5", "edited", "Theirs"),
    );
    const [conflict] = merged.conflicts;
    expect(merged.conflicts).toMatchObject([
      { field: "text", rowId: "r5", mine: { text: "Mine" }, theirs: { text: "Theirs" } },
    ]);
    if (conflict === undefined) throw new Error("No conflict");
    expect(textsOf(keepMine(merged.document, conflict))[4]).toBe("Mine");
    expect(textsOf(takeTheirs(merged.document, conflict))[4]).toBe("Theirs");
  });

  test("are told where one deleted or split what the other wrote", () => {
    const deleted = merge(
      (document) => deleteRow(document, "r5", ["edited"]),
      (document) => setText(document, "r5", "edited", "Theirs"),
    ).merged;
    const [gone] = deleted.conflicts;
    expect(deleted.conflicts).toMatchObject([{ field: "cue", mine: undefined }]);
    if (gone === undefined) throw new Error("No conflict");
    expect(textsOf(keepMine(deleted.document, gone))).not.toContain("Theirs");
    expect(textsOf(takeTheirs(deleted.document, gone))).toContain("Theirs");

    const split = merge(
      (document) => splitRow(document, "r5", { side: "edited", position: 8 }, ["edited"]),
      (document) => setText(document, "r5", "edited", "Theirs"),
    ).merged;
    expect(split.conflicts).toMatchObject([{ field: "text", mine: { text: "Sentence" } }]);
    expect(textsOf(split.document).slice(4, 6)).toEqual(["Sentence", "4"]);
  });

  test("lose nothing: every text is in the result, or in a conflict, or was changed by one alone", () => {
    const changes = fc.array(change, { maxLength: 4 }).map(
      (list): Change =>
        (document) =>
          list.reduce((one, next) => next(one), document),
    );
    fc.assert(
      fc.property(track, changes, changes, (from, mine, theirs) => {
        const { document, their, merged } = merge(mine, theirs, from);
        const old = new Set(from.cues.map(({ text }) => text));
        const kept = new Set([
          ...textsOf(merged.document),
          ...merged.conflicts.flatMap((one) => [one.mine?.text, one.theirs?.text]),
        ]);
        const written = [...textsOf(document), ...their.cues.map(({ text }) => text)];
        expect(written.filter((text) => !old.has(text) && !kept.has(text))).toEqual([]);
        expect(new Set(merged.document.rows.map(({ id }) => id)).size).toBe(
          merged.document.rows.length,
        );
      }),
    );
  });

  test("that only one made are taken as they are", () => {
    fc.assert(
      fc.property(track, fc.array(change, { maxLength: 4 }), (from, list) => {
        const all: Change = (document) => list.reduce((one, next) => next(one), document);
        const textOf = (document: CaptionsDocument) => formatTrack(trackOf(document, "edited"));
        const none: Change = (document) => document;
        const theirs = merge(none, all, from);
        expect(theirs.merged.conflicts).toEqual([]);
        expect(
          cuesOf(theirs.merged.document, "edited")
            .map(({ cue }) => cue.text)
            .sort(),
        ).toEqual(theirs.their.cues.map(({ text }) => text).sort());
        const mine = merge(all, none, from);
        expect(mine.merged.conflicts).toEqual([]);
        expect(textOf(mine.merged.document)).toBe(textOf(mine.document));
      }),
    );
  });
});
