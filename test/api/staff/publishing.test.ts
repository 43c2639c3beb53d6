import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../../src/records/digest.ts";
import type { LibraryItem } from "../../../src/records/schema/record.ts";
import { ask, bodyOf, get, jsonOf } from "../../support/ask.ts";
import {
  bytesOf,
  countRows,
  digestOf,
  document,
  episode,
  publish,
  staffToken,
  storeFile,
} from "../../support/library.ts";

beforeAll(async () => {
  await staffToken("secret");
});

function send(
  method: string,
  path: string,
  body: BodyInit | null,
  headers: Record<string, string> = {},
) {
  return ask(`/api/v1/staff/${path}`, {
    method,
    body,
    headers: { Authorization: "Bearer secret", ...headers },
  });
}

const putWork = (record: LibraryItem, headers: Record<string, string>) =>
  send("PUT", `works/${record.slug}`, JSON.stringify(record), headers);

/** Expects a problem of this type, and that nothing is written. */
async function refuses(status: number, type: string, attempt: () => Promise<Response>) {
  const before = await countRows();
  const response = await attempt();
  const problem = await jsonOf(response);
  expect(problem).toMatchObject({ status, detail: expect.any(String) });
  expect(problem.type).toMatch(new RegExp(`#${type}$`));
  expect(response.status).toBe(status);
  expect(await countRows()).toEqual(before);
}

describe("uploading a file", () => {
  const bytes = bytesOf("WEBVTT\n\nsent by the API");
  const length = { "Content-Length": String(bytes.length) };

  test("stores it once and makes it available", async () => {
    const file = `${await sha256(bytes)}.vtt`;
    const first = await send("PUT", `blobs/${file}`, bytes, length);
    expect(first.status).toBe(201);
    expect(await jsonOf(first)).toEqual({ sha256: file.slice(0, 64), stored: true });
    const again = await send("PUT", `blobs/${file}`, bytes, length);
    expect(again.status).toBe(200);
    expect(await jsonOf(again)).toMatchObject({ stored: false });
    const fetched = await send("GET", `blobs/${file}`, null);
    expect(fetched.headers.get("Cache-Control")).toBe("no-store");
    expect(await bodyOf(fetched)).toBe("WEBVTT\n\nsent by the API");
    // No work names it.
    expect((await get(`/media/${file}`)).status).toBe(404);
  });

  test("is rejected if its bytes don't have the digest in its name, and stores nothing", async () => {
    const digest = await sha256("announced");
    const path = `blobs/${digest}.vtt`;
    await refuses(422, "wrong-digest", () => send("PUT", path, bytes, length));
    expect(await env.BLOBS.head(`blobs/${digest}`)).toBeNull();
    expect((await get(`/media/${digest}.vtt`)).status).toBe(404);
  });

  test.each(["x.vtt", `${"0".repeat(64)}.html`, `${"0".repeat(64)}`, `${"A".repeat(64)}.vtt`])(
    "is rejected if its name is invalid: %s",
    async (file) => {
      await refuses(400, "invalid-request", () => send("PUT", `blobs/${file}`, bytes, length));
    },
  );
});

