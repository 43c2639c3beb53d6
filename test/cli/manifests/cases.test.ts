import { copyFile, cp, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readManifests } from "../../../src/cli/manifests/read-manifests.ts";
import { root } from "../run.ts";

const cases = join(root, "test/fixtures/cases");
const film = join(root, "media-manifests/how-did-we-get-here/criminalizing-migration/film.mp4");

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
  await copyFile(film, join(folder, "film.mp4"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Copies a case beside the film. @returns each problem as its file, line, severity and message */
async function check(name?: string): Promise<string[]> {
  if (name !== undefined) await cp(join(cases, name), folder, { recursive: true });
  const { problems } = await readManifests([folder]);
  return problems.map(({ file, line, severity, message }) => {
    return `${file.slice(folder.length + 1)}:${line} ${severity} ${message}`;
  });
}

describe("check", () => {
  it("keeps a caption that is a number, and leaves out one that is empty", async () => {
    expect(await check("srt-number-text")).toEqual([
      "en.srt:11 warning This cue has no text. Remove it, or add the text that is heard.",
    ]);
    const { works } = await readManifests([folder]);
    const texts = works[0]?.blobs.flatMap(({ madeText }) => madeText ?? []).join();
    for (const text of ["1996", "Not sooner.", "This cue follows at once."]) {
      expect(texts).toContain(text);
    }
  });

  it("quotes values as they are written, and says to put them in quotes", async () => {
    const problems = await check("yaml-scalars");
    expect(problems).toEqual(
      ["1.50", "0o17", "2e5", "~", "0xFF", "true"].map((written) =>
        expect.stringContaining(`put it in quotes, "${written}"`),
      ),
    );
  });

  it("reports the errors of manifest, film, picture and document in one run", async () => {
    await writeFile(join(folder, "film.mp4"), (await readFile(film)).subarray(0, 50_000));
    await writeFile(join(folder, "poster.png"), await readFile(film));
    await writeFile(join(folder, "guide.docx"), "PK");
    const errors = (await check("all-at-once")).filter((one) => one.includes(" error "));
    expect(errors).toEqual([
      expect.stringContaining("there are no captions at all"),
      expect.stringContaining('put it in quotes, "12"'),
      expect.stringContaining("film.mp4 is truncated"),
      expect.stringContaining("poster.png is MP4 or QuickTime, not PNG"),
      expect.stringContaining("guide.docx isn't a Word document"),
      expect.stringContaining("did you mean `keywords`?"),
    ]);
  });

  it("finds files in NFD that the manifest names in NFC", async () => {
    await check("yaml-scalars");
    const manifest = await readFile(join(cases, "srt-number-text/episode.yaml"), "utf8");
    await writeFile(
      join(folder, "episode.yaml"),
      manifest.replace("en.srt", "phụ đề.vtt".normalize("NFC")),
    );
    await rename(join(folder, "en.vtt"), join(folder, "phụ đề.vtt".normalize("NFD")));
    expect(await check()).toEqual([]);
  });

  it("needs neither captions nor a title in its language for a film without speech", async () => {
    expect(await check("no-speech")).toEqual([]);
  });
});
