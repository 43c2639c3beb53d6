import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

/** The folders of `src/` from the top down: imports go down this list, never up (docs/architecture.md). */
const layers = [
  "worker.ts",
  "routes.ts",
  "staff-routes.ts",
  "pages",
  "player",
  "console",
  "components",
  "api",
  "delivery",
  "publishing",
  "storage",
  "syndication",
  "documents",
  "transcripts",
  "plans",
  "inspection",
  "search",
  "manifest",
  "markdown",
  "captions",
  "files",
  "api/contract",
  "records",
  "i18n",
];
/** No Request, no D1, no clock but the one passed in. */
const pureLayers = layers.slice(layers.indexOf("syndication"));
/** Programs of their own, which nothing imports. */
const programs = ["player/client", "console/client", "cli"];
/** What the programs may import. */
const sharedWithPrograms = pureLayers.filter((layer) => layer !== "syndication");

interface SourceFile {
  readonly path: string;
  readonly layer: string;
  readonly text: string;
  readonly packages: readonly string[];
  /** Paths from the repository's root. */
  readonly files: readonly string[];
}

const repository = join(import.meta.dirname, "../..");
/** What a file imports when it is loaded. */
const staticImport = /^(?:import|export)\b[^;]*?\bfrom\s*"([^"]+)"|^import\s*"([^"]+)"/gm;
const anyImport = new RegExp(`${staticImport.source}|\\bimport\\(\\s*"([^"]+)"`, "gm");

const sources: SourceFile[] = globSync("src/**/*.{ts,tsx}", { cwd: repository })
  .filter((path) => !path.endsWith(".d.ts"))
  .map((path) => {
    const text = readFileSync(join(repository, path), "utf8");
    const imported = [...text.matchAll(anyImport)].map(importedName);
    return {
      path,
      layer: layerOf(path),
      text,
      packages: imported.filter((name) => !name.startsWith(".")),
      files: imported
        .filter((name) => name.startsWith("."))
        .map((name) => join(dirname(path), name)),
    };
  });

/** What a statement imports, as it is written there. */
function importedName([, from, alone, later]: RegExpExecArray): string {
  return from ?? alone ?? later ?? "";
}

function layerOf(path: string): string {
  // The contract serves both ends of the API: the server and the command line.
  if (/^src\/api\/contract(\/|\.ts$)/.test(path)) return "api/contract";
  if (path.startsWith("src/player/client/")) return "player/client";
  if (path.startsWith("src/console/client/")) return "console/client";
  return path.split("/")[1] ?? path;
}

/** Every import from one layer to another that a rule forbids. */
function forbiddenImports(isAllowed: (from: string, to: string) => boolean): string[] {
  return sources.flatMap(({ path, layer, files }) =>
    files
      .filter((file) => file.startsWith("src/") && layer !== layerOf(file))
      .filter((file) => !isAllowed(layer, layerOf(file)))
      .map((file) => `${path} → ${file}`),
  );
}

describe("the source", () => {
  test("has no folder that this test doesn't know", () => {
    expect(sources.length).toBeGreaterThan(50);
    const known = [...layers, ...programs];
    const unknown = sources.filter(({ layer }) => !known.includes(layer));
    expect(unknown.map(({ path }) => path)).toEqual([]);
  });

  test("imports down the list of its folders, never up", () => {
    const forbidden = forbiddenImports(
      (from, to) => programs.includes(from) || layers.indexOf(from) < layers.indexOf(to),
    );
    expect(forbidden).toEqual([]);
  });

  test("imports no program", () => {
    expect(forbiddenImports((_, to) => !programs.includes(to))).toEqual([]);
  });

  test("shares only pure folders with its programs", () => {
    const forbidden = forbiddenImports(
      (from, to) => !programs.includes(from) || sharedWithPrograms.includes(to),
    );
    // The player's script takes the types of its strings from where they are.
    expect(forbidden.filter((one) => !one.endsWith("→ src/player/strings/en.ts"))).toEqual([]);
  });

  test("uses neither the web framework, D1 nor Node in pure folders", () => {
    const forbidden = sources
      .filter(({ layer }) => pureLayers.includes(layer))
      .flatMap(({ path, packages }) => packages.map((name) => ({ path, name })))
      .filter(({ name }) => /^(hono|drizzle-orm|node:|cloudflare:)/.test(name));
    expect(forbidden).toEqual([]);
  });

  test("reads no clock in pure folders: the time is passed in", () => {
    const clock = /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/;
    const reading = sources.filter(
      ({ layer, text }) => pureLayers.includes(layer) && clock.test(text),
    );
    expect(reading.map(({ path }) => path)).toEqual([]);
  });

  test("builds the API contract from zod, records and languages alone", () => {
    const contract = sources.filter(({ layer }) => layer === "api/contract");
    expect(contract.length).toBeGreaterThan(5);
    const packages = contract.flatMap((file) => file.packages);
    expect(packages.filter((name) => name !== "zod")).toEqual([]);
    const forbidden = forbiddenImports(
      (from, to) => from !== "api/contract" || ["records", "i18n"].includes(to),
    );
    expect(forbidden).toEqual([]);
  });

  test("queries the database in src/storage alone", () => {
    const querying = sources.filter(
      ({ layer, text }) => layer !== "storage" && /drizzle/i.test(text),
    );
    expect(querying.map(({ path }) => path)).toEqual([]);
  });

  test("takes no types from storage in pages, player and components", () => {
    const imports = /^import ([^;]*?) from "[^"]*\/storage\/[^"]*";/gm;
    const importing = sources
      .filter(({ layer }) => ["pages", "player", "components"].includes(layer))
      .filter(({ text }) =>
        [...text.matchAll(imports)].some(([, names]) => /\btype\b/.test(names ?? "")),
      );
    expect(importing.map(({ path }) => path)).toEqual([]);
  });

  test("imports zod as a namespace: its `z` adds error messages in forty languages", () => {
    const whole = /^import \{[^}]*\bz\b[^}]*\} from "zod"/m;
    const importing = sources.filter(({ text }) => whole.test(text));
    expect(importing.map(({ path }) => path)).toEqual([]);
  });

  test("starts the command line with neither zod nor TLS: commands load them when they need them", () => {
    const texts = new Map(sources.map(({ path, text }) => [path, text]));
    const loaded = new Set(["src/cli/videoteca.ts"]);
    for (const path of loaded) {
      for (const statement of (texts.get(path) ?? "").matchAll(staticImport)) {
        if (/^\w+ type\b/.test(statement[0])) continue;
        const name = importedName(statement);
        loaded.add(name.startsWith(".") ? join(dirname(path), name) : name);
      }
    }
    expect(loaded.size).toBeGreaterThan(50);
    expect([...loaded].filter((name) => /^zod\b|^node:(https|tls)$/.test(name))).toEqual([]);
  });

  test("imports only files that exist, and none in a circle", () => {
    const byPath = new Map(sources.map((file) => [file.path, file]));
    const done = new Set<string>();
    const circles: string[] = [];
    function visit(path: string, trail: readonly string[]): void {
      if (trail.includes(path)) {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
      }
      if (done.has(path) || trail.includes(path)) return;
      const file = byPath.get(path);
      expect(file, `${trail.at(-1)} imports ${path}`).toBeDefined();
      for (const next of file?.files ?? []) {
        if (/^src\/.*\.tsx?$/.test(next)) visit(next, [...trail, path]);
      }
      done.add(path);
    }
    for (const { path } of sources) visit(path, []);
    expect(circles).toEqual([]);
  });

  test("has no folder of more than twenty files, and no file of more than 300 lines", () => {
    const perFolder = new Map<string, number>();
    for (const path of globSync("src/**/*.*", { cwd: repository })) {
      perFolder.set(dirname(path), (perFolder.get(dirname(path)) ?? 0) + 1);
    }
    const large = [...perFolder].filter(([folder, files]) => files > 20 && folder !== "src");
    expect(large).toEqual([]);
    const long = sources.filter(({ text }) => text.split("\n").length > 300);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});
