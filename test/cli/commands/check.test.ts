import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readManifests } from "../../../src/cli/manifests/read-manifests.ts";
import { record } from "../../../src/records/schema/record.ts";
import { copyOfLibrary, root, videoteca } from "../run.ts";

const film = "library/how-did-we-get-here/criminalizing-migration";
const memo = "library/documents/a-second-chance-for-all";

let copy: Awaited<ReturnType<typeof copyOfLibrary>>;
const inCopy = (path: string) => join(copy.folder, path);

async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(inCopy(path), "utf8");
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${path} doesn't contain ${from}.`);
  await writeFile(inCopy(path), edited);
}

beforeAll(async () => {
  copy = await copyOfLibrary();
});
afterAll(() => copy.remove());

describe("check, on the library in this repository", () => {
  it("finds nothing to fix", async () => {
    const { code, stdout, stderr } = await videoteca(["check", "media-manifests"]);
    expect(stdout).toMatch(/^Ready to publish: \d+ manifests, 0 errors, 0 warnings\.\n$/);
    expect(stderr).toBe("");
    expect(code).toBe(0);
  });

  it("lists the works as JSON, with durations and files", async () => {
    const { code, stdout } = await videoteca(["check", "media-manifests", "--json"]);
    const { problems, works } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(problems).toEqual([]);
    const episode = works.find((work: { slug: string }) => work.slug === "criminalizing-migration");
    expect(episode).toMatchObject({ kind: "Episode", languages: ["en", "es", "vi"] });
    expect(episode.duration).toBeGreaterThan(10);
    const extensions = episode.blobs.map((blob: { extension: string }) => blob.extension);
    expect(extensions).toEqual(["webm", "mp4", "m4a", "webp", "vtt", "vtt", "vtt", "pdf", "txt"]);
  });

  it("accepts the folder of one episode, and reads its series from the folder above", async () => {
    const { code, stdout } = await videoteca(["check", film.replace("library", "media-manifests")]);
    expect(stdout).toBe("Ready to publish: 1 manifest, 0 errors, 0 warnings.\n");
    expect(code).toBe(0);
  });

  it("makes records that the server accepts, with captions as WebVTT", async () => {
    const { works } = await readManifests([join(root, "media-manifests")]);
    expect(works.length).toBeGreaterThan(5);
    for (const work of works) expect(record.parse(work.record)).toEqual(work.record);
    const blobs = works.flatMap((work) => work.blobs);
    const captions = blobs.filter(({ extension }) => extension === "vtt");
    const texts = captions.flatMap(({ madeText }) => (madeText === undefined ? [] : [madeText]));
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) expect(text).toMatch(/^WEBVTT\n\n/);
  });
});

describe("check, on a broken library", () => {
  it("lists all mistakes with their locations, and exits with 1", async () => {
    await edit(`${film}/episode.yaml`, "audioOnly:", "audioOnyl:");
    await edit(`${film}/episode.yaml`, "inLanguage: en #", "inLanguage: english #");
    const how = "library/how-did-we-get-here/demonstration-how-to-use-this-library";
    await rename(inCopy(`${how}/film.mp4`), inCopy(`${how}/flim.mp4`));
    await edit(`${how}/es.vtt`, /$/, "\n\n01:39:00.000 --> 01:39:02.000\nDemasiado tarde.\n");
    await edit(`${how}/vi.vtt`, /$/, "\n\n01:39:00,000 --> 01:39:02,000\nMuộn.\n");
    await writeFile(inCopy(`${memo}/document.yaml`), "kind: Document\nslug: [a\nstatus: draft\n");
    await writeFile(inCopy("library/series.yml"), "");

    const { code, stdout, stderr } = await videoteca(["check", "library"], copy.folder);
    const lines = stdout.trimEnd().split("\n");
    const find = async (path: string, text: string) => {
      const found = (await readFile(inCopy(path), "utf8")).split("\n");
      return `${path}:${found.findIndex((line) => line.includes(text)) + 1}`;
    };
    const expected = [
      [`${memo}/document.yaml:3:1`, "error", "this isn't valid YAML"],
      [await find(`${film}/episode.yaml`, "inLanguage: english"), "error", "write en"],
      [await find(`${film}/episode.yaml`, "audioOnyl"), "error", "did you mean `audioOnly`?"],
      [await find(`${how}/episode.yaml`, "film.mp4"), "error", "did you mean flim.mp4?"],
      [await find(`${how}/es.vtt`, "01:39:00.000"), "error", "but the film is"],
      [await find(`${how}/vi.vtt`, "01:39:00,000"), "error", "Write a full stop"],
      ["library/series.yml:1:1", "error", "rename it to series.yaml"],
    ] as const;
    for (const [place, severity, message] of expected) {
      const line = lines.find(
        (text) => text.startsWith(`${place}:`) || text.startsWith(`${place} `),
      );
      expect(line, `${place} in\n${stdout}`).toMatch(/^\S+:\d+:\d+ {2}(error|warning) {2}\S/);
      expect(line).toContain(`  ${severity}  `);
      expect(line).toContain(message);
    }
    expect(lines.at(-1)).toMatch(/^Not ready to publish: \d+ manifests, 7 errors, \d+ warn/);
    expect(stderr).toBe("");
    expect(code).toBe(1);
  });

  it("lists the same mistakes as JSON", async () => {
    const { code, stdout } = await videoteca(["check", "library", "--json"], copy.folder);
    const { problems } = JSON.parse(stdout);
    const errors = problems.filter((problem: { severity: string }) => problem.severity === "error");
    expect(errors).toHaveLength(7);
    expect(errors[0]).toEqual({
      file: expect.stringContaining("document.yaml"),
      line: expect.any(Number),
      column: expect.any(Number),
      severity: "error",
      message: expect.any(String),
    });
    expect(code).toBe(1);
  });

  it("stops plan and apply before they contact the server, even without a token", async () => {
    for (const command of ["plan", "apply"]) {
      const { code, stdout, stderr } = await videoteca([command, memo], copy.folder);
      expect(stdout).toContain("Not ready to publish");
      expect(stderr).toBe("");
      expect(code).toBe(1);
    }
  });

  it("says that a folder doesn't exist, or contains no manifest", async () => {
    const missing = await videoteca(["check", "nowhere"], copy.folder);
    expect(missing.stdout).toContain("nowhere:1:1  error  there is no such file or folder");
    expect(missing.code).toBe(1);
    const other = await videoteca(["check", inCopy(`${film}/film.webm`)]);
    expect(other.stdout).toContain("error  this isn't a manifest");
    await rm(inCopy(`${memo}/document.yaml`));
    const empty = await videoteca(["check", memo], copy.folder);
    expect(empty.stdout).toContain("error  there is no manifest in this folder");
    expect(empty.code).toBe(1);
  });

  it("refuses a manifest or a text that isn't UTF-8, which would lose characters", async () => {
    const folder = "library/documents/admin-platform-policy-memo";
    const yaml = await readFile(inCopy(`${folder}/document.yaml`));
    await writeFile(inCopy(`${folder}/en.md`), Buffer.from("Política", "latin1"));
    const text = await videoteca(["check", folder], copy.folder);
    expect(text.stdout).toMatch(/document\.yaml:\d+:\d+ {2}error {2}en\.md isn't UTF-8/);
    await writeFile(
      inCopy(`${folder}/document.yaml`),
      Buffer.concat([yaml, Buffer.from("# é", "latin1")]),
    );
    const manifest = await videoteca(["check", folder], copy.folder);
    expect(manifest.stdout).toContain("document.yaml:1:1  error  this file isn't UTF-8");
  });
});
