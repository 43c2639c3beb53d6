import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import type { ImportRequest } from "../../../src/api/contract.ts";
import { apply } from "../../../src/publishing/apply.ts";
import { deleteDraftWork } from "../../../src/publishing/delete.ts";
import { importWork } from "../../../src/publishing/import.ts";
import { plan } from "../../../src/publishing/plan.ts";
import { createPreview } from "../../../src/publishing/preview.ts";
import { rollback } from "../../../src/publishing/rollback.ts";
import { withdraw } from "../../../src/publishing/withdraw.ts";
import { digestOf } from "../../../src/records/digest.ts";
import type { EpisodeRecord, LibraryItem } from "../../../src/records/schema/record.ts";
import { routes } from "../../../src/routes.ts";
import { readHistory, readRevision } from "../../../src/storage/history.ts";
import { rebuildSearchRows } from "../../../src/storage/search/rebuild.ts";
import { addressesOf } from "../../support/addresses.ts";
import { bodyOf, get, jsonOf } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";
import {
  countRows,
  database,
  document,
  episode,
  librarySettings,
  publish,
  series,
} from "../../support/library.ts";

const now = new Date("2026-02-01T12:00:00Z");
const request = (slug: string) => ({ slug, replaces: undefined, actor: "Ana", now });

/** Publishes a record under a new slug in place of the work that has the old one. */
async function rename<Item extends EpisodeRecord | LibraryItem>(
  record: Item,
  slug: string,
  changes: object = {},
) {
  const renamed = { ...record, slug, formerSlugs: [record.slug], ...changes } as LibraryItem;
  const history = await readHistory(database, record.slug);
  const replaces = history?.digest;
  return apply(database, env.BLOBS, { record: renamed, replaces, actor: "Ana", now });
}

const locationOf = async (path: string) => {
  const response = await get(path);
  await response.body?.cancel();
  return [response.status, response.headers.get("Location")];
};

beforeAll(async () => {
  await publish(librarySettings());
  await publish(series("tale"));
});

