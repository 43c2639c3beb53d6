import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
  ["rollback", "hostile", "--yes"],
  ["withdraw", "hostile", "--yes"],
  ["restore", "hostile", "--yes"],
  ["delete", "hostile", "--yes"],
  ["pull", "hostile", "pulled"],
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

/** What a terminal would obey; line breaks and tabs are ours. */
const obeyed = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

function expectHarmless({ stdout, stderr }: Pick<Run, "stdout" | "stderr">): void {
  expect(stdout + stderr).not.toMatch(obeyed);
  // A server can't make lines of its own, which might say anything.
  expect(stdout + stderr).not.toMatch(/^Published: all is well/m);
  expect(stderr).not.toMatch(/\n {4}at /);
}

describe.each([
  ["answers", hostileAnswers],
  ["refusals", () => hostileProblem()],
  ["refused tokens", () => hostileProblem(403)],
  ["failures", () => hostileProblem(503)],
  ["a page of another server", () => [200, "<!doctype html>\u001b[31m"] as const],
])("%s with what a terminal would obey", (_, answer) => {
  it.each(commands.map((args) => [args.join(" "), args] as const))(
    "are harmless in %s",
    async (__, args) => {
      const server = await startHostileServer(answer);
      try {
        const run = await videoteca(args, folder, environment(server), "token\n");
        expectHarmless(run);
        expect(run.stdout + run.stderr).not.toBe("");
        if (answer !== hostileAnswers) return;
        const json = await videoteca([...args, "--json"], folder, environment(server), "token\n");
        expect(json.stdout + json.stderr).not.toMatch(obeyed);
        if (json.stdout !== "") expect(() => JSON.parse(json.stdout)).not.toThrow();
      } finally {
        server.stop();
        for (const name of ["bag", "public"]) {
          await rm(join(folder, name), { recursive: true, force: true });
        }
      }
    },
  );
});

it("are harmless at a terminal, where our own colors stay", async () => {
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

  it.each(names)("the slug %j", async (slug) => {
    const server = await startHostileServer((method, address) =>
      address.includes("/works?")
        ? [200, { items: [listedWork(slug)], next: null }]
        : hostileAnswers(method, address),
    );
    const before = await filesOutside();
    try {
      for (const args of [["export", "bag"], ["export", "public", "--public"], ["status"]]) {
        const run = await videoteca(args, folder, environment(server));
        expect(run.stderr).toContain("isn't one that this version of videoteca can read");
        expectHarmless(run);
        expect(run.code).toBe(1);
      }
    } finally {
      server.stop();
    }
    expect(await filesOutside()).toEqual(before);
  });

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
      const run = await videoteca(["export", "public", "--public"], folder, environment(server));
      expectHarmless(run);
      expect(run.code).toBe(1);
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
