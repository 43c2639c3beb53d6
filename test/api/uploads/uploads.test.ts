import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../../src/records/digest.ts";
import { ask, jsonOf } from "../../support/ask.ts";
import { bytesOf, staffToken, storeFile } from "../../support/library.ts";
import {
  beginUpload,
  checksumOf,
  hasSameBytes,
  metadata,
  offsetStream,
  readLeftovers,
  readOffset,
  readStoredBlob,
  sampleBytes,
  secret,
  sendBytes,
  tus,
} from "../../support/uploads.ts";

const uploads = "/api/v1/staff/uploads";

beforeAll(async () => {
  await staffToken(secret);
  await staffToken("reader-secret", { scopes: "read-drafts" });
});

/** Expects this problem, with a detail. */
async function isProblem(response: Response, status: number, type: string): Promise<void> {
  const problem = await jsonOf(response);
  expect([response.status, problem.type]).toEqual([status, expect.stringContaining(`#${type}`)]);
  expect(problem).toMatchObject({ status, detail: expect.any(String) });
  expect(response.headers.get("Tus-Resumable")).toBe("1.0.0");
}

const words = async (name: string) => metadata({ sha256: await sha256(name), extension: "mp4" });

describe("OPTIONS", () => {
  test("returns what the server supports, even without Tus-Resumable", async () => {
    const headers = { Authorization: `Bearer ${secret}` };
    const response = await ask(uploads, { method: "OPTIONS", headers });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "tus-version": "1.0.0",
      "tus-extension": "creation,creation-with-upload,checksum,termination,expiration",
      "tus-max-size": String(4 * 1024 ** 3),
      "tus-checksum-algorithm": "sha256,sha1",
      "videoteca-part-size": "8388608",
      allow: "POST, OPTIONS",
    });
    const one = await tus("OPTIONS", `${uploads}/x`);
    expect(one.headers.get("Allow")).toBe("HEAD, PATCH, DELETE, OPTIONS");
  });
});

describe("authentication and methods", () => {
  test.each([
    [uploads, "POST"],
    [`${uploads}/x`, "PATCH"],
    [`${uploads}/x`, "HEAD"],
    [`${uploads}/x`, "DELETE"],
  ])("%s (%s) needs a token with the scope publish", async (path, method) => {
    expect((await ask(path, { method })).status).toBe(401);
    const headers = { Authorization: "Bearer reader-secret" };
    expect((await ask(path, { method, headers })).status).toBe(403);
  });

  test("other methods get 405 with the allowed ones", async () => {
    for (const [path, method, allowed] of [
      [uploads, "GET", "POST, OPTIONS"],
      [uploads, "PATCH", "POST, OPTIONS"],
      [`${uploads}/x`, "GET", "HEAD, PATCH, DELETE, OPTIONS"],
      [`${uploads}/x`, "POST", "HEAD, PATCH, DELETE, OPTIONS"],
    ] as const) {
      const response = await tus(method, path);
      expect([response.status, response.headers.get("Allow")]).toEqual([405, allowed]);
    }
  });
});

describe("an unsupported tus version", () => {
  test.each(["0.2.2", "1.0.1", ""])("(%s) gets 412 with the supported one", async (version) => {
    const response = await tus("POST", uploads, { "Tus-Resumable": version });
    expect(response.headers.get("Tus-Version")).toBe("1.0.0");
    await isProblem(response, 412, "tus-version");
  });
});

