import { env } from "cloudflare:workers";
import { expect } from "vitest";
import { readTexts } from "../../src/publishing/texts.ts";
import { blobsOf } from "../../src/records/blobs.ts";
import { correctionsIn, lineageOf } from "../../src/records/corrections.ts";
import type { EpisodeRecord, LibraryItem } from "../../src/records/schema/record.ts";
import { upgradeRecord } from "../../src/records/schema/versions.ts";
import { publishedAt } from "../../src/records/visibility.ts";
import { type History, readHistory, readRevision } from "../../src/storage/history.ts";
import { indexColumns } from "../../src/storage/indexes.ts";
import { facetsOfWork } from "../../src/storage/lists/facet-index.ts";
import { database, digestOf } from "./library.ts";

/** How many corrections were compared, to prove that there were any. */
export const comparedCorrections = { count: 0 };

/** Expects the derived tables to be what the current record alone produces. */
export async function expectRebuilt(slug: string): Promise<void> {
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
    `select language, format, body from texts where slug = ?1
      union all select language, 'pdf', body from pdf_texts where slug = ?1 order by language`,
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
    comparedCorrections.count += JSON.parse(corrections).length;
  }
}

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
