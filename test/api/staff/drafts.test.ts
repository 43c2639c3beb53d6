import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { draft, draftConflict, problem } from "../../../src/api/contract.ts";
import { apply } from "../../../src/publishing/apply.ts";
import { deleteDraftWork } from "../../../src/publishing/delete.ts";
import { withdraw } from "../../../src/publishing/withdraw.ts";
import { maxStoredTextSize } from "../../../src/records/schema/limits.ts";
import { ask, get, jsonOf } from "../../support/ask.ts";
import {
  database,
  digestOf,
  document,
  episode,
  publish,
  staffToken,
} from "../../support/library.ts";

const path = "/api/v1/staff/drafts";
const spanish = `${path}/film/subtitles/es`;
const newDraft = { "If-None-Match": "*" };
const body = { basedOn: null, text: "WEBVTT\n\nsecret words", state: "working" };

beforeAll(async () => {
  await publish(await episode("film"));
  await publish(await document("paper"));
  await staffToken("publisher", { name: "Ana" });
  await staffToken("translator", { name: "Lan", scopes: "read-drafts", languages: "es vi" });
  await staffToken("reader", { scopes: "read-drafts" });
});

function send(
  method: string,
  address: string,
  changes: {
    readonly as?: string;
    readonly headers?: Record<string, string>;
    readonly body?: unknown;
  } = {},
): Promise<Response> {
  const { as = "translator", headers = {}, body: sent } = changes;
  return ask(address, {
    method,
    headers: { Authorization: `Bearer ${as}`, ...headers },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
}

const rowCount = (slug: string) =>
  env.DB.prepare("select count(*) as n from drafts where slug = ?").bind(slug).first("n");

describe("a draft", () => {
  test("is saved, read, changed and deleted by its version, and is on no public address", async () => {
    const saved = await send("PUT", spanish, { headers: newDraft, body });
    expect(saved.status).toBe(201);
    const first = draft.parse(await jsonOf(saved));
    expect(first).toMatchObject({
      slug: "film",
      part: "subtitles",
      language: "es",
      savedBy: "Lan",
    });
    expect(saved.headers.get("ETag")).toBe(`"${first.version}"`);
    expect(saved.headers.get("Cache-Control")).toBe("no-store");

    const ready = { ...body, text: "WEBVTT\n\nother words", state: "ready" };
    const tag = { "If-Match": `"${first.version}"` };
    const changed = await send("PUT", spanish, { as: "publisher", headers: tag, body: ready });
    expect(changed.status).toBe(200);
    const second = draft.parse(await jsonOf(changed));
    expect(second.version).toBeGreaterThan(first.version);
    expect(second).toMatchObject({ ...ready, savedBy: "Ana" });
    expect(await jsonOf(await send("GET", spanish, { as: "reader" }))).toEqual(second);
    const { text: _, ...summary } = second;
    for (const query of ["", "?slug=film"]) {
      const list = await jsonOf(await send("GET", path + query, { as: "reader" }));
      expect(list).toEqual({ drafts: [summary] });
    }
    expect(await jsonOf(await send("GET", `${path}?slug=paper`))).toEqual({ drafts: [] });
    for (const address of ["/captions/film/es.vtt", "/transcripts/film/es.txt", "/es/watch/film"]) {
      expect(await (await get(address)).text()).not.toContain("other words");
    }

    expect((await send("DELETE", spanish, { headers: tag })).status).toBe(412);
    const now = { "If-Match": `"${second.version}"` };
    expect((await send("DELETE", spanish, { headers: now })).status).toBe(204);
    const gone = await send("GET", spanish);
    expect(gone.status).toBe(404);
    expect(problem.parse(await jsonOf(gone)).type).toContain("#no-such-draft");
    // One that is made again never has a version of the deleted one.
    const again = draft.parse(
      await jsonOf(await send("PUT", spanish, { headers: newDraft, body })),
    );
    expect([first.version, second.version]).not.toContain(again.version);
  });

  test("that somebody saved meanwhile isn't overwritten, and is in the answer", async () => {
    const address = `${path}/film/captions/vi`;
    const mine = draft.parse(await jsonOf(await send("PUT", address, { headers: newDraft, body })));
    const theirs = { ...body, text: "WEBVTT\n\ntheirs" };
    const tag = { "If-Match": `"${mine.version}"` };
    await send("PUT", address, { as: "publisher", headers: tag, body: theirs });
    for (const headers of [newDraft, tag, { "If-Match": '"nothing"' }, { "If-Match": "*" }]) {
      const refused = await send("PUT", address, { headers, body });
      expect(refused.status).toBe(412);
      const answer = await jsonOf(refused);
      expect(answer.detail).toContain("Ana saved the draft of film, captions in vi");
      expect(draftConflict.parse(answer).current).toMatchObject({ ...theirs, savedBy: "Ana" });
    }
    const gone = await send("PUT", `${path}/film/descriptions/vi`, { headers: tag, body });
    expect(gone.status).toBe(412);
    expect(draftConflict.parse(await jsonOf(gone)).current).toBeNull();
  });

  test("that two people begin at once is the first one's", async () => {
    const answers = await Promise.all(
      ["a", "b", "c"].map((text) =>
        send("PUT", `${path}/film/subtitles/vi`, { headers: newDraft, body: { ...body, text } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412]);
  });

  test("needs a condition", async () => {
    expect((await send("PUT", spanish, { body })).status).toBe(428);
    expect((await send("DELETE", spanish)).status).toBe(428);
  });

  test.each([
    ["/film/subtitles/fr", 403],
    ["/film/subtitles/es-MX", 403],
    ["/film/text/es", 404],
    ["/paper/captions/es", 404],
    ["/film/chapters/es", 404],
    ["/film/subtitles/ES", 404],
    ["/film/subtitles/spanish", 404],
    ["/nothing/subtitles/es", 404],
    ["/library/text/es", 404],
    ["/paper/text/es", 201],
  ])("at %s is answered with %d", async (address, status) => {
    const answer = await send("PUT", path + address, { headers: newDraft, body });
    expect(answer.status).toBe(status);
  });

  test("in another language is refused, with the languages that the person may write", async () => {
    const french = `${path}/film/subtitles/fr`;
    const refused = await send("PUT", french, { headers: newDraft, body });
    expect(await jsonOf(refused)).toMatchObject({
      detail: "You may write drafts in these languages, and fr isn't one of them: es, vi.",
      languages: ["es", "vi"],
    });
    const tag = { "If-Match": '"1"' };
    expect((await send("DELETE", french, { headers: tag })).status).toBe(403);
    const reader = await send("PUT", spanish, { as: "reader", headers: newDraft, body });
    expect(reader.status).toBe(403);
    const saved = await send("PUT", french, { as: "publisher", headers: newDraft, body });
    expect(saved.status).toBe(201);
  });

  test.each([
    [{}, 400],
    [{ ...body, state: "published" }, 400],
    [{ ...body, basedOn: "x" }, 400],
    [{ ...body, text: "\ud800" }, 400],
    [{ ...body, more: 1 }, 400],
    [{ ...body, text: "é".repeat(maxStoredTextSize / 2 + 1) }, 413],
    [{ ...body, text: "x".repeat(4_000_000) }, 413],
  ])("with a wrong body is refused (%#)", async (sent, status) => {
    const address = `${path}/film/descriptions/es`;
    expect((await send("PUT", address, { headers: newDraft, body: sent })).status).toBe(status);
  });

  test("can have the largest text that can be published, whatever is in it", async () => {
    const text = `WEBVTT\n\n${"\n\u0000'é".repeat(50)}`.padEnd(maxStoredTextSize - 200, "\n");
    const address = `${path}/film/descriptions/es`;
    const saved = await send("PUT", address, { headers: newDraft, body: { ...body, text } });
    expect(saved.status).toBe(201);
    expect(draft.parse(await jsonOf(await send("GET", address))).text).toBe(text);
  });
});

describe("the drafts of a work", () => {
  const request = (slug: string) => {
    return { slug, replaces: undefined, actor: "Ana", now: new Date() };
  };

  test("go with it when it is withdrawn, and none can be made then", async () => {
    await publish(await episode("withdrawn"));
    const address = `${path}/withdrawn/subtitles/es`;
    expect((await send("PUT", address, { headers: newDraft, body })).status).toBe(201);
    await withdraw(database, env.BLOBS, request("withdrawn"), undefined);
    expect(await rowCount("withdrawn")).toBe(0);
    expect((await send("PUT", address, { headers: newDraft, body })).status).toBe(409);
  });

  test("go with it when it is deleted", async () => {
    await publish(await episode("deleted", { status: "draft" }));
    const address = `${path}/deleted/subtitles/es`;
    expect((await send("PUT", address, { headers: newDraft, body })).status).toBe(201);
    await deleteDraftWork(database, env.BLOBS, request("deleted"));
    expect(await rowCount("deleted")).toBe(0);
  });

  test("follow it to a new slug", async () => {
    const before = await episode("old-name");
    await publish(before);
    const address = `${path}/old-name/subtitles/es`;
    expect((await send("PUT", address, { headers: newDraft, body })).status).toBe(201);
    const record = { ...before, slug: "new-name", formerSlugs: ["old-name"] };
    const replaces = await digestOf(before);
    await apply(database, env.BLOBS, { record, replaces, actor: "Ana", now: new Date() });
    expect((await send("GET", `${path}/new-name/subtitles/es`)).status).toBe(200);
    expect(await rowCount("old-name")).toBe(0);
  });
});
