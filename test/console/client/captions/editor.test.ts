import { expect, test } from "vitest";
import { createDocument } from "../../../../src/console/client/captions/core/document.ts";
import { mergeRows, setText } from "../../../../src/console/client/captions/core/rows.ts";
import { formatTime, parseTime } from "../../../../src/console/client/captions/core/times.ts";
import { createEditor } from "../../../../src/console/client/captions/editor.ts";
import { trackOfTexts } from "./arbitrary.ts";

const track = trackOfTexts([
  ["one", 1000],
  ["two", 1000],
  ["three", 1000],
]);

test("a person stays at their row through changes, and undo leads back to where a change was made", () => {
  const editor = createEditor(createDocument(track));
  const events: string[] = [];
  editor.subscribe((event) => events.push(event));
  editor.goTo("r2");
  editor.change((captions, open) => mergeRows(captions, "r2", open));
  expect(editor.currentId).toBe("r2");
  editor.goTo("r1");
  editor.undo();
  expect(editor.currentId).toBe("r2");
  expect(editor.document.rows.map(({ id }) => id)).toEqual(["r1", "r2", "r3"]);
  expect([editor.canUndo, editor.canRedo]).toEqual([false, true]);
  expect(events).toEqual(["place", "document", "place", "document", "focus"]);
});

test("what a colleague changed can't be taken back by undo, and what both changed waits for a decision", () => {
  const editor = createEditor(createDocument(track));
  editor.change((captions) => setText(captions, "r1", "edited", "mine"));
  const theirs = trackOfTexts([
    ["theirs", 1000],
    ["two, by them", 1000],
    ["three", 1000],
  ]);
  editor.merge("edited", track, theirs);
  expect(editor.canUndo).toBe(false);
  expect(editor.document.rows.map(({ edited }) => edited?.text)).toEqual([
    "mine",
    "two, by them",
    "three",
  ]);
  const [conflict] = editor.conflicts;
  if (conflict === undefined) throw new Error("There is no conflict.");
  editor.decide(conflict, "theirs");
  expect(editor.conflicts).toEqual([]);
  expect(editor.document.rows[0]?.edited?.text).toBe("theirs");
});

test("times are read as people write them", () => {
  expect([0, 62.3, 3723.004].map(formatTime)).toEqual(["0:00.000", "1:02.300", "1:02:03.004"]);
  const written = ["12.5", "1:02,5", " 1:02:03 ", "0:00.000", "1:2:3:4", "-1", "", "x"];
  expect(written.map(parseTime)).toEqual([
    ...[12.5, 62.5, 3723, 0],
    ...[undefined, undefined, undefined, undefined],
  ]);
});
