import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { PublishingError } from "../../src/publishing/publishing-error.ts";
import { restore } from "../../src/publishing/restore.ts";
import { rollback } from "../../src/publishing/rollback.ts";
import { readTexts } from "../../src/publishing/texts.ts";
import { withdraw } from "../../src/publishing/withdraw.ts";
import { blobsOf } from "../../src/records/blobs.ts";
import { correctionsIn, lineageOf } from "../../src/records/corrections.ts";
import type { EpisodeRecord, LibraryItem } from "../../src/records/schema/record.ts";
import { upgradeRecord } from "../../src/records/schema/versions.ts";
import { publishedAt } from "../../src/records/visibility.ts";
import { BlobRefused } from "../../src/storage/blobs.ts";
import { type History, readHistory, readRevision } from "../../src/storage/history.ts";
import { indexColumns } from "../../src/storage/indexes.ts";
import { facetsOfWork } from "../../src/storage/lists/facet-index.ts";
import { database, digestOf, episode, publish, series, track, vtt } from "../support/library.ts";

/** What can be done with a work. The step `send` uploads its files again. */
const step = fc.oneof(
  fc.record({
    do: fc.constant("apply" as const),
    title: fc.constantFrom("A", "B", "C"),
    says: fc.constantFrom("one", "two"),
    draft: fc.boolean(),
  }),
  fc.record({
    do: fc.constant("rollback" as const),
    to: fc.option(fc.integer({ min: 1, max: 6 })),
  }),
  fc.record({ do: fc.constant("withdraw" as const), notice: fc.constantFrom("Gone.", "Away.") }),
  fc.record({ do: fc.constant("restore" as const) }),
  fc.record({ do: fc.constant("send" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** A sequence with each change and each error; the others are random. */
const completeSequence: Step[] = [
  { do: "rollback", to: null },
  { do: "apply", title: "A", says: "one", draft: false },
  { do: "apply", title: "A", says: "two", draft: false },
  { do: "rollback", to: null },
  { do: "restore" },
  { do: "rollback", to: null },
  { do: "apply", title: "B", says: "two", draft: true },
  { do: "rollback", to: 1 },
  { do: "withdraw", notice: "Gone." },
  { do: "apply", title: "C", says: "one", draft: false },
  { do: "withdraw", notice: "Away." },
  { do: "rollback", to: 1 },
  { do: "send" },
  { do: "restore" },
  { do: "send" },
  { do: "restore" },
];

beforeAll(async () => {
  await publish(series("tale"));
});

async function runStep(slug: string, one: Step): Promise<void> {
  const request = { slug, replaces: undefined, actor: "Ana", now: new Date("2026-03-01") };
  if (one.do === "send") {
    await createEpisode(slug, { title: "A", says: "one", draft: false });
    await createEpisode(slug, { title: "A", says: "two", draft: false });
  }
  if (one.do === "rollback") await rollback(database, env.BLOBS, request, one.to ?? undefined);
  if (one.do === "withdraw") await withdraw(database, env.BLOBS, request, { en: one.notice });
  if (one.do === "restore") await restore(database, env.BLOBS, request);
  if (one.do === "apply") await publish(await createEpisode(slug, one));
}

async function createEpisode(
  slug: string,
  { title, says, draft }: { title: string; says: string; draft: boolean },
): Promise<EpisodeRecord> {
  const status = draft ? "draft" : "published";
  return {
    ...(await episode(slug)),
    captions: [await track("en", vtt(`${slug} says ${says}.`), "captions")],
    series: "tale",
    status,
    keywords: title === "A" ? [] : ["History", "history", title],
    name: { en: title },
  };
}

/** Expects the derived tables to be what the current record alone produces. */
async function expectRebuilt(slug: string): Promise<void> {
  const history = await readHistory(database, slug);
  if (history === undefined) return;
  const revision = await readRevision(database, slug, history.current);
  if (revision === undefined) throw new Error("the current revision is there");
  const { digest } = revision;
  const record = upgradeRecord(revision.record);
  expect(digest).toBe(await digestOf(record));
  const made = indexColumns(record, await readTexts(env.BLOBS, record));
  const row = await env.DB.prepare("select * from works where slug = ?").bind(slug).first();
  expect(row).toEqual({
    slug,
    revision: history.current,
    digest,
    kind: made.kind,
    status: made.status,
    date_published: made.datePublished,
    series: made.series,
    position: made.position,
    public_record: made.publicRecord,
    related: "[]",
  });
  const { results } = await env.DB.prepare(
    "select language, format, body from texts where slug = ? order by language",
  )
    .bind(slug)
    .all();
  expect(results).toEqual(await readTexts(env.BLOBS, record));
  await expectCorrections(slug, history);
  await expectFacetIndex(slug, record);
  await expectPublicFiles(slug, record);
  // Each event starts where the one before it ended.
  const events = [...history.events].reverse();
  for (const [index, event] of events.entries()) {
    expect(event.fromRevision).toBe(index === 0 ? null : events[index - 1]?.toRevision);
  }
  expect(events.at(-1)?.toRevision).toBe(history.current);
}

/** Expects each text's corrections to be what the history alone produces. */
async function expectCorrections(slug: string, history: History): Promise<void> {
  const made = await Promise.all(
    history.revisions.map(({ number }) => readRevision(database, slug, number)),
  );
  const records = made.map((one) => [one?.number ?? 0, one?.record as EpisodeRecord] as const);
  const events = [...history.events].reverse();
  const expected = correctionsIn(lineageOf(history.current, new Map(records), events));
  const { results } = await env.DB.prepare(
    "select language, corrections from texts where slug = ? order by language",
  )
    .bind(slug)
    .all<{ language: string; corrections: string }>();
  for (const { language, corrections } of results) {
    expect(JSON.parse(corrections)).toEqual(expected.get(language) ?? []);
    correctionCount += JSON.parse(corrections).length;
  }
}

/** How many corrections were compared, to prove that there were any. */
let correctionCount = 0;

/** Expects one row for each combination of the record's facets, and no other row. */
async function expectFacetIndex(slug: string, record: LibraryItem): Promise<void> {
  const { seriesAndKinds, languages, topics } = facetsOfWork(record) ?? {
    seriesAndKinds: [],
    languages: [],
    topics: [],
  };
  const expected = seriesAndKinds.flatMap(({ kind, series }) =>
    languages.flatMap((language) =>
      topics
        .filter((topic) => language !== "" || topic !== "")
        .map((topic) => [kind, series, language, topic, publishedAt(record)].join("|")),
    ),
  );
  const { results } = await env.DB.prepare(
    "select kind || '|' || series || '|' || language || '|' || topic || '|' || date_published as facet from facet_index where slug = ?",
  )
    .bind(slug)
    .all<{ facet: string }>();
  expect(results.map(({ facet }) => facet).sort()).toEqual(expected.sort());
}

/** Expects the files of a published record, and no other, to be public. */
async function expectPublicFiles(slug: string, record: LibraryItem): Promise<void> {
  const digests = record.kind !== "Library" && record.status === "published" ? blobsOf(record) : [];
  const { results } = await env.DB.prepare(
    "select sha256, published_from from public_files where slug = ? order by sha256",
  )
    .bind(slug)
    .all();
  const expected = digests.map(({ sha256 }) => ({ sha256, published_from: publishedAt(record) }));
  expect(results).toEqual(expected.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)));
}

test("any sequence of apply, rollback, withdraw and restore keeps the indexes in step with the records", async () => {
  let number = 0;
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      number += 1;
      const slug = `sequence-${number}`;
      for (const one of steps) {
        const outcome = await runStep(slug, one).then(
          () => one.do,
          (error: unknown) => {
            if (error instanceof BlobRefused) return "refused";
            if (!(error instanceof PublishingError)) throw error;
            return error.reason;
          },
        );
        seen.add(outcome);
        await expectRebuilt(slug);
      }
    }),
    { numRuns: 30, examples: [[completeSequence]] },
  );
  expect(correctionCount).toBeGreaterThan(0);
  // Every change and every error occurred.
  const all = [
    "apply",
    "rollback",
    "withdraw",
    "restore",
    "withdrawn",
    "not-found",
    "not-withdrawn",
    "no-such-revision",
    "missing-blobs",
    "refused",
  ];
  expect([...seen]).toEqual(expect.arrayContaining(all));
}, 180_000);
