import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../src/records/digest.ts";
import { routes } from "../../src/routes.ts";
import { publicAddresses, publishSampleLibrary } from "../support/addresses.ts";
import { ask, get, jsonOf, origin } from "../support/ask.ts";
import { countRows, staffToken } from "../support/library.ts";
import { getAs, postAs, postForm, type SignedIn, signIn } from "./support.ts";

let admin: SignedIn;

beforeAll(async () => {
  await publishSampleLibrary();
  await staffToken("admin-secret", { scopes: "admin" });
  await staffToken("other-secret", { scopes: "admin" });
  await staffToken("publisher-secret", { scopes: "publish" });
  await staffToken("reader-secret", { scopes: "read-drafts" });
  await staffToken("old-secret", { expiresAt: "2020-01-01T00:00:00.000Z" });
  await staffToken("revoked-secret", { revokedAt: "2026-01-01T00:00:00.000Z" });
  admin = await signIn("admin-secret");
});

/** Every address and method under /staff, with values for its parameters. */
const addresses = [
  ...new Set(
    routes.routes
      .filter(({ path }) => path.startsWith("/staff"))
      .map(({ method, path }) => {
        const filled = path
          .replace(":slug", "film")
          .replace(":part", "subtitles")
          .replace(":language", "es")
          .replace(/:number\{.*\}$/, "1")
          .replace(":file", `${"0".repeat(64)}.vtt`)
          .replace(":id", "0".repeat(16))
          .replace("*", "nothing/here");
        return `${method === "ALL" ? "PATCH" : method} ${filled}`;
      }),
  ),
];

describe("without a session", () => {
  test("every address answers with the sign-in page or 401, and tells and changes nothing", async () => {
    expect(addresses.length).toBeGreaterThan(35);
    const before = await countRows();
    const cookies = [undefined, "videoteca_session=wrong", `videoteca_session=${"x".repeat(9000)}`];
    for (const cookie of cookies) {
      for (const address of [
        ...addresses,
        "GET /staff/",
        "GET /staff/works/draft",
        "HEAD /staff",
      ]) {
        const [method = "", path = ""] = address.split(" ");
        if (path === "/staff/sign-in" && method === "POST") continue;
        const headers = cookie === undefined ? {} : { Cookie: cookie, Origin: origin };
        const response = await ask(path, { method, headers });
        const text = await response.text();
        const isPage = response.headers.get("Content-Type")?.startsWith("text/html") ?? false;
        expect(response.status, address).toBe(isPage && path === "/staff" ? 200 : 401);
        if (method === "GET") {
          expect(isPage, address).toBe(!path.startsWith("/staff/api/"));
          if (isPage) expect(text, address).toContain('action="/staff/sign-in"');
        }
        expect(text, address).not.toMatch(/Film |The Library|admin-secret/);
        expect(response.headers.get("Cache-Control"), address).toBe("no-store");
        expect(response.headers.get("X-Robots-Tag"), address).toContain("noindex");
        expect(response.headers.get("Set-Cookie"), address).toBeNull();
        expect(response.headers.get("Access-Control-Allow-Origin"), address).toBeNull();
      }
    }
    expect(await countRows()).toEqual(before);
  });

  test("a staff token in a header opens the staff API only, not the console", async () => {
    const headers = { Authorization: "Bearer admin-secret" };
    expect((await ask("/staff/api/whoami", { headers })).status).toBe(401);
    expect((await ask("/api/v1/staff/whoami", { headers })).status).toBe(200);
  });
});

