import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { publicAddresses, publishSampleLibrary } from "../../support/addresses.ts";
import { ask, get, jsonOf, origin } from "../../support/ask.ts";
import { pageOf } from "../../support/page.ts";

let media = "";
const pages = [
  "/en/",
  "/es/library",
  "/en/series/tale",
  "/ar/watch/film",
  "/en/read/paper",
  "/embed/film",
  "/docs/problems",
  "/nothing",
  "/en/watch/gone",
  "/embed/gone",
  "/embed/nothing",
];

beforeAll(async () => {
  ({ media } = await publishSampleLibrary());
});

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** A page's Content-Security-Policy by directive. */
function policyOf(response: Response): Map<string, string[]> {
  const directives = (response.headers.get("Content-Security-Policy") ?? "").split("; ");
  return new Map(
    directives.map((directive) => {
      const [name = "", ...values] = directive.split(" ");
      return [name, values] as const;
    }),
  );
}

describe.each(pages)("the page %s", (path) => {
  test("has only styles and scripts that are in its Content-Security-Policy", async () => {
    const response = await get(path);
    const policy = policyOf(response);
    const page = await pageOf(response);
    expect(page.contentOf("style").length).toBeGreaterThan(0);
    for (const style of page.contentOf("style")) {
      expect(policy.get("style-src")).toContain(await hashOf(style));
    }
    for (const script of page.contentOf("script")) {
      expect(policy.get("script-src")).toContain(await hashOf(script));
    }
    for (const { name, attributes } of page.elements) {
      if (name === "script") expect(Object.keys(attributes).join()).toMatch(/^(type)?$/);
      const handlers = Object.keys(attributes).filter((key) => /^(on|style$)/.test(key));
      expect(handlers, name).toEqual([]);
    }
  });

  test("loads nothing from other origins", async () => {
    const response = await get(path);
    const policy = policyOf(response);
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
    expect(policy.get("form-action")).toEqual([origin]);
    // Any page may frame an embed, one without an origin too: `*` would refuse those.
    expect(policy.get("frame-ancestors")).toEqual(
      path.startsWith("/embed/") ? undefined : ["'none'"],
    );
    expect(String([...policy.values()])).not.toMatch(/unsafe|https:(?!\/\/library\.example)/);
    const page = await pageOf(response);
    for (const { name, attributes } of page.elements) {
      const loaded = attributes.src ?? attributes.poster;
      if (loaded !== undefined) expect(loaded, name).toMatch(/^\/(?!\/)/);
    }
  });
});

test("a printable transcript runs no script", async () => {
  const response = await get("/transcripts/film/en.html");
  expect(policyOf(response).get("script-src")).toEqual(["'none'"]);
  expect((await pageOf(response)).elements.map(({ name }) => name)).not.toContain("script");
});

test("no response sets a cookie or allows content sniffing or referrers", async () => {
  const paths = [...publicAddresses, ...pages, media, "/", "/en", "/healthz", "/api/v1/staff/plan"];
  for (const path of paths) {
    for (const method of ["GET", "HEAD", "OPTIONS", "POST"]) {
      const { headers } = await ask(path, { method, headers: { Cookie: "session=1" } });
      expect(headers.get("Set-Cookie"), path).toBeNull();
      expect(headers.get("X-Content-Type-Options"), path).toBe("nosniff");
      expect(headers.get("Referrer-Policy"), path).toBe("no-referrer");
      expect(headers.get("X-Frame-Options"), path).toBeNull();
    }
  }
});

describe("after an internal error", () => {
  const broken = { ...env, DB: undefined as unknown as D1Database };

  test("a reader gets a page without details", async () => {
    const response = await ask("/es/watch/film", {}, broken);
    expect(response.status).toBe(500);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const text = await response.text();
    expect(text).toContain('<html lang="es"');
    expect(text).not.toMatch(/TypeError|undefined|\.tsx?\b|at async/);
  });

  test("a program gets a problem document without details", async () => {
    const response = await ask("/api/v1/works", {}, broken);
    expect(response.status).toBe(500);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const problem = await jsonOf(response);
    expect(problem).toEqual({
      type: `${origin}/docs/problems#server-error`,
      title: "Something went wrong on our side",
      status: 500,
    });
  });
});
