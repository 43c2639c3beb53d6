import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { apply } from "../../src/publishing/apply.ts";
import type { LibraryItem } from "../../src/records/schema/record.ts";
import { countCost } from "../support/count-cost.ts";
import {
  countRows,
  database,
  digestOf,
  document,
  episode,
  librarySettings,
  publish,
  seasonsNamed,
  series,
} from "../support/library.ts";

const now = new Date("2026-02-01T12:00:00Z");

const applyTo = (record: LibraryItem, replaces: string | undefined) =>
  apply(database, env.BLOBS, { record, replaces, actor: "Ana", now });

/** Expects an error with this reason, and that nothing was written. */
async function expectRejected(reason: string, attempt: () => Promise<unknown>): Promise<void> {
  const before = await countRows();
  await expect(attempt()).rejects.toMatchObject({ reason });
  expect(await countRows()).toEqual(before);
}

beforeAll(async () => {
  await publish(librarySettings());
  await publish(series("tale"));
});

describe("publishing", () => {
  test("a new work creates it, with its revision, texts, files and one event", async () => {
    const record = await episode("fresh", { series: "tale" });
    const before = await countRows();
    const applied = await applyTo(record, undefined);
    const digest = await digestOf(record);
    expect(applied).toEqual({ slug: "fresh", change: "create", revision: 1, digest });
    const after = await countRows();
    const added = (table: string) => (after[table] ?? 0) - (before[table] ?? 0);
    expect([added("works"), added("revisions"), added("events")]).toEqual([1, 1, 1]);
    expect([added("texts"), added("revision_blobs")]).toEqual([2, 4]);
    const event = await env.DB.prepare("select * from events where slug = 'fresh'").first();
    expect(event).toMatchObject({
      at: now.toISOString(),
      actor: "Ana",
      action: "apply",
      from_revision: null,
      to_revision: 1,
    });
  });

  test("a change updates it and keeps the old revision", async () => {
    const record = await episode("changing");
    const first = await applyTo(record, undefined);
    const second = await applyTo({ ...record, name: { en: "Renamed" } }, first.digest);
    expect(second).toMatchObject({ change: "update", revision: 2 });
    const { results } = await env.DB.prepare(
      "select number, digest from revisions where slug = 'changing' order by number",
    ).all();
    expect(results).toEqual([
      { number: 1, digest: first.digest },
      { number: 2, digest: second.digest },
    ]);
    const events = await env.DB.prepare(
      "select from_revision, to_revision from events where slug = 'changing' order by id",
    ).all();
    expect(events.results).toEqual([
      { from_revision: null, to_revision: 1 },
      { from_revision: 1, to_revision: 2 },
    ]);
  });

  test("the current record again writes nothing, in any order of its keys", async () => {
    const record = await episode("same");
    const { digest } = await applyTo(record, undefined);
    const before = await countRows();
    const reordered = Object.fromEntries(Object.entries(record).reverse()) as typeof record;
    const { bindings, cost } = countCost();
    const again = await apply(database, bindings.BLOBS, {
      record: reordered,
      replaces: digest,
      actor: "Ana",
      now,
    });
    expect(again).toEqual({ slug: "same", change: "none", revision: 1, digest });
    expect(await countRows()).toEqual(before);
    expect(cost.bucketCalls).toEqual([]);
  });

  test("an earlier record again creates a new revision", async () => {
    const record = await document("changed-back");
    const first = await applyTo(record, undefined);
    const second = await applyTo({ ...record, name: { en: "Other" } }, first.digest);
    expect(await applyTo(record, second.digest)).toMatchObject({
      change: "update",
      revision: 3,
      digest: first.digest,
    });
  });
});

