import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { commandEnvironment, type Run, root, runProgram } from "./run.ts";

/** The command as people get it: packed by npm, and installed into an empty folder without a network. */
const { url, token } = inject("library");
const packageJson = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
let folder = "";
let installed = "";

/** Runs a program with the Node of this test first on the PATH, as a person who installed it would. */
function run(program: string, ...args: string[]): Promise<Run> {
  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  const env = commandEnvironment({ VIDEOTECA_URL: url, VIDEOTECA_TOKEN: token, PATH: path });
  return runProgram(program, args, folder, env);
}

const videoteca = (...args: string[]) => run("npx", "--offline", "videoteca", ...args);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-package-"));
  const packed = await run("npm", "pack", root, "--json", "--pack-destination", folder);
  const [{ filename }] = JSON.parse(packed.stdout);
  const options = ["--offline", "--no-audit", "--no-fund"];
  const install = await run("npm", "install", ...options, join(folder, filename));
  expect(install.code, install.stderr).toBe(0);
  installed = join(folder, "node_modules/videoteca");
});
afterAll(() => rm(folder, { recursive: true }));

describe("the installed package", () => {
  it("contains the built command, the JSON Schemas and licenses, and no TypeScript", () => {
    for (const file of [
      "README.md",
      "LICENSE",
      "dist/videoteca.cjs",
      "dist/THIRD-PARTY-LICENSES.txt",
      "media-manifests/schema/episode.schema.json",
    ]) {
      expect(existsSync(join(installed, file)), file).toBe(true);
    }
    expect(existsSync(join(installed, "src"))).toBe(false);
    expect(packageJson.dependencies, "bundled packages are devDependencies").toBeUndefined();
  });

  it("has the version of package.json", async () => {
    const { code, stdout, stderr } = await videoteca("--version");
    expect(stdout, stderr).toBe(`${packageJson.version}\n`);
    expect(code).toBe(0);
  });

  it("writes, checks, plans and publishes a document, with paths from the current folder", async () => {
    const options = ["--kind", "Document", "--title", "Packed", "--language", "en", "--yes"];
    const init = await videoteca("init", "memos/packed", ...options);
    expect(init.stdout, init.stderr).toContain("Wrote memos/packed/document.yaml");
    const check = await videoteca("check", "memos");
    expect(check).toMatchObject({ code: 0, stdout: expect.stringContaining("1 manifest") });
    const plan = await videoteca("plan", "memos");
    expect(plan).toMatchObject({ code: 2, stdout: expect.stringContaining("+ create     packed") });
    const apply = await videoteca("apply", "memos", "--yes");
    expect(apply.stdout, apply.stderr).toContain("created    packed (revision 1)");
    expect(apply.code).toBe(0);
    expect((await videoteca("plan", "memos")).code).toBe(0);
  });

  it("belongs to the same build as the library", async () => {
    const { stdout } = await videoteca("doctor");
    expect(stdout).toMatch(/^ok {4}version {3}[0-9a-f]{16}, the same as the library$/m);
  });

  it("reads films and captions, for which it needs its larger parts", async () => {
    const first = join(root, "media-manifests/how-did-we-get-here/criminalizing-migration");
    const init = await videoteca("init", "film", "--yes");
    expect(init.code, init.stderr).toBe(0);
    await copyFile(join(first, "film.webm"), join(folder, "film/film.webm"));
    await copyFile(join(first, "en.vtt"), join(folder, "film/en.vtt"));
    const file = join(folder, "film/episode.yaml");
    await writeFile(
      file,
      `kind: Episode\nslug: film\ninLanguage: en\nstatus: draft\nname: { en: Film }\nvideo: [{ file: film.webm }]\ncaptions: [{ inLanguage: en, kind: captions, file: en.vtt, origin: human }]\n`,
    );
    const check = await videoteca("check", "film", "--json");
    expect(JSON.parse(check.stdout)).toMatchObject({
      problems: [],
      works: [{ slug: "film", duration: expect.any(Number) }],
    });
  });
});

/** Programs named node on the PATH that are too old for the command. */
function oldNodes(): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const programs = folders.map((path) => join(path, "node")).filter((path) => existsSync(path));
  return programs.filter((path) => {
    const version = execFileSync(path, ["--version"], { encoding: "utf8" });
    return Number.parseInt(version.slice(1), 10) < 22;
  });
}

const oneLine =
  /^videoteca needs Node 22\.13 or newer, and this is Node [\d.]+: install a newer one .*\n$/;

describe("on an older Node", () => {
  it("prints one line and exits with 1, whatever the command", async () => {
    const fake = join(folder, "fake.cjs");
    await writeFile(
      fake,
      'Object.defineProperty(process.versions, "node", { value: "22.12.0" });\n',
    );
    const command = join(installed, "dist/videoteca.cjs");
    const calls = [
      [process.execPath, "--require", fake, command],
      ...oldNodes().map((node) => [node, command]),
    ];
    for (const [program = "", ...args] of calls) {
      const { code, stdout, stderr } = await run(program, ...args, "check", ".");
      expect(stderr, program).toMatch(oneLine);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    }
  });
});

describe("npm link", () => {
  it("builds the command, which works in any folder, and prints one line on an older Node", async () => {
    const prefix = join(folder, "global");
    await mkdir(prefix);
    const env = commandEnvironment({ npm_config_prefix: prefix });
    const options = ["--offline", "--no-audit", "--no-fund"];
    const link = await runProgram("npm", ["link", ...options], root, env);
    expect(link.code, link.stderr).toBe(0);
    const command = join(prefix, "bin/videoteca");
    const version = await runProgram(process.execPath, [command, "--version"], folder, env);
    expect(version.stdout, version.stderr).toBe(`${packageJson.version}\n`);
    for (const node of oldNodes()) {
      const { code, stderr } = await runProgram(node, [command, "check", "."], folder, env);
      expect(stderr, node).toMatch(oneLine);
      expect(code).toBe(1);
    }
  });
});

describe("npm run videoteca", () => {
  it("takes paths from the folder in which npm was called, also with --prefix", async () => {
    const memo = join(folder, "memo");
    await mkdir(memo);
    await writeFile(join(memo, "document.yaml"), "kind: Document\nslug: memo\n");
    for (const args of [
      ["check", "."],
      ["check", "memo"],
    ]) {
      const run = ["--prefix", root, "run", "--silent", "videoteca", "--", ...args];
      const cwd = args[1] === "." ? memo : folder;
      const { stdout, stderr } = await runProgram("npm", run, cwd, commandEnvironment());
      expect(stdout, stderr).toMatch(/document\.yaml:1:1 .*\n[\s\S]*1 manifest, /);
    }
  });

  it("takes paths from the folder in which npm was called", async () => {
    const docs = join(root, "docs");
    const args = ["run", "--silent", "videoteca", "--", "check", "../media-manifests"];
    const { code, stdout, stderr } = await runProgram("npm", args, docs, commandEnvironment());
    expect(stdout, stderr).toMatch(/^Ready to publish: /);
    expect(code).toBe(0);
  });
});
