import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rollback } from "../../src/publishing/rollback.ts";
import { mediaTypes } from "../../src/records/schema/media-types.ts";
import { upgradeRecord } from "../../src/records/schema/versions.ts";
import { listForStaff, readHistory, readRevision } from "../../src/storage/history.ts";
import first from "../fixtures/0.1.0/library.json";
import { bodyOf, get } from "../support/ask.ts";
import { database } from "../support/library.ts";

/** A library of release 0.1.0 (test/fixtures/0.1.0), opened by this one. */

const film = "criminalizing-migration";
const withdrawn = "admin-platform-policy-memo";
/** The last migration of 0.1.0. */
const lastOfFirst = "0006_token-makers.sql";

/** The texts among its files, by path: what a rollback reads from R2. */
const files = import.meta.glob<string>("../fixtures/0.1.0/bag/data/blobs/*.{vtt,md}", {
  query: "?raw",
  import: "default",
  eager: true,
});

async function insertRows(table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row);
    const values = columns.map(() => "?").join(", ");
    await env.DB.prepare(`insert into ${table} (${columns.join(", ")}) values (${values})`)
      .bind(...Object.values(row))
      .run();
  }
}

const facetRows = async (table: string) =>
  (
    await env.DB.prepare(
      `select * from ${table} order by slug, kind, series, language, topic`,
    ).all()
  ).results;

let facetsBefore: unknown[] = [];

beforeAll(async () => {
  await reset();
  const index = env.TEST_MIGRATIONS.findIndex(({ name }) => name === lastOfFirst);
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS.slice(0, index + 1));
  const { works, ...others } = first;
  // Works refer to their series: that comes first.
  const inOrder = works.toSorted((a, b) => Number(a.series !== null) - Number(b.series !== null));
  const { blobs, revisions, ...later } = others;
  const tables: Record<string, Record<string, unknown>[]> = {
    blobs,
    revisions,
    works: inOrder,
    ...later,
  };
  for (const [table, rows] of Object.entries(tables)) {
    await insertRows(table, rows);
  }
  for (const [path, text] of Object.entries(files)) {
    const [, sha256, extension] = /([0-9a-f]{64})\.(\w+)$/.exec(path) ?? [];
    const contentType = mediaTypes[extension === "vtt" ? "vtt" : "md"];
    await env.BLOBS.put(`blobs/${sha256}`, text, { httpMetadata: { contentType } });
  }
  facetsBefore = await facetRows("shelves");
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});

// The next test file begins with empty stores.
afterAll(() => reset());

describe("a library of release 0.1.0", () => {
  test("keeps all its rows", async () => {
    for (const [table, rows] of Object.entries(first)) {
      const now = table === "shelves" ? "facet_index" : table;
      const count = await env.DB.prepare(`select count(*) as n from ${now}`).first("n");
      expect(count, now).toBe(rows.length);
    }
    expect(facetsBefore.length).toBeGreaterThan(20);
    expect(await facetRows("facet_index")).toEqual(facetsBefore);
    const positions = await env.DB.prepare("select slug, position from works").all();
    expect(positions.results).toEqual(
      expect.arrayContaining(first.works.map(({ slug, place }) => ({ slug, position: place }))),
    );
  });

  test("shows its pages, lists and search", async () => {
    const watch = await get(`/en/watch/${film}`);
    expect(watch.status).toBe(200);
    expect(await watch.text()).toContain("Criminalizing Migration, corrected");
    expect((await get(`/transcripts/${film}/es.txt`)).status).toBe(200);
    const list = await (await get("/en/library?in=es")).text();
    expect(list).toContain(`/en/watch/${film}`);
    expect(await (await get("/en/series/how-did-we-get-here")).text()).toContain(film);
    expect(await (await get("/en/search?q=detencion")).text()).toContain(film);
    expect((await get("/en/read/admin-platform-policy-memo")).status).toBe(410);
    expect((await get("/en/read/platform-for-immigrant-justice")).status).toBe(404);
    const works = await bodyOf(await get("/api/v1/works?lang=es"));
    expect(works).toContain(film);
  });

  test("serves only the files of its published works, and rejects those of the withdrawn one", async () => {
    const rows = async (query: string) => (await env.DB.prepare(query).all()).results;
    expect(
      await rows(
        `select sha256, slug, published_from as since from public_files order by slug, sha256`,
      ),
    ).toEqual(
      await rows(`select named.sha256, w.slug, w.date_published as since
        from works w join revision_blobs named on named.slug = w.slug and named.number = w.revision
        where w.status = 'published' order by w.slug, named.sha256`),
    );
    expect(await rows("select distinct slug from public_files")).toContainEqual({ slug: film });
    const refused = await rows("select sha256, slug, withdrawn_at as at from withdrawn_files");
    expect(refused.length).toBeGreaterThan(0);
    const { at } =
      first.events.findLast(({ action }) => action === "withdraw") ?? first.events[0] ?? {};
    for (const file of refused) expect(file).toMatchObject({ slug: withdrawn, at });
    const [track] = await rows(`select sha256, extension from public_files join blobs using (sha256)
      where slug = '${film}' and extension = 'vtt'`);
    expect((await get(`/media/${track?.sha256}.vtt`)).status).toBe(200);
  });

  test("tells catalogues of its public works and of those that were, by the time of their last change", async () => {
    const { results } = await env.DB.prepare(
      "select slug, is_deleted as isDeleted, datestamp from harvest order by slug",
    ).all();
    // Its draft was public before.
    const changes = first.works
      .filter(({ kind }) => /Episode|Document/.test(kind))
      .map(({ slug, status, date_published: published }) => {
        const at = first.events.findLast((event) => event.slug === slug)?.at ?? "";
        const isDeleted = status === "published" ? 0 : 1;
        const latest = isDeleted === 0 && published > at ? published : at;
        return { slug, isDeleted, datestamp: `${latest.slice(0, 19)}Z` };
      });
    expect(results).toEqual(changes.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)));
    expect(results.map(({ isDeleted }) => isDeleted)).toContain(1);
  });

  test("has its history, with records of today's version", async () => {
    const history = await readHistory(database, film);
    expect(history?.revisions.map(({ number }) => number)).toEqual([2, 1]);
    const revision = await readRevision(database, film, 1);
    expect(revision?.record.schemaVersion).toBeUndefined();
    expect(revision && upgradeRecord(revision.record).inLanguage).toBe("en");
  });

  test("gets a permanent id", async () => {
    const { libraryId } = await listForStaff(database, "", 1);
    expect(await env.DB.prepare("select count(*) as n from identity").first("n")).toBe(1);
    expect(libraryId).toMatch(/^[0-9a-f]{32}$/);
    expect((await listForStaff(database, "~", 1)).libraryId).toBe(libraryId);
  });

  test("rolls back", async () => {
    const request = { slug: film, replaces: undefined, actor: "test", now: new Date() };
    const changed = await rollback(database, env.BLOBS, request, undefined);
    expect(changed).toMatchObject({ change: "rollback", revision: 1 });
    const page = await (await get(`/en/watch/${film}`)).text();
    expect(page).not.toContain("Criminalizing Migration, corrected");
    expect(page).toContain("start far apart");
  });
});
