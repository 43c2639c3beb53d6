import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeFiles } from "../../../src/cli/manifests/node-files.ts";
import { readManifests } from "../../../src/cli/manifests/read-manifests.ts";
import { inspectFile } from "../../../src/inspection/inspect-file.ts";
import { root } from "../run.ts";
import { readBoxes, remux } from "./film-fixtures.ts";

const demo = join(root, "media-manifests/how-did-we-get-here/criminalizing-migration");
const fixtures = join(import.meta.dirname, "fixtures");

let folder = "";
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The message for a file that can't be published. */
async function errorOf(name: string, content: "film" | "sound" = "film"): Promise<string> {
  const { details, problems } = await inspectFile(nodeFiles, { name, content, path: [] }, folder);
  expect(details).toBeUndefined();
  expect(problems).toEqual([{ severity: "error", message: expect.stringContaining(name) }]);
  return problems[0]?.message ?? "";
}

describe("the error of a file that can't be published gives its name and what to do", () => {
  it("if it isn't what its name says", async () => {
    await writeFile(at("text.mp4"), "not a film");
    expect(await errorOf("text.mp4")).toBe("text.mp4 can't be read as MP4: export it again");
    await copyFile(join(demo, "film.webm"), at("webm.mp4"));
    expect(await errorOf("webm.mp4")).toBe(
      "webm.mp4 is WebM, not MP4: export it as MP4, or convert it with `videoteca prepare`",
    );
    await copyFile(join(fixtures, "prores.mov"), at("mov.mp4"));
    expect(await errorOf("mov.mp4")).toMatch(/^mov\.mp4 is QuickTime, not MP4: export/);
  });

  it("if its end is missing", async () => {
    for (const name of ["film.webm", "film.mp4", "film.m4a"]) {
      const whole = await readFile(join(demo, name));
      await writeFile(at(name), whole.subarray(0, whole.length - 50_000));
      const content = name.endsWith("m4a") ? "sound" : "film";
      const error = await errorOf(name, content);
      expect(error).toBe(
        `${name} is truncated, 50 kB are missing at its end: copy or export it again`,
      );
    }
  });

  it("if its recording was never finished", async () => {
    await remux(join(demo, "film.mp4"), at("slow.mp4"));
    const { ftyp, data, dataStart } = await readBoxes(at("slow.mp4"));
    const start = (await readFile(at("slow.mp4"))).subarray(0, dataStart + data.length);
    await writeFile(at("unfinished.mp4"), start);
    expect(start.subarray(0, ftyp.length).equals(ftyp)).toBe(true);
    expect(await errorOf("unfinished.mp4")).toMatch(
      /^unfinished\.mp4 has no index, .*; copy or export it again$/,
    );
  });

  it("if it is broken inside", async () => {
    const whole = await readFile(join(demo, "film.mp4"));
    whole.fill(0xff, whole.indexOf("mvhd"), whole.indexOf("mdat") - 4);
    await writeFile(at("broken.mp4"), whole);
    expect(await errorOf("broken.mp4")).toMatch(/^broken\.mp4 is broken \(.*\): export it again$/);
  });

  it("if it has no picture, but the manifest names it as a film", async () => {
    await copyFile(join(demo, "film.m4a"), at("sound.mp4"));
    expect(await errorOf("sound.mp4")).toBe("sound.mp4 has no picture: name it under `audioOnly`");
  });
});

describe("a codec that not every browser plays", () => {
  const manifest = (status: string, films: string, more = "") => `kind: Episode
slug: odd
inLanguage: en
status: ${status}
name: { en: Odd }
video: [${films}]
audioDescription: { mode: integrated }
captions: [{ inLanguage: en, kind: captions, file: en.vtt }]
license: CC-BY-4.0
${more}`;

  async function problemsOf(yaml: string): Promise<string[]> {
    await writeFile(at("episode.yaml"), yaml);
    await writeFile(at("en.vtt"), "WEBVTT\n\n00:00.000 --> 00:01.000\nA tone.\n");
    const { problems } = await readManifests([at("episode.yaml")]);
    return problems.map(({ line, severity, message }) => `${line} ${severity} ${message}`);
  }

  it.each([
    ["hevc.mp4", "H.265 (HEVC)"],
    ["mpeg2.mp4", "MPEG-2 or MPEG-4 Visual"],
    ["ac3.mp4", "a film with AC-3 (Dolby Digital) sound"],
    ["ten-bit.mp4", "H.264 with more than 8 bits or full color"],
  ])("prevents publishing a film that is only %s, but not a draft", async (name, format) => {
    await copyFile(join(fixtures, name), at(name));
    const message = `${name} is ${format}, which not every browser plays, and there is no other file to use instead: export it as H.264 with AAC, or make such a file with \`videoteca prepare\``;
    const film = `{ file: ${name} }`;
    expect(await problemsOf(manifest("published", film))).toEqual([`6 error ${message}`]);
    expect(await problemsOf(manifest("draft", film))).toEqual([`6 warning ${message}`]);
  });

  it("is only a note if every browser plays another file of the film", async () => {
    await copyFile(join(fixtures, "hevc.mp4"), at("hevc.mp4"));
    await copyFile(join(fixtures, "turned.mp4"), at("turned.mp4"));
    const films = "{ file: hevc.mp4 }, { file: turned.mp4 }";
    expect(await problemsOf(manifest("published", films))).toEqual([
      "6 note hevc.mp4 is H.265 (HEVC): browsers that can't play it use another file of this film",
    ]);
  });

  it("prevents publishing an audio file, too", async () => {
    await copyFile(join(fixtures, "alac.m4a"), at("alac.m4a"));
    const yaml = manifest("published", "", "audioOnly: { file: alac.m4a }\n");
    expect(await problemsOf(yaml)).toEqual([
      "10 error alac.m4a is Apple Lossless, which not every browser plays, and there is no other file to use instead: export it as AAC (.m4a)",
    ]);
  });

  it("isn't H.264, VP9, AAC or Opus in their usual variants", async () => {
    await copyFile(join(demo, "film.m4a"), at("whole.m4a"));
    await copyFile(join(demo, "film.webm"), at("whole.webm"));
    await copyFile(join(demo, "film.mp4"), at("whole.mp4"));
    const films = "{ file: whole.webm }, { file: whole.mp4 }";
    const yaml = manifest("published", films, "audioOnly: { file: whole.m4a }\n");
    expect(await problemsOf(yaml)).toEqual([]);
  });
});

it("sound that begins late by its edit list is told: browsers skip what is before it", async () => {
  const reference = { name: "late.m4a", content: "sound", path: [] } as const;
  const { problems } = await inspectFile(nodeFiles, reference, fixtures);
  expect(problems).toEqual([
    {
      severity: "warning",
      message:
        "late.m4a begins with 2.9 seconds without sound, which browsers skip, so captions come too late: `videoteca prepare --force` makes a file with silence there",
    },
  ]);
});
