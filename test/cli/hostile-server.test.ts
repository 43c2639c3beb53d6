import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listWorks } from "../../src/cli/api/works.ts";
import {
  type HostileServer,
  hostileAnswers,
  hostileProblem,
  hostileRecord,
  listedWork,
  startHostileServer,
} from "./hostile-server.ts";
import { atTerminal } from "./output/terminal.ts";
import { type Run, videoteca } from "./run.ts";

let root = "";
/** Below some folders, so that paths with `..` stay in the test's own. */
let folder = "";

const environment = (server: HostileServer) => ({
  VIDEOTECA_URL: server.url,
  VIDEOTECA_TOKEN: "x",
  XDG_CONFIG_HOME: join(folder, "config"),
});

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "videoteca-hostile-"));
  folder = join(root, "a/b/c/d/e/f");
  await mkdir(join(folder, "work"), { recursive: true });
  await writeFile(
    join(folder, "work/document.yaml"),
    "kind: Document\nslug: hostile\ninLanguage: en\nstatus: draft\nname: { en: A }\ntexts: [{ inLanguage: en, file: en.md }]\n",
  );
  await cp(join(import.meta.dirname, "../fixtures/0.1.0/bag"), join(folder, "old"), {
    recursive: true,
  });
  await writeFile(join(folder, "work/en.md"), "# A\n\nThe text of a test.\n");
});
afterAll(() => rm(root, { recursive: true }));

/** Every command that prints what a server sends. */
const commands: readonly string[][] = [
  ["plan", "work"],
  ["apply", "work", "--yes"],
  ["status"],
  ["status", "hostile"],
  ["history", "hostile"],
  ["diff", "hostile"],
  ["preview", "hostile"],
  ["pull", "hostile", "pulled"],
  ["rollback", "hostile", "--yes"],
  ["withdraw", "hostile", "--yes"],
  ["restore", "hostile", "--yes"],
  ["delete", "hostile", "--yes"],
  ["import", "old"],
  ["export", "bag"],
  ["export", "public", "--public"],
  ["sweep", "--yes"],
  ["whoami"],
  ["login"],
  ["token", "list", "--all"],
  ["token", "create", "--name", "A"],
  ["token", "revoke", "0123456789abcdef", "--yes"],
  ["doctor"],
];

/** These print only slugs, digests and counts. */
const silent = new Set([
  "status",
  "sweep --yes",
  "delete hostile --yes",
  "export bag",
  "export public --public",
  "pull hostile pulled",
]);

/** What a terminal would obey; line breaks and tabs are ours. */
const obeyed = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

function expectHarmless({ stdout, stderr }: Pick<Run, "stdout" | "stderr">): void {
  expect(stdout + stderr).not.toMatch(obeyed);
  // A server can't make lines of its own, which might say anything.
  expect(stdout + stderr).not.toMatch(/^Published: all is well/m);
  expect(stderr).not.toMatch(/\n {4}at /);
}