describe("creation", () => {
  test("returns the upload's address, its expiry and the part size", async () => {
    const response = await tus("POST", uploads, {
      "Upload-Length": "100",
      "Upload-Metadata": await words("created"),
    });
    expect(response.status).toBe(201);
    expect(response.headers.get("Location")).toMatch(
      /^https:\/\/library\.example\/api\/v1\/staff\/uploads\/[0-9a-f-]{36}$/,
    );
    expect(response.headers.get("Videoteca-Part-Size")).toBe("8388608");
    const expires = Date.parse(response.headers.get("Upload-Expires") ?? "");
    expect(expires - Date.now()).toBeGreaterThan(5 * 86_400_000);

    const head = await tus("HEAD", response.headers.get("Location") ?? "");
    expect(Object.fromEntries(head.headers)).toMatchObject({
      "upload-offset": "0",
      "upload-length": "100",
      "upload-metadata": await words("created"),
      "cache-control": "no-store",
      "tus-resumable": "1.0.0",
    });
  });

  test("accepts a file name in place of an extension, and a digest in capitals", async () => {
    const digest = (await sha256("named")).toUpperCase();
    const response = await tus("POST", uploads, {
      "Upload-Length": "5",
      "Upload-Metadata": metadata({
        filename: "Película.MP4".normalize("NFD").replace(/\u0301/, ""),
        sha256: digest,
      }),
    });
    expect(response.status).toBe(201);
  });

  const good = { sha256: "0".repeat(64), extension: "mp4" };
  test.each<[string, Record<string, string>]>([
    ["nothing", {}],
    ["no length", { "Upload-Metadata": metadata(good) }],
    ["an invalid length", { "Upload-Length": "-1", "Upload-Metadata": metadata(good) }],
    ["a deferred length", { "Upload-Defer-Length": "1", "Upload-Metadata": metadata(good) }],
    ["no metadata", { "Upload-Length": "5" }],
    ["an infinite length", { "Upload-Length": "1e999", "Upload-Metadata": metadata(good) }],
    ["half a byte", { "Upload-Length": "1.5", "Upload-Metadata": metadata(good) }],
    ["no kind", { "Upload-Length": "5", "Upload-Metadata": metadata({ sha256: good.sha256 }) }],
    [
      "no extension",
      { "Upload-Length": "5", "Upload-Metadata": metadata({ sha256: good.sha256 }) },
    ],
    [
      "an invalid digest",
      { "Upload-Length": "5", "Upload-Metadata": metadata({ ...good, sha256: "0".repeat(63) }) },
    ],
    [
      "an unsupported extension",
      { "Upload-Length": "5", "Upload-Metadata": metadata({ ...good, extension: "html" }) },
    ],
    [
      "an extension that is a property of every object",
      { "Upload-Length": "5", "Upload-Metadata": metadata({ ...good, extension: "constructor" }) },
    ],
    ["metadata that isn't base64", { "Upload-Length": "5", "Upload-Metadata": "sha256 %%%" }],
    [
      "a duplicate key",
      { "Upload-Length": "5", "Upload-Metadata": `${metadata(good)},${metadata(good)}` },
    ],
    ["very long metadata", { "Upload-Length": "5", "Upload-Metadata": "a ,".repeat(9999) }],
  ])("with %s is rejected", async (_, headers) => {
    const before = await readLeftovers();
    await isProblem(await tus("POST", uploads, headers), 400, "invalid-request");
    expect(await readLeftovers()).toEqual(before);
  });

  test.each([String(4 * 1024 ** 3 + 1), "9007199254740993", "9".repeat(16), "9".repeat(400)])(
    "of a file that is too large (%s) is rejected with the maximum size",
    async (size) => {
      const before = await readLeftovers();
      const headers = { "Upload-Length": size, "Upload-Metadata": await words("huge") };
      const response = await tus("POST", uploads, headers);
      expect(response.headers.get("Tus-Max-Size")).toBe(String(4 * 1024 ** 3));
      await isProblem(response, 413, "too-large");
      expect(await readLeftovers()).toEqual(before);
    },
  );

  test("of a file that is stored already is rejected, and nothing is overwritten", async () => {
    const blob = await storeFile("here already", "mp4");
    const before = await env.BLOBS.head(`blobs/${blob.sha256}`);
    const headers = {
      "Upload-Length": String(blob.size),
      "Upload-Metadata": metadata({ sha256: blob.sha256, extension: "mp4" }),
    };
    await isProblem(await tus("POST", uploads, headers), 409, "blob-exists");
    const renamed = {
      ...headers,
      "Upload-Metadata": metadata({ sha256: blob.sha256, extension: "webm" }),
    };
    const response = await tus("POST", uploads, renamed);
    expect(response.status).toBe(409);
    expect(await response.text()).toContain("as .mp4 and not as .webm");
    expect((await env.BLOBS.head(`blobs/${blob.sha256}`))?.uploaded).toEqual(before?.uploaded);
  });

  test("of an empty file completes it", async () => {
    const digest = await sha256("");
    const headers = {
      "Upload-Length": "0",
      "Upload-Metadata": metadata({ sha256: digest, extension: "md" }),
    };
    const response = await tus("POST", uploads, headers);
    expect([response.status, response.headers.get("Upload-Offset")]).toEqual([201, "0"]);
    expect((await readStoredBlob(digest))?.length).toBe(0);
  });
});

describe("creation with upload", () => {
  const create = (
    bytes: Uint8Array<ArrayBuffer>,
    digest: string,
    more: Record<string, string> = {},
  ) =>
    tus(
      "POST",
      uploads,
      {
        ...offsetStream,
        "Upload-Length": "4000",
        "Upload-Metadata": metadata({ sha256: digest, extension: "mp4" }),
        ...more,
      },
      bytes,
    );

  test("accepts the first bytes, or all of them", async () => {
    const bytes = sampleBytes("with upload", 4000);
    const digest = await sha256(bytes);
    const part = await create(bytes.slice(0, 1500), digest);
    expect([part.status, part.headers.get("Upload-Offset")]).toEqual([201, "1500"]);
    const whole = await create(bytes, digest);
    expect([whole.status, whole.headers.get("Upload-Offset")]).toEqual([201, "4000"]);
    expect(hasSameBytes(await readStoredBlob(digest), bytes)).toBe(true);
  });

  test.each<[number, string, Record<string, string>, string]>([
    [460, "wrong-digest", { "Upload-Checksum": `sha1 ${btoa("other")}` }, "damaged bytes"],
    [413, "too-large", { "Upload-Length": "3999" }, "too many bytes"],
    [422, "wrong-digest", {}, "other bytes than announced"],
    [415, "wrong-content-type", { "Content-Type": "video/mp4" }, "bytes with another media type"],
  ])("is rejected with %d (%s), and stores nothing", async (status, type, headers, name) => {
    const before = await readLeftovers();
    await isProblem(
      await create(sampleBytes(name, 4000), await sha256(`not ${name}`), headers),
      status,
      type,
    );
    expect(await readLeftovers()).toEqual(before);
  });
});

