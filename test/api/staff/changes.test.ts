import { beforeAll, describe, expect, test } from "vitest";
import { ask, get, jsonOf } from "../../support/ask.ts";
import { insertMany } from "../../support/insert-many.ts";
import { digestOf, document, episode, publish, staffToken } from "../../support/library.ts";

beforeAll(async () => {
  await staffToken("secret");
  await staffToken("reader", { scopes: "read-drafts" });
});

const staff = (path: string, init: RequestInit = {}, token = "secret") =>
  ask(`/api/v1/staff/${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${token}`, ...init.headers },
  });
const post = (path: string, body?: object, headers: Record<string, string> = {}) =>
  staff(path, { method: "POST", body: body === undefined ? "" : JSON.stringify(body), headers });

describe("reading works", () => {
  test("a work's history has every revision and event", async () => {
    const record = await document("seen");
    await publish({ ...record, name: { en: "One" } });
    await publish(record);
    const history = await jsonOf(await staff("works/seen/history"));
    expect(history).toMatchObject({
      slug: "seen",
      kind: "Document",
      status: "published",
      current: 2,
      digest: await digestOf(record),
      revisions: [{ number: 2 }, { number: 1 }],
      events: [
        { action: "apply", actor: "test", fromRevision: 1, toRevision: 2 },
        { action: "apply", actor: "test", fromRevision: null, toRevision: 1 },
      ],
    });
    const first = await jsonOf(await staff("works/seen/revisions/1"));
    expect(first).toMatchObject({ number: 1, record: { name: { en: "One" } } });
    expect((await staff("works/seen/revisions/3")).status).toBe(404);
    expect((await staff("works/seen/revisions/x")).status).toBe(404);
    expect((await staff("works/nowhere/history")).status).toBe(404);
  });

  test("the list contains works of any status, page by page", async () => {
    await publish(await document("listed-draft", { status: "draft" }));
    await insertMany("many", 102, await episode("template"));
    const slugs: string[] = [];
    let next: unknown = "";
    while (typeof next === "string") {
      const page = await jsonOf(await staff(`works?after=${next}`));
      slugs.push(...(page.items as { slug: string }[]).map(({ slug }) => slug));
      next = page.next;
    }
    expect(slugs).toEqual([...slugs].sort());
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs).toContain("listed-draft");
    expect(slugs.filter((slug) => slug.startsWith("many-"))).toHaveLength(102);
  });

  test("a token with the scope read-drafts can read a work, but not change it", async () => {
    await publish(await document("read-only"));
    expect((await staff("works/read-only/history", {}, "reader")).status).toBe(200);
    const change = await staff("works/read-only/withdraw", { method: "POST" }, "reader");
    expect(change.status).toBe(403);
    expect((await ask("/api/v1/staff/works")).status).toBe(401);
  });
});

describe("changing a work", () => {
  test("a work can be rolled back, withdrawn and restored, and each change is in its history", async () => {
    const record = await episode("round");
    await publish({ ...record, name: { en: "One" } });
    await publish(record);
    expect(await jsonOf(await post("works/round/rollback"))).toMatchObject({
      change: "rollback",
      revision: 1,
    });
    expect(await jsonOf(await post("works/round/rollback", { revision: 2 }))).toMatchObject({
      revision: 2,
    });
    const withdrawn = await post("works/round/withdraw", { notice: { en: "Gone." } });
    expect(await jsonOf(withdrawn)).toMatchObject({ change: "withdraw", revision: 3, removed: 4 });
    expect((await get("/en/watch/round")).status).toBe(410);

    const missing = await post("works/round/restore");
    expect(missing.status).toBe(409);
    const problem = await jsonOf(missing);
    expect(problem).toMatchObject({ status: 409, blobs: expect.any(Array) });
    expect(problem.blobs).toHaveLength(4);

    await episode("round");
    expect(await jsonOf(await post("works/round/restore"))).toMatchObject({
      change: "restore",
      revision: 2,
    });
    const { events } = (await jsonOf(await staff("works/round/history"))) as { events: object[] };
    expect(events.map((event) => Reflect.get(event, "action"))).toEqual([
      "restore",
      "withdraw",
      "rollback",
      "rollback",
      "apply",
      "apply",
    ]);
  });

  test("a change is rejected if the current revision isn't the one in If-Match", async () => {
    const record = await document("looked-at");
    const { digest } = await publish(record);
    await publish({ ...record, name: { en: "Theirs" } });
    for (const change of ["rollback", "withdraw", "restore"]) {
      const response = await post(`works/looked-at/${change}`, {}, { "If-Match": `"${digest}"` });
      expect(response.status).toBe(412);
      expect(await jsonOf(response)).toMatchObject({
        type: expect.stringMatching(/#moved$/),
        current: { revision: 2, by: "test" },
      });
    }
    expect((await get("/en/read/looked-at")).status).toBe(200);
  });

  test("a request with an invalid body changes nothing", async () => {
    await publish(await document("asked-wrongly"));
    for (const [change, body] of [
      ["withdraw", { notice: "no language" }],
      ["withdraw", { notise: {} }],
      ["rollback", { revision: "1" }],
    ] as const) {
      expect((await post(`works/asked-wrongly/${change}`, body)).status).toBe(400);
    }
    expect((await get("/en/read/asked-wrongly")).status).toBe(200);
  });
});
