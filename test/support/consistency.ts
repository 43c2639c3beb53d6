import { env } from "cloudflare:workers";
import { expect } from "vitest";
import { readTexts } from "../../src/publishing/texts.ts";
import { blobsOf } from "../../src/records/blobs.ts";
import { correctionsIn, lineageOf } from "../../src/records/corrections.ts";
import type { EpisodeRecord, LibraryItem } from "../../src/records/schema/record.ts";
import { upgradeRecord } from "../../src/records/schema/versions.ts";
import { publishedAt } from "../../src/records/visibility.ts";
import {
  type History,
  type Revision,
  readHistory,
  readRevision,
} from "../../src/storage/history.ts";
import { indexColumns } from "../../src/storage/indexes.ts";
import { facetsOfWork } from "../../src/storage/lists/facet-index.ts";
import { database, digestOf } from "./library.ts";

/** How many corrections were compared, to prove that there were any. */
export const comparedCorrections = { count: 0 };

/** Expects the derived tables to be what the current record alone produces. */
export async function expectRebuilt(slug: string): Promise<void> {
  const history = await readHistory(database, slug);
  if (history === undefined) return;
  const revisions = await Promise.all(
    history.revisions.map(({ number }) => readRevision(database, slug, number)),
  );
  const revision = revisions.find((one) => one?.number === history.current);
  if (revision === undefined) throw new Error("the current revision is there");
  const { digest } = revision;
  const record = upgradeRecord(revision.record);
  expect(digest).toBe(await digestOf(record));
  const madeTexts = await readTexts(env.BLOBS, record);
  const made = indexColumns(record, madeTexts);
  const derived = await readDerived(slug);
  expect(derived.works).toEqual([
    {
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
    },
  ]);
  expect(derived.texts).toEqual(madeTexts);
  expectCorrections(history, revisions, derived.corrections);
  expect(derived.facets.map(({ facet }) => facet).sort()).toEqual(facetsOf(record));
  expect(derived.publicFiles).toEqual(publicFilesOf(record));
  // Each event starts where the one before it ended.
  const events = [...history.events].reverse();
  for (const [index, event] of events.entries()) {
    expect(event.fromRevision).toBe(index === 0 ? null : events[index - 1]?.toRevision);
  }
  expect(events.at(-1)?.toRevision).toBe(history.current);
}

/** A work's rows of the derived tables. */
async function readDerived(slug: string) {
  const rowsOf = (query: string) => env.DB.prepare(query).bind(slug);
  const [works, texts, corrections, facets, publicFiles] = await env.DB.batch<
    Record<string, string>
  >([
    rowsOf("select * from works where slug = ?"),
    rowsOf(`select language, format, body from texts where slug = ?1
      union all select language, 'pdf', body from pdf_texts where slug = ?1 order by language`),
    rowsOf("select language, corrections from texts where slug = ? order by language"),
    rowsOf(`select kind || '|' || series || '|' || language || '|' || topic || '|' || date_published as facet
      from facet_index where slug = ?`),
    rowsOf("select sha256, published_from from public_files where slug = ? order by sha256"),
  ]);
  return {
    works: works?.results ?? [],
    texts: texts?.results ?? [],
    corrections: corrections?.results ?? [],
    facets: facets?.results ?? [],
    publicFiles: publicFiles?.results ?? [],
  };
}

/** Expects each text's corrections to be what the history alone produces. */
function expectCorrections(
  { current, events }: History,
  revisions: readonly (Revision | undefined)[],
  rows: readonly Record<string, string>[],
): void {
  const records = revisions.map((one) => [one?.number ?? 0, one?.record as EpisodeRecord] as const);
  const expected = correctionsIn(lineageOf(current, new Map(records), [...events].reverse()));
  for (const { language = "", corrections = "" } of rows) {
    const found: readonly unknown[] = JSON.parse(corrections);
    expect(found).toEqual(expected.get(language) ?? []);
    comparedCorrections.count += found.length;
  }
}

/** One row for each combination of the record's facets, in order. */
function facetsOf(record: LibraryItem): string[] {
  const { seriesAndKinds, languages, topics } = facetsOfWork(record) ?? {
    seriesAndKinds: [],
    languages: [],
    topics: [],
  };
  return seriesAndKinds
    .flatMap(({ kind, series }) =>
      languages.flatMap((language) =>
        topics
          .filter((topic) => language !== "" || topic !== "")
          .map((topic) => [kind, series, language, topic, publishedAt(record)].join("|")),
      ),
    )
    .sort();
}

/** The rows of the files that are public: those of a published record. */
function publicFilesOf(record: LibraryItem) {
  const digests = record.kind !== "Library" && record.status === "published" ? blobsOf(record) : [];
  return digests
    .map(({ sha256 }) => ({ sha256, published_from: publishedAt(record) }))
    .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}
