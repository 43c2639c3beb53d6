import { beforeAll, describe, expect, test } from "vitest";
import { publishSampleLibrary } from "../../support/addresses.ts";
import { ask, bodyOf, get, jsonOf } from "../../support/ask.ts";
import { librarySettings, publish, series } from "../../support/library.ts";
import {
  addressOfAnother,
  publicRoutes,
  type SampleAddress,
  sampleAddresses,
} from "../../support/public-routes.ts";

/** The routes whose answers scripts of any origin may read (DESIGN 11). */
const open =
  /^\/(?:embed|embed\.js|oembed|oai|player|captions|transcripts|chapters|feeds|texts|media|api\/v1|schemas|cite|lms|iiif)(?:\/|$)/;

const minute = "public, max-age=60, stale-while-revalidate=600";
let samples: ReturnType<typeof sampleAddresses> = {};

beforeAll(async () => {
  const { media } = await publishSampleLibrary();
  const withdrawalNotice = { en: "A participant asked for it." };
  await publish(series("gone-tale", { status: "withdrawn", withdrawalNotice }));
  await publish(series("draft-tale", { status: "draft" }));
  const reportMistakes = "inbox";
  const contact = "library@example.org";
  await publish(librarySettings({ contact, reportMistakes, accentColor: "#9a3412" }));
  samples = sampleAddresses(media);
});

test("the table has every public route, and no other", () => {
  expect(Object.keys(samples).sort()).toEqual(publicRoutes().sort());
});

/** The headers of an answer, without those that a body of another length has. */
const headersOf = ({ headers }: Response) => Object.fromEntries(headers);

/** Whether an answer that isn't a page is what `Content-Type` says: text has its encoding. */
function expectType(type: string | null, sample: SampleAddress): void {
  expect(type, sample.path).toBe(sample.type);
  if (/^text\/|xml(?:;|$)/.test(sample.type)) expect(type).toContain("; charset=utf-8");
}

/** Headers of a request on which an answer could depend. */
const varied = {
  "Accept-Language": "vi",
  Accept: "application/json",
  Origin: "https://elsewhere.example",
  Cookie: "lang=vi",
};

async function answerOf(path: string, requested: Record<string, string>) {
  const response = await get(path, requested);
  const { headers } = response;
  const body = await bodyOf(response);
  return {
    content: [headers.get("Location"), headers.get("Content-Type"), body].join("\n"),
    vary: headers.get("Vary")?.split(", ") ?? [],
    etag: headers.get("ETag"),
  };
}

/** Works that no reader sees, and what their addresses answer. */
const hidden = { nothing: 404, draft: 404, soon: 404, gone: 410, "gone-paper": 410 };
const hiddenSeries = { nothing: 404, "draft-tale": 404, "gone-tale": 410 };

