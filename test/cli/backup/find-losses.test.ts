import { describe, expect, it } from "vitest";
import type { BagKind } from "../../../src/cli/backup/bag-origin.ts";
import type { BagRevision } from "../../../src/cli/backup/bag-works.ts";
import {
  type BagRelation,
  type BagVersion,
  findLosses,
} from "../../../src/cli/backup/find-losses.ts";

const digest = (digit: string) => digit.repeat(64);

/** A revision of a work, with one file. */
function revision(slug: string, number: number, isDraft: boolean, blob: string): BagRevision {
  const path = `data/works/${slug}/revisions/000${number}.json`;
  return { slug, number, path, key: `${slug} ${number}`, isDraft, blobs: [digest(blob)] };
}

function version(...revisions: readonly BagRevision[]): BagVersion {
  const paths = revisions.flatMap(({ slug, path, blobs }) => [
    path,
    `data/works/${slug}/history.json`,
    `data/works/${slug}/document.yaml`,
    ...blobs.map((blob) => `data/blobs/${blob}.md`),
  ]);
  return { paths: [...new Set(paths)], revisions };
}

function compare(
  old: BagVersion,
  next: BagVersion,
  relation: BagRelation,
  {
    kind = "full",
    listed = old.paths,
    deleted = [],
  }: { kind?: BagKind; listed?: readonly string[]; deleted?: readonly string[] } = {},
) {
  const deletedBlobs = new Set(deleted.map(digest));
  return findLosses(old, next, { kind, relation, listed: new Set(listed), deletedBlobs });
}

const first = revision("first", 1, false, "1");
const second = revision("first", 2, false, "2");
const draft = revision("secret", 1, true, "3");
const old = version(first, second, draft);

describe("the next version of a bag", () => {
  it("loses nothing if the library only has more", () => {
    const next = version(first, second, revision("first", 3, false, "4"), draft);
    for (const relation of ["own", "related", "other"] as const) {
      expect(compare(old, next, relation)).toEqual({ explained: [], unexplained: [], paths: [] });
    }
  });

  it("loses a draft that its own library has deleted, with its files", () => {
    const { explained, unexplained, paths } = compare(old, version(first, second), "own");
    expect(explained).toEqual(["the work secret"]);
    expect(unexplained).toEqual([]);
    expect(paths).toContain(`data/blobs/${digest("3")}.md`);
    expect(paths).toContain("data/works/secret/history.json");
  });

  it.each(["related", "other"] as const)("doesn't lose a draft of a bag that is %s", (relation) => {
    const { unexplained } = compare(old, version(first, second), relation);
    expect(unexplained).toContain("the work secret, with its revision 1");
  });

  it.each(["own", "related", "other"] as const)(
    "doesn't lose a published work or a revision of a bag that is %s",
    (relation) => {
      expect(compare(old, version(draft), relation).unexplained).toContain(
        "the work first, with its revisions 1, 2",
      );
      expect(compare(old, version(first, draft), relation).unexplained).toContain(
        "revision 2 of first",
      );
    },
  );

  it("loses the files of a work that was withdrawn", () => {
    const next = { ...old, paths: old.paths.filter((path) => !path.includes(digest("1"))) };
    expect(compare(old, next, "own", { deleted: ["1"] }).unexplained).toEqual([]);
    expect(compare(old, next, "own").unexplained).toEqual([`data/blobs/${digest("1")}.md`]);
  });

  it("keeps a work that has another slug now: its revisions are the same", () => {
    const renamed = [first, second].map((one) => ({
      ...one,
      slug: "new",
      path: one.path.replace("first", "new"),
    }));
    const next = version(...renamed, draft);
    expect(compare(old, next, "own").unexplained).toEqual([]);
  });

  it("doesn't lose files that no manifest lists, or that no revision explains", () => {
    const added = { ...old, paths: [...old.paths, "data/notes.txt", "data/works/first/notes.txt"] };
    expect(compare(added, old, "own", { listed: old.paths }).unexplained).toEqual([
      "data/notes.txt, which the bag's manifest doesn't list",
      "data/works/first/notes.txt, which the bag's manifest doesn't list",
    ]);
    expect(compare(added, old, "own").unexplained).toEqual([
      "data/notes.txt",
      "data/works/first/notes.txt",
    ]);
  });

  it("loses what an interrupted download left behind", () => {
    const part = `data/blobs/${digest("9")}.mp4.part`;
    const left = { ...old, paths: [...old.paths, part] };
    expect(compare(left, old, "own", { listed: old.paths })).toEqual({
      explained: [],
      unexplained: [],
      paths: [part],
    });
  });

  it("that is public has only what is public now", () => {
    const replaced = { ...second, number: 1, path: first.path };
    const both = version(first, draft);
    expect(compare(both, version(replaced, draft), "own", { kind: "public" }).unexplained).toEqual(
      [],
    );
    expect(
      compare(both, version(replaced, draft), "related", { kind: "public" }).unexplained,
    ).toEqual([]);
    const gone = compare(both, version(draft), "own", { kind: "public" });
    expect(gone).toMatchObject({ explained: ["the work first"], unexplained: [] });
    expect(compare(both, version(draft), "related", { kind: "public" }).unexplained).not.toEqual(
      [],
    );
  });
});
