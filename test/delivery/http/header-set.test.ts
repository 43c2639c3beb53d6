import { beforeAll, describe, expect, test } from "vitest";
import { extensions, mediaTypes } from "../../../src/records/schema/media-types.ts";
import type { DocumentRecord } from "../../../src/records/schema/record.ts";
import { transcriptFormats } from "../../../src/transcripts/formats/formats.ts";
import { publicAddresses, publishSampleLibrary } from "../../support/addresses.ts";
import { ask, get, origin } from "../../support/ask.ts";
import {
  document,
  episode,
  librarySettings,
  publish,
  staffToken,
  storeFile,
} from "../../support/library.ts";

/** A public file of each type that the library keeps. */
const files: string[] = [];
let media = "";

beforeAll(async () => {
  ({ media } = await publishSampleLibrary());
  await publish(librarySettings({ contact: "library@example.org", accentColor: "#9a3412" }));
  await staffToken("header-token", { scopes: "admin" });
  const attachments = [];
  for (const extension of extensions) {
    const file = await storeFile(`a file of the type ${extension}`, extension);
    files.push(`/media/${file.sha256}.${extension}`);
    attachments.push({ file, inLanguage: "en", name: { en: extension } });
  }
  await publish(await episode("every-type", { attachments }));
  const pdf = await storeFile("a text as PDF", "pdf");
  const texts: DocumentRecord["texts"] = [{ inLanguage: "en", file: pdf }];
  await publish(await document("pdf-text", { texts }));
});

const token = { Authorization: "Bearer header-token" };
const always = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=31536000",
  "Permissions-Policy": expect.stringContaining("camera=()"),
};

/** What the headers say that a test compares. */
function headersOf({ headers }: Response) {
  return {
    ...Object.fromEntries(Object.keys(always).map((name) => [name, headers.get(name)])),
    resources: headers.get("Cross-Origin-Resource-Policy"),
    opener: headers.get("Cross-Origin-Opener-Policy"),
    policy: (headers.get("Content-Security-Policy") ?? "").split("; "),
  };
}

async function expectHeaders(
  response: Response,
  path: string,
  expected: { resources: string; opener: string | null; policy: readonly string[] },
): Promise<void> {
  await response.arrayBuffer();
  const found = headersOf(response);
  expect(found, path).toEqual({
    ...always,
    resources: expected.resources,
    opener: expected.opener,
    policy: expect.arrayContaining([...expected.policy, "default-src 'none'", "base-uri 'none'"]),
  });
  expect(response.headers.get("Set-Cookie"), path).toBeNull();
}

const onlyHere = { resources: "same-origin", opener: null };
const open = { resources: "cross-origin", opener: null };
const data = { policy: ["form-action 'none'", "frame-ancestors 'none'"] };
const page = {
  resources: "same-origin",
  opener: "same-origin",
  policy: ["frame-ancestors 'none'"],
};

