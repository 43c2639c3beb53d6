import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, digestOf, sha256 } from "../../src/records/digest.ts";

test("a SHA-256 equals the published test vectors", async () => {
  expect(await sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(await sha256("abc")).toBe(abc);
  expect(await sha256(new Uint8Array([97, 98, 99]))).toBe(abc);
});

test("canonical JSON sorts keys at every depth, and keeps the order of lists", () => {
  expect(canonicalJson({ b: [{ z: 1, a: 2 }, "x"], a: null })).toBe(
    '{"a":null,"b":[{"a":2,"z":1},"x"]}',
  );
});

test("the order of keys makes no difference to a digest; anything else does", async () => {
  expect(await digestOf({ a: 1, b: { c: 2, d: 3 } })).toBe(
    await digestOf({ b: { d: 3, c: 2 }, a: 1 }),
  );
  expect(await digestOf({ a: [1, 2] })).not.toBe(await digestOf({ a: [2, 1] }));
  expect(await digestOf({ a: 1 })).not.toBe(await digestOf({ a: "1" }));
});

/** The same value with the keys of its objects the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, item]) => [key, turned(item)]));
}

test("any JSON keeps its value, and is the same for any order of keys", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const canonical = canonicalJson(value);
      expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(turned(value))).toBe(canonical);
    }),
  );
});
