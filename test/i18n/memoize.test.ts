import { expect, test } from "vitest";
import { memoize } from "../../src/i18n/memoize.ts";

/** A remembering function, and for which keys it has made a value. */
function counted() {
  const made: string[] = [];
  const read = memoize((key) => {
    made.push(key);
    return key.length;
  });
  return { made, read };
}

test("what is made for a key is made once", () => {
  const { made, read } = counted();
  for (const key of ["en", "es", "en", "es"]) expect(read(key)).toBe(2);
  expect(made).toEqual(["en", "es"]);
});

test("a stranger who invents languages in addresses doesn't fill the memory: all are forgotten", () => {
  const { made, read } = counted();
  for (let number = 0; number < 2_000; number += 1) read(`en-x-${number}`);
  read("en-x-0");
  expect(made.filter((key) => key === "en-x-0")).toHaveLength(2);
});