describe("PATCH", () => {
  test("is rejected if it doesn't begin at the upload's offset", async () => {
    const bytes = sampleBytes("offsets", 1000);
    const to = await beginUpload(bytes);
    await sendBytes(to, 0, bytes.slice(0, 400));
    for (const offset of [0, 399, 401, 1000]) {
      await isProblem(await sendBytes(to, offset, bytes.slice(0, 10)), 409, "wrong-offset");
    }
    await isProblem(await tus("PATCH", to, offsetStream, bytes), 400, "invalid-request");
    expect(await readOffset(to)).toBe(400);
  });

  test("is rejected if it has more bytes than the file, with and without a Content-Length", async () => {
    const bytes = sampleBytes("too many", 1000);
    const to = await beginUpload(bytes, { size: 900 });
    await isProblem(await sendBytes(to, 0, bytes), 413, "too-large");
    const { body } = new Response(bytes);
    if (body === null) throw new Error("there are bytes");
    await isProblem(await sendBytes(to, 0, body), 413, "too-large");
    expect(await readOffset(to)).toBe(0);
  });

  test("is rejected with another media type", async () => {
    const to = await beginUpload(sampleBytes("called", 10));
    const headers = { "Content-Type": "application/octet-stream" };
    await isProblem(
      await sendBytes(to, 0, bytesOf("0123456789"), headers),
      415,
      "wrong-content-type",
    );
  });

  test("can be a POST with X-HTTP-Method-Override", async () => {
    const bytes = sampleBytes("override", 50);
    const to = await beginUpload(bytes);
    const headers = { ...offsetStream, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH" };
    const response = await tus("POST", to, headers, bytes);
    expect([response.status, response.headers.get("Upload-Offset")]).toEqual([204, "50"]);
  });

  test("to a finished upload changes nothing", async () => {
    const bytes = sampleBytes("finished", 50);
    const to = await beginUpload(bytes);
    await sendBytes(to, 0, bytes);
    const response = await sendBytes(to, 50, new Uint8Array());
    expect([response.status, response.headers.get("Upload-Offset")]).toEqual([204, "50"]);
  });

  test.each(["sha1", "sha256"] as const)(
    "stores its bytes only if their %s is right",
    async (algorithm) => {
      const bytes = sampleBytes(algorithm, 9_000_000);
      const to = await beginUpload(bytes);
      const right = await checksumOf(bytes.slice(0, 8_500_000), algorithm);
      const damaged = sampleBytes(`damaged ${algorithm}`, 8_500_000);
      const headers = { "Upload-Checksum": right };
      await isProblem(await sendBytes(to, 0, damaged, headers), 460, "wrong-digest");
      expect(await readOffset(to)).toBe(0);
      expect((await sendBytes(to, 0, bytes.slice(0, 8_500_000), headers)).status).toBe(204);
      expect(await readOffset(to)).toBe(8_500_000);
      await sendBytes(to, 8_500_000, bytes.slice(8_500_000));
      expect(hasSameBytes(await readStoredBlob(await sha256(bytes)), bytes)).toBe(true);
    },
  );

  test.each(["md5 AAAA", "sha256", "sha256 %", "toString AAAA", "sha1 AAAA BBBB"])(
    "is rejected with an invalid checksum header: %s",
    async (header) => {
      const bytes = sampleBytes("unread", 10);
      const to = await beginUpload(bytes);
      const response = await sendBytes(to, 0, bytes, { "Upload-Checksum": header });
      await isProblem(response, 400, "invalid-request");
      expect(await readOffset(to)).toBe(0);
    },
  );
});

describe("an upload", () => {
  test("is removed with all its data by DELETE", async () => {
    const before = await readLeftovers();
    const bytes = sampleBytes("ended", 9_000_000);
    const to = await beginUpload(bytes);
    await sendBytes(to, 0, bytes.slice(0, 8_999_999));
    expect((await tus("DELETE", to)).status).toBe(204);
    expect(await readLeftovers()).toEqual(before);
    expect((await tus("HEAD", to)).status).toBe(404);
    await isProblem(await sendBytes(to, 0, bytes), 404, "not-found");
    await isProblem(await tus("DELETE", to), 404, "not-found");
  });

  test("answers 410 after it has expired", async () => {
    const bytes = sampleBytes("expired", 10);
    const to = await beginUpload(bytes);
    await env.DB.prepare("update uploads set expires_at = '2020-01-01T00:00:00.000Z' where id = ?")
      .bind(to.split("/").at(-1))
      .run();
    expect((await tus("HEAD", to)).status).toBe(410);
    await isProblem(await sendBytes(to, 0, bytes), 410, "upload-expired");
  });
});
