import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const namesIn = (file: string) =>
  [...readFileSync(join(root, file), "utf8").matchAll(/^ *export const (\w+): string/gm)].map(
    ([, name]) => name,
  );

test("the types of what the build generates name all of it, and nothing else", () => {
  expect(namesIn("build/browser.ts").length).toBeGreaterThan(10);
  expect(namesIn("src/build.d.ts")).toEqual([
    ...namesIn("build/browser.ts"),
    ...namesIn("build/character-names.ts"),
  ]);
});
