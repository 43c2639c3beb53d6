import { beforeAll, describe, expect, test } from "vitest";
import { type ProblemType, problemTypes } from "../../../src/api/contract.ts";
import { publishSampleLibrary } from "../../support/addresses.ts";
import { ask, get, jsonOf, origin } from "../../support/ask.ts";
import { pageOf } from "../../support/page.ts";

beforeAll(async () => {
  await publishSampleLibrary();
});

test("/docs/problems explains every type of problem", async () => {
  const page = await pageOf(await get("/docs/problems"));
  const anchors = page.elements.map(({ attributes }) => attributes.id);
  expect(anchors).toEqual(expect.arrayContaining([...problemTypes]));
});

describe("a problem document (RFC 9457)", () => {
  const samples: [path: string, method: string, status: number, type: ProblemType][] = [
    ["/api/v1/works?kind=Movie", "GET", 400, "invalid-request"],
    ["/api/v1/works?lang=e_n", "GET", 400, "invalid-request"],
    ["/api/v1/works?cursor=x", "GET", 400, "invalid-request"],
    ["/api/v1/works/nothing", "GET", 404, "not-found"],
    ["/api/v1/works/gone", "GET", 410, "withdrawn"],
    ["/captions/gone/en.vtt", "GET", 410, "withdrawn"],
    ["/en/", "POST", 405, "method-not-allowed"],
    ["/api/v1/staff/plan", "POST", 401, "unauthorized"],
  ];

  test.each(samples)(
    "of %s (%s) has status %d, and its type links to an explanation",
    async (...sample) => {
      const [path, method, status, type] = sample;
      const response = await ask(path, { method });
      expect(response.status).toBe(status);
      expect(response.headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      const problem = await jsonOf(response);
      expect(problem).toMatchObject({ status, title: expect.any(String) });
      expect(problem.type).toBe(`${origin}/docs/problems#${type}`);
      expect(Object.keys(problem)).not.toContain("stack");
      expect(JSON.stringify(problem)).not.toMatch(/\bat \w+ \(|\.tsx?:\d/);
    },
  );

  test("names an invalid parameter and the values that it accepts", async () => {
    const problem = await jsonOf(await get("/api/v1/works?kind=Movie&lang=x_y"));
    expect(problem.detail).toBe(
      "lang takes a language tag: en, es, vi; kind takes Episode or Document",
    );
  });
});
