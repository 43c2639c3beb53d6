import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import type { Whoami } from "../../../src/api/contract.ts";
import { checkBuild, checkClock, checkToken } from "../../../src/cli/doctor/library.ts";
import { checkNode, checkSchemas } from "../../../src/cli/doctor/machine.ts";
import { describeWithdrawals } from "../../../src/cli/doctor/withdrawals.ts";
import { jsonSchemas } from "../../../src/manifest/json-schema.ts";
import { root, videoteca } from "../run.ts";

const { url, token } = inject("library");
let home = "";

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "videoteca-doctor-"));
});
afterEach(() => rm(home, { recursive: true }));

/** The output of `doctor --json`. */
interface DoctorJson {
  readonly ok: boolean;
  readonly findings: readonly {
    readonly name: string;
    readonly state: "ok" | "warn" | "fail";
    readonly message: string;
    readonly mend?: string;
  }[];
}

async function runDoctor(environment: Record<string, string>, cwd = root) {
  const run = await videoteca(["doctor", "--json"], cwd, { XDG_CONFIG_HOME: home, ...environment });
  const { ok, findings } = JSON.parse(run.stdout) as DoctorJson;
  const found = new Map(findings.map((finding) => [finding.name, finding]));
  return { ...run, ok, found, states: findings.map(({ name, state }) => `${name}: ${state}`) };
}

describe("videoteca doctor", () => {
  it("reports no problem if there is none", async () => {
    const { code, ok, states, stdout } = await runDoctor({
      VIDEOTECA_URL: url,
      VIDEOTECA_TOKEN: token,
    });
    expect(states).toEqual([
      "Node: ok",
      "ffmpeg: ok",
      "schemas: ok",
      "profile: ok",
      "library: ok",
      "token: ok",
      "clock: ok",
      "version: ok",
      "withdraw: ok",
    ]);
    expect(stdout).not.toContain(token);
    expect({ code, ok }).toEqual({ code: 0, ok: true });
  });

  it("prints one line for each check, and an arrow before each fix", async () => {
    const environment = {
      VIDEOTECA_URL: url,
      VIDEOTECA_TOKEN: "videoteca_wrong",
      PATH: "/nowhere",
    };
    const { code, stdout } = await videoteca(["doctor"], home, environment);
    expect(stdout).toMatch(/^ok {4}ffmpeg {4}isn't installed; publishing doesn't need it$/m);
    expect(stdout).toMatch(/^ok {4}schemas {3}none in this folder/m);
    expect(stdout).toMatch(
      /^fail {2}token {5}The library at .* refuses the token.*videoteca login/m,
    );
    expect(stdout).not.toContain("videoteca_wrong");
    expect(code).toBe(1);
  });

  it("recommends login if there is no profile", async () => {
    const { code, found } = await runDoctor({});
    expect(found.get("profile")).toMatchObject({ state: "fail" });
    expect(found.get("profile")?.mend).toContain("videoteca login");
    expect(code).toBe(1);
  });

  it("fails a profile that other users can read, and doesn't use it", async () => {
    const folder = join(home, "videoteca/profiles");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "default.json"), JSON.stringify({ url, token }));
    await chmod(join(folder, "default.json"), 0o644);
    const { found } = await runDoctor({});
    expect(found.get("profile")?.mend).toContain("chmod 600");
    expect(found.has("library")).toBe(false);
  });

  it("distinguishes a server that doesn't answer from one that isn't a library", async () => {
    const other = createServer((_, response) => response.end("<h1>Hello</h1>"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const wrong = await runDoctor({ VIDEOTECA_URL: address, VIDEOTECA_TOKEN: token });
    expect(wrong.found.get("library")?.message).toContain(
      "isn't a Videoteca library, or is broken",
    );
    await new Promise((resolve) => other.close(resolve));
    const gone = await runDoctor({ VIDEOTECA_URL: address, VIDEOTECA_TOKEN: token });
    expect(gone.found.get("library")?.message).toContain("is the library running?");
    expect(gone.code).toBe(1);
  });
});

describe("doctor's check of", () => {
  it("withdrawals fails for each work that is public again, and whose files are stored again", () => {
    const sha256 = "0".repeat(64);
    const files = [
      { sha256, slug: "a" },
      { sha256: "1".repeat(64), slug: "a" },
      { sha256: "2".repeat(64), slug: "b" },
    ];
    expect(describeWithdrawals({ works: ["a"], files })).toEqual([
      {
        name: "withdraw",
        state: "fail",
        message: "a is public, though it was withdrawn and not restored",
        fix: "withdraw it again: videoteca withdraw a",
      },
      expect.objectContaining({
        state: "fail",
        message: expect.stringContaining("2 files of a are"),
      }),
      expect.objectContaining({
        state: "fail",
        message: expect.stringContaining("1 file of b is"),
      }),
    ]);
    expect(describeWithdrawals({ works: [], files: [] })).toMatchObject([{ state: "ok" }]);
  });

  const now = new Date("2026-11-25T12:00:00Z");
  const whoami = {
    id: "0123456789abcdef",
    name: "Ana",
    scopes: ["publish"],
    expiresAt: "2027-02-23T12:00:00.000Z",
    build: "x",
    now: now.toISOString(),
  } satisfies Whoami;

  it("a token warns if it expires soon or can't publish", () => {
    expect(checkToken(whoami, now)).toEqual({
      name: "token",
      state: "ok",
      message: "Ana, scopes publish, expires on 2027-02-23, in 90 days",
    });
    const soon = { ...whoami, expiresAt: "2026-12-08T12:00:00.000Z" };
    expect(checkToken(soon, now)).toMatchObject({ state: "warn" });
    const reader: Whoami = { ...whoami, scopes: ["read-drafts"] };
    expect(checkToken(reader, now)).toMatchObject({ state: "warn" });
  });

  it("the clock allows a difference of one minute", () => {
    expect(checkClock(now, new Date(now.getTime() + 60_000)).state).toBe("ok");
    expect(checkClock(now, new Date(now.getTime() + 90_000)).message).toContain("90 seconds ahead");
    expect(checkClock(now, new Date(now.getTime() - 90_000)).message).toContain(
      "90 seconds behind",
    );
  });

  it("the version warns about a library with another build", () => {
    expect(checkBuild("a", "a").state).toBe("ok");
    expect(checkBuild("a", "b")).toMatchObject({
      state: "warn",
      fix: expect.stringContaining("npm run deploy"),
    });
  });

  it("Node fails a version that is too old", () => {
    expect(checkNode("24.0.0").state).toBe("ok");
    expect(checkNode("22.13.0").state).toBe("ok");
    expect(checkNode("22.9.0").state).toBe("fail");
    expect(checkNode("20.20.2")).toMatchObject({ state: "fail" });
  });

  it("JSON Schemas warns about files that differ from the program's", async () => {
    const folder = join(home, "schema");
    await mkdir(folder);
    for (const [name, text] of Object.entries(jsonSchemas())) {
      await writeFile(join(folder, name), text);
    }
    expect(checkSchemas(join(home)).state).toBe("ok");
    await writeFile(join(folder, "series.schema.json"), "{}");
    expect(checkSchemas(home)).toMatchObject({ state: "warn", fix: expect.any(String) });
    expect(checkSchemas(home).message).toContain("series.schema.json");
  });
});
