import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readManifests } from "../../../src/cli/manifests/read-manifests.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "large-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function errorsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const { problems } = await readManifests([folder]);
  return problems.filter(({ severity }) => severity === "error").map(({ message }) => message);
}

const start = "slug: large\ninLanguage: en\nstatus: draft\nname: { en: Large }";

describe("a text file that doesn't fit into the library's database has an error with its size", () => {
  it("if it is captions", async () => {
    const cue = (index: number) =>
      `${index}\n00:00:01,000 --> 00:00:02,000\n${"word ".repeat(8)}\n\n`;
    const text = Array.from({ length: 26_000 }, (_, index) => cue(index + 1)).join("");
    const manifest = `kind: Episode\n${start}\ncaptions: [{ inLanguage: en, kind: captions, file: en.srt }]\n`;
    expect(await errorsOf({ "episode.yaml": manifest, "en.srt": text })).toEqual([
      expect.stringMatching(
        /^en\.srt as WebVTT is [\d,]+ bytes large; at most 1,900,000 are allowed: shorten it/,
      ),
    ]);
  });

  it("if it is Markdown", async () => {
    const manifest = `kind: Document\n${start}\ntexts: [{ inLanguage: en, file: en.md }]\n`;
    expect(await errorsOf({ "document.yaml": manifest, "en.md": "x".repeat(1_900_001) })).toEqual([
      expect.stringMatching(/^en\.md is 1,900,001 bytes large; at most 1,900,000 are allowed/),
    ]);
  });
});
