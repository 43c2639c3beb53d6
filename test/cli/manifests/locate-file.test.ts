import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeFiles } from "../../../src/cli/manifests/node-files.ts";
import { locateFile } from "../../../src/inspection/locate-file.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
  await mkdir(join(folder, "đề tài".normalize("NFD")));
  await mkdir(join(folder, "empty"));
  for (const name of [
    "Phụ đề.vtt".normalize("NFD"),
    "Guía.pdf".normalize("NFC"),
    "Film.MP4",
    join("đề tài".normalize("NFD"), "tệp.md"),
  ]) {
    await writeFile(join(folder, name), "x");
  }
  await writeFile(join(folder, "none.md"), "");
  await symlink(join(folder, "gone"), join(folder, "link.md"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("a file that a manifest names", () => {
  it.each([
    ["in NFC and is in NFD", "Phụ đề.vtt".normalize("NFC"), "Phụ đề.vtt".normalize("NFD")],
    ["in NFD and is in NFC", "Guía.pdf".normalize("NFD"), "Guía.pdf".normalize("NFC")],
    ["in the same form", "Phụ đề.vtt".normalize("NFD"), "Phụ đề.vtt".normalize("NFD")],
    [
      "in a subfolder of the other form",
      "./đề tài/tệp.md".normalize("NFC"),
      join("đề tài".normalize("NFD"), "tệp.md"),
    ],
  ])("is found if it is written %s", async (_, name, actual) => {
    const path = join(folder, actual);
    expect(await locateFile(nodeFiles, folder, name)).toMatchObject({
      path,
      size: 1,
      problems: [],
    });
  });

  it.each([
    ["film.mp4", "the file film.mp4 is called Film.MP4: capital and small letters"],
    ["Phu đề.vtt", `did you mean ${"Phụ đề.vtt".normalize("NFD")}?`],
    ["đề tài/tep.md".normalize("NFC"), `did you mean ${"đề tài".normalize("NFD")}/tệp.md?`],
    ["nothing-like-it.pdf", "the file nothing-like-it.pdf doesn't exist: put it in"],
    ["empty", "empty is a folder: name a file"],
    ["none.md", "none.md is empty: save or copy it again"],
    ["link.md", "link.md is a symbolic link to a file that doesn't exist"],
  ])("has an error with advice if it is %s", async (name, message) => {
    const { path, problems } = await locateFile(nodeFiles, folder, name);
    expect(path).toBeUndefined();
    expect(problems).toEqual([{ severity: "error", message: expect.stringContaining(message) }]);
  });
});
