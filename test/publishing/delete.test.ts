import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { rollback } from "../../src/publishing/rollback.ts";
import { blobPath, blobsOf } from "../../src/records/blobs.ts";
import type { DocumentRecord, LibraryItem } from "../../src/records/schema/record.ts";
import { ask, get, jsonOf } from "../support/ask.ts";
import { countCost } from "../support/count-cost.ts";
import { insertMany } from "../support/insert-many.ts";
import {
  countRows,
  database,
  document,
  episode,
  librarySettings,
  publish,
  series,
  staffToken,
} from "../support/library.ts";

beforeAll(async () => {
  await staffToken("secret");
  await staffToken("reader", { scopes: "read-drafts" });
});

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const staff = (path: string, init: RequestInit = {}, token = "secret") =>
  ask(`/api/v1/staff/works/${path}`, {
    ...init,
    headers: { ...bearer(token), ...Object.fromEntries(new Headers(init.headers)) },
  });
const remove = (slug: string, headers: Record<string, string> = {}) =>
  staff(slug, { method: "DELETE", headers });

async function expectRefused(
  response: Response,
  status: number,
  type: string,
  text: string,
): Promise<void> {
  const problem = await jsonOf(response);
  expect(problem).toMatchObject({ status, detail: expect.stringContaining(text) });
  expect(problem.type).toMatch(new RegExp(`#${type}$`));
}

const isStored = async ({ sha256 }: { sha256: string }) =>
  (await env.BLOBS.head(`blobs/${sha256}`)) !== null;

/** How many rows of each table contain the slug. */
async function rowsOf(slug: string): Promise<Record<string, number>> {
  const tables = ["revisions", "works", "texts", "facet_index", "public_files", "revision_blobs"];
  const counts: Record<string, number> = {};
  for (const table of [...tables, "previews", "relations", "events"]) {
    const query = `select count(*) as n from ${table} where slug = ?`;
    counts[table] = (await env.DB.prepare(query).bind(slug).first<number>("n")) ?? -1;
  }
  return counts;
}

describe("deleting a draft", () => {
  test("reads no rows of a library's other works", async () => {
    async function rowsReadFor(slug: string): Promise<number> {
      await publish(await document(slug, { status: "draft" }));
      const { bindings, cost } = countCost({ countsRows: false });
      const headers = bearer("secret");
      const path = `/api/v1/staff/works/${slug}`;
      expect((await ask(path, { method: "DELETE", headers }, bindings)).status).toBe(200);
      return cost.rowsRead;
    }
    const rows = await rowsReadFor("early-draft");
    expect(rows).toBeGreaterThan(0);
    await publish(series("long"));
    await insertMany("copy", 300, await episode("template", { series: "long" }));
    // The search index has a few parts more.
    expect(await rowsReadFor("late-draft")).toBeLessThan(rows + 30);
  });

  test("removes everything except the audit trail: rows, files, previews and search results", async () => {
    const shared = await document("keeps");
    await publish(shared);
    const record = await episode("gone-draft", { status: "draft", related: ["keeps"] });
    await publish(record);
    await publish({ ...record, name: { en: "Zygomorphic title" } });
    const preview = await jsonOf(await staff("gone-draft/preview", { method: "POST" }));
    const before = await countRows();
    const answer = await jsonOf(await remove("gone-draft"));
    expect(answer).toMatchObject({ change: "delete", revision: 2, removed: 4 });
    const rows = await rowsOf("gone-draft");
    expect(rows).toEqual({
      ...Object.fromEntries(Object.keys(rows).map((table) => [table, 0])),
      events: 3,
    });
    expect((await countRows()).blobs).toBe((before.blobs ?? 0) - 4);
    for (const blob of blobsOf(record)) expect(await isStored(blob)).toBe(false);
    const hits = await env.DB.prepare("select count(*) as n from search where search match ?")
      .bind("zygomorphic")
      .first("n");
    expect(hits).toBe(0);
    for (const path of ["/en/watch/gone-draft", "/embed/gone-draft", "/api/v1/works/gone-draft"]) {
      expect((await get(path)).status).toBe(404);
    }
    expect((await get(new URL(String(preview.url)).pathname)).status).toBe(404);
    expect((await get("/en/read/keeps")).status).toBe(200);
  });

  test("tells staff, and nobody else, who deleted it and when", async () => {
    await publish(await document("traced", { status: "draft" }));
    await remove("traced");
    const response = await staff("traced/history");
    expect(response.status).toBe(404);
    expect(await jsonOf(response)).toMatchObject({
      detail: expect.stringMatching(/traced was a draft, and was deleted by Someone at \d{4}-/),
      events: [{ action: "delete", actor: "Someone", toRevision: 1 }, { action: "apply" }],
    });
  });

  test("keeps the files that another work names in any revision, with any status", async () => {
    const draft = await episode("sharing", { status: "draft" });
    await publish(draft);
    const [english] = draft.captions;
    if (english === undefined) throw new Error("it has captions");
    await publish(await episode("shares-too", { status: "draft", captions: [english] }));
    await publish(await episode("shares-too", { status: "draft" }));
    expect(await jsonOf(await remove("sharing"))).toMatchObject({ removed: 3 });
    expect(await isStored(english.file)).toBe(true);
  });

  test("is possible for a scheduled work before its date, and removes it from related works", async () => {
    const related = await document("related-to-soon", { related: ["soon-gone"] });
    await publish(related);
    await publish(
      await document("soon-gone", { datePublished: "2999-01-01", related: ["related-to-soon"] }),
    );
    expect((await remove("soon-gone")).status).toBe(200);
    const row = await env.DB.prepare("select related from works where slug = 'related-to-soon'");
    expect(await row.first("related")).toBe("[]");
  });

  test("frees its slug for a new work, whose revision numbers continue, and its files can be uploaded again", async () => {
    const record = await document("reused", { status: "draft" });
    await publish(record);
    await remove("reused");
    const again = await document("reused", { name: { en: "Another" } });
    expect(await publish(again)).toMatchObject({ change: "create", revision: 2 });
    expect((await get("/en/read/reused")).status).toBe(200);
    for (const path of blobsOf(again).map(blobPath)) expect((await get(path)).status).toBe(200);
    const history = await jsonOf(await staff("reused/history"));
    expect(history).toMatchObject({
      current: 2,
      revisions: [{ number: 2 }],
      events: [{ action: "apply", fromRevision: null, toRevision: 2 }],
      earlier: [{ action: "delete" }, { action: "apply" }],
    });
    // It was public now, whatever the deleted draft was.
    await expectRefused(await remove("reused"), 409, "was-public", "has been public");
  });
});