/** Runs a command against a server, in a folder of its own. */
async function runAgainst(answer: Parameters<typeof startHostileServer>[0], args: string[]) {
  const server = await startHostileServer(answer);
  try {
    return await videoteca(args, folder, environment(server), "token\n");
  } finally {
    server.stop();
    for (const name of ["bag", "public", "pulled"]) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}

const named = commands.map((args) => [args.join(" "), args] as const);

describe("what a terminal would obey", () => {
  it.each(named)("isn't printed by %s from an answer", async (name, args) => {
    const run = await runAgainst(hostileAnswers, args);
    expectHarmless(run);
    // Otherwise the answer doesn't fit the contract, and the test tries nothing.
    expect(run.stderr).not.toContain("isn't one that this version");
    if (!silent.has(name)) expect(run.stdout + run.stderr).toContain("reversed");
    const json = await runAgainst(hostileAnswers, [...args, "--json"]);
    expect(json.stdout + json.stderr).not.toMatch(obeyed);
    if (json.stdout !== "") expect(() => JSON.parse(json.stdout)).not.toThrow();
  });

  it.each(named)("isn't printed by %s from a refusal", async (_, args) => {
    const run = await runAgainst(() => hostileProblem(), args);
    expectHarmless(run);
    expect(run.stdout + run.stderr).not.toBe("");
  });

  it.each([
    ["a refused token", hostileProblem(403)],
    ["a failure", hostileProblem(503)],
    ["a page of another server", [200, "<!doctype html>\u001b[31m"]],
  ] as const)("isn't printed from %s", async (_, answer) => {
    for (const args of [["status"], ["export", "bag"]]) {
      const run = await runAgainst(() => answer, args);
      expectHarmless(run);
      expect(run.code).toBe(1);
    }
  });
});

it("isn't shown at a terminal, where our own colors stay", async () => {
  const server = await startHostileServer(hostileAnswers);
  try {
    const { screen } = await atTerminal(["plan", "work"], [], {
      cwd: folder,
      environment: environment(server),
    });
    expect(screen).toContain("\u001b[33m");
    const others = stripVTControlCharacters(screen).replaceAll("\r\n", "\n");
    expect(screen.split("\u001b").length - 1).toBe(screen.match(/\p{Cc}\[\d+m/gu)?.length);
    expect(others).not.toMatch(obeyed);
  } finally {
    server.stop();
  }
});

/** Every path below the test's own root, without the folder in which commands run. */
async function filesOutside(): Promise<string[]> {
  const names = await readdir(root, { recursive: true });
  return names.filter((name) => !name.startsWith("a/b/c/d/e/f/"));
}

describe("names from the network never lead out of the folder", () => {
  const names = [
    "../../../../escape",
    "../escape",
    "/tmp/escape",
    "..",
    "a/b",
    "a\u0000b",
    "A",
    "a".repeat(81),
  ];

  const listing = (slug: string) => (method: string, address: string) =>
    address.includes("/works?")
      ? ([200, { items: [listedWork(slug)], next: null }] as const)
      : hostileAnswers(method, address);

  it.each(names)("the slug %j is refused in a list", async (slug) => {
    const server = await startHostileServer(listing(slug));
    try {
      await expect(listWorks({ url: server.url, token: "x" })).rejects.toThrow(
        "isn't one that this version of videoteca can read",
      );
    } finally {
      server.stop();
    }
  });

  // All commands read the list by the same function.
  it.each([[["export", "bag"]], [["export", "public", "--public"]], [["status"]]])(
    "a slug in the list that %j reads",
    async (args) => {
      const before = await filesOutside();
      const run = await runAgainst(listing("../../../../escape"), args);
      expect(run.stderr).toContain("isn't one that this version of videoteca can read");
      expectHarmless(run);
      expect(run.code).toBe(1);
      expect(await filesOutside()).toEqual(before);
    },
  );

  it.each([
    { sha256: "../../../../escape" },
    { sha256: `${"0".repeat(64)}/../../../../escape` },
    { extension: "md/../../../../escape" },
    { extension: "sh" },
    { sha256: 5 },
  ])("a file's digest or extension: %j", async (file) => {
    const server = await startHostileServer((method, address) => {
      if (address.includes("/revisions/")) {
        const record = hostileRecord("hostile", file);
        const digest = "0".repeat(64);
        return [200, { number: 1, digest, createdAt: "2026-11-28T12:00:00.000Z", record }];
      }
      if (address.includes("/blobs/")) return [200, "hello"];
      return hostileAnswers(method, address);
    });
    const before = await filesOutside();
    try {
      for (const args of [
        ["export", "public", "--public"],
        ["pull", "hostile", "pulled"],
      ]) {
        const run = await videoteca(args, folder, environment(server));
        expectHarmless(run);
        expect(run.code).toBe(1);
      }
    } finally {
      server.stop();
    }
    expect(await filesOutside()).toEqual(before);
  });

  it("a list that never ends is an error", async () => {
    const server = await startHostileServer((method, address) =>
      address.includes("/works?")
        ? [200, { items: [listedWork("hostile")], next: "hostile" }]
        : hostileAnswers(method, address),
    );
    try {
      const run = await videoteca(["status"], folder, environment(server));
      expect(run.stderr).toContain("lists the same works again and again");
      expect(run.code).toBe(1);
    } finally {
      server.stop();
    }
  });
});
