import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { confirmChange, requireTerminal } from "../../../src/cli/output/questions.ts";
import { videoteca } from "../run.ts";
import { atTerminal } from "./terminal.ts";

const { url, token } = inject("library");
const environment = { VIDEOTECA_URL: url, VIDEOTECA_TOKEN: token };
const noTerminal = "There is no terminal here to ask on: give --yes.";
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-questions-"));
  await writeFile(
    join(folder, "document.yaml"),
    "kind: Document\nslug: never-published\ninLanguage: en\nstatus: draft\nname: { en: Never }\ntexts: [{ inLanguage: en, file: en.md }]\n",
  );
  await writeFile(join(folder, "en.md"), "# Never\n\nThe text of a test.\n");
});
afterEach(() => rm(folder, { recursive: true }));

describe("a question without a terminal", () => {
  it("ends the command, and names the option that answers it", async () => {
    expect(() => requireTerminal("--url https://…")).toThrow(
      "There is no terminal here to ask on: give --url https://….",
    );
    await expect(confirmChange("Delete?", "Nothing was deleted.", {})).rejects.toThrow(noTerminal);
  });

  it("isn't asked with --json even at a terminal, because programs read the output", async () => {
    await expect(confirmChange("Delete?", "Nothing was deleted.", { json: true })).rejects.toThrow(
      "With --json no questions are asked: give --yes.",
    );
  });

  it("isn't needed with --yes", async () => {
    expect(await confirmChange("Delete?", "Nothing was deleted.", { yes: true })).toBe(true);
    expect(await confirmChange("Delete?", "", { yes: true, json: true })).toBe(true);
  });

  it("keeps apply from publishing", async () => {
    const { code, stdout, stderr } = await videoteca(["apply", "."], folder, environment);
    expect(stdout).toContain("+ create     never-published");
    expect(stderr).toBe(`${noTerminal}\n`);
    expect(code).toBe(1);
  });
});

describe("a question at a terminal", () => {
  it.each([
    ["n", "an answer of no"],
    ["", "Enter alone"],
    ["\u0003", "Ctrl-C"],
  ])("is declined by %j (%s)", async (typed) => {
    const answers: [string, string][] = [["Publish? (y/N)", `${typed}\r`]];
    const { code, screen } = await atTerminal(["apply", "."], answers, {
      cwd: folder,
      environment,
    });
    expect(screen).toContain("Nothing was published.");
    expect(code).toBe(1);
  });
});
