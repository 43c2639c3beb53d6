import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import {
  document,
  episode,
  librarySettings,
  publish,
  series,
  staffToken,
} from "../../support/library.ts";

async function readIndex(): Promise<unknown[]> {
  const columns = "rowid, facets, name, description, also, body, language, item, source";
  return (await env.DB.prepare(`select ${columns} from search order by rowid`).all()).results;
}

async function rebuild(after = ""): Promise<{ indexed: number; next: string | null }> {
  const headers = { Authorization: "Bearer secret" };
  const path = `/api/v1/staff/search-index?after=${after}`;
  const response = await ask(path, { method: "POST", headers });
  expect(response.status).toBe(200);
  return response.json();
}

beforeAll(() => staffToken("secret"));

test("a lost index is rebuilt from the records, exactly as it was", async () => {
  await publish(librarySettings());
  await publish(series("tale"));
  for (let number = 0; number < 12; number += 1) {
    await publish(await episode(`film-${number}`, { series: "tale" }));
    await publish(await document(`paper-${number}`));
  }
  await publish(await episode("draft", { status: "draft" }));
  const before = await readIndex();
  expect(before.length).toBe(2 + 12 * 4);
  await env.DB.prepare("delete from search").run();

  const first = await rebuild();
  expect(first.indexed).toBe(20);
  const second = await rebuild(first.next ?? "");
  expect(second).toEqual({ indexed: 7, next: null });
  expect(await readIndex()).toEqual(before);
  await rebuild();
  expect(await readIndex()).toEqual(before);
});

test("a rebuild counts the words of documents that an older release published", async () => {
  await publish(await document("a-paper"));
  const readRow = () =>
    env.DB.prepare("select digest, public_record from works where slug = 'a-paper'").first();
  const readPage = async () => (await ask("/en/read/a-paper")).text();
  const counted = await readRow();
  expect(await readPage()).toContain("1 minute to read");
  await env.DB.prepare(
    "update works set public_record = json_remove(public_record, '$.wordCounts') where slug = 'a-paper'",
  ).run();
  expect(await readRow()).not.toEqual(counted);
  expect(await readPage()).not.toContain("1 minute to read");
  await rebuild();
  expect(await readRow()).toEqual(counted);
});

test("only staff can rebuild the index", async () => {
  const response = await ask("/api/v1/staff/search-index", { method: "POST" });
  expect(response.status).toBe(401);
});