describe("publishing is rejected, and nothing is written,", () => {
  test("if the work changed after it was planned", async () => {
    const record = await episode("conflict");
    const first = await applyTo(record, undefined);
    await applyTo({ ...record, name: { en: "Theirs" } }, first.digest);
    const ours = { ...record, name: { en: "Ours" } };
    await expectRejected("moved", () => applyTo(ours, first.digest));
    await expectRejected("moved", () => applyTo(ours, undefined));
  });

  test("if the work that it was planned against doesn't exist", async () => {
    const record = await episode("not-there");
    await expectRejected("moved", () => applyTo(record, "a".repeat(64)));
  });

  test("if an episode's series isn't in the library", async () => {
    const record = await episode("orphan", { series: "no-series" });
    await expectRejected("missing-series", () => applyTo(record, undefined));
  });

  test("if an episode's series doesn't have its season, and the reason names those that exist", async () => {
    await publish(seasonsNamed("seasons", 1, 2));
    await publish(series("no-seasons"));
    const record = await episode("third", { series: "seasons", season: 3 });
    await expectRejected("missing-season", () => applyTo(record, undefined));
    await expect(applyTo(record, undefined)).rejects.toThrow(/season 3; it has 1, 2/);
    const other = { ...record, series: "no-seasons" };
    await expectRejected("missing-season", () => applyTo(other, undefined));
    const { digest } = await publish(seasonsNamed("seasons", 1, 2));
    const renamed = { ...seasonsNamed("all-seasons", 1, 2), formerSlugs: ["seasons"] };
    await applyTo(renamed, digest);
    await expectRejected("missing-season", () => applyTo(record, undefined));
    await applyTo({ ...record, season: 2 }, undefined);
  });

  test("if a series leaves out a season that has episodes", async () => {
    const { digest } = await publish(seasonsNamed("shrinking", 1, 2));
    const record = await episode("second", { series: "shrinking", season: 2 });
    const published = await applyTo(record, undefined);
    const shrunk = seasonsNamed("shrinking", 1);
    await expectRejected("season-in-use", () => applyTo(shrunk, digest));
    await expect(applyTo(shrunk, digest)).rejects.toThrow(/second \(season 2\)/);
    const renamed = { ...shrunk, slug: "shrunk", formerSlugs: ["shrinking"] };
    await expectRejected("season-in-use", () => applyTo(renamed, digest));
    await applyTo({ ...record, season: 1 }, published.digest);
    await applyTo(renamed, digest);
  });

  test("if an episode's series is the slug of a document", async () => {
    await publish(await document("not-a-series"));
    const record = await episode("wrong-series", { series: "not-a-series" });
    await expectRejected("missing-series", () => applyTo(record, undefined));
  });

  test("if a file that it names hasn't been uploaded", async () => {
    const record = await episode("unsent");
    const sha256 = "d".repeat(64);
    const [video] = record.video;
    if (video === undefined) throw new Error("the episode has a film");
    const unsent = { ...record, video: [{ ...video, sha256 }] };
    await expectRejected("missing-blobs", () => applyTo(unsent, undefined));
    await expect(applyTo(unsent, undefined)).rejects.toThrow(sha256);
  });

  test("if the slug belongs to a work of another kind", async () => {
    const { digest } = await publish(await document("taken"));
    const record = await episode("taken");
    await expectRejected("kind-changed", () => applyTo(record, digest));
  });

  test("if the work was withdrawn, so that publishing a folder doesn't bring it back", async () => {
    const record = await episode("withdrawn");
    const { digest } = await publish({ ...record, status: "withdrawn" });
    await expectRejected("withdrawn", () => applyTo(record, digest));
  });

  test("if R2 has lost a caption file", async () => {
    const record = await episode("lost");
    await env.BLOBS.delete(`blobs/${record.captions[0]?.file.sha256}`);
    await expectRejected("missing-blobs", () => applyTo(record, undefined));
  });
});

describe("if several people publish a work at once,", () => {
  const outcomes = async (records: LibraryItem[], replaces: string | undefined) => {
    const settled = await Promise.allSettled(records.map((each) => applyTo(each, replaces)));
    return settled.map((each) => (each.status === "fulfilled" ? "won" : each.reason.reason)).sort();
  };

  test.each([1, 2, 3, 4, 5])("exactly one of them changes it (%d)", async (round) => {
    const record = await episode(`race-${round}`);
    const { digest } = await applyTo(record, undefined);
    const theirs = [1, 2, 3].map((n) => ({ ...record, name: { en: `Of ${n}` } }));
    expect(await outcomes(theirs, digest)).toEqual(["moved", "moved", "won"]);
    const events = await env.DB.prepare("select count(*) as n from events where slug = ?")
      .bind(record.slug)
      .first("n");
    expect(events).toBe(2);
  });

  test("exactly one of them creates it", async () => {
    const record = await document("race-new");
    const both = [record, { ...record, name: { en: "Another" } }];
    expect(await outcomes(both, undefined)).toEqual(["moved", "won"]);
  });
});
