import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { copyTree } from "../browser/support/copied-tree.ts";
import { openStores } from "../cli/stores.ts";

const root = join(import.meta.dirname, "../..");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "videoteca-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script as somebody who has no Cloudflare account, and nothing in their home folder. */
function run(script: string, args: readonly string[], cwd = root): Promise<Run> {
  const environment = Object.entries(process.env).filter(
    ([name]) => !/^(CLOUDFLARE|CF)_/.test(name),
  );
  const env = {
    ...Object.fromEntries(environment),
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, "config"),
    TMPDIR: folder,
    VIDEOTECA_STATE: join(folder, "state"),
  };
  return new Promise((resolve) => {
    const command = [join(cwd, "scripts", script), ...args];
    execFile(process.execPath, command, { cwd, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
    });
  });
}

/** The folders that a rehearsal works in. */
const scratch = () => readdirSync(folder).filter((name) => name.startsWith("videoteca-deploy-"));

describe("npm run deploy", () => {
  test("rehearses all of it without an account, and leaves nothing behind", async () => {
    const { code, stdout, stderr } = await run("deploy.ts", ["--dry-run"]);
    expect(code, stderr).toBe(0);
    const steps = [...stdout.matchAll(/^── (.*)$/gm)].map(([, name]) => name);
    expect(steps).toEqual([
      "Build what runs in the browser",
      "Migrate a database that is thrown away",
      "Bundle the Worker",
    ]);
    for (const migration of readdirSync(join(root, "migrations"))) {
      if (migration.endsWith(".sql")) expect(stdout).toContain(`\n${migration}\n`);
    }
    // The budget of the Worker's code (DESIGN 12).
    const [, size] = /gzip: ([\d.]+) KiB/.exec(stdout) ?? [];
    expect(Number(size) * 1024).toBeLessThanOrEqual(300_000);
    expect(stdout).toContain("env.DB (videoteca)");
    expect(stdout).toContain("Nothing was sent to Cloudflare.");
    expect(scratch()).toEqual([]);
  });

  test("refuses to deploy while wrangler.toml names no database, and says what to run", async () => {
    const { code, stdout, stderr } = await run("deploy.ts", []);
    expect(stderr).toContain("npx wrangler d1 create videoteca");
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });

  test("finds a migration that fails, and doesn't go on to the Worker", async () => {
    const tree = copyTree();
    tree.write("migrations/9999_broken.sql", "alter table nothing add column x;");
    const { code, stdout, stderr } = await run("deploy.ts", ["--dry-run"], tree.root);
    tree.remove();
    expect(stderr).toMatch(/^9999_broken\.sql: .*SQLITE_ERROR/m);
    expect(stderr).toContain("“Migrate a database that is thrown away” failed");
    expect(stdout).not.toContain("Bundle the Worker");
    expect(code).toBe(1);
    expect(scratch()).toEqual([]);
  });
});

describe("npm run first-token", () => {
  const state = () => join(folder, "state");
  /** The tokens of the local library; `remove` empties the table first. */
  async function tokens(remove = false): Promise<Record<string, unknown>[]> {
    const { DB, close } = await openStores(state());
    if (remove) await DB.prepare("delete from tokens").all();
    const { results } = await DB.prepare("select * from tokens").all();
    await close();
    return results;
  }

  beforeAll(async () => {
    cpSync(inject("templates").empty, state(), { recursive: true });
    await tokens(true);
  });

  test("makes one admin token, shows it once, and sends its SHA-256 only", async () => {
    const first = await run("first-token.ts", ["--local", "--name", "Ana's first"]);
    expect(first.code, first.stderr).toBe(0);
    const secret = first.stdout.trim();
    expect(secret).toMatch(/^videoteca_[\w-]{32}$/);
    expect(first.stderr).toContain("shown this once");
    expect(first.stderr).not.toContain(secret);
    const [token] = await tokens();
    expect(token).toMatchObject({
      sha256: createHash("sha256").update(secret).digest("hex"),
      name: "Ana's first",
      scopes: "admin",
      revoked_at: null,
    });
    const days = (Date.parse(String(token?.expires_at)) - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(90, 1);

    const second = await run("first-token.ts", ["--local"]);
    expect(second.stderr).toContain("has an admin token already");
    expect(second).toMatchObject({ code: 1, stdout: "" });
    expect(await tokens()).toHaveLength(1);

    const forced = await run("first-token.ts", ["--local", "--force", "--days", "7"]);
    expect(forced.stdout.trim()).toMatch(/^videoteca_/);
    expect(await tokens()).toHaveLength(2);
  });

  test("says what --days takes", async () => {
    const { code, stderr } = await run("first-token.ts", ["--local", "--days", "1000"]);
    expect(stderr).toContain("--days takes a whole number from 1 to 366");
    expect(code).toBe(1);
  });
});
