import { execFileSync } from "node:child_process";
import { copyFile, cp, mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readManifests } from "../../../src/cli/manifests/read-manifests.ts";
import { openBlob } from "../../../src/cli/upload/open-blob.ts";
import { formatLocation } from "../../../src/manifest/errors/problem.ts";
import { root, videoteca } from "../run.ts";

const film = join(root, "media-manifests/how-did-we-get-here/criminalizing-migration");

/** Every kind of file that a manifest can name: the manifest with it, and the file's name. */
const kinds: Readonly<Record<string, { manifest: string; name: string; original: string }>> = {
  video: episode("video: [{ file: film.webm }]", "film.webm"),
  audioOnly: episode("audioOnly: { file: film.m4a }", "film.m4a"),
  poster: episode("poster: { file: poster.webp, alt: { en: A } }", "poster.webp"),
  captions: episode(
    "captions: [{ inLanguage: en, kind: captions, file: en.vtt, origin: human }]",
    "en.vtt",
  ),
  "an attachment": episode(
    "attachments: [{ file: discussion-guide.pdf, inLanguage: en, name: { en: A } }]",
    "discussion-guide.pdf",
  ),
  "a described film": episode(
    "audioDescription: { mode: file, file: film.mp4, inLanguage: en }",
    "film.mp4",
  ),
  "a description track": episode(
    "audioDescription: { mode: track, file: vi.vtt, inLanguage: en }",
    "vi.vtt",
  ),
  "a text": {
    manifest:
      "kind: Document\nslug: outside\ninLanguage: en\nstatus: draft\nname: { en: A }\ntexts: [{ inLanguage: en, file: en.md }]\n",
    name: "en.md",
    original: join(root, "media-manifests/documents/a-second-chance-for-all/en.md"),
  },
  "the library's logo": {
    manifest:
      "kind: Library\ninLanguage: en\nname: { en: A }\ninterfaceLanguages: [en]\npublisher: { name: { en: A } }\nlogo: { file: poster.webp, alt: { en: A } }\n",
    name: "poster.webp",
    original: join(film, "poster.webp"),
  },
};

function episode(field: string, name: string) {
  const manifest = `kind: Episode\nslug: outside\ninLanguage: en\nstatus: draft\nname: { en: A }\n${field}\n`;
  return { manifest, name, original: join(film, name) };
}

const manifestNames = {
  Episode: "episode.yaml",
  Document: "document.yaml",
  Library: "library.yaml",
};

function manifestName(manifest: string): string {
  const [, kind = ""] = /^kind: (\w+)/.exec(manifest) ?? [];
  return manifestNames[kind as keyof typeof manifestNames];
}

let folder = "";
/** The manifest's folder, and one beside it. */
let work = "";
let outside = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-outside-"));
  work = join(folder, "work");
  outside = join(folder, "outside");
  await mkdir(work);
  await mkdir(outside);
});
afterEach(() => rm(folder, { recursive: true }));

/** Writes a manifest into the work's folder. @returns its path */
async function writeManifest(text: string): Promise<string> {
  const file = join(work, manifestName(text));
  await writeFile(file, text);
  return file;
}

async function readWork() {
  const { works, problems } = await readManifests([work]);
  const errors = problems.filter(({ severity }) => severity === "error");
  return { works, errors: errors.map((one) => `${formatLocation(one)}  ${one.message}`) };
}

