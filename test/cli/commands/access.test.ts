import { createHash } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { type Run, videoteca } from "../run.ts";

const { url, token } = inject("library");
const staff = { VIDEOTECA_URL: url, VIDEOTECA_TOKEN: token };
let home = "";

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "videoteca-home-"));
});
afterEach(() => rm(home, { recursive: true }));

/** Runs the command with profiles in `home` and no token in the environment. */
function run(args: string[], environment: Record<string, string> = {}, input = ""): Promise<Run> {
  return videoteca(args, undefined, { XDG_CONFIG_HOME: home, ...environment }, input);
}

const idOf = (secret: string) => createHash("sha256").update(secret).digest("hex").slice(0, 16);

describe("videoteca login, whoami and logout", () => {
  it("save a token that the library accepts, use it, and remove it", async () => {
    const login = await run(["login", "--url", `${url}/`], {}, `${token}\n`);
    expect(login.code, login.stderr).toBe(0);
    expect(login.stdout).toContain(`You are npm start at ${url}, with the scopes: admin.`);
    expect(login.stdout + login.stderr).not.toContain(token);

    const whoami = await run(["whoami", "--json"]);
    const file = join(home, "videoteca/profiles/default.json");
    expect(JSON.parse(whoami.stdout)).toMatchObject({
      url,
      source: file,
      id: idOf(token),
      name: "npm start",
      scopes: ["admin"],
    });
    expect(
      (await run(["plan", "media-manifests/documents/a-second-chance-for-all"])).stdout,
    ).toContain("Nothing to publish");

    expect((await run(["logout"])).stdout).toContain("The profile default was removed");
    expect((await run(["logout"])).stdout).toContain("There is no profile default.");
    const after = await run(["whoami"]);
    expect(after).toMatchObject({ code: 1, stderr: expect.stringContaining("videoteca login") });
  });

  it("accept --profile before or after the command's name, and VIDEOTECA_PROFILE", async () => {
    await run(["login", "--url", url, "--profile", "work"], {}, token);
    for (const args of [
      ["whoami", "--profile", "work"],
      ["--profile", "work", "whoami"],
    ]) {
      expect((await run(args)).stdout).toContain(`npm start, at ${url}`);
    }
    expect((await run(["whoami"], { VIDEOTECA_PROFILE: "work" })).code).toBe(0);
    expect((await run(["whoami"])).code).toBe(1);
  });

  it("don't save or print a token that the library rejects", async () => {
    const { code, stdout, stderr } = await run(["login", "--url", url], {}, "videoteca_wrong");
    expect(code).toBe(1);
    expect(stderr).toContain(`The library at ${url} refuses the token`);
    expect(stdout + stderr).not.toContain("videoteca_wrong");
    expect((await run(["logout"])).stdout).toContain("There is no profile");
  });

  it("ask nothing without a terminal, and name the option to give", async () => {
    expect((await run(["login"], {}, token)).stderr).toContain(
      "There is no terminal here to ask on: give --url",
    );
    expect((await run(["login", "--url", url])).stderr).toContain(
      "give the token on standard input",
    );
  });

  it("refuse a profile that other users can read", async () => {
    await run(["login", "--url", url], {}, token);
    const file = join(home, "videoteca/profiles/default.json");
    await chmod(file, 0o644);
    const { code, stderr } = await run(["whoami"]);
    expect(stderr).toContain(`chmod 600 ${file}`);
    expect(stderr).not.toContain(token);
    expect(code).toBe(1);
  });

  it("say which token takes precedence if VIDEOTECA_TOKEN is set too", async () => {
    const login = await run(["login", "--url", url], { VIDEOTECA_TOKEN: "x" }, token);
    expect(login.stdout).toContain("VIDEOTECA_TOKEN is also set and takes precedence");
    const whoami = await run(["whoami", "--json"], staff);
    expect(JSON.parse(whoami.stdout).source).toBe("VIDEOTECA_TOKEN");
  });

  it("use the profile that --profile names, whatever token and address the environment has", async () => {
    const other = { VIDEOTECA_TOKEN: "x", VIDEOTECA_URL: "http://127.0.0.1:9" };
    await run(["login", "--url", url, "--profile", "work"], other, token);
    for (const args of [
      ["whoami", "--json", "--profile", "work"],
      ["--profile=work", "whoami", "--json"],
    ]) {
      const { stdout, stderr } = await run(args, other);
      expect(JSON.parse(stdout), stderr).toMatchObject({
        url,
        source: join(home, "videoteca/profiles/work.json"),
      });
    }
    expect((await run(["doctor", "--profile", "work"], other)).stdout).toContain(
      `${url} answers in`,
    );
    const unknown = await run(["whoami", "--profile", "home"], staff);
    expect(unknown.stderr).toContain("There is no profile home");
    // Without the flag, the environment wins: there is nothing at its address.
    expect((await run(["whoami"], { ...other, VIDEOTECA_PROFILE: "work" })).code).toBe(1);
  });

  it("save the address in VIDEOTECA_URL in the profile that --profile names", async () => {
    await run(["login", "--profile", "new"], { VIDEOTECA_URL: url }, token);
    const { stdout } = await run(["whoami", "--json", "--profile", "new"]);
    expect(JSON.parse(stdout).url).toBe(url);
  });
});

