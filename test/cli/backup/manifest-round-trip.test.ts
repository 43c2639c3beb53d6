import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readManifests } from "../../../src/cli/manifests/read-manifests.ts";
import { exportFileNames } from "../../../src/manifest/export-file-names.ts";
import { manifestFileName } from "../../../src/manifest/schema.ts";
import { toManifest } from "../../../src/manifest/to-manifest.ts";
import { root } from "../run.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("every work of the library, written as a manifest with its files, becomes the same record again", async () => {
  const { works } = await readManifests([join(root, "media-manifests")]);
  for (const { record, blobs } of works) {
    const names = exportFileNames(record);
    const workFolder = join(folder, record.slug);
    await mkdir(workFolder);
    await writeFile(join(workFolder, manifestFileName(record.kind)), toManifest(record, names));
    for (const { sha256, path, madeText } of blobs) {
      const name = names.get(sha256);
      // What a PDF says is read from the PDF again.
      if (name === undefined) continue;
      const file = join(workFolder, name);
      await (madeText === undefined ? copyFile(path, file) : writeFile(file, madeText));
    }
  }
  const again = await readManifests([folder]);
  expect(again.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const digests = (loaded: typeof works) =>
    new Map(loaded.map(({ record, digest }) => [record.slug, digest]));
  expect(digests(again.works)).toEqual(digests(works));
});