describe("deleting is rejected", () => {
  test.each<[string, () => Promise<LibraryItem>]>([
    ["a public work", () => document("public-now")],
    ["a public series", async () => series("public-series")],
  ])("for %s", async (_, make) => {
    const record = await make();
    await publish(record);
    await expectRefused(await remove(record.slug), 409, "was-public", "withdraw");
  });

  test("for a draft that was published or withdrawn before", async () => {
    const record = await document("was-public");
    await publish(record);
    await publish({ ...record, status: "draft" });
    await expectRefused(await remove("was-public"), 409, "was-public", "has been public");
    await staff("was-public/withdraw", { method: "POST" });
    await expectRefused(await remove("was-public"), 409, "was-public", "was withdrawn");
    expect((await get("/en/read/was-public")).status).toBe(410);
  });

  test("for the library's settings, and for a series with episodes", async () => {
    await publish(librarySettings());
    await expectRefused(await remove("library"), 409, "was-public", "library.yaml");
    await publish(series("tale", { status: "draft" }));
    const part = await episode("part", { series: "tale", status: "draft" });
    await publish(part);
    await expectRefused(await remove("tale"), 409, "series-in-use", "part");
    await publish({ ...part, series: undefined });
    expect((await remove("tale")).status).toBe(200);
    const request = { slug: "part", replaces: undefined, actor: "Ana", now: new Date() };
    await expect(rollback(database, env.BLOBS, request, 1)).rejects.toMatchObject({
      reason: "missing-series",
    });
  });

  test("for an unknown slug, if the revision isn't the one in If-Match, and without the scope publish", async () => {
    await expectRefused(await remove("nowhere"), 404, "not-found", "nowhere");
    await publish(await document("looked-at", { status: "draft" }));
    const other = { "If-Match": `"${"0".repeat(64)}"` };
    await expectRefused(await remove("looked-at", other), 412, "moved", "looked-at");
    expect((await staff("looked-at", { method: "DELETE" }, "reader")).status).toBe(403);
    expect((await staff("looked-at/history")).status).toBe(200);
  });
});

describe("withdrawing is rejected", () => {
  const withdraw = (slug: string, body: unknown = {}) =>
    staff(`${slug}/withdraw`, { method: "POST", body: JSON.stringify(body) });

  test.each<[string, string, Partial<DocumentRecord>]>([
    ["a draft", "draft", { status: "draft" }],
    ["a scheduled work", "scheduled", { datePublished: "2999-01-01" }],
  ])("for %s that was never public: its address stays 404", async (_, slug, changes) => {
    await publish(await document(slug, changes));
    await expectRefused(await withdraw(slug), 409, "never-public", "videoteca delete");
    expect((await get(`/en/read/${slug}`)).status).toBe(404);
    expect((await get(`/api/v1/works/${slug}`)).status).toBe(404);
  });

  test.each([
    ["an invalid tag", { xx9: "Gone." }],
    ["a tag in capitals", { EN: "Gone." }],
    ["an unknown language", { xx: "Gone." }],
    ["no linguistic content", { zxx: "Gone." }],
    ["an empty text", { en: "" }],
    ["an invisible text", { en: "\u200b" }],
    ["a control character", { en: "Gone\u001b[31m." }],
    ["no language at all", {}],
  ])("with a notice of %s, and nothing changes", async (_, notice) => {
    const record = await document("noticed");
    await publish(record);
    const response = await withdraw("noticed", { notice });
    expect(response.status).toBe(400);
    expect((await get("/en/read/noticed")).status).toBe(200);
    for (const blob of blobsOf(record)) expect(await isStored(blob)).toBe(true);
  });

  test("by publishing a record with the status withdrawn", async () => {
    const record = await document("by-record", { status: "draft" });
    await publish(record);
    const response = await staff("by-record", {
      method: "PUT",
      body: JSON.stringify({ ...record, status: "withdrawn" }),
      headers: { "If-None-Match": "*" },
    });
    expect(response.status).toBe(422);
    expect((await get("/en/read/by-record")).status).toBe(404);
  });
});