describe("videoteca token", () => {
  it("creates a token, with only its secret on standard output, lists it, and revokes it", async () => {
    const args = [
      "token",
      "create",
      "--name",
      "Ana's laptop",
      "--scopes",
      "publish",
      "--days",
      "7",
    ];
    const made = await run(args, staff);
    expect(made.code, made.stderr).toBe(0);
    const secret = made.stdout.trim();
    expect(secret).toMatch(/^videoteca_[\w-]{32}$/);
    expect(made.stderr).toContain(`Token ${idOf(secret)} for “Ana's laptop” (publish) expires on`);
    expect(made.stderr).not.toContain(secret);

    const listed = await run(["token", "list"], staff);
    expect(listed.stdout).toMatch(
      new RegExp(`^${idOf(secret)}  Ana's laptop +publish +expires`, "m"),
    );
    expect(listed.stdout).not.toContain(secret);

    const own = { VIDEOTECA_URL: url, VIDEOTECA_TOKEN: secret };
    expect((await run(["whoami"], own)).stdout).toMatch(/^Ana's laptop, at .*\nscopes: +publish\n/);
    const refused = await run(["token", "list"], own);
    expect(refused.stderr).toContain("doesn't have the scope admin");

    const unasked = await run(["token", "revoke", idOf(secret)], staff);
    expect(unasked).toMatchObject({ code: 1, stderr: expect.stringContaining("--yes") });
    const revoked = await run(["token", "revoke", idOf(secret), "--yes"], staff);
    expect(revoked.stdout).toBe(`Revoked: ${idOf(secret)}, “Ana's laptop”.\n`);
    expect((await run(["whoami"], own)).code).toBe(1);
    expect((await run(["token", "list"], staff)).stdout).not.toContain(idOf(secret));
    expect((await run(["token", "list", "--all"], staff)).stdout).toMatch(
      new RegExp(
        `^${idOf(secret)}  Ana's laptop .*revoked on [-\\d]+ +created on [-\\d]+ by npm start, revoked by npm start$`,
        "m",
      ),
    );
  });

  it("doesn't revoke the last admin token, and says what to do", async () => {
    const { code, stderr } = await run(["token", "revoke", idOf(token), "--yes"], staff);
    expect(stderr).toContain("is the last token with the scope admin");
    expect(code).toBe(1);
    expect((await run(["whoami"], staff)).code).toBe(0);
  });

  it("names a token that doesn't exist", async () => {
    const { stderr } = await run(["token", "revoke", "0123456789abcdef", "--yes"], staff);
    expect(stderr).toContain("`videoteca token list` lists them");
  });

  it.each([
    [["--scopes", "root"], "must be one of read-drafts, publish, admin"],
    [["--days", "400"], "366 days at most"],
    [["--days", "soon"], "--days takes a whole number"],
  ])("refuses %j in one sentence", async (wrong, words) => {
    const { code, stderr } = await run(["token", "create", "--name", "x", ...wrong], staff);
    expect(stderr).toContain(words);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(1);
  });
});
