import { env } from "cloudflare:workers";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { sha256 } from "../../../src/records/digest.ts";
import { ownForm, signIn } from "../../console/support.ts";
import { publishSampleLibrary } from "../../support/addresses.ts";
import { addressText } from "../../support/any-character.ts";
import { ask } from "../../support/ask.ts";
import { addresses, fill, parametersOf, queryParameters } from "../../support/every-route.ts";
import { hostileBodies, hostileHeaderValues, hostileValues } from "../../support/hostile.ts";
import { librarySettings, publish, staffToken } from "../../support/library.ts";
import { beginUpload, offsetStream, sampleBytes, secret } from "../../support/uploads.ts";

let media = "";
/** What a browser sends that is signed in to the console. */
let session: Record<string, string> = {};
beforeAll(async () => {
  ({ media } = await publishSampleLibrary());
  // With neighbor languages, more of the reader's language gets into SQL.
  await publish(librarySettings({ neighbours: { mam: ["es"], ht: ["en"] } }));
  await staffToken(secret, { scopes: "admin" });
  const { cookie, formToken } = await signIn(secret);
  session = { ...ownForm, Cookie: cookie, "X-Form-Token": formToken };
});

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Texts that only staff may read: of a draft, of a film that isn't published yet, and of a withdrawn one. */
const unpublished =
  /(?:Film|Película) (?:draft|soon)|(?:Hello from|Hola de|film of|poster of) (?:draft|soon|gone)/;

const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
afterAll(() => log.mockRestore());

/** What is unsafe in an answer, as texts: an `expect` for each condition would take longer than the request. */
function* faultsOf(path: string, init: RequestInit, { status, headers }: Response, text: string) {
  const type = headers.get("Content-Type") ?? "";
  if (status >= 500) {
    yield `${status} ${log.mock.calls.flat().map((each) => (each as Error).cause ?? each)}`;
  }
  const isKnown = /Authorization|Cookie/.test(JSON.stringify(init.headers ?? {}));
  if (!isKnown && unpublished.test(text)) yield "shows what isn't published";
  if (text !== "" && type === "") yield "has no type";
  if (text !== "" && status >= 400) {
    if (!/^(application\/problem\+json|text\/html)/.test(type)) yield `an error of type ${type}`;
    const inside = /D1_ERROR|SQLITE|TypeError|RangeError|\.tsx?:\d|at async/.exec(text);
    if (inside !== null) yield `tells how it is made: ${inside[0]}`;
  }
  if (/\[native code\]|\[object Object\]/.test(text)) yield "shows an object as text";
  if (headers.get("X-Content-Type-Options") !== "nosniff") yield "may be sniffed";
  const policy = headers.get("Content-Security-Policy");
  if (!policy?.includes("default-src 'none'")) yield `has the policy ${policy}`;
  if (!path.startsWith("/staff") && headers.has("Set-Cookie")) yield "sets a cookie";
  if (headers.has("X-Injected")) yield "has a header of the request's";
}

/** Asks, and checks what holds for every answer. */
async function expectSafeAnswer(path: string, init: RequestInit = {}): Promise<void> {
  log.mockClear();
  const response = await ask(path, init);
  const text = await response.text();
  const faults = [...faultsOf(path, init, response, text)];
  expect(faults, `${init.method ?? "GET"} ${path.slice(0, 150)}`).toEqual([]);
}

/** Made once: it takes fast-check longer than a request. */
const query = fc.tuple(
  fc.constantFrom(...queryParameters),
  fc.oneof(fc.constantFrom(...hostileValues), addressText),
);

const token = { Authorization: `Bearer ${secret}`, "Tus-Resumable": "1.0.0" };

test.each(["/embed/film", "/en/watch/film", "/en/library", "/en/search", "/api/v1/search"])(
  "%s answers safely if a parameter has the name of what every object has",
  async (path) => {
    for (const name of queryParameters) {
      for (const value of ["__proto__", "valueOf"]) {
        await expectSafeAnswer(`${path}?q=film&${name}=${value}`);
      }
    }
  },
);

describe.each(addresses)("%s answers safely", (address) => {
  const isStaff = /^\/(api\/v1\/)?staff/.test(address);
  const names = parametersOf(address);
  const identified = (): Record<string, string> => {
    if (address.startsWith("/staff")) return session;
    return isStaff ? token : {};
  };

  test("to every method, with a token and without", async () => {
    for (const method of methods) {
      const body = ["POST", "PUT", "PATCH"].includes(method) ? { body: "x" } : {};
      await expectSafeAnswer(fill(address), { method, ...body });
      // These would change what the other tests find: a film that is withdrawn, a token that is revoked.
      const changes = method !== "GET" && /sweep|tokens|sessions|sign-out|withdraw/.test(address);
      if (isStaff && !changes) {
        await expectSafeAnswer(fill(address), { method, headers: identified(), ...body });
      }
    }
  });

  if (names.length > 0) {
    test.each(names)("whatever :%s is", async (name) => {
      for (const value of hostileValues) {
        await expectSafeAnswer(fill(address, { [name]: value }), { headers: identified() });
      }
    });
  }

  test("whatever the query is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(query, { minLength: 1, maxLength: 3 }), async (pairs) => {
        const text = pairs.map(([name, value]) => `${name}=${value}`).join("&");
        await expectSafeAnswer(`${fill(address)}?${text}`, { headers: identified() });
      }),
      { numRuns: isStaff ? 2 : 4 },
    );
  });
});