describe("signing in", () => {
  test("gives a cookie that no script, other site or public address gets, and stores its digest", async () => {
    const answer = await postForm("/staff/sign-in", {
      secret: " admin-secret ",
      next: "/staff/sessions",
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toBe("/staff/sessions");
    const [cookie = "", ...attributes] = (answer.headers.get("Set-Cookie") ?? "").split("; ");
    expect(attributes.sort()).toEqual([
      "HttpOnly",
      "Max-Age=36000",
      "Path=/staff",
      "SameSite=Strict",
      "Secure",
    ]);
    const secret = cookie.split("=")[1] ?? "";
    expect(secret).toMatch(/^[\w-]{32}$/);
    const row = await env.DB.prepare("select * from sessions where sha256 = ?")
      .bind(await sha256(secret))
      .first();
    expect(row).toMatchObject({ token: await sha256("admin-secret"), revoked_at: null });
    expect(JSON.stringify(row)).not.toContain(secret);
  });

  test.each([
    "a-wrong-secret",
    "",
    "old-secret",
    "revoked-secret",
    "' or 1=1 --",
    "x".repeat(5000),
  ])("refuses the token “%s”", async (secret) => {
    const answer = await postForm("/staff/sign-in", { secret });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("Set-Cookie")).toBeNull();
    const text = await answer.text();
    expect(text).toContain("This token isn&#39;t valid");
    if (secret.length > 4) expect(text).not.toContain(secret);
  });

  test.each([
    "https://evil.example",
    "//evil.example",
    "/staff/../en/",
    "/staff//evil.example",
    "/staff\\evil",
    "/en/",
    "/staff/api/tokens",
    "javascript:alert(1)",
  ])("goes on to a page of the console only, not to %s", async (next) => {
    const answer = await postForm("/staff/sign-in", { secret: "admin-secret", next });
    const location = new URL(answer.headers.get("Location") ?? "", origin);
    expect(location.origin).toBe(origin);
    expect(location.pathname).toMatch(/^\/staff(\/|$)/);
    expect(location.pathname).not.toMatch(/^\/staff\/api/);
  });

  test("is refused from another site, before the token is looked at", async () => {
    for (const headers of crossSite) {
      const answer = await postForm("/staff/sign-in", { secret: "admin-secret" }, headers);
      expect(answer.status).toBe(403);
      expect(answer.headers.get("Set-Cookie")).toBeNull();
    }
  });

  test("is limited for a network that guesses, whatever address of its /64 it has", async () => {
    let status = 401;
    for (let index = 0; index < 120 && status !== 429; index += 1) {
      const address = { "CF-Connecting-IP": `2001:db8:77:1::${index.toString(16)}` };
      ({ status } = await postForm("/staff/sign-in", { secret: `guess ${index}` }, address));
    }
    expect(status).toBe(429);
    const right = { "CF-Connecting-IP": "2001:db8:77:1::ffff" };
    const answer = await postForm("/staff/sign-in", { secret: "admin-secret" }, right);
    expect(answer.status).toBe(429);
    expect(answer.headers.get("Set-Cookie")).toBeNull();
    expect(answer.headers.get("Retry-After")).toBe("60");
    // A guessed session counts as well; a valid one doesn't suffer from it.
    const guess = await ask("/staff/api/whoami", {
      headers: { ...right, Cookie: "videoteca_session=guess" },
    });
    expect(guess.status).toBe(429);
    const own = await ask("/staff/api/whoami", { headers: { ...right, Cookie: admin.cookie } });
    expect(own.status).toBe(200);
  });
});

const crossSite: Record<string, string>[] = [
  { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" },
  { Origin: "https://evil.example" },
  { Origin: "https://sub.library.example", "Sec-Fetch-Site": "same-site" },
  { Origin: origin, "Sec-Fetch-Site": "cross-site" },
  { Origin: origin, "Sec-Fetch-Site": "same-site" },
  { Origin: origin, "Sec-Fetch-Site": "none" },
  { Origin: "null", "Sec-Fetch-Site": "same-origin" },
  { Origin: "null" },
  { Origin: "" },
];

describe("a change", () => {
  test.each([
    ["POST", "/staff/api/works/film/withdraw", "application/json"],
    ["POST", "/staff/api/works/film/withdraw", "text/plain"],
    ["DELETE", "/staff/api/works/draft", "application/json"],
    ["POST", "/staff/works/film/withdraw", "application/x-www-form-urlencoded"],
    ["POST", "/staff/api/uploads", "application/offset+octet-stream"],
    ["PATCH", "/staff/api/uploads/1", "application/offset+octet-stream"],
    ["POST", "/staff/sign-out", "application/x-www-form-urlencoded"],
  ])(
    "%s %s (%s) is refused from another site and without the session's form token",
    async (method, path, type) => {
      const before = await countRows();
      const withToken = {
        Cookie: admin.cookie,
        "X-Form-Token": admin.formToken,
        "Content-Type": type,
      };
      const body = type === "application/json" ? "{}" : "a=b";
      for (const headers of crossSite) {
        const answer = await ask(path, { method, body, headers: { ...withToken, ...headers } });
        expect(answer.status, JSON.stringify(headers)).toBe(403);
      }
      const other = await signIn("other-secret");
      const own = { Origin: origin, "Sec-Fetch-Site": "same-origin" };
      for (const formToken of [undefined, "", "0".repeat(64), other.formToken]) {
        const { "X-Form-Token": _, ...rest } = withToken;
        const token = formToken === undefined ? {} : { "X-Form-Token": formToken };
        const headers = { ...rest, ...own, ...token };
        expect((await ask(path, { method, body, headers })).status, formToken).toBe(403);
      }
      expect(await countRows()).toEqual(before);
      expect((await getAs(admin, "/staff/api/whoami")).status).toBe(200);
    },
  );

  test("a form with another session's token is refused", async () => {
    const other = await signIn("other-secret");
    const stolen = { cookie: admin.cookie, formToken: other.formToken };
    const answer = await postAs(stolen, "/staff/works/film/withdraw");
    expect(answer.status).toBe(403);
    expect((await get("/en/watch/film")).status).toBe(200);
  });
});

test("what another site's page sent is never offered to be sent again; what our own sent is", async () => {
  const accept = { Accept: "text/html" };
  const path = "/staff/works/film/withdraw";
  const written = { "notice.en": "A notice" };
  for (const cookie of [{}, { Cookie: admin.cookie }]) {
    for (const foreign of crossSite) {
      const answer = await postForm(path, written, { ...accept, ...cookie, ...foreign });
      expect(answer.status).toBe("Cookie" in cookie ? 403 : 401);
      expect(await answer.text()).not.toContain("A notice");
    }
    const answer = await postForm(path, { ...written, token: "x" }, { ...accept, ...cookie });
    expect(answer.status).toBe("Cookie" in cookie ? 403 : 401);
    const text = await answer.text();
    expect(text).toContain(">A notice</textarea>");
    expect(text.includes(admin.formToken)).toBe("Cookie" in cookie);
  }
  expect((await get("/en/watch/film")).status).toBe(200);
});

describe("a session", () => {
  test("answers the staff API, and the trail has the person's name", async () => {
    expect(await jsonOf(await getAs(admin, "/staff/api/whoami"))).toMatchObject({
      name: "Someone",
      scopes: ["admin"],
    });
    const made = await ask("/staff/api/works/draft/preview", {
      method: "POST",
      body: "{}",
      headers: {
        Cookie: admin.cookie,
        Origin: origin,
        "X-Form-Token": admin.formToken,
        "Content-Type": "application/json",
      },
    });
    expect(made.status).toBe(200);
    expect(made.headers.get("Cache-Control")).toBe("no-store");
  });

  test("uploads go on at the console's own addresses", async () => {
    const answer = await ask("/staff/api/uploads", {
      method: "POST",
      headers: {
        Cookie: admin.cookie,
        Origin: origin,
        "X-Form-Token": admin.formToken,
        "Tus-Resumable": "1.0.0",
        "Upload-Length": "9",
        "Upload-Metadata": `extension ${btoa("vtt")}`,
      },
    });
    expect(answer.status).toBe(201);
    const location = new URL(answer.headers.get("Location") ?? "");
    expect(location.pathname).toMatch(/^\/staff\/api\/uploads\//);
    const headers = { Cookie: admin.cookie, "Tus-Resumable": "1.0.0" };
    expect((await ask(location.pathname, { method: "HEAD", headers })).status).toBe(200);
  });

  test("ends when it is signed out, ended from another browser, or its token is revoked", async () => {
    const first = await signIn("publisher-secret");
    expect((await postAs(first, "/staff/sign-out")).status).toBe(303);
    expect((await getAs(first, "/staff/api/whoami")).status).toBe(401);

    const second = await signIn("publisher-secret");
    const list = await (await getAs(second, "/staff/sessions")).text();
    // A publisher sees their own, and nobody else's.
    const ids = [...list.matchAll(/\/staff\/sessions\/([0-9a-f]{16})\/end/g)].map(([, id]) => id);
    expect(ids).toHaveLength(1);
    const another = await signIn("other-secret");
    expect((await postAs(another, `/staff/sessions/${ids[0]}/end`)).status).toBe(303);
    expect((await getAs(second, "/staff/api/whoami")).status).toBe(401);

    const third = await signIn("publisher-secret");
    await env.DB.prepare("update tokens set revoked_at = ? where sha256 = ?")
      .bind("2026-01-01T00:00:00.000Z", await sha256("publisher-secret"))
      .run();
    expect((await getAs(third, "/staff")).status).toBe(200);
    expect(await (await getAs(third, "/staff")).text()).toContain('action="/staff/sign-in"');
    expect((await getAs(third, "/staff/api/whoami")).status).toBe(401);
  });

  test("can't end the sessions of others without the scope admin", async () => {
    const reader = await signIn("reader-secret");
    const { results } = await env.DB.prepare("select sha256 from sessions").all();
    for (const { sha256: digest } of results) {
      await postAs(reader, `/staff/sessions/${String(digest).slice(0, 16)}/end`);
    }
    expect((await getAs(admin, "/staff/api/whoami")).status).toBe(200);
    expect((await getAs(reader, "/staff/api/whoami")).status).toBe(401);
  });

  test("ends by itself after ten hours", async () => {
    const session = await signIn("admin-secret");
    const [, secret = ""] = session.cookie.split("=");
    const digest = await sha256(secret);
    await env.DB.prepare("update sessions set expires_at = ? where sha256 = ?")
      .bind(new Date(Date.now() - 1).toISOString(), digest)
      .run();
    expect((await getAs(session, "/staff/api/whoami")).status).toBe(401);
    await signIn("admin-secret");
    expect(
      await env.DB.prepare("select 1 from sessions where sha256 = ?").bind(digest).first(),
    ).toBeNull();
  });
});

test("a translator sees everything and changes nothing", async () => {
  const reader = await signIn("reader-secret");
  const page = await (await getAs(reader, "/staff/works/film")).text();
  expect(page).not.toContain("/staff/works/film/withdraw");
  for (const path of ["withdraw", "rollback?revision=1", "restore"]) {
    expect((await getAs(reader, `/staff/works/film/${path}`)).status, path).toBe(403);
  }
  for (const path of ["works/film/withdraw", "works/film/preview", "members"]) {
    expect((await postAs(reader, `/staff/${path}`)).status, path).toBe(403);
  }
  expect((await getAs(reader, "/staff/members")).status).toBe(403);
  expect((await getAs(reader, "/staff/api/tokens")).status).toBe(403);
  expect((await get("/en/watch/film")).status).toBe(200);
});

test("no public address reads or sets a cookie", async () => {
  for (const path of [...publicAddresses, "/en/watch/draft", "/healthz", "/en/watch/gone"]) {
    const response = await get(path, { Cookie: admin.cookie });
    await response.arrayBuffer();
    expect(response.headers.get("Set-Cookie"), path).toBeNull();
    expect(response.headers.get("Vary") ?? "", path).not.toMatch(/cookie/i);
  }
  expect((await get("/en/watch/draft", { Cookie: admin.cookie })).status).toBe(404);
  expect((await get("/api/v1/staff/works", { Cookie: admin.cookie })).status).toBe(401);
});

test("the console's pages run no script but the console's own files, and nobody can frame them", async () => {
  for (const path of ["/staff", "/staff/works/film", "/staff/works/film/withdraw"]) {
    const response = await getAs(admin, path);
    const policy = response.headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${origin}/console/`);
    expect(policy).not.toContain("unsafe-inline");
    expect(response.headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(response.headers.get("Referrer-Policy")).toBe("same-origin");
    expect(await response.text()).not.toContain("<script");
  }
});
