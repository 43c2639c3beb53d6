import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { commandEnvironment, commandFile, root, runProgram } from "../run.ts";

/** A reader that closes its pipe early: real pipes of a shell. */

const { url, token } = inject("library");
let folder = "";

/** Runs a line of Bash with `videoteca` in it. @returns its output, and the exit code of each program */
async function bash(line: string) {
  const script = `videoteca() { "${process.execPath}" "${commandFile}" "$@"; }; ${line}; echo "\${PIPESTATUS[*]}" >&3`;
  const env = commandEnvironment({ VIDEOTECA_URL: url, VIDEOTECA_TOKEN: token });
  return runProgram("bash", ["-c", `exec 3>&1; ${script}`], folder, env);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-pipe-"));
  // More output than a pipe holds (64 kB on Linux): a line for each file that is missing.
  const missing = Array.from({ length: 50 }, (_, number) => {
    const file = `${"a-long-name-".repeat(8)}${number}.pdf`;
    return `  - { file: ${file}, inLanguage: en, name: { en: A guide } }\n`;
  });
  for (let number = 0; number < 10; number += 1) {
    const work = join(folder, "many", `work-${number}`);
    await mkdir(work, { recursive: true });
    await writeFile(
      join(work, "episode.yaml"),
      `kind: Episode\nslug: work-${number}\ninLanguage: zxx\nstatus: draft\nname: { en: A film }\nvideo: [{ file: film.webm }]\nattachments:\n${missing.join("")}`,
    );
  }
  const { stdout } = await bash("videoteca check many");
  expect(stdout.length).toBeGreaterThan(2 ** 16);
});
afterAll(() => rm(folder, { recursive: true }));

describe("a reader that closes its pipe early", () => {
  it.each([
    ["videoteca check many | head -n 1", /^many\/work-0\/episode\.yaml.*\n1 0\n$/],
    ["videoteca check many --json | head -c 10", /^\{[\s\S]{9}1 0\n$/],
    ["videoteca check many | true", /^1 0\n$/],
    ["videoteca check many --json | true", /^1 0\n$/],
    [`videoteca plan "${root}/media-manifests" | head -n 1`, /\n[02] 0\n$/],
    ["videoteca status | head -n 1", /^.+\n0 0\n$/],
    ["videoteca status --json | true", /^0 0\n$/],
    ["videoteca --help | true", /^0 0\n$/],
  ])("ends `%s` quietly, with its own exit code", async (line, output) => {
    const { stdout, stderr } = await bash(line);
    expect(stderr).toBe("");
    expect(stdout).toMatch(output);
  });

  it("of standard error changes nothing either", async () => {
    const { stdout, stderr } = await bash(
      "videoteca preview no-such-work 2>&1 >/dev/null | true; videoteca nonsense 2>&1 | true",
    );
    expect(stderr).toBe("");
    expect(stdout).toBe("1 0\n");
  });

  it("doesn't interrupt a change", async () => {
    const name = `pipe-${process.pid}`;
    await mkdir(join(folder, "piped"));
    await writeFile(
      join(folder, "piped/document.yaml"),
      `kind: Document\nslug: ${name}\ninLanguage: en\nstatus: draft\nname: { en: Piped }\ntexts: [{ inLanguage: en, file: en.md }]\n`,
    );
    await writeFile(join(folder, "piped/en.md"), "# Piped\n\nA text of a test.\n");
    const { stdout, stderr } = await bash("videoteca apply piped --yes | true");
    expect({ stdout, stderr }).toEqual({ stdout: "0 0\n", stderr: "" });
    expect((await bash(`videoteca status ${name} | cat`)).stdout).toContain(name);
  });

  it("isn't a full disk: that is an error", async () => {
    const { stdout, stderr } = await bash("videoteca check many > /dev/full");
    expect(stderr).toMatch(/^ENOSPC: [^\n]+\n$/);
    expect(stdout).toBe("1\n");
  });
});
