import { beforeAll, expect, test } from "vitest";
import { publishSampleLibrary } from "../support/addresses.ts";
import { ask, origin } from "../support/ask.ts";
import { countRows, staffToken } from "../support/library.ts";
import { type SignedIn, signIn } from "./support.ts";

/** Requests that no browser sends from our own pages, as somebody writes them who tries the door. */

let admin: SignedIn;
let publisher: SignedIn;

beforeAll(async () => {
  await publishSampleLibrary();
  await staffToken("admin-secret", { scopes: "admin" });
  await staffToken("publisher-secret", { scopes: "publish" });
  admin = await signIn("admin-secret");
  publisher = await signIn("publisher-secret");
});

/** Other spellings of addresses of the console. */
const spellings = [
  ...["/staff//api/works", "//staff/api/works", "/staff/api//works", "/staff/./api/works"],
  ...["/staff/%61pi/works", "/%73taff/api/works", "/staff/api%2Fworks", "/staff%2Fapi%2Fworks"],
  ...["/staff/%2e/api/works", "/staff/%2e%2e/staff/api/works", "/en/../staff/api/works"],
  ...[
    "/Staff/api/works",
    "/STAFF",
    "/staff/API/works",
    "/staff;a=b/api/works",
    "/staff/api;/works",
  ],
  ...["/staff\\api\\works", "/staff/api/works/", "/staff/api/works?", "/staff/api/works%00"],
  ...["/staff/api/works/film%2Fhistory", "/staff/works/draft/", "/staff/api/works/..%2f..%2fworks"],
  ...["/staff/\u0430pi/works", "/ſtaff/api/works", "/staff/api/works/draft/revisions/1"],
];

