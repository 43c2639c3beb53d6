import { beforeAll, describe, expect, test } from "vitest";
import {
  formatCursor,
  formatEntityTag,
  missingBlobs,
  type Operation,
  operations,
  parseCursor,
  parseIfMatch,
  problem,
  revisionConflict,
} from "../../src/api/contract.ts";
import { sha256 } from "../../src/records/digest.ts";
import type { EpisodeRecord, LibraryItem } from "../../src/records/schema/record.ts";
import { routes } from "../../src/routes.ts";
import { postForm } from "../console/support.ts";
import { publishSampleLibrary } from "../support/addresses.ts";
import { ask, jsonOf } from "../support/ask.ts";
import { bytesOf, digestOf, document, episode, publish, staffToken } from "../support/library.ts";

type OperationName = keyof typeof operations;

let film: EpisodeRecord;
let renamed: LibraryItem;

beforeAll(async () => {
  await staffToken("secret", { scopes: "admin" });
  ({ film } = await publishSampleLibrary());
  await publish(await episode("rolled"));
  renamed = await episode("rolled", { name: { en: "Renamed" } });
  await publish(renamed);
  await publish(await document("restored"));
});

/** Sends a request for an operation, and checks its answer. `path` replaces the parameters in the address. */
async function call(
  name: OperationName,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Record<string, unknown>> {
  const [method = ""] = name.split(" ");
  const operation: Operation = operations[name];
  if (body !== undefined && operation.request !== undefined) {
    expect(operation.request.safeParse(body).error).toBeUndefined();
  }
  const init: RequestInit = { method, headers: { Authorization: "Bearer secret", ...headers } };
  if (body !== undefined) init.body = body instanceof Uint8Array ? body : JSON.stringify(body);
  const response = await ask(path, init);
  const answer = await jsonOf(response);
  expect([200, 201], JSON.stringify(answer)).toContain(response.status);
  // The schemas drop members that they don't know, so an answer that has one isn't equal to its parsed form.
  if (operation.answer !== undefined) expect(operation.answer.parse(answer)).toEqual(answer);
  return answer;
}

const staff = "/api/v1/staff";
const bytes = bytesOf("WEBVTT\n\nfor the contract");

/** Each operation once, some of them for answers of several shapes. In this order: some change the library. */
const calls: Record<OperationName, (name: OperationName) => Promise<unknown>> = {
  "GET /healthz": (name) => call(name, "/healthz"),
  "GET /api/v1/openapi.json": (name) => call(name, "/api/v1/openapi.json"),
  "GET /api/v1/works": async (name) => {
    const { items } = await call(name, "/api/v1/works?lang=vi");
    expect(items).toContainEqual(expect.objectContaining({ slug: "paper", duration: null }));
    expect(items).toContainEqual(expect.objectContaining({ slug: "film", series: "tale" }));
  },
  "GET /api/v1/works/:slug": async (name) => {
    for (const slug of ["film", "paper", "tale"]) await call(name, `/api/v1/works/${slug}`);
  },
  "GET /api/v1/series": (name) => call(name, "/api/v1/series?lang=es&limit=1"),
  "GET /api/v1/series/:slug": async (name) => {
    const { episodes, next } = await call(name, "/api/v1/series/tale?lang=es&limit=1");
    expect(episodes).toMatchObject([{ slug: "film", series: "tale" }]);
    await call(name, `/api/v1/series/tale?cursor=${next}`);
  },
  "GET /api/v1/languages": (name) => call(name, "/api/v1/languages?lang=vi"),
  "GET /api/v1/search": async (name) => {
    const { items } = await call(name, "/api/v1/search?q=hello");
    expect(items).not.toEqual([]);
    await call(name, "/api/v1/search?q=helo&kind=Episode&lang=es");
    await call(name, "/api/v1/search?q=english&kind=Document");
    await call(name, "/api/v1/search?q=tale&kind=Series");
    await call(name, "/api/v1/search?q=");
  },
  "POST /api/v1/staff/plan": async (name) => {
    const digest = await sha256("to be uploaded");
    const headers = {
      "Tus-Resumable": "1.0.0",
      "Upload-Length": "14",
      "Upload-Metadata": `sha256 ${btoa(digest)},extension ${btoa("webm")}`,
    };
    const begun = await ask(`${staff}/uploads`, {
      method: "POST",
      headers: { ...headers, Authorization: "Bearer secret" },
    });
    expect(begun.status).toBe(201);
    const video = film.video.map((medium) => ({ ...medium, sha256: digest, size: 14 }));
    const works = [
      { ...film, video, datePublished: "2999-01-01", series: "nowhere" },
      await document("new-paper"),
      renamed,
    ];
    const answer = await call(name, `${staff}/plan`, { works });
    expect(answer).toMatchObject({
      works: [{ change: "update" }, { change: "create" }, { change: "none" }],
      missingBlobs: [digest],
      uploads: [{ sha256: digest, offset: 0 }],
    });
  },
  "GET /api/v1/staff/blobs/:file": async () => {
    const [medium] = film.video;
    const response = await ask(`${staff}/blobs/${medium?.sha256}.webm`, {
      headers: { Authorization: "Bearer secret" },
    });
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBe(medium?.size);
  },
  "PUT /api/v1/staff/blobs/:file": async (name) =>
    call(name, `${staff}/blobs/${await sha256(bytes)}.vtt`, bytes, {
      "Content-Length": String(bytes.length),
    }),
  "PUT /api/v1/staff/import/:slug": async (name) => {
    const record = await document("imported");
    const digest = await digestOf(record);
    const at = "2026-01-01T00:00:00.000Z";
    await call(name, `${staff}/import/imported`, {
      slug: "imported",
      current: 1,
      revisions: [{ number: 1, digest, createdAt: at, record }],
      events: [{ at, actor: "Ana", action: "apply", fromRevision: null, toRevision: 1 }],
      removed: [],
    });
  },
  "POST /api/v1/staff/sweep": (name) => call(name, `${staff}/sweep`, {}),
  "GET /api/v1/staff/works": (name) => call(name, `${staff}/works`),
  "PUT /api/v1/staff/works/:slug": async (name) => {
    const record = await document("put");
    await call(name, `${staff}/works/put`, record, { "If-None-Match": "*" });
    const tag = formatEntityTag(await digestOf(record));
    await call(name, `${staff}/works/put`, record, { "If-Match": tag });
  },
  "DELETE /api/v1/staff/works/:slug": async (name) => {
    await publish(await document("to-delete", { status: "draft" }));
    await call(name, `${staff}/works/to-delete`);
  },
  "GET /api/v1/staff/works/:slug/history": async (name) => {
    for (const slug of ["film", "gone", "library", "tale"]) {
      await call(name, `${staff}/works/${slug}/history`);
    }
  },
  "GET /api/v1/staff/works/:slug/revisions/:number": async (name) => {
    for (const slug of ["film", "gone-paper", "library", "tale"]) {
      await call(name, `${staff}/works/${slug}/revisions/1`);
    }
  },
  "POST /api/v1/staff/works/:slug/preview": (name) =>
    call(name, `${staff}/works/draft/preview`, { hours: 1 }),
  "POST /api/v1/staff/works/:slug/rollback": (name) =>
    call(name, `${staff}/works/rolled/rollback`, { revision: 1 }),
  "POST /api/v1/staff/works/:slug/withdraw": async (name) => {
    const notice = { en: "Withdrawn for a test." };
    await call(name, `${staff}/works/restored/withdraw`, { notice });
  },
  "POST /api/v1/staff/works/:slug/restore": async (name) => {
    // Its files were deleted; the same files are uploaded again, which the first attempt allows.
    const attempt = await ask(`${staff}/works/restored/restore`, {
      method: "POST",
      headers: { Authorization: "Bearer secret" },
    });
    expect(missingBlobs.parse(await jsonOf(attempt)).blobs).toHaveLength(2);
    await document("restored");
    await call(name, `${staff}/works/restored/restore`, {});
  },
  "GET /api/v1/staff/tokens": (name) => call(name, `${staff}/tokens`),
  "POST /api/v1/staff/tokens": (name) =>
    call(name, `${staff}/tokens`, { name: "A script", scopes: ["publish"], days: 3 }),
  "DELETE /api/v1/staff/tokens/:id": async (name) => {
    const body = { name: "Another", scopes: ["publish"], days: 3 };
    const { id } = await call("POST /api/v1/staff/tokens", `${staff}/tokens`, body);
    await call(name, `${staff}/tokens/${id}`);
  },
  "GET /api/v1/staff/whoami": (name) => call(name, `${staff}/whoami`),
  "GET /api/v1/staff/drafts": (name) => call(name, `${staff}/drafts?slug=film`),
  "PUT /api/v1/staff/drafts/:slug/:part/:language": async (name) => {
    const draft = { basedOn: null, text: "WEBVTT", state: "working" };
    const path = `${staff}/drafts/film/subtitles/vi`;
    const { version } = await call(name, path, draft, { "If-None-Match": "*" });
    const again = { ...draft, basedOn: await sha256("a file"), state: "ready" };
    await call(name, path, again, { "If-Match": `"${version}"` });
    await call("GET /api/v1/staff/drafts", `${staff}/drafts`);
  },
  "GET /api/v1/staff/drafts/:slug/:part/:language": (name) =>
    call(name, `${staff}/drafts/film/subtitles/vi`),
  "DELETE /api/v1/staff/drafts/:slug/:part/:language": async (name) => {
    const path = `${staff}/drafts/film/subtitles/vi`;
    const { version } = await call("GET /api/v1/staff/drafts/:slug/:part/:language", path);
    const [method = ""] = name.split(" ");
    const headers = { Authorization: "Bearer secret", "If-Match": `"${version}"` };
    expect((await ask(path, { method, headers })).status).toBe(204);
  },
  "GET /api/v1/staff/reports": async (name) => {
    await postForm("/en/report/paper", { words: "Wrong." });
    const { reports } = await call(name, `${staff}/reports?slug=paper&language=en&before=99`);
    expect(reports).toMatchObject([{ id: 1, words: "Wrong.", start: null }]);
  },
  "PUT /api/v1/staff/reports/:report": (name) =>
    call(name, `${staff}/reports/1`, { state: "done" }),
  "DELETE /api/v1/staff/reports/:report": async () => {
    const headers = { Authorization: "Bearer secret" };
    expect((await ask(`${staff}/reports/1`, { method: "DELETE", headers })).status).toBe(204);
    await call("GET /api/v1/staff/reports", `${staff}/reports?state=done`);
  },
  "GET /api/v1/staff/withdrawals": (name) => call(name, `${staff}/withdrawals`),
  "POST /api/v1/staff/search-index": (name) => call(name, `${staff}/search-index`),
};

test.each(Object.entries(calls))("%s answers as the contract says", async (name, run) => {
  await run(name as OperationName);
});

test("the contract has every address of the API that the routes have, and no other", () => {
  const served = routes.routes
    .filter(({ method, path }) => /^(?:\/api\/v1\/|\/healthz$)/.test(path) && isOperation(method))
    .map(({ method, path }) => `${method} ${path.replace(/\{.*\}$/, "")}`);
  expect([...new Set(served)].sort()).toEqual(Object.keys(operations).sort());
});

/** Middleware and 405 answers are routes for ALL methods, as are uploads, which have no JSON answers. */
const isOperation = (method: string) => !["ALL", "OPTIONS"].includes(method);

describe("problem documents answer as the contract says", () => {
  const send = (method: string, path: string, body: unknown, headers = {}) =>
    ask(path, {
      method,
      body: JSON.stringify(body),
      headers: { Authorization: "Bearer secret", ...headers },
    });

  test("a problem without further members", async () => {
    const answer = await jsonOf(await ask("/api/v1/works/nothing"));
    expect(problem.parse(answer)).toEqual(answer);
  });

  test("missing files", async () => {
    const video = film.video.map((medium) => ({ ...medium, sha256: "e".repeat(64) }));
    const record = { ...film, slug: "no-files", video };
    const headers = { "If-None-Match": "*" };
    const answer = await jsonOf(await send("PUT", `${staff}/works/no-files`, record, headers));
    expect({ ...problem.parse(answer), ...missingBlobs.parse(answer) }).toEqual(answer);
  });

  test.each([
    ["that the library knows", true],
    ["that it doesn't know", false],
  ])("a change that was planned against another revision, one %s", async (_, isKnown) => {
    const slug = isKnown ? "conflict" : "conflict-2";
    const first = await publish(await document(slug));
    await publish(await document(slug, { name: { en: "Second" } }));
    const third = await document(slug, { name: { en: "Third" } });
    const tag = formatEntityTag(isKnown ? first.digest : "0".repeat(64));
    const answer = await jsonOf(
      await send("PUT", `${staff}/works/${slug}`, third, { "If-Match": tag }),
    );
    expect({ ...problem.parse(answer), ...revisionConflict.parse(answer) }).toEqual(answer);
    expect(answer.planned === null).toBe(!isKnown);
  });
});

test("a cursor is read as it was written, and nothing else is a cursor", () => {
  const cursor = { datePublished: "2026-01-15T00:00:00.000Z", slug: "film" };
  expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
  expect(parseCursor(formatCursor({ ...cursor, datePublished: "" }))?.datePublished).toBe("");
  for (const text of [undefined, "", "~", "2026~", "2026~A", "x~film", "2026"]) {
    expect(parseCursor(text)).toBeUndefined();
  }
});

test("If-Match names exactly one digest", () => {
  const digest = "0a".repeat(32);
  expect(parseIfMatch(formatEntityTag(digest))).toBe(digest);
  for (const header of [undefined, "*", digest, `W/"${digest}"`, `"${digest}", "${digest}"`]) {
    expect(parseIfMatch(header)).toBeUndefined();
  }
});