test("addresses that don't exist are answered safely", async () => {
  for (const value of hostileValues) {
    for (const before of [
      "/",
      "//",
      "/en/",
      "/en/watch/film/",
      "/api/",
      "/api/v1/staff/",
      "/media/",
    ]) {
      await expectSafeAnswer(before + value);
      await expectSafeAnswer(before + value, { method: "POST", body: "x" });
    }
  }
});

test("a work that isn't published is found at no address, whatever else is asked for", async () => {
  const files = [
    "en.vtt",
    "en.srt",
    "en.txt",
    "en.html",
    "en.json",
    "en.docx",
    "es+en.csv",
    "en.md",
  ];
  const queries = ["", "?lang=es", "?preview=x", "?q=hello", "?t=1&beside=es", "?transcript=1"];
  const works = addresses.filter(
    (address) => parametersOf(address).includes("slug") && !/staff/.test(address),
  );
  expect(works.length).toBeGreaterThan(10);
  for (const slug of ["draft", "soon", "gone"]) {
    const paths = works.flatMap((address) =>
      (address.includes(":file") ? files : [""]).map((file) => fill(address, { slug, file })),
    );
    const named = ["ris", "bib", "json", "imscc"].flatMap((ending) => [
      `/cite/${slug}.${ending}`,
      `/lms/${slug}.${ending}`,
    ]);
    const digest = await sha256(`film of ${slug}`);
    for (const [index, path] of [...paths, ...named, `/media/${digest}.webm`].entries()) {
      const query = queries[index % queries.length] ?? "";
      const response = await ask(path + query);
      expect(await response.text(), path + query).not.toMatch(unpublished);
      expect(slug === "gone" ? [404, 410] : [404], path + query).toContain(response.status);
    }
  }
});

describe("a body that staff send", () => {
  const staffAddresses = addresses.filter(
    (address) => address.startsWith("/api/v1/staff") && !/sweep|withdraw/.test(address),
  );
  test.each(Object.entries(hostileBodies))("is answered safely if it is %s", async (_, body) => {
    for (const address of staffAddresses) {
      for (const method of ["POST", "PUT"]) {
        const headers = { ...token, "If-None-Match": "*", "Content-Length": String(body.length) };
        await expectSafeAnswer(fill(address), { method, headers, body });
      }
    }
  });
});

describe("headers are answered safely", () => {
  const read = ["If-None-Match", "If-Match", "If-Range", "Range", "Accept-Language", "Accept"];
  const staff = ["Authorization", "Content-Length", "Content-Type", "CF-Connecting-IP", "If-Match"];
  const upload = [
    "Upload-Length",
    "Upload-Offset",
    "Upload-Metadata",
    "Upload-Checksum",
    "Tus-Resumable",
    "X-HTTP-Method-Override",
    ...staff,
  ];

  async function expectSafe(
    path: string,
    names: readonly string[],
    init: RequestInit & { headers?: Record<string, string> } = {},
  ): Promise<void> {
    for (const name of names) {
      for (const value of hostileHeaderValues) {
        await expectSafeAnswer(path, { ...init, headers: { ...init.headers, [name]: value } });
      }
    }
  }

  test("by what is read", async () => {
    const paths = ["/", "/en/watch/film", media, "/captions/film/en.vtt", "/nothing"];
    for (const path of paths) await expectSafe(path, read);
    await expectSafe(media, read, { method: "HEAD" });
  });

  test("by the staff API", async () => {
    const blob = `/api/v1/staff/blobs/${"b".repeat(64)}.vtt`;
    await expectSafe(blob, staff, { method: "PUT", headers: token, body: "abc" });
    await expectSafe("/api/v1/staff/works/film/rollback", staff, {
      method: "POST",
      headers: token,
    });
  });

  test("by uploads", async () => {
    const path = new URL(await beginUpload(sampleBytes("hostile", 500))).pathname;
    const headers = { ...token, ...offsetStream, "Upload-Offset": "0" };
    await expectSafe(path, upload, { method: "PATCH", headers, body: "abc" });
    const created = { ...token, "Upload-Length": "5", "Upload-Metadata": "extension bXA0" };
    await expectSafe("/api/v1/staff/uploads", upload, { method: "POST", headers: created });
    await expectSafe("/api/v1/staff/uploads", upload, { method: "OPTIONS" });
  });
});

test("the film that all of these ask for is still public", async () => {
  expect((await ask("/embed/film")).status).toBe(200);
});

test("whatever is thrown inside, the answer is a problem or a page that says nothing of it", async () => {
  for (const thrown of [new Error("a secret"), "a secret", null, { message: "a secret" }]) {
    const DB = new Proxy({} as D1Database, {
      get: () => {
        throw thrown;
      },
    });
    for (const path of [
      "/en/watch/film",
      "/api/v1/works",
      "/embed/film",
      "/captions/film/en.vtt",
    ]) {
      const response = await ask(path, {}, { ...env, DB });
      expect(response.status).toBe(500);
      expect(response.headers.get("Content-Type")).toMatch(/problem\+json|text\/html/);
      expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(await response.text()).not.toContain("a secret");
    }
  }
});
