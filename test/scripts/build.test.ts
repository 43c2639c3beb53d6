import { globSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
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

test("the console and the command have PDF.js as its package has it, in a file of its own", () => {
  const original = readFileSync(join(root, "node_modules/unpdf/dist/pdfjs.mjs"), "utf8");
  for (const folder of ["build/assets/console", "dist"]) {
    const copies = globSync(join(root, folder, "pdfjs-*.mjs"));
    expect(copies, folder).toHaveLength(1);
    expect(readFileSync(copies[0] ?? "", "utf8") === original, folder).toBe(true);
  }
});

test("the command takes Node's own modules by require, so that it doesn't load what it doesn't use of them", () => {
  const bundle = readFileSync(join(root, "dist/main.js"), "utf8");
  const modulesIn = (statement: RegExp) =>
    [...bundle.matchAll(statement)].map(([, path = ""]) => path).filter((path) => isBuiltin(path));
  expect(modulesIn(/require\("([^"]+)"\)/g)).toContain("node:http");
  expect(modulesIn(/\bfrom ?"([^"]+)"/g)).toEqual(["node:module"]);
});
