import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { partSize } from "../../../src/publishing/uploads/uploads.ts";
import { sha256 } from "../../../src/records/digest.ts";
import { get, jsonOf } from "../../support/ask.ts";
import { document, publish, staffToken, storeFile } from "../../support/library.ts";
import {
  hasSameBytes,
  metadata,
  offsetStream,
  readLeftovers,
  readStoredBlob,
  sampleBytes,
  secret,
  sendBytes,
  tus,
} from "../../support/uploads.ts";

beforeAll(async () => {
  await staffToken(secret);
});

/** Creates an upload without a digest. @returns its address */
async function begin(size: number, pairs: Record<string, string>): Promise<string> {
  const headers = { "Upload-Length": String(size), "Upload-Metadata": metadata(pairs) };
  const response = await tus("POST", undefined, headers);
  expect(response.status, await response.text()).toBe(201);
  return response.headers.get("Location") ?? "";
}

const digestIn = ({ headers }: Response) => headers.get("Videoteca-Sha256");

describe("an upload without a digest", () => {
  test("is stored under the digest that the server computes and returns in the last response", async () => {
    const bytes = sampleBytes("unnamed", 4000);
    const digest = await sha256(bytes);
    const to = await begin(bytes.length, {
      filename: "Película.MP4".normalize("NFD").replace(/\u0301/, ""),
    });
    const first = await sendBytes(to, 0, bytes.slice(0, 1000));
    expect([first.status, digestIn(first)]).toEqual([204, null]);
    expect(digestIn(await tus("HEAD", to))).toBeNull();
    const last = await sendBytes(to, 1000, bytes.slice(1000));
    expect([last.status, digestIn(last), last.headers.get("Upload-Offset")]).toEqual([
      204,
      digest,
      "4000",
    ]);
    const head = await tus("HEAD", to);
    expect([digestIn(head), head.headers.get("Upload-Offset")]).toEqual([digest, "4000"]);
    expect(head.headers.get("Upload-Metadata")).toBe(
      metadata({ sha256: digest, extension: "mp4" }),
    );
    expect(hasSameBytes(await readStoredBlob(digest), bytes)).toBe(true);
    expect((await readLeftovers()).objects).toEqual([]);
  });

  test("can have several parts", async () => {
    const bytes = sampleBytes("unnamed parts", 2 * partSize + 1000);
    const to = await begin(bytes.length, { extension: "webm" });
    const first = partSize + 1000;
    await sendBytes(to, 0, bytes.slice(0, first));
    const last = await sendBytes(to, first, bytes.slice(first));
    expect(digestIn(last)).toBe(await sha256(bytes));
    expect(hasSameBytes(await readStoredBlob(await sha256(bytes)), bytes)).toBe(true);
    expect((await readLeftovers()).objects).toEqual([]);
  });

  test("can be sent in one request, and can be empty", async () => {
    const bytes = sampleBytes("unnamed at once", 100);
    const headers = {
      ...offsetStream,
      "Upload-Length": "100",
      "Upload-Metadata": metadata({ extension: "mp3" }),
    };
    expect(digestIn(await tus("POST", undefined, headers, bytes))).toBe(await sha256(bytes));
    const empty = { "Upload-Length": "0", "Upload-Metadata": metadata({ extension: "md" }) };
    expect(digestIn(await tus("POST", undefined, empty))).toBe(await sha256(""));
  });

  test("of a file that is stored already succeeds and changes nothing", async () => {
    const stored = await storeFile("the library has this", "vtt");
    const before = await env.BLOBS.head(`blobs/${stored.sha256}`);
    const to = await begin(stored.size, { filename: "a.vtt" });
    expect(digestIn(await sendBytes(to, 0, new TextEncoder().encode("the library has this")))).toBe(
      stored.sha256,
    );
    expect((await env.BLOBS.head(`blobs/${stored.sha256}`))?.uploaded).toEqual(before?.uploaded);
  });

  test("becomes public when a record names its digest", async () => {
    const text = new TextEncoder().encode("# Named afterwards");
    const to = await begin(text.length, { filename: "paper.md" });
    const digest = digestIn(await sendBytes(to, 0, text)) ?? "";
    const file = { sha256: digest, extension: "md" as const, size: text.length };
    await publish(await document("named-afterwards", { texts: [{ inLanguage: "en", file }] }));
    expect(await (await get("/en/read/named-afterwards")).text()).toContain("Named afterwards");
  });

  test.each([
    ["filename", "clip.webm", "webm"],
    ["name", "photo.JPEG", "jpg"],
    ["filetype", "video/mp4", "mp4"],
    ["type", "text/vtt; charset=UTF-8", "vtt"],
  ])("gets its extension from %s (%s): %s", async (key, value, extension) => {
    const to = await begin(5, { [key]: value });
    const head = await tus("HEAD", to);
    expect(head.headers.get("Upload-Metadata")).toBe(metadata({ extension }));
  });

  test.each([
    { filename: "page.html", filetype: "text/html" },
    { filetype: "image/svg+xml" },
    { name: "film" },
  ])("is rejected for an unsupported file type: %j", async (pairs) => {
    const headers = { "Upload-Length": "5", "Upload-Metadata": metadata(pairs) };
    const response = await tus("POST", undefined, headers);
    expect(response.status).toBe(400);
    expect((await jsonOf(response)).type).toContain("#invalid-request");
  });
});

test("an announced digest is returned only when the file is complete and verified", async () => {
  const bytes = sampleBytes("announced", 500);
  const digest = await sha256(bytes);
  const to = await begin(bytes.length, { sha256: digest, extension: "mp4" });
  expect(digestIn(await tus("HEAD", to))).toBeNull();
  expect(digestIn(await sendBytes(to, 0, bytes))).toBe(digest);
  const wrong = await begin(bytes.length, { sha256: "0".repeat(64), extension: "mp4" });
  const refused = await sendBytes(wrong, 0, bytes);
  expect([refused.status, digestIn(refused)]).toEqual([422, null]);
});
