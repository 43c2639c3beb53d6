import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { withdraw } from "../../../src/publishing/withdraw.ts";
import { ask, get, jsonOf } from "../../support/ask.ts";
import {
  database,
  document,
  episode,
  librarySettings,
  publish,
  series,
  staffToken,
} from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

beforeAll(async () => {
  await staffToken("secret");
  await publish(librarySettings());
  await publish(await episode("draft", { status: "draft" }));
  await publish(await document("paper", { status: "draft" }));
});

const postPreview = (slug: string, body = "") =>
  ask(`/api/v1/staff/works/${slug}/preview`, {
    method: "POST",
    body,
    headers: { Authorization: "Bearer secret" },
  });

/** Creates a preview link. @returns its secret */
async function secretFor(slug: string, body = ""): Promise<string> {
  const { url } = await jsonOf(await postPreview(slug, body));
  return new URL(String(url)).searchParams.get("preview") ?? "";
}

const ofDraft = [
  "/en/watch/draft",
  "/es/watch/draft",
  "/embed/draft",
  "/captions/draft/es.vtt",
  "/transcripts/draft/en.txt",
];

describe("a preview", () => {
  test("is a link that expires after a day by default", async () => {
    const before = Date.now();
    const link = await jsonOf(await postPreview("draft"));
    expect(link).toMatchObject({
      slug: "draft",
      embed: expect.stringContaining("/embed/draft?preview="),
    });
    const hours = (Date.parse(String(link.expiresAt)) - before) / 3_600_000;
    expect(hours).toBeCloseTo(24, 1);
    const short = await jsonOf(await postPreview("draft", '{"hours":2}'));
    expect((Date.parse(String(short.expiresAt)) - before) / 3_600_000).toBeCloseTo(2, 1);
    expect((await postPreview("draft", '{"hours":0}')).status).toBe(400);
    expect((await postPreview("draft", "{")).status).toBe(400);
  });

  test.each(ofDraft)("shows %s only with the secret, and isn't cached", async (path) => {
    const secret = await secretFor("draft");
    expect((await get(path)).status).toBe(404);
    const shown = await get(`${path}?preview=${secret}`);
    expect(shown.status).toBe(200);
    expect(shown.headers.get("Cache-Control")).toBe("no-store");
    expect(shown.headers.get("X-Robots-Tag")).toBe("noindex");
    expect(shown.headers.get("ETag")).toBeNull();
    // Nor is it cached by the previous request.
    expect((await get(path)).status).toBe(404);
  });

  test("adds its secret to all addresses of the work in its pages, and to no others", async () => {
    const secret = await secretFor("draft");
    for (const path of ["/en/watch/draft", "/embed/draft?transcript=1"]) {
      const page = await pageOf(
        await get(`${path}${path.includes("?") ? "&" : "?"}preview=${secret}`),
      );
      const addresses = page.elements.flatMap(({ attributes }) =>
        [attributes.href, attributes.src].filter(
          (value) => value?.startsWith("/") || value?.startsWith("http"),
        ),
      );
      const withSecret = addresses.filter((address) => address?.includes(secret));
      expect(withSecret.length).toBeGreaterThan(2);
      for (const address of addresses) {
        const isOfWork = /\/(watch|embed|captions|transcripts)\/draft\b|\/media\//.test(
          address ?? "",
        );
        expect([address, address?.includes(`preview=${secret}`)]).toEqual([address, isOfWork]);
      }
    }
  });

  test("of a document shows its page", async () => {
    const secret = await secretFor("paper");
    expect((await get(`/en/read/paper?preview=${secret}`)).status).toBe(200);
  });

  test("is 404 if the secret is wrong, changed, expired, or that of another work", async () => {
    const secret = await secretFor("draft");
    const altered = secret.slice(0, -1) + (secret.endsWith("A") ? "B" : "A");
    for (const wrong of [altered, "", "x".repeat(5000), await secretFor("paper"), `${secret} `]) {
      const path = `/en/watch/draft?preview=${encodeURIComponent(wrong)}`;
      expect([wrong, (await get(path)).status]).toEqual([wrong, 404]);
    }
    await env.DB.prepare("update previews set expires_at = '2026-01-01T00:00:00.000Z'").run();
    for (const path of ofDraft) expect((await get(`${path}?preview=${secret}`)).status).toBe(404);
  });

  test("doesn't store its secret in the database", async () => {
    const secret = await secretFor("draft");
    const { results } = await env.DB.prepare("select * from previews").all();
    expect(JSON.stringify(results)).not.toContain(secret);
  });

  test("shows a scheduled work before its date, and ends when a draft is published or withdrawn", async () => {
    const record = await episode("soon", { datePublished: "2999-01-01" });
    await publish(record);
    expect((await get(`/en/watch/soon?preview=${await secretFor("soon")}`)).status).toBe(200);

    const draft = await episode("ending", { status: "draft" });
    await publish(draft);
    const secret = await secretFor("ending");
    await publish({ ...draft, status: "published" });
    await publish(draft);
    expect((await get(`/en/watch/ending?preview=${secret}`)).status).toBe(404);

    const second = await secretFor("ending");
    const request = { slug: "ending", replaces: undefined, actor: "Ana", now: new Date() };
    await withdraw(database, env.BLOBS, request, { en: "Gone." });
    expect((await get(`/en/watch/ending?preview=${second}`)).status).toBe(410);
  });

  test("is rejected for public and withdrawn works, for series, and for unknown slugs", async () => {
    await publish(await episode("public"));
    await publish({ ...(await episode("gone")), status: "withdrawn" });
    await publish(series("tale", { status: "draft" }));
    for (const slug of ["public", "gone", "tale"]) {
      const response = await postPreview(slug);
      expect(response.status).toBe(409);
      expect((await jsonOf(response)).type).toMatch(/#no-draft$/);
    }
    expect((await postPreview("nowhere")).status).toBe(404);
  });
});