describe.each(publicRoutes())("%s", (pattern) => {
  const each = async (check: (sample: SampleAddress) => Promise<void>) => {
    expect(samples[pattern]?.length).toBeGreaterThan(0);
    for (const sample of samples[pattern] ?? []) await check(sample);
  };

  test("answers GET, HEAD without a body, and 304 to who has it, with the same headers", async () => {
    await each(async (sample) => {
      const { path, status = 200 } = sample;
      const whole = await get(path);
      const body = await bodyOf(whole);
      expect(whole.status, path).toBe(status);
      const head = await ask(path, { method: "HEAD" });
      expect(head.status, path).toBe(status);
      expect(await bodyOf(head), path).toBe("");
      expect(headersOf(head), path).toEqual(headersOf(whole));
      if (status !== 200) return;
      expect(body, path).not.toBe("");
      expect(body, "no page waits for its style").not.toContain(".css-->");
      const { headers } = whole;
      const caching = headers.get("Cache-Control");
      expect(caching, path).toBe(sample.caching ?? minute);
      expectType(headers.get("Content-Type"), sample);
      expect(headers.get("Content-Language"), path).toBe(sample.language ?? null);
      const etag = headers.get("ETag");
      if (caching === "no-store") return expect(etag, path).toBeNull();
      expect(etag, path).toMatch(/^"[0-9a-f]{32,64}"$/);
      for (const method of ["GET", "HEAD"]) {
        const known = { "If-None-Match": `"other", W/${etag}` };
        const same = await ask(path, { method, headers: known });
        expect(same.status, path).toBe(304);
        expect(await bodyOf(same), path).toBe("");
        // RFC 9110 §15.4.5: what 200 would say of caching and variants.
        for (const name of ["ETag", "Cache-Control", "Vary", "Content-Security-Policy"]) {
          expect(same.headers.get(name), `${path} ${name}`).toBe(headers.get(name));
        }
      }
    });
  });

  test("says which headers of the request its answer depends on, by Vary and ETag", async () => {
    await each(async ({ path }) => {
      // It has the second of its answer in it, and no language.
      if (pattern === "/oai") return;
      // An answer in the language of its address, and one in that of the request.
      for (const address of new Set([path, path.replace(/[?&]lang=\w+/, "")])) {
        const plain = await answerOf(address, {});
        for (const [name, value] of Object.entries(varied)) {
          const other = await answerOf(address, { [name]: value });
          if (other.content === plain.content) continue;
          const where = `${address} with ${name}`;
          expect(plain.vary, where).toContain(name);
          expect(other.vary, where).toContain(name);
          if (plain.etag !== null) expect(other.etag, where).not.toBe(plain.etag);
        }
      }
    });
  });

  test("may be read from other origins if it is for them, and is nobody else's document", async () => {
    await each(async ({ path, type }) => {
      const isOpen = open.test(pattern);
      const { headers } = await get(path, { Origin: "https://elsewhere.example" });
      expect(headers.get("Access-Control-Allow-Origin"), path).toBe(isOpen ? "*" : null);
      expect(headers.get("Access-Control-Allow-Credentials"), path).toBeNull();
      expect(headers.get("Cross-Origin-Resource-Policy"), path).toBe(
        isOpen ? "cross-origin" : "same-origin",
      );
      expect(headers.get("X-Content-Type-Options"), path).toBe("nosniff");
      expect(headers.get("Set-Cookie"), path).toBeNull();
      const policy = headers.get("Content-Security-Policy") ?? "";
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toContain("unsafe-eval");
      if (!type.startsWith("text/html")) expect(policy, path).not.toContain("script-src");
    });
  });

  test("refuses other methods with those that it accepts", async () => {
    await each(async ({ path }) => {
      const takesForms = pattern === "/oai" || pattern.endsWith("/report/:slug");
      const reading = takesForms ? "GET, HEAD, POST" : "GET, HEAD";
      const allowed = open.test(pattern) ? `${reading}, OPTIONS` : reading;
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        if (takesForms && method === "POST") continue;
        const response = await ask(path, { method });
        expect(response.status, `${method} ${path}`).toBe(405);
        expect(response.headers.get("Allow"), path).toBe(allowed);
        expect((await jsonOf(response)).status).toBe(405);
      }
      const preflight = await ask(path, { method: "OPTIONS" });
      await preflight.arrayBuffer();
      expect(preflight.status, path).toBe(open.test(pattern) ? 204 : 405);
    });
  });

  test("answers 404 for a work that isn't public, and 410 with the notice for a withdrawn one", async () => {
    await each(async ({ path }) => {
      const works = path.includes("/tale") ? hiddenSeries : hidden;
      for (const [slug, found] of Object.entries(works)) {
        // oEmbed knows no other status for what can't be embedded (section 2.3.5).
        const status = pattern === "/oembed" ? 404 : found;
        const address = addressOfAnother(slug, pattern, path);
        if (address === undefined) continue;
        const response = await get(address);
        const body = await bodyOf(response);
        expect(response.status, address).toBe(status);
        expect(response.headers.get("Cache-Control"), address).toBe("no-store");
        expect(response.headers.get("ETag"), address).toBeNull();
        expect(response.headers.get("X-Content-Type-Options"), address).toBe("nosniff");
        const type = response.headers.get("Content-Type") ?? "";
        expect(type, address).toMatch(/^(?:text\/html|application\/problem\+json); charset=utf-8$/);
        if (status === 410) expect(body, address).toMatch(/A participant asked|Lo pidió/);
        expect(body, address).not.toMatch(
          /(?:Film|Película|Papel|Paper|Series|Serie) (?:draft|soon|gone)/,
        );
        const head = await ask(address, { method: "HEAD" });
        expect(await bodyOf(head), address).toBe("");
        expect(headersOf(head), address).toEqual(headersOf(response));
      }
    });
  });
});
