import { beforeAll, expect, test } from "vitest";
import { operations } from "../../../src/api/contract.ts";
import { ask } from "../../support/ask.ts";
import { staffToken } from "../../support/library.ts";

beforeAll(() => staffToken("secret", { scopes: "admin" }));

/** Every address that takes JSON, with a size in bytes that is too much for it. */
const addresses = Object.entries(operations)
  .filter(([name, operation]) => name.includes("/staff/") && "request" in operation)
  .map(([name]) => {
    const [method = "", path = ""] = name.split(" ");
    const isList = /plan|import/.test(path);
    const putSize = path.includes("/drafts/") ? 4_000_001 : 1_500_001;
    const size = isList ? 20_000_001 : method === "PUT" ? putSize : 200_001;
    return [method, path.replace(":report", "1").replace(/:\w+(\{.*\})?/g, "film"), size] as const;
  });

test("several addresses take JSON", () => {
  expect(addresses.length).toBeGreaterThan(5);
});

test.each(addresses)(
  "%s %s refuses a body of %i bytes before it parses it",
  async (method, path, size) => {
    const headers = { Authorization: "Bearer secret", "Content-Type": "application/json" };
    const body = " ".repeat(size);
    const announced = await ask(path, { method, headers, body });
    expect(announced.status).toBe(413);
    expect(await announced.json()).toMatchObject({
      status: 413,
      type: expect.stringMatching(/#too-large$/),
    });
    // A body without a length is counted while it arrives.
    const stream = new Blob([body]).stream();
    const streamed = await ask(path, { method, headers, body: stream });
    expect(streamed.status).toBe(413);
  },
);

test("a body of the size that is allowed is parsed", async () => {
  const headers = { Authorization: "Bearer secret" };
  const body = " ".repeat(200_000);
  const response = await ask("/api/v1/staff/tokens", { method: "POST", headers, body });
  expect(response.status).toBe(400);
});
