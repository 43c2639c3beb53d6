import { copyFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findJobs } from "../../../src/cli/prepare/find-jobs.ts";
import { manifestLines } from "../../../src/cli/prepare/manifest-lines.ts";
import { root, videoteca } from "../run.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("prepare without ffmpeg", () => {
  it("says how to install it and what works without it, and exits with 1", async () => {
    const { code, stdout, stderr } = await videoteca(["prepare", "media-manifests"], root, {
      PATH: join(folder, "nothing-here"),
    });
    expect(stdout).toBe("");
    for (const text of ["apt install ffmpeg", "brew install", "winget install", "Without it"]) {
      expect(stderr).toContain(text);
    }
    expect(code).toBe(1);
  });

  it("has help with examples and exit codes", async () => {
    const { code, stdout } = await videoteca(["prepare", "--help"]);
    for (const text of ["--dry-run", "--force", "Exit codes:", "Examples:"]) {
      expect(stdout).toContain(text);
    }
    expect(code).toBe(0);
  });
});

describe("the source of prepare", () => {
  it("is the largest film in the manifest's folder, whether the manifest names it or not", async () => {
    const films = join(root, "media-manifests/how-did-we-get-here/criminalizing-migration");
    await copyFile(join(films, "film.mp4"), join(folder, "camera.mp4"));
    await copyFile(
      join(import.meta.dirname, "../media/fixtures/turned.mp4"),
      join(folder, "small.mp4"),
    );
    const yaml =
      "kind: Episode\ninLanguage: es\nvideo: [{ file: small.mp4 }, { file: film.mp4 }]\n";
    await writeFile(join(folder, "episode.yaml"), yaml);
    const [job, another] = await findJobs([folder]);
    expect(another).toBeUndefined();
    expect(job?.source).toBe(join(folder, "camera.mp4"));
    expect(job?.existing.manifestFiles).toEqual({
      inLanguage: "es",
      video: ["small.mp4", "film.mp4"],
    });
    expect([...(job?.existing.fileNames ?? [])].sort()).toEqual((await readdir(folder)).sort());
  });

  it("is found in either Unicode form of its name, and the plan names the file on the disk", async () => {
    const inNfd = "canción.mp4".normalize("NFD");
    const accents = await mkdtemp(join(folder, "accents-"));
    await copyFile(join(folder, "small.mp4"), join(accents, inNfd));
    const yaml = `kind: Episode\nvideo: [{ file: ${inNfd.normalize("NFC")} }]\n`;
    await writeFile(join(accents, "episode.yaml"), yaml);
    const [job] = await findJobs([accents]);
    expect(job?.source).toBe(join(accents, inNfd));
    expect(job?.existing.manifestFiles?.video).toEqual([inNfd]);
    expect([...(job?.existing.mediaInfo.keys() ?? [])]).toEqual([inNfd]);
  });

  it("is the film that is given", async () => {
    const [job] = await findJobs([join(folder, "small.mp4")]);
    expect(job).toMatchObject({ source: join(folder, "small.mp4"), folder });
    expect(job?.manifest).toBe(join(folder, "episode.yaml"));
  });

  it("is an error if there is no film or no such path", async () => {
    await expect(findJobs([join(folder, "nowhere")])).rejects.toThrow("there is no such file");
    const empty = await mkdtemp(join(folder, "empty-"));
    await writeFile(join(empty, "episode.yaml"), "kind: Episode\n");
    await expect(findJobs([empty])).rejects.toThrow("there is no film in this folder");
    await writeFile(join(empty, "episode.yaml"), "kind: [a\n");
    await expect(findJobs([empty])).rejects.toThrow("run `videoteca check` to see what is wrong");
  });
});

describe("the lines to write into the manifest", () => {
  const made = [
    { kind: "film", name: "f-720p.mp4", shortSide: 720 },
    { kind: "sound", name: "my sound.m4a" },
    { kind: "poster", name: "poster.webp" },
  ] as const;

  it("name the new files and the films that it names already", () => {
    const named = { inLanguage: "vi", video: ["film.webm"], poster: "poster.webp" };
    expect(manifestLines(named, made)).toEqual([
      "video:",
      "  - { file: film.webm }",
      "  - { file: f-720p.mp4 }",
      'audioOnly: { file: "my sound.m4a" }',
    ]);
  });

  it("are none if the manifest names all files", () => {
    const named = {
      inLanguage: "vi",
      video: ["f-720p.mp4"],
      audioOnly: "my sound.m4a",
      poster: "poster.webp",
    };
    expect(manifestLines(named, made)).toEqual([]);
  });

  it("ask for a description of a new poster in the film's language", () => {
    expect(manifestLines({ inLanguage: "vi", video: [] }, made.slice(2))).toEqual([
      "poster:",
      "  file: poster.webp",
      expect.stringMatching(/^ {2}alt: \{ vi: "…" \} #/),
    ]);
  });
});