describe.each(Object.entries(kinds))("%s", (_, { manifest, name, original }) => {
  it("in the folder is taken, also through links that stay in the folder", async () => {
    await writeManifest(manifest);
    await mkdir(join(work, "files"));
    await copyFile(original, join(work, "files/real.bin"));
    await symlink("real.bin", join(work, "files/link"));
    await symlink(join(work, "files/link"), join(work, name));
    const { works, errors } = await readWork();
    expect(errors).toEqual([]);
    // What an attached PDF says is a file of its own.
    expect(works[0]?.blobs.filter(({ extension }) => extension !== "txt")).toHaveLength(1);
  });

  it("isn't taken through a link that leads out of the folder, however it is made", async () => {
    await writeManifest(manifest);
    await copyFile(original, join(outside, name));
    const links: readonly (() => Promise<void>)[] = [
      () => symlink(join(outside, name), join(work, name)),
      () => symlink(join("../outside", name), join(work, name)),
      async () => {
        await symlink(join(outside, name), join(work, "second"));
        await symlink("second", join(work, name));
      },
      async () => {
        await symlink(outside, join(work, "folder"));
        await symlink(join("folder", name), join(work, name));
      },
    ];
    for (const link of links) {
      await link();
      const { works, errors } = await readWork();
      expect(works).toEqual([]);
      expect(errors.length).toBe(1);
      expect(errors[0]).toMatch(
        new RegExp(`/work/\\w+\\.yaml:\\d+:\\d+  ${name} is a symbolic link, .*leads out`),
      );
      for (const path of [name, "second", "folder"]) await rm(join(work, path), { force: true });
    }
  });

  it("isn't taken through a folder that is a link out of the folder", async () => {
    await writeManifest(manifest.replace(`file: ${name}`, `file: folder/${name}`));
    await copyFile(original, join(outside, name));
    await symlink(outside, join(work, "folder"));
    const { works, errors } = await readWork();
    expect(works).toEqual([]);
    expect(errors[0]).toContain(`folder/${name} is a symbolic link, or is in one, that leads out`);
  });

  it("never waits for a pipe, a socket, a device or a folder of its name", async () => {
    const file = await writeManifest(manifest);
    const path = join(work, name);
    const expectError = async (what: RegExp) => {
      const { works, errors } = await readWork();
      expect(works).toEqual([]);
      expect(errors.length).toBe(1);
      expect(errors[0]).toMatch(what);
      expect(errors[0]).toMatch(new RegExp(`^${file}:\\d+:\\d+  ${name} `));
      await rm(path, { recursive: true });
    };
    execFileSync("mkfifo", [path]);
    await expectError(/is a pipe \(FIFO\): name a file$/);
    await mkdir(path);
    await expectError(/is a folder: name a file$/);
    await symlink("/dev/zero", path);
    await expectError(/leads out/);
    await symlink(name, path);
    await expectError(/leads to itself$/);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    const { errors } = await readWork();
    expect(errors[0]).toMatch(/is a socket: name a file$/);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe("a manifest", () => {
  const { manifest, name, original } = kinds["a text"] ?? { manifest: "", name: "", original: "" };

  it("may be a link in its folder, but not one that leads out of it", async () => {
    await copyFile(original, join(work, name));
    await writeFile(join(work, "v2.yaml"), manifest);
    await symlink("v2.yaml", join(work, "document.yaml"));
    expect((await readWork()).errors).toEqual([]);
    await rm(join(work, "document.yaml"));
    await writeFile(join(outside, "document.yaml"), manifest);
    await symlink("../outside/document.yaml", join(work, "document.yaml"));
    expect((await readWork()).errors[0]).toMatch(
      /\/work\/document\.yaml:1:1 {2}this file is a symbolic link, .* leads out/,
    );
  });

  it.each(["check", "plan", "apply", "prepare"])(
    "that is a pipe, or whose series is one, doesn't hold %s",
    async (command) => {
      execFileSync("mkfifo", [join(folder, "series.yaml"), join(work, "episode.yaml")]);
      const { code, stdout, stderr } = await videoteca([command, "work"], folder, {
        VIDEOTECA_TOKEN: "x",
        VIDEOTECA_URL: "http://127.0.0.1:9",
        PATH: "",
      });
      expect(code).toBe(1);
      if (command === "prepare") return;
      expect(stdout, stderr).toContain(
        "work/episode.yaml:1:1  error  this file is a pipe (FIFO): name a file",
      );
    },
  );

  it("in a folder that is a link to elsewhere is named, not left out silently", async () => {
    await writeManifest(manifest);
    await copyFile(original, join(work, name));
    await cp(work, join(outside, "other"), { recursive: true });
    await symlink(join(outside, "other"), join(work, "other"));
    // A link back would never end.
    await symlink(work, join(work, "again"));
    const { errors } = await readWork();
    expect(errors.length).toBe(1);
    expect(errors[0]).toMatch(/\/work\/other:1:1 {2}this folder is a symbolic link/);
    // Named as a path of its own, the link is what the person wants.
    expect((await readManifests([join(work, "other")])).works.length).toBe(1);
  });
});

describe("a file that is replaced after it was checked", () => {
  it("isn't sent if its path leads elsewhere by then, though its size is the same", async () => {
    const { manifest, name, original } = kinds["an attachment"] ?? {
      manifest: "",
      name: "",
      original: "",
    };
    await writeManifest(manifest);
    await copyFile(original, join(work, name));
    const { works } = await readWork();
    const [blob] = works[0]?.blobs ?? [];
    if (blob === undefined) throw new Error("There is no blob.");
    (await openBlob(blob)).destroy();
    await rename(join(work, name), join(outside, name));
    for (const replace of [
      () => symlink(join(outside, name), join(work, name)),
      async () => execFileSync("mkfifo", [join(work, name)]),
      () => mkdir(join(work, name)),
    ]) {
      await replace();
      await expect(openBlob(blob)).rejects.toThrow("has changed since it was checked");
      await rm(join(work, name), { recursive: true });
    }
    await rename(join(outside, name), join(work, name));
    await rename(work, join(folder, "moved"));
    await symlink("moved", work);
    await expect(openBlob(blob)).rejects.toThrow("has changed since it was checked");
  });
});