describe("publishing a record", () => {
  test("creates a work, updates it, and doesn't change an identical one", async () => {
    const record = await episode("by-api");
    const created = await putWork(record, { "If-None-Match": "*" });
    expect(created.status).toBe(201);
    const digest = await digestOf(record);
    expect(created.headers.get("ETag")).toBe(`"${digest}"`);
    expect(await jsonOf(created)).toEqual({
      slug: "by-api",
      change: "create",
      revision: 1,
      digest,
    });

    const same = await putWork(record, { "If-Match": `"${digest}"` });
    expect([same.status, (await jsonOf(same)).change]).toEqual([200, "none"]);

    const renamed = { ...record, name: { en: "Renamed" } };
    const changed = await putWork(renamed, { "If-Match": `"${digest}"` });
    expect([changed.status, (await jsonOf(changed)).change]).toEqual([200, "update"]);
    expect(await (await get("/en/watch/by-api")).text()).toContain("Renamed");

    const late = { ...record, name: { en: "Too late" } };
    await refuses(412, "moved", () => putWork(late, { "If-Match": `"${digest}"` }));
    await refuses(412, "moved", () => putWork(late, { "If-None-Match": "*" }));
  });

  test("is rejected without a precondition", async () => {
    const record = await episode("unsaid");
    const attempts: Record<string, string>[] = [{}, { "If-Match": "*" }, { "If-Match": '"x"' }];
    for (const headers of attempts) {
      await refuses(428, "precondition-required", () => putWork(record, headers));
    }
  });

  test("is rejected, with the names of the fields, if the record isn't valid", async () => {
    const body = { ...(await episode("invalid")), surprise: 1, inLanguage: "EN" };
    const headers = { "If-None-Match": "*" };
    const response = await send("PUT", "works/invalid", JSON.stringify(body), headers);
    expect(response.status).toBe(422);
    const { detail } = await jsonOf(response);
    expect(detail).toContain("inLanguage");
    expect(detail).toContain("surprise");
  });

  test.each(["", "{", "null", "[]", '"x"', '{"kind":"Episode"}'])(
    "is rejected if the body isn't a record: %j",
    async (body) => {
      const attempt = () => send("PUT", "works/film", body, { "If-None-Match": "*" });
      await refuses(422, "invalid-record", attempt);
    },
  );

  test("is rejected if the slug in the address isn't the record's", async () => {
    const body = JSON.stringify(await episode("one-slug"));
    const attempt = () => send("PUT", "works/another-slug", body, { "If-None-Match": "*" });
    await refuses(422, "invalid-record", attempt);
  });

  test("is rejected if its series or a file is missing, or its kind changed", async () => {
    const headers = { "If-None-Match": "*" };
    const orphan = await episode("orphan", { series: "no-series" });
    await refuses(409, "missing-series", () => putWork(orphan, headers));
    const [text] = (await document("unsent")).texts;
    if (text === undefined) throw new Error("the document has a text");
    const file = { ...text.file, sha256: "f".repeat(64) };
    const unsent = await document("unsent", { texts: [{ ...text, file }] });
    await refuses(409, "missing-blobs", () => putWork(unsent, headers));
    const { digest } = await publish(await document("kind"));
    const film = await episode("kind");
    await refuses(409, "kind-changed", () => putWork(film, { "If-Match": `"${digest}"` }));
  });

  test("is rejected if a document has two Markdown texts in a language", async () => {
    const texts = [
      { inLanguage: "en", file: await storeFile("One.", "md") },
      { inLanguage: "en", file: await storeFile("Two.", "md") },
    ];
    const twice = await document("twice", { texts });
    await refuses(422, "invalid-record", () => putWork(twice, { "If-None-Match": "*" }));
  });

  test("is rejected if a file is stored with another extension, because its address would be 404", async () => {
    const record = await document("renamed-file");
    const texts = record.texts.map((text) => ({
      ...text,
      file: { ...text.file, extension: "pdf" as const },
    }));
    const attempt = () => putWork({ ...record, texts }, { "If-None-Match": "*" });
    await refuses(409, "missing-blobs", attempt);
    expect((await jsonOf(await attempt())).detail).toContain("as .md:");
  });
});

test("an invalid plan is rejected, and a valid one is answered", async () => {
  await refuses(400, "invalid-request", () => send("POST", "plan", "{"));
  await refuses(400, "invalid-request", () => send("POST", "plan", '{"works":[{"slug":"A"}]}'));
  const answer = await send("POST", "plan", '{"works":[]}');
  expect(await jsonOf(answer)).toMatchObject({ works: [], missingBlobs: [], uploads: [] });
});
