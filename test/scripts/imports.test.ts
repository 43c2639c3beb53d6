import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

/** The rooms of the house from the top down: imports go down the list, never up (docs/architecture.md). */
const rooms = [
  "worker.ts",
  "routes.ts",
  "pages",
  "player",
  "console",
  "components",
  "api",
  "delivery",
  "publishing",
  "storage",
  "syndication",
  "transcripts",
  "search",
  "manifest",
  "captions",
  "api/contract",
  "records",
  "i18n",
];
/** No Request, no D1, no clock but the one passed in. */
const pureRooms = rooms.slice(rooms.indexOf("syndication"));
/** Programs of their own, which nothing imports. */
const programs = ["player/client", "cli"];

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly packages: readonly string[];
  /** Paths from the repository's root. */
  readonly files: readonly string[];
}

const repository = join(import.meta.dirname, "../..");
const importing =
  /^(?:import|export)\b[^;]*?\bfrom\s*"([^"]+)"|^import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;

const house: SourceFile[] = globSync("src/**/*.{ts,tsx}", { cwd: repository }).map((path) => {
  const text = readFileSync(join(repository, path), "utf8");
  const named = [...text.matchAll(importing)].map(
    (found) => found[1] ?? found[2] ?? found[3] ?? "",
  );
  return {
    path,
    room: roomOf(path),
    text,
    packages: named.filter((name) => !name.startsWith(".")),
    files: named.filter((name) => name.startsWith(".")).map((name) => join(dirname(path), name)),
  };
});

function roomOf(path: string): string {
  // What the API takes and answers is for both of its ends: the server and the command line.
  if (/^src\/api\/contract(\/|\.ts$)/.test(path)) return "api/contract";
  if (path.startsWith("src/player/client/")) return "player/client";
  return path.split("/")[1] ?? path;
}

/** Every import from one file of the house to another that isn't right. */
function wrongImports(isRight: (from: string, to: string) => boolean): string[] {
  return house.flatMap(({ path, room, files }) =>
    files
      .filter((file) => file.startsWith("src/") && room !== roomOf(file))
      .filter((file) => !isRight(room, roomOf(file)))
      .map((file) => `${path} → ${file}`),
  );
}

describe("the house", () => {
  test("has no room that this test doesn't know", () => {
    expect(house.length).toBeGreaterThan(50);
    const known = [...rooms, ...programs];
    expect(house.filter(({ room }) => !known.includes(room)).map(({ path }) => path)).toEqual([]);
  });

  test("is imported down the list of its rooms, never up", () => {
    const wrong = wrongImports(
      (from, to) => programs.includes(from) || rooms.indexOf(from) < rooms.indexOf(to),
    );
    expect(wrong).toEqual([]);
  });

  test("imports no program", () => {
    expect(wrongImports((_, to) => !programs.includes(to))).toEqual([]);
  });

  test("lends its programs pure rooms only", () => {
    const lent = [
      "transcripts",
      "search",
      "manifest",
      "captions",
      "api/contract",
      "records",
      "i18n",
    ];
    const wrong = wrongImports((from, to) => !programs.includes(from) || lent.includes(to));
    // The player's script takes the types of its strings from where they are.
    expect(wrong.filter((one) => !one.endsWith("→ src/player/strings/en.ts"))).toEqual([]);
  });

  test("has pure rooms that know nothing of the web, of D1 or of Node", () => {
    const wrong = house
      .filter(({ room }) => pureRooms.includes(room))
      .flatMap(({ path, packages }) => packages.map((name) => ({ path, name })))
      .filter(({ name }) => /^(hono|drizzle-orm|node:|cloudflare:)/.test(name));
    expect(wrong).toEqual([]);
  });

  test("has pure rooms that look at no clock but the one passed in", () => {
    const clock = /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/;
    const wrong = house.filter(({ room, text }) => pureRooms.includes(room) && clock.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("has an API contract of nothing but zod, records and languages", () => {
    const contract = house.filter(({ room }) => room === "api/contract");
    expect(contract.length).toBeGreaterThan(5);
    expect(contract.flatMap(({ packages }) => packages).filter((name) => name !== "zod")).toEqual(
      [],
    );
    const wrong = wrongImports(
      (from, to) => from !== "api/contract" || ["records", "i18n"].includes(to),
    );
    expect(wrong).toEqual([]);
  });

  test("speaks to its database in src/storage alone", () => {
    const wrong = house.filter(({ room, text }) => room !== "storage" && /drizzle/i.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("has pages, a player and components that take no types from storage: those of records do", () => {
    const imports = /^import ([^;]*?) from "[^"]*\/storage\/[^"]*";/gm;
    const wrong = house
      .filter(({ room }) => ["pages", "player", "components"].includes(room))
      .filter(({ text }) =>
        [...text.matchAll(imports)].some(([, names]) => /\btype\b/.test(names ?? "")),
      );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("takes of zod what it uses: its `z` brings error messages in forty languages along", () => {
    const whole = /^import \{[^}]*\bz\b[^}]*\} from "zod"/m;
    expect(house.filter(({ text }) => whole.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test("imports only files that are there, and no file in a circle", () => {
    const byPath = new Map(house.map((file) => [file.path, file]));
    const done = new Set<string>();
    const circles: string[] = [];
    function visit(path: string, way: readonly string[]): void {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(" → "));
      if (done.has(path) || way.includes(path)) return;
      const file = byPath.get(path);
      expect(file, `${way.at(-1)} imports ${path}`).toBeDefined();
      for (const next of file?.files ?? []) {
        if (/^src\/.*\.tsx?$/.test(next)) visit(next, [...way, path]);
      }
      done.add(path);
    }
    for (const { path } of house) visit(path, []);
    expect(circles).toEqual([]);
  });
});