test("no other spelling of an address, and no method, opens the console without a session", async () => {
  const before = await countRows();
  for (const path of spellings) {
    for (const method of ["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "PROPFIND"]) {
      const headers = {
        Origin: origin,
        "X-Original-URL": "/staff",
        "X-Rewrite-URL": "/staff/api/works",
      };
      const answer = await ask(path, { method, headers, redirect: "manual" });
      const text = await answer.text();
      expect(text, `${method} ${path}`).not.toMatch(/Film |"revision"|admin-secret/);
      // A redirect may lead to another spelling of a public address, or back to the door.
      expect(
        [301, 302, 303, 308, 401, 403, 404, 405],
        `${method} ${path}: ${answer.status}`,
      ).toContain(answer.status);
      expect(answer.headers.get("Set-Cookie"), path).toBeNull();
    }
  }
  expect(await countRows()).toEqual(before);
});

test("a method that a header or a field names is not the method", async () => {
  const before = await countRows();
  for (const header of ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"]) {
    const headers = { Cookie: admin.cookie, [header]: "DELETE" };
    const answer = await ask("/staff/api/works/draft?_method=DELETE", { headers });
    expect(answer.status, header).toBe(405);
  }
  const post = await ask("/staff/api/works/draft", {
    method: "POST",
    body: `token=${admin.formToken}&_method=DELETE`,
    headers: {
      Cookie: admin.cookie,
      Origin: origin,
      "Content-Type": "application/x-www-form-urlencoded",
    },
  });
  expect(post.status).toBe(405);
  expect(await countRows()).toEqual(before);
});

test("of several cookies of the name one counts, and never one that is no session", async () => {
  const whoami = async (cookie: string) =>
    (
      await ask("/staff/api/whoami", {
        headers: { Cookie: cookie, "CF-Connecting-IP": "192.0.2.7" },
      })
    ).status;
  const [name = "", secret = ""] = admin.cookie.split("=");
  for (const cookie of [
    ...[
      `${name}=`,
      `${name}=${secret}x`,
      `${name}=${secret.slice(1)}`,
      `${name}=${secret.toUpperCase()}`,
    ],
    ...[
      `x${admin.cookie}`,
      `${name.toUpperCase()}=${secret}`,
      `__Host-${admin.cookie}`,
      `${name} =${secret}x`,
    ],
    ...[`${name}=${secret}%00`, `${name}=%25`, `${name}=%zz`, `a="; ${name}=${secret}x"`, ";;;=;"],
  ]) {
    expect(await whoami(cookie), cookie).toBe(401);
  }
  // A cookie that a page of another path or host planted is sent beside ours, in either order.
  for (const cookie of [`${name}=planted; ${admin.cookie}`, `${admin.cookie}; ${name}=planted`]) {
    const answer = await ask("/staff/api/whoami", { headers: { Cookie: cookie } });
    expect([200, 401], cookie).toContain(answer.status);
    if (answer.status === 200) expect(await answer.json()).toMatchObject({ scopes: ["admin"] });
  }
});

test("an origin that only resembles ours, and a body that hides its kind, change nothing", async () => {
  const before = await countRows();
  const path = "/staff/api/works/film/withdraw";
  const own = { Cookie: admin.cookie, "X-Form-Token": admin.formToken };
  const send = (headers: Record<string, string>) =>
    ask(path, { method: "POST", body: "{}", headers: { ...own, ...headers } });
  for (const origins of [
    ...[
      `${origin}.evil.example`,
      `${origin}:443`,
      `${origin}/`,
      origin.toUpperCase(),
      `${origin}, ${origin}`,
    ],
    ...[
      "http://library.example",
      "https://user@library.example",
      "https://evil.example#@library.example",
    ],
    ...["null", "file://", "https://", "about:blank"],
  ]) {
    expect((await send({ Origin: origins })).status, origins).toBe(403);
  }
  for (const site of [
    "same-site",
    "cross-site",
    "none",
    "SAME-ORIGIN",
    "same-origin, cross-site",
    "x",
  ]) {
    expect((await send({ Origin: origin, "Sec-Fetch-Site": site })).status, site).toBe(403);
  }
  for (const referer of [`${origin}/staff`, origin]) {
    expect((await send({ Referer: referer })).status).toBe(403);
  }
  // The token counts from the header or from a form, not from an address, a JSON body or a cookie.
  const withoutToken = { Cookie: `${admin.cookie}; token=${admin.formToken}`, Origin: origin };
  for (const [type, body] of [
    ["application/json", JSON.stringify({ token: admin.formToken })],
    ["text/plain", `token=${admin.formToken}`],
    ["text/plain; a=application/x-www-form-urlencoded", `token=${admin.formToken}`],
    ["application/x-www-form-urlencoded-not", `token=${admin.formToken}`],
    ["application/x-www-form-urlencoded", `token=x&TOKEN=${admin.formToken}`],
  ] as const) {
    const headers = { ...withoutToken, "Content-Type": type };
    const answer = await ask(`${path}?token=${admin.formToken}`, { method: "POST", body, headers });
    expect(answer.status, type).toBe(403);
  }
  expect(await countRows()).toEqual(before);
});

test("secrets of any length and kind are answered, and a publisher's session isn't an administrator's", async () => {
  for (const length of [101, 4_000, 12_000]) {
    const long = "x".repeat(length);
    const headers = {
      Cookie: `videoteca_session=${long}`,
      "Cf-Access-Jwt-Assertion": `${long}.${long}.${long}`,
      "X-Form-Token": long,
      Origin: origin,
    };
    for (const method of ["GET", "POST"]) {
      expect((await ask("/staff/api/tokens", { method, headers })).status, `${length}`).toBe(401);
    }
  }
  const headers = {
    Cookie: publisher.cookie,
    Origin: origin,
    "X-Form-Token": publisher.formToken,
    Authorization: "Bearer admin-secret",
    "X-Forwarded-User": "admin",
    "Cf-Access-Authenticated-User-Email": "admin@library.example",
  };
  for (const [method, path] of [
    ["GET", "/staff/api/tokens"],
    ["POST", "/staff/api/tokens"],
    ["POST", "/staff/api/sweep"],
    ["PUT", "/staff/api/import/film"],
    ["GET", "/staff/members"],
    ["POST", "/staff/members"],
    ["POST", "/staff/members/remove"],
  ] as const) {
    const body = method === "GET" ? undefined : "{}";
    const answer = await ask(path, { method, headers, ...(body && { body }) });
    expect(answer.status, `${method} ${path}`).toBe(403);
  }
  for (const path of ["/staff/sign-out", "/staff/works/film/withdraw", "/staff/members"]) {
    const answer = await ask(path, { method: "HEAD", headers: { Cookie: admin.cookie } });
    expect([200, 405], path).toContain(answer.status);
    const options = await ask(path, { method: "OPTIONS", headers: { Cookie: admin.cookie } });
    expect(options.status, path).toBe(405);
    expect(options.headers.get("Access-Control-Allow-Origin")).toBeNull();
  }
  // HEAD of an address that ends a session ends none.
  expect((await ask("/staff/api/whoami", { headers: { Cookie: admin.cookie } })).status).toBe(200);
});
