import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { inflateSync } from "fflate";
import { describe, expect, test } from "vitest";
import { characterNames } from "../../scripts/character-names.ts";
import { decodeNamedCharacterReference } from "../../scripts/character-names-in-worker.ts";
import { deflateSync } from "../../scripts/deflate-in-worker.ts";
import { root } from "../../scripts/local.ts";
import * as standIns from "../../scripts/unused-in-worker.ts";

/** The aliases of wrangler.toml: what a module imports, what it gets, and the library that the comment names. */
const aliases = [
  ...readFileSync(join(root, "wrangler.toml"), "utf8").matchAll(
    /^"([^"]+)" = "\.\/(scripts\/[^"]+)"(?: # (\S+))?$/gm,
  ),
].map(([, imported = "", file = "", library]) => ({ imported, file, library }));

/** Which modules of the Worker import each alias. */
async function findImporters(): Promise<Map<string, Set<string>>> {
  const importers = new Map(aliases.map(({ imported }) => [imported, new Set<string>()]));
  const watching: Plugin = {
    name: "importers",
    setup({ onResolve }) {
      onResolve({ filter: /./ }, ({ path, importer }) => {
        importers.get(path)?.add(importer.slice(root.length + 1));
        return undefined;
      });
    },
  };
  await build({
    absWorkingDir: root,
    entryPoints: ["src/worker.ts"],
    bundle: true,
    write: false,
    format: "esm",
    conditions: ["workerd"],
    external: ["cloudflare:*", "node:*"],
    plugins: [watching],
    logLevel: "silent",
  });
  return importers;
}

describe("The Worker's bundle", () => {
  test("leaves out modules of the library alone that wrangler.toml names", async () => {
    expect(aliases.length).toBeGreaterThan(5);
    const importers = await findImporters();
    for (const { imported, library } of aliases) {
      const folders = [...(importers.get(imported) ?? [])].map((path) => path.split("/", 2));
      expect(folders.length, `${imported} is imported by nothing: remove it`).toBeGreaterThan(0);
      if (library === undefined) continue;
      for (const [parent, name] of folders) {
        expect(`${parent}/${name}`, imported).toMatch(
          new RegExp(`^node_modules/${library}(?:-orm)?$`),
        );
      }
    }
  });

  test("has in their place what says so when it is called", () => {
    expect(() => standIns.toJSONSchema()).toThrow(/\[alias\]/);
    expect(standIns.isPgEnum()).toBe(false);
  });

  test("knows every name of HTML's character references, and no other", async () => {
    const names = await characterNames();
    expect(Object.keys(names).length).toBe(2125);
    const decoded = Object.keys(names).map((name) => [name, decodeNamedCharacterReference(name)]);
    expect(Object.fromEntries(decoded)).toEqual(names);
    for (const other of ["", "nonsense", "constructor", "1", "amp,"]) {
      expect(decodeNamedCharacterReference(other), other).toBe(false);
    }
  });

  test("compresses by workerd's DEFLATE as the library does", () => {
    const bytes = new TextEncoder().encode("di cư ".repeat(1000));
    expect(inflateSync(new Uint8Array(deflateSync(bytes, { level: 6 })))).toEqual(bytes);
  });
});
