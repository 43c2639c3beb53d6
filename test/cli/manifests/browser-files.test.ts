import {
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeFiles } from "../../../src/cli/manifests/node-files.ts";
import { folderOfDraft } from "../../../src/console/client/publish/draft/folder.ts";
import { draftOfWork } from "../../../src/console/client/publish/draft/from-work.ts";
import { browserFiles } from "../../../src/console/client/publish/files/browser-files.ts";
import { rootsOf } from "../../../src/console/client/publish/files/given.ts";
import { digestOfBlob } from "../../../src/console/client/shared/digest-of-blob.ts";
import { readManifests } from "../../../src/inspection/read-manifests.ts";
import { root } from "../run.ts";

/** A folder that was dropped into the console gives the same list as `videoteca check`, word for word. */

const film = join(root, "media-manifests/how-did-we-get-here/criminalizing-migration/film.mp4");
let parent = "";
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "videoteca-"));
});
afterAll(() => rm(parent, { recursive: true }));

/** Reads a folder both ways, named as it is seen from the folder above it. */
async function readBothWays(folder: string) {
  const entries = await readdir(join(parent, folder), { recursive: true, withFileTypes: true });
  const files = new Map<string, File>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(relative(parent, path), new File([await readFile(path)], entry.name));
  }
  const onDisk = await readManifests(nodeFiles, [join(parent, folder)]);
  const inBrowser = await readManifests(browserFiles(files, digestOfBlob), rootsOf(files));
  const shorten = (text: string) => text.replaceAll(`${parent}/`, "");
  return {
    onDisk: onDisk.problems.map((one) => ({
      ...one,
      file: shorten(one.file),
      message: shorten(one.message),
    })),
    inBrowser: inBrowser.problems,
    recordsOnDisk: onDisk.works.map(({ record, digest }) => ({ record, digest })),
    recordsInBrowser: inBrowser.works.map(({ record, digest }) => ({ record, digest })),
    counts: [onDisk.manifestCount, inBrowser.manifestCount],
  };
}

describe("a folder in the browser", () => {
  test.each(["all-at-once", "no-speech", "srt-number-text", "yaml-scalars"])(
    "has the same mistakes as on a disk: %s",
    async (name) => {
      await cp(join(root, "test/fixtures/cases", name), join(parent, name), { recursive: true });
      await copyFile(film, join(parent, name, "film.mp4"));
      if (name === "all-at-once") {
        await truncate(join(parent, name, "film.mp4"), 50_000);
        await copyFile(film, join(parent, name, "poster.png"));
        await writeFile(join(parent, name, "guide.docx"), "PK");
      }
      const { onDisk, inBrowser, recordsOnDisk, recordsInBrowser } = await readBothWays(name);
      expect(inBrowser).toEqual(onDisk);
      expect(recordsInBrowser).toEqual(recordsOnDisk);
      if (name === "all-at-once") expect(inBrowser.length).toBeGreaterThan(5);
    },
  );

  test("has the same mistakes where files are missing, empty, folders, misnamed or not UTF-8", async () => {
    const folder = join(parent, "wrong");
    await mkdir(join(folder, "a-folder.pdf"), { recursive: true });
    await mkdir(join(folder, "schema"));
    await mkdir(join(folder, ".hidden"));
    await mkdir(join(folder, "series/part"), { recursive: true });
    const manifest = `kind: Document
slug: wrong
inLanguage: en
status: published
name: { en: Wrong }
texts: [{ inLanguage: en, file: EN.md }, { inLanguage: es, file: empty.md }]
attachments:
  - { file: a-folder.pdf, inLanguage: en, name: { en: A folder } }
`;
    await writeFile(join(folder, "document.yaml"), manifest);
    await writeFile(join(folder, "en.md"), "# Right");
    await writeFile(join(folder, "empty.md"), "");
    await writeFile(join(folder, "a-folder.pdf/in-it.txt"), "x");
    await writeFile(join(folder, "schema/episode.yaml"), "kind: Nothing");
    await writeFile(join(folder, ".hidden/episode.yaml"), "kind: Nothing");
    await writeFile(join(folder, "Episode.yml"), "kind: Episode");
    await writeFile(join(folder, "series/series.yaml"), Buffer.from([0x6b, 0xff, 0xfe]));
    await writeFile(join(folder, "series/part/episode.yaml"), "kind: Episode\nslug: part\n");
    await writeFile(join(folder, "series/part/film.mov"), "x");
    const { onDisk, inBrowser, counts } = await readBothWays("wrong");
    expect(inBrowser).toEqual(onDisk);
    expect(inBrowser.length).toBeGreaterThan(5);
    expect(counts).toEqual([3, 3]);
  });

  test.each([
    "how-did-we-get-here/criminalizing-migration",
    "documents/dhs-deportation-priorities-memo-explainer",
  ])(
    "that the form makes of a published work gives the same record, without its film: %s",
    async (work) => {
      const source = join(root, "media-manifests", work);
      const [loaded] = (await readManifests(nodeFiles, [source])).works;
      if (loaded === undefined) throw new Error(`${work} has mistakes.`);
      const { record, digest, blobs } = loaded;
      const read = async ({ sha256 }: { readonly sha256: string }) => {
        const { path = "", madeText } = blobs.find((one) => one.sha256 === sha256) ?? {};
        return new Blob([madeText ?? (await readFile(path))]);
      };
      const library = { id: "library", url: "https://library.example" };
      const draft = await draftOfWork({ record, revision: 3, digest }, read, library);
      expect([...draft.files.keys()].filter((name) => /\.(webm|mp4|m4a|pdf)$/.test(name))).toEqual(
        [],
      );
      const { files, known } = folderOfDraft(draft);
      const tree = browserFiles(files, digestOfBlob, known);
      const again = await readManifests(tree, rootsOf(files));
      expect(again.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(again.works.map((one) => one.digest)).toEqual([digest]);
      const { libraries } = await tree.readMemory(record.slug);
      expect(libraries.library?.works[record.slug]).toEqual({ revision: 3, digest });
    },
  );

  test("gives the same records: a film whose index comes last too", async () => {
    const folder = "criminalizing-migration";
    const source = join(root, "media-manifests/how-did-we-get-here", folder);
    await cp(source, join(parent, folder), { recursive: true });
    const { recordsOnDisk, recordsInBrowser, onDisk, inBrowser } = await readBothWays(folder);
    expect(recordsInBrowser).toEqual(recordsOnDisk);
    expect(recordsInBrowser).toHaveLength(1);
    expect(inBrowser).toEqual(onDisk);
  });
});