describe("every kind of answer has its headers:", () => {
  test.each([
    "/en/",
    "/es/library",
    "/vi/series/tale",
    "/ar/watch/film",
    "/en/watch/film?beside=es",
    "/en/read/paper",
    "/en/read/pdf-text",
    "/es/search",
    "/en/search?q=hello",
    "/vi/about/privacy",
    "/docs/problems",
    "/nothing",
    "/en/watch/gone",
    "/en/watch/nothing",
  ])("the page %s", async (path) => {
    await expectHeaders(await get(path), path, page);
    await expectHeaders(await ask(path, { method: "HEAD" }), path, page);
  });

  test("a page that an embed opens from a sandbox", async () => {
    const path = "/en/watch/film?sandboxed=1";
    await expectHeaders(await get(path), path, { ...page, opener: null });
  });

  test.each(["/embed/film", "/embed/gone", "/embed/nothing"])("the embed %s", async (path) => {
    const response = await get(path);
    await expectHeaders(response, path, { ...open, policy: [] });
    expect(response.headers.get("Content-Security-Policy")).not.toContain("frame-ancestors");
  });

  test.each(extensions)("a file of the type %s", async (extension) => {
    const path = files.find((each) => each.endsWith(`.${extension}`)) ?? "";
    const isShown = /^(image|video|audio)|pdf/.test(mediaTypes[extension]);
    const policy = isShown
      ? [`img-src ${origin}`, `media-src ${origin}`, `object-src ${origin}`, "form-action 'none'"]
      : ["sandbox", "form-action 'none'"];
    const whole = await get(path);
    expect(whole.status).toBe(200);
    expect(whole.headers.get("Content-Security-Policy")).not.toContain("script-src");
    await expectHeaders(whole, path, { ...open, policy });
    const etag = whole.headers.get("ETag") ?? "";
    for (const [status, headers] of [
      [206, { Range: "bytes=0-1" }],
      [304, { "If-None-Match": etag }],
      [412, { "If-Match": '"other"' }],
      [416, { Range: "bytes=9999-" }],
    ] as const) {
      const response = await get(path, headers);
      expect(response.status).toBe(status);
      await expectHeaders(response, `${path} ${status}`, { ...open, policy });
    }
    const saved = await get(`${path}?download=a.html`);
    expect(saved.headers.get("Content-Disposition")).toContain(`filename="a.${extension}"`);
    await expectHeaders(saved, path, { ...open, policy });
  });

  test.each([...transcriptFormats.keys()])("a transcript as %s", async (extension) => {
    for (const pair of ["en", "en+es"]) {
      const path = `/transcripts/film/${pair}.${extension}`;
      const response = await get(path);
      if (response.status === 404) continue;
      const isPage = extension === "html";
      const expected = isPage
        ? { resources: "cross-origin", opener: "same-origin", policy: ["script-src 'none'"] }
        : { ...open, ...data };
      await expectHeaders(response, path, expected);
    }
  });

  test.each([
    "/captions/film/es.vtt",
    "/captions/film/es.srt",
    "/captions/film/so.vtt",
    "/transcripts/film/pack.zip",
    "/transcripts/gone/en.txt",
    "/cite/film.ris",
    "/cite/paper.bib",
    "/cite/film.json",
    "/api/v1/works",
    "/api/v1/works?limit=x&cursor=x",
    "/api/v1/works/film",
    "/api/v1/works/nothing",
    "/api/v1/search?q=hello",
    "/schemas/episode.json",
    "/player/en.js",
    "/embed.js",
  ])("what other sites read: %s", async (path) => {
    await expectHeaders(await get(path), path, { ...open, ...data });
  });

  test.each([
    "/",
    "/en",
    "/opensearch.xml",
    "/sitemap.xml",
    "/robots.txt",
    "/healthz",
    "/accent/9a3412-f0a35c.css",
    "/.well-known/security.txt",
    "/api/v1/nothing",
  ])("what only browsers and crawlers read: %s", async (path) => {
    await expectHeaders(await get(path), path, { ...onlyHere, ...data });
  });

  test("the staff API, with a token and without", async () => {
    for (const path of ["/api/v1/staff/works", "/api/v1/staff/works/film/history"]) {
      for (const headers of [{}, token, { Authorization: "Bearer wrong" }]) {
        await expectHeaders(await get(path, headers), path, { ...onlyHere, ...data });
      }
    }
    const response = await ask("/api/v1/staff/plan", { method: "POST", headers: token, body: "{" });
    await expectHeaders(response, "plan", { ...onlyHere, ...data });
  });

  test("wrong methods, and what browsers ask before a request", async () => {
    for (const path of [...publicAddresses, media]) {
      const isOpen = (await get(path)).headers.has("Access-Control-Allow-Origin");
      const expected = { ...(isOpen ? open : onlyHere), policy: [] };
      for (const method of ["POST", "DELETE", "OPTIONS"]) {
        await expectHeaders(await ask(path, { method }), `${method} ${path}`, expected);
      }
    }
    await expectHeaders(await ask("/api/v1/staff/uploads", { method: "OPTIONS" }), "uploads", {
      ...open,
      ...data,
    });
  });

  test("304 has the policy of the page, which a browser may put in the stored one's place", async () => {
    for (const path of ["/en/watch/film", "/embed/film", "/transcripts/film/en.html"]) {
      const whole = await get(path);
      const headers = { "If-None-Match": whole.headers.get("ETag") ?? "" };
      const same = await get(path, headers);
      expect(same.status).toBe(304);
      expect(headersOf(same)).toEqual(headersOf(whole));
    }
  });
});

test("over http no browser is told to use https", async () => {
  const { routes } = await import("../../../src/routes.ts");
  const { env } = await import("cloudflare:workers");
  const response = await routes.fetch(new Request("http://127.0.0.1:8787/en/"), { ...env });
  expect(response.headers.get("Strict-Transport-Security")).toBeNull();
});
