import { execFile } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { root } from "../../scripts/local.ts";
import { makeIfChanged, sources } from "../../scripts/make-if-changed.ts";
import { copyTree } from "../browser/support/copied-tree.ts";

let folder: string;
let made = 0;
beforeEach(() => {
  made = 0;
  folder = mkdtempSync(join(tmpdir(), "videoteca-make-"));
  mkdirSync(join(folder, "src/part"), { recursive: true });
  writeFileSync(join(folder, "src/a.ts"), "a");
  writeFileSync(join(folder, "src/part/b.css"), "b");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Makes out/all.txt of all in src/, and another file that never changes. */
function makeAll(settings = "", meanwhile?: () => void): Promise<void> {
  return makeIfChanged({
    note: "notes/all.txt",
    inputs: ["src/**/*"],
    outputs: ["out/*"],
    settings,
    folder,
    async make() {
      made += 1;
      const files = globSync("src/**/*.*", { cwd: folder }).sort();
      const texts = files.map((path) => readFileSync(join(folder, path), "utf8"));
      meanwhile?.();
      mkdirSync(join(folder, "out"), { recursive: true });
      writeFileSync(join(folder, "out/all.txt"), files.join() + texts.join() + settings);
      writeFileSync(join(folder, "out/other.txt"), "other");
    },
  });
}

describe("What is built", () => {
  test("isn't built again of the same files", async () => {
    await makeAll();
    writeFileSync(join(folder, "src/a.ts"), "a");
    writeFileSync(join(folder, "unrelated.ts"), "text");
    await makeAll();
    expect(made).toBe(1);
  });

  test.each<[string, () => void]>([
    ["a file changes", () => writeFileSync(join(folder, "src/part/b.css"), "c")],
    ["a file comes", () => writeFileSync(join(folder, "src/part/c.css"), "")],
    ["a file goes", () => rmSync(join(folder, "src/a.ts"))],
    [
      "a file gets another name",
      () => {
        rmSync(join(folder, "src/a.ts"));
        writeFileSync(join(folder, "src/z.ts"), "a");
      },
    ],
    ["an output is missing", () => rmSync(join(folder, "out/other.txt"))],
    ["an output was overwritten", () => writeFileSync(join(folder, "out/all.txt"), "half")],
    ["the outputs are gone", () => rmSync(join(folder, "out"), { recursive: true })],
    ["the note is gone", () => rmSync(join(folder, "notes"), { recursive: true })],
  ])("is built again if %s", async (_, change) => {
    await makeAll();
    change();
    await makeAll();
    expect(made).toBe(2);
    await makeAll();
    expect(made).toBe(2);
  });

  test("is built again for other settings, and of files that changed while it was built", async () => {
    await makeAll();
    await makeAll("readable");
    expect(made).toBe(2);
    await makeAll("minified", () => writeFileSync(join(folder, "src/a.ts"), "changed"));
    await makeAll("minified");
    expect(made).toBe(4);
    expect(readFileSync(join(folder, "out/all.txt"), "utf8")).toContain("changed");
  });

  test("is built again after a build that failed", async () => {
    await makeAll();
    writeFileSync(join(folder, "src/a.ts"), "broken");
    const failing = makeAll("", () => {
      throw new Error("It can't be built.");
    });
    await expect(failing).rejects.toThrow("It can't be built.");
    await makeAll();
    expect(made).toBe(3);
  });

  test("is made of every file that a script of the build reads, and of npm's lists of packages", () => {
    const read = globSync([...sources], { cwd: root });
    for (const path of [
      "src/worker.ts",
      "src/player/client/watch.ts",
      "src/player/client/tsconfig.json",
      "src/pages/layout/site.css",
      "src/console/client/_headers",
      "src/cli/launcher.cjs",
      "scripts/browser-parts.ts",
      "docs/problems.md",
      "media-manifests/schema/episode.schema.json",
      "package.json",
      "package-lock.json",
      "node_modules/.package-lock.json",
      "tsconfig.json",
    ]) {
      expect(read).toContain(path);
    }
  });
});

/** Runs a script that may read, but neither write nor start a process such as esbuild; what it said. */
function runReading(script: string, folder: string): Promise<string> {
  const command = ["--permission", "--allow-fs-read=*", join(folder, "scripts", script)];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: folder }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

test.each(["build.ts", "build-cli.ts"])(
  "scripts/%s builds nothing where nothing has changed",
  async (script) => {
    expect(await runReading(script, root)).toBe("");
  },
);

test("scripts/build.ts builds in a copy where a style sheet has changed, and only there", async () => {
  const tree = copyTree();
  expect(await runReading("build.ts", tree.root)).toBe("");
  tree.edit("src/pages/layout/site.css", (text) => `${text}\n.new { color: red }`);
  expect(await runReading("build.ts", tree.root)).toContain("ERR_ACCESS_DENIED");
  tree.remove();
});
