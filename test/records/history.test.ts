import { describe, expect, test } from "vitest";
import {
  type ChangeEvent,
  describeChange,
  type RevisionState,
  wasEverPublic,
} from "../../src/records/history.ts";

const revision = (
  number: number,
  status: RevisionState["status"],
  datePublished = "2026-01-01T00:00:00.000Z",
): RevisionState => ({ number, status, datePublished });

/** Events a day apart, the newest first; each leads from the one before it. */
function changes(...steps: [ChangeEvent["action"], toRevision: number][]): ChangeEvent[] {
  return steps
    .map(([action, toRevision], index) => ({
      at: `2026-02-0${index + 1}T00:00:00.000Z`,
      action,
      fromRevision: steps[index - 1]?.[1] ?? null,
      toRevision,
    }))
    .toReversed();
}

const now = "2026-03-01T00:00:00.000Z";

describe("a work was public at some time", () => {
  test.each<[string, boolean, RevisionState[], ChangeEvent[]]>([
    ["a draft", false, [revision(1, "draft")], changes(["apply", 1])],
    ["a published work", true, [revision(1, "published")], changes(["apply", 1])],
    ["one without a date", true, [revision(1, "published", "")], changes(["apply", 1])],
    [
      "a work scheduled for later",
      false,
      [revision(1, "published", "2999-01-01T00:00:00.000Z")],
      changes(["apply", 1]),
    ],
    [
      "a work whose day came before it was unpublished",
      true,
      [revision(1, "published", "2026-02-01T12:00:00.000Z"), revision(2, "draft")],
      changes(["apply", 1], ["apply", 2]),
    ],
    [
      "a work that was unpublished before its day, though that is over now",
      false,
      [revision(1, "published", "2026-02-10T00:00:00.000Z"), revision(2, "draft")],
      changes(["apply", 1], ["apply", 2]),
    ],
    [
      "a work that was rolled back to its published revision",
      true,
      [revision(1, "published", "2026-02-03T12:00:00.000Z"), revision(2, "draft")],
      changes(["apply", 1], ["apply", 2], ["rollback", 1], ["apply", 2]),
    ],
    [
      "a withdrawn draft of release 0.1.0, whose address says so",
      true,
      [revision(1, "draft"), revision(2, "withdrawn")],
      changes(["apply", 1], ["withdraw", 2]),
    ],
    ["a published work without events", true, [revision(1, "published")], []],
    [
      "a scheduled work without events",
      false,
      [revision(1, "published", "2999-01-01T00:00:00.000Z")],
      [],
    ],
  ])("%s: %s", (_, expected, revisions, events) => {
    expect(wasEverPublic({ revisions, events }, now)).toBe(expected);
  });
});

test("a history says what each change did", () => {
  const revisions = [
    revision(1, "draft"),
    revision(2, "published", "2999-01-01T00:00:00.000Z"),
    revision(3, "published"),
    revision(4, "draft"),
    revision(5, "withdrawn"),
    revision(6, "withdrawn"),
  ];
  const events = changes(
    ["apply", 1],
    ["apply", 2],
    ["apply", 3],
    ["apply", 4],
    ["rollback", 3],
    ["withdraw", 5],
    ["withdraw", 6],
    ["restore", 3],
  );
  expect(events.map((event) => describeChange(event, revisions)).toReversed()).toEqual([
    "saved as draft",
    "scheduled",
    "published",
    "unpublished",
    "rolled back, published",
    "withdrawn",
    "notice changed",
    "restored",
  ]);
});