describe("a renamed film", () => {
  const preview = { secret: "" };

  beforeAll(async () => {
    const record = await episode("old-film", { series: "tale", status: "draft" });
    await publish(record);
    preview.secret = (
      await createPreview(database, { slug: "old-film", hours: 24 * 365 * 100, now })
    ).secret;
    await publish({ ...record, status: "published" });
    await publish({ ...record, status: "published", name: { en: "Another title" } });
    await rename({ ...record, status: "published", name: { en: "Another title" } }, "new-film");
  });

  test("leads on from each of its old addresses, with language and query", async () => {
    for (const path of addressesOf("old-film").filter((one) => !one.startsWith("/es/read"))) {
      const expected = path.replace("old-film", "new-film");
      expect([path, ...(await locationOf(path))]).toEqual([path, 301, expected]);
    }
    expect(await locationOf("/vi/watch/old-film?t=65&beside=es")).toEqual([
      301,
      "/vi/watch/new-film?t=65&beside=es",
    ]);
    expect(await locationOf("/es/read/old-film")).toEqual([301, "/es/watch/new-film"]);
    expect(await locationOf("/embed/old-film?lang=es&t=1m5s")).toEqual([
      301,
      "/embed/new-film?lang=es&t=1m5s",
    ]);
    expect(await locationOf("/transcripts/old-film/pack.zip?lang=es")).toEqual([
      301,
      "/transcripts/new-film/pack.zip?lang=es",
    ]);
    expect(await locationOf("/transcripts/old-film/en+es.docx")).toEqual([
      301,
      "/transcripts/new-film/en+es.docx",
    ]);
    expect(await locationOf("/cite/old-film.ris?lang=vi")).toEqual([
      301,
      "/cite/new-film.ris?lang=vi",
    ]);
  });

  test("has working addresses, and its name nowhere is its old slug", async () => {
    for (const path of addressesOf("new-film").filter((one) => !one.startsWith("/es/read"))) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(await bodyOf(response)).not.toMatch(/[/"]old-film/);
    }
    const search = await bodyOf(await get("/api/v1/search?q=Another"));
    expect(search).toContain("new-film");
    expect(search).not.toMatch(/[/"]old-film/);
  });

  test("costs one round trip and at most six rows at an old address, and lets caches keep it as a page", async () => {
    for (const path of ["/en/watch/old-film", "/embed/old-film", "/captions/old-film/en.vtt"]) {
      const { bindings, cost } = countCost();
      const response = await routes.fetch(new Request(`https://library.example${path}`), bindings);
      expect(response.status).toBe(301);
      expect(response.headers.get("Cache-Control")).toContain("max-age=60");
      expect(cost.roundTrips).toBe(1);
      expect(cost.rowsRead).toBeLessThanOrEqual(6);
    }
  });

  test("keeps its history, and is one work", async () => {
    const history = await readHistory(database, "new-film");
    expect(history?.revisions.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    expect(history?.events).toHaveLength(4);
    expect(history?.events[0]).toMatchObject({ action: "apply", fromRevision: 3, toRevision: 4 });
    expect(await readHistory(database, "old-film")).toBeUndefined();
    expect((await readRevision(database, "new-film", 1))?.record.slug).toBe("old-film");
    const { items } = (await jsonOf(await get("/api/v1/works"))) as { items: { slug: string }[] };
    expect(items.map(({ slug }) => slug).filter((slug) => /film$/.test(slug))).toEqual([
      "new-film",
    ]);
  });

  test("says at the staff's addresses of the old slug what it is called now", async () => {
    const attempt = withdraw(database, env.BLOBS, request("old-film"), undefined);
    await expect(attempt).rejects.toThrow("called new-film now");
  });

  test("is rolled back to what it said before, under its slug of today", async () => {
    const changed = await rollback(database, env.BLOBS, request("new-film"), 2);
    expect(changed).toMatchObject({ change: "rollback", revision: 5 });
    const revision = await readRevision(database, "new-film", 5);
    expect(revision?.record).toMatchObject({
      slug: "new-film",
      formerSlugs: ["old-film"],
      name: { en: "Film old-film" },
    });
    expect(await locationOf("/en/watch/old-film")).toEqual([301, "/en/watch/new-film"]);
    expect((await get("/en/watch/new-film")).status).toBe(200);
    await rollback(database, env.BLOBS, request("new-film"), undefined);
    expect((await readHistory(database, "new-film"))?.current).toBe(4);
  });

  test("answers 410 at its old addresses once it is withdrawn", async () => {
    await withdraw(database, env.BLOBS, request("new-film"), { en: "A participant asked for it." });
    for (const path of ["/en/watch/old-film", "/embed/old-film", "/captions/old-film/en.vtt"]) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 410]);
      expect(await bodyOf(response)).toContain("A participant asked for it.");
    }
  });
});

test("a renamed draft answers 404 at its old address, but for its preview", async () => {
  const record = await episode("old-draft", { status: "draft" });
  await publish(record);
  const { secret } = await createPreview(database, {
    slug: "old-draft",
    hours: 24,
    now: new Date(),
  });
  await rename(record, "new-draft");
  expect((await get("/en/watch/old-draft")).status).toBe(404);
  expect((await get("/embed/old-draft")).status).toBe(404);
  expect(await locationOf(`/en/watch/old-draft?preview=${secret}`)).toEqual([
    301,
    `/en/watch/new-draft?preview=${secret}`,
  ]);
  expect((await get(`/en/watch/new-draft?preview=${secret}`)).status).toBe(200);
});

test("a work gets its first slug back, and the other one leads there", async () => {
  const record = await document("first-name");
  await publish(record);
  await rename(record, "second-name");
  await rename({ ...record, slug: "second-name" }, "first-name");
  expect(await locationOf("/en/read/second-name")).toEqual([301, "/en/read/first-name"]);
  expect((await get("/en/read/first-name")).status).toBe(200);
});

test("a work that gets the slug of a deleted draft keeps its own history only", async () => {
  const record = await document("kept-paper");
  await publish(record);
  await publish(await document("deleted-draft", { status: "draft" }));
  await deleteDraftWork(database, env.BLOBS, request("deleted-draft"));
  await rename(record, "deleted-draft");
  const history = await readHistory(database, "deleted-draft");
  expect(history?.events.map(({ toRevision }) => toRevision)).toEqual([2, 1]);
});

test("a renamed draft can be deleted", async () => {
  const record = await document("draft-a", { status: "draft" });
  await publish(record);
  await rename(record, "draft-b");
  await deleteDraftWork(database, env.BLOBS, request("draft-b"));
  expect(await readHistory(database, "draft-b")).toBeUndefined();
  await publish(await document("draft-a"));
  expect((await get("/en/read/draft-a")).status).toBe(200);
});

test("a former slug that never was a work's leads on, too, until the manifest leaves it out", async () => {
  const record = await document("moved-here", { formerSlugs: ["other-site"] });
  await publish(record);
  expect(await locationOf("/vi/read/other-site")).toEqual([301, "/vi/read/moved-here"]);
  await publish({ ...record, formerSlugs: [] });
  expect((await get("/vi/read/other-site")).status).toBe(404);
});

test("a slug that the work really had leads on, though the manifest leaves it out", async () => {
  const record = await document("paper-a");
  await publish(record);
  await rename(record, "paper-b");
  await publish({ ...record, slug: "paper-b" });
  expect(await locationOf("/en/read/paper-a")).toEqual([301, "/en/read/paper-b"]);
});

describe("a renamed series", () => {
  beforeAll(async () => {
    await publish(series("old-series"));
    const part = await episode("part-1", { series: "old-series", keywords: ["law"], episode: 1 });
    await publish(part);
    await publish(await document("guide", { related: ["part-2"] }));
    await publish(await episode("part-2", { series: "old-series", episode: 2 }));
    await rename(series("old-series"), "new-series");
    await rename(await episode("part-2", { series: "old-series", episode: 2 }), "part-two");
    // Its manifest still names the series by its old slug.
    await publish({ ...part, name: { en: "First part" } });
  });

  test("keeps its episodes, whatever their manifests call it", async () => {
    expect(await locationOf("/es/series/old-series")).toEqual([301, "/es/series/new-series"]);
    const page = await bodyOf(await get("/en/series/new-series"));
    expect(page).toContain("/en/watch/part-1");
    expect(page).toContain("/en/watch/part-two");
    expect(await bodyOf(await get("/en/watch/part-1"))).toContain("/en/series/new-series");
    expect(await jsonOf(await get("/api/v1/works/part-two"))).toMatchObject({
      series: "new-series",
    });
    expect(await locationOf("/api/v1/works/old-series")).toEqual([301, "/api/v1/works/new-series"]);
  });

  test("is found by filters under both slugs, in lists and in search", async () => {
    for (const query of ["series=new-series", "series=old-series", "series=new-series&in=es"]) {
      const { items } = (await jsonOf(await get(`/api/v1/works?${query}`))) as {
        items: { slug: string }[];
      };
      expect([query, items.map(({ slug }) => slug).sort()]).toEqual([
        query,
        ["part-1", "part-two"],
      ]);
    }
    const found = await jsonOf(await get("/api/v1/search?q=hello&series=new-series"));
    expect(JSON.stringify(found)).toContain("part-two");
    expect(JSON.stringify(found)).not.toContain("old-series");
  });

  test("a renamed work stays related to the works that name its old slug", async () => {
    expect(await bodyOf(await get("/en/read/guide"))).toContain("/en/watch/part-two");
    expect(await bodyOf(await get("/en/watch/part-two"))).toContain("/en/read/guide");
    await publish(await document("guide", { related: ["part-2"], keywords: ["new"] }));
    expect(await bodyOf(await get("/en/read/guide"))).toContain("/en/watch/part-two");
  });

  test("a rebuilt index is the same", async () => {
    const rowsOf = async (sql: string) => (await env.DB.prepare(sql).all()).results;
    const queries = [
      "select * from facet_index order by 1, 2, 3, 4, 5, 6",
      "select * from relations order by 1, 2",
      "select rowid, facets, item from search order by rowid",
      "select slug, related from works order by slug",
    ];
    const before = await Promise.all(queries.map(rowsOf));
    await rebuildSearchRows(database, "", { works: 100, bytes: 10_000_000 });
    expect(await Promise.all(queries.map(rowsOf))).toEqual(before);
  });
});

test("the API names a renamed series and a renamed related work by their new slugs at once", async () => {
  await publish(series("saga-old"));
  await publish(await episode("saga-1", { series: "saga-old", related: ["paper-old"] }));
  await publish(await document("paper-old"));
  const paths = ["/api/v1/works?series=saga-old", "/api/v1/works/saga-1"];
  const read = async (path: string) => {
    const response = await get(path);
    return { etag: response.headers.get("ETag"), text: await bodyOf(response) };
  };
  const before = await Promise.all(paths.map(read));
  await rename(await document("paper-old"), "paper-new");
  await rename(series("saga-old"), "saga-new");
  const after = await Promise.all(paths.map(read));
  for (const [index, { etag, text }] of after.entries()) {
    expect(text).toContain('"saga-new"');
    expect(text).not.toMatch(/"(?:saga|paper)-old"/);
    // The records have no new revision, but their answers have another ETag.
    expect(etag).not.toBe(before[index]?.etag);
  }
  expect(after[1]?.text).toContain('"paper-new"');
});

test("no row of D1 has the old slug after a rename, but revisions and former slugs", async () => {
  const record = await episode("zebra-old", { series: "tale", related: ["guide"] });
  await publish(record);
  await publish(await document("names-zebra", { related: ["zebra-old"] }));
  await rename(record, "zebra-new", { status: "draft" });
  const { results: tables } = await env.DB.prepare(
    "select name from sqlite_master where type = 'table' and name not like 'search%' and name not like '\\_cf%' escape '\\' and name not like 'd1\\_%' escape '\\' and name not like 'sqlite%'",
  ).all<{ name: string }>();
  const holding: string[] = [];
  for (const { name } of tables) {
    const { results } = await env.DB.prepare(`select * from ${name}`).all();
    // The records of revisions are never rewritten.
    const values = results.flatMap(({ record: _, ...row }) => Object.values(row).map(String));
    const isSlug = (value: string) => value === "zebra-old" || value.includes('"zebra-old"');
    if (values.some(isSlug)) holding.push(name);
  }
  expect(holding).toEqual(["former_slugs"]);
});

describe("a plan", () => {
  test("says that a work is renamed, and compares it with the old one", async () => {
    const record = await document("to-rename");
    await publish(record);
    const renamed = { ...record, slug: "was-renamed", formerSlugs: ["to-rename"] };
    const { works } = await plan(database, [renamed], now);
    expect(works[0]).toMatchObject({
      slug: "was-renamed",
      change: "update",
      renamedFrom: "to-rename",
      revision: 1,
      digest: await digestOf(record),
      warnings: [],
    });
    expect(works[0]?.changes.map(({ field }) => field)).toEqual(["slug", "formerSlugs"]);
  });

  test("asks whether a new work with an old one's film or text was renamed", async () => {
    const film = await episode("film-before");
    const paper = await document("paper-before");
    await publish(film);
    await publish(paper);
    const works = [
      { ...film, slug: "film-after" },
      { ...paper, slug: "paper-after" },
    ];
    const answer = await plan(database, works, now);
    const messages = answer.works.flatMap(({ warnings }) => warnings);
    expect(messages.map(({ type }) => type)).toEqual(["possible-rename", "possible-rename"]);
    expect(messages[0]?.message).toContain("formerSlugs: [film-before]");
    expect(messages[1]?.message).toContain("formerSlugs: [paper-before]");
    // Who publishes both wants two works.
    const both = await plan(database, [film, ...works], now);
    expect(both.works[1]?.warnings).toEqual([]);
  });
});

describe("slugs are never reused", () => {
  async function refuses(record: LibraryItem, words: string): Promise<void> {
    const before = await countRows();
    const { works } = await plan(database, [record], now);
    expect(works[0]?.warnings).toContainEqual({
      type: "slug-conflict",
      message: expect.stringContaining(words),
    });
    const replaces = works[0]?.digest ?? undefined;
    const attempt = apply(database, env.BLOBS, { record, replaces, actor: "Ana", now });
    await expect(attempt).rejects.toMatchObject({
      reason: "slug-conflict",
      message: expect.stringContaining(words),
    });
    expect(await countRows()).toEqual(before);
  }

  beforeAll(async () => {
    await publish(await document("taken"));
    await publish(await document("taken-too"));
    const record = await document("earlier");
    await publish(record);
    await rename(record, "later");
  });

  test("a new work can't have a former slug", async () => {
    await refuses(await document("earlier"), "former slug of later");
  });

  test("a former slug can't be another work's of today, nor another's former one", async () => {
    await refuses(await document("taken", { formerSlugs: ["taken-too"] }), "two works");
    await refuses(await document("brand-new", { formerSlugs: ["earlier"] }), "former slug of");
    await refuses(
      await document("brand-new", { formerSlugs: ["taken", "taken-too"] }),
      "names two works",
    );
    await refuses(await document("later", { formerSlugs: ["later"] }), "names later itself");
  });

  test("a work of another kind isn't renamed", async () => {
    const record = await episode("film-of-taken", { formerSlugs: ["taken"] });
    const { digest: replaces } = (await readHistory(database, "taken")) ?? {};
    const attempt = apply(database, env.BLOBS, { record, replaces, actor: "Ana", now });
    await expect(attempt).rejects.toMatchObject({ reason: "kind-changed" });
  });

  test("a rename that was planned against another revision is refused", async () => {
    const record = await document("taken", { keywords: ["changed"] });
    const { digest: replaces } = (await readHistory(database, "taken")) ?? {};
    await publish(record);
    const renamed = { ...record, slug: "renamed-taken", formerSlugs: ["taken"] };
    const attempt = apply(database, env.BLOBS, { record: renamed, replaces, actor: "Ana", now });
    await expect(attempt).rejects.toMatchObject({ reason: "moved" });
  });
});

test("an import brings a renamed work with its former slugs", async () => {
  const record = await document("bag-old");
  await publish(record);
  await rename(record, "bag-new");
  const history = await readHistory(database, "bag-new");
  const numbers = [1, 2];
  const revisions = await Promise.all(
    numbers.map((number) => readRevision(database, "bag-new", number)),
  );
  const work = {
    slug: "bag-new",
    current: history?.current,
    revisions,
    events: history?.events,
    removed: [],
  } as ImportRequest;
  await expect(importWork(database, env.BLOBS, work)).rejects.toMatchObject({
    reason: "slug-in-use",
  });
  for (const table of ["former_slugs", "public_files", "relations", "facet_index", "texts"]) {
    const column = table === "former_slugs" ? "work" : "slug";
    await env.DB.prepare(`delete from ${table} where ${column} = 'bag-new'`).run();
  }
  for (const table of ["works", "revision_blobs", "events", "revisions"]) {
    await env.DB.prepare(`delete from ${table} where slug = 'bag-new'`).run();
  }
  expect(await importWork(database, env.BLOBS, work)).toEqual({ slug: "bag-new", revisions: 2 });
  expect(await locationOf("/en/read/bag-old")).toEqual([301, "/en/read/bag-new"]);
});
