import { createHash } from "node:crypto";
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openStaging, stagingFolder, stagingPaths } from "../../../src/cli/backup/staging.ts";
import { type Library, openLibrary } from "../../browser/support/library.ts";
import { atTerminal } from "../output/terminal.ts";
import { type Run, videoteca } from "../run.ts";

/** An export must never replace a backup of something else: whose a bag is, and what it may lose. */

let folder = "";
let bag = "";
/** Two libraries that know nothing of each other. */
let ours: Library;
let theirs: Library;

const target = (library: Library) => ({
  VIDEOTECA_URL: library.url,
  VIDEOTECA_TOKEN: library.token,
});
const run = (library: Library, ...args: string[]): Promise<Run> =>
  videoteca(args, folder, target(library));

async function publish(library: Library, slug: string, title: string, status = "published") {
  const work = join(folder, "works", slug);
  await mkdir(work, { recursive: true });
  await writeFile(join(work, "en.md"), `# ${slug}\n\nThe text of ${slug} for a test.\n`);
  await writeFile(
    join(work, "document.yaml"),
    `kind: Document\nslug: ${slug}\ninLanguage: en\nstatus: ${status}\nname: { en: ${title} }\ntexts: [{ inLanguage: en, file: en.md }]\n`,
  );
  const { code, stdout, stderr } = await run(library, "apply", `works/${slug}`, "--yes");
  expect(code, stdout + stderr).toBe(0);
}

/** The digest of every file of a folder, by path. */
async function contentOf(path: string): Promise<Map<string, string>> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
  const pairs = files.sort().map(async (file) => {
    const digest = createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
    return [file.slice(path.length + 1), digest] as const;
  });
  return new Map(await Promise.all(pairs));
}

/** Expects a command to be refused, and to change nothing in the bag. */
async function expectRefusal(exporting: () => Promise<Run>, ...texts: string[]): Promise<void> {
  const before = await contentOf(bag);
  const { code, stdout, stderr } = await exporting();
  for (const text of texts) expect(stderr, stdout).toContain(text);
  expect(code).toBe(1);
  expect(await contentOf(bag)).toEqual(before);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-bag-"));
  bag = join(folder, "bag");
  ours = await openLibrary({ empty: true });
  theirs = await openLibrary({ empty: true });
  await publish(ours, "first", "First");
  await publish(ours, "first", "First again");
  await publish(ours, "secret", "Secret", "draft");
  await publish(theirs, "other", "Other");
  const { code, stderr } = await run(ours, "export", "exported");
  expect(code, stderr).toBe(0);
});
afterAll(async () => {
  await ours.stop();
  await theirs.stop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await rm(bag, { recursive: true, force: true });
  await cp(join(folder, "exported"), bag, { recursive: true });
});

describe("a bag", () => {
  it("says in bag-info.txt which library it is of, and of which kind", async () => {
    const info = await readFile(join(bag, "bag-info.txt"), "utf8");
    expect(info).toMatch(/^Videoteca-Kind: full$/m);
    expect(info).toMatch(/^Videoteca-Library: [0-9a-f]{32}$/m);
    expect(info).toContain(`Videoteca-Address: ${ours.url}\n`);
  });

  it("can be opened by its owner only, also if it was open to others before", async () => {
    const expectPrivate = async () => {
      expect((await stat(bag)).mode & 0o777).toBe(0o700);
      for (const entry of await readdir(bag, { withFileTypes: true, recursive: true })) {
        const path = join(entry.parentPath, entry.name);
        const mode = (await stat(path)).mode & 0o777;
        expect(mode.toString(8), path).toBe(entry.isDirectory() ? "700" : "600");
      }
    };
    await rm(bag, { recursive: true });
    expect((await run(ours, "export", "bag")).code).toBe(0);
    await expectPrivate();
    await chmod(bag, 0o755);
    await chmod(join(bag, "data"), 0o755);
    await chmod(join(bag, "data/works/first/history.json"), 0o644);
    expect((await run(ours, "export", "bag")).code).toBe(0);
    await expectPrivate();
  });

  it("is updated by its own library: new works come, and deleted drafts go", async () => {
    await publish(ours, "later", "Later", "draft");
    expect((await run(ours, "export", "bag")).code).toBe(0);
    expect(await readdir(join(bag, "data/works"))).toContain("later");
    const deleted = await run(ours, "delete", "later", "--yes");
    expect(deleted.code, deleted.stderr).toBe(0);
    const { code, stdout, stderr } = await run(ours, "export", "bag");
    expect(code, stderr).toBe(0);
    expect(stdout).toContain("Removed from the bag: the work later.");
    expect(await readdir(join(bag, "data/works"))).not.toContain("later");
    expect(await readdir(join(bag, "data/blobs"))).toHaveLength(2);
  });
});

describe("an export over another bag", () => {
  it("of another library is refused", async () => {
    await expectRefusal(
      () => run(theirs, "export", "bag"),
      `a full export of ${ours.url}`,
      "another library",
      "nothing was changed",
    );
  });

  it("of another library is refused also if that library has nothing", async () => {
    const empty = await openLibrary({ empty: true });
    try {
      await expectRefusal(() => run(empty, "export", "bag"), "another library");
    } finally {
      await empty.stop();
    }
  });

  it("of a library that was imported from the bag is refused, though it has the same works", async () => {
    const copy = await openLibrary({ empty: true });
    try {
      expect((await run(copy, "import", "bag")).code).toBe(0);
      await expectRefusal(() => run(copy, "export", "bag"), "another library");
      // Nothing is lost, so nothing is asked.
      const forced = await run(copy, "export", "bag", "--force");
      expect(forced.code, forced.stderr).toBe(0);
      expect(await readFile(join(bag, "bag-info.txt"), "utf8")).toContain(copy.url);
    } finally {
      await copy.stop();
    }
  });

  it("of the other kind is refused, in both directions", async () => {
    await expectRefusal(() => run(ours, "export", "bag", "--public"), "is a full export", "public");
    await rm(bag, { recursive: true });
    expect((await run(ours, "export", "bag", "--public")).code).toBe(0);
    expect(await readFile(join(bag, "bag-info.txt"), "utf8")).toMatch(/^Videoteca-Kind: public$/m);
    await expectRefusal(() => run(ours, "export", "bag"), "is a public export");
    expect((await run(ours, "export", "bag", "--public")).code).toBe(0);
  });

  it("with --force names what would go, and asks", async () => {
    await expectRefusal(() => run(theirs, "export", "bag", "--force"), "--yes");
    await expectRefusal(() => run(theirs, "export", "bag", "--force", "--json"), "--yes");
    const before = await contentOf(bag);
    const asked = await atTerminal(["export", "bag", "--force"], [["(y/N)", "n\r"]], {
      cwd: folder,
      environment: target(theirs),
    });
    expect(asked.screen).toContain("the work first, with its revisions 1, 2");
    expect(asked.screen).toContain("the work secret, with its revision 1");
    expect(asked.screen).toContain("Nothing was changed.");
    expect(asked.code).toBe(1);
    expect(await contentOf(bag)).toEqual(before);

    const forced = await run(theirs, "export", "bag", "--force", "--yes");
    expect(forced.code, forced.stderr).toBe(0);
    expect(forced.stdout).toContain("the work secret, with its revision 1");
    expect(await readdir(join(bag, "data/works"))).toEqual(["other"]);
    expect((await run(theirs, "export", "bag")).code).toBe(0);
  });
});

describe("what nothing explains", () => {
  it("isn't removed: files and folders that no manifest lists", async () => {
    const paths = [
      "data/notes.txt",
      "data/works/first/notes.txt",
      "data/works/unknown/history.json",
      "data/blobs/film.mov",
    ];
    for (const path of paths) {
      await mkdir(join(bag, path, ".."), { recursive: true });
      await writeFile(join(bag, path), "notes");
    }
    const lines = paths.map((path) => `  ${path}`);
    await expectRefusal(() => run(ours, "export", "bag"), ...lines, "Nothing was changed");
    const forced = await run(ours, "export", "bag", "--force", "--yes");
    expect(forced.code, forced.stderr).toBe(0);
    const left = await contentOf(bag);
    for (const path of paths) {
      expect(forced.stdout).toContain(path);
      expect(left.has(path), path).toBe(false);
    }
  });

  it("isn't removed: a published work or revision that the library has lost", async () => {
    // As if D1 had been restored to an earlier moment: the bag has a work of the same library, and a revision.
    const works = join(bag, "data/works");
    await cp(join(works, "first"), join(works, "newer"), { recursive: true });
    const revision = JSON.parse(await readFile(join(works, "first/revisions/0002.json"), "utf8"));
    for (const slug of ["first", "newer"]) {
      const json = { ...revision, number: 3, createdAt: "2026-11-28T12:00:00.000Z" };
      await writeFile(join(works, slug, "revisions/0003.json"), JSON.stringify(json));
    }
    const added = [
      "first/revisions/0003.json",
      ...(await readdir(join(works, "newer"), { recursive: true })).map((name) => `newer/${name}`),
    ];
    const lines = added
      .filter((path) => path.includes("."))
      .map((path) => `${"0".repeat(64)}  data/works/${path}\n`);
    const manifest = join(bag, "manifest-sha256.txt");
    await writeFile(manifest, (await readFile(manifest, "utf8")) + lines.join(""));
    await expectRefusal(
      () => run(ours, "export", "bag"),
      "  revision 3 of first",
      "  the work newer, with its revision",
    );
  });

  it.each([
    ["a folder with other files", async () => writeFile(join(bag, "thesis.txt"), "years of work")],
    [
      "a bag of another program",
      async () => {
        await writeFile(
          join(bag, "bagit.txt"),
          "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        );
        await writeFile(join(bag, "bag-info.txt"), "Bag-Software-Agent: another\n");
        await writeFile(join(bag, "manifest-sha256.txt"), "");
      },
    ],
    [
      "a folder named data that is no bag",
      async () => mkdir(join(bag, "data/works"), { recursive: true }),
    ],
  ])("isn't removed: %s, even with --force", async (_, fill) => {
    await rm(bag, { recursive: true });
    await mkdir(bag);
    await fill();
    await expectRefusal(() => run(ours, "export", "bag"), "give an empty folder");
    await expectRefusal(
      () => run(ours, "export", "bag", "--force", "--yes"),
      "give an empty folder",
    );
  });

  it.each(["data", "data/works", "data/blobs", stagingFolder])(
    "isn't written through a link: %s",
    async (path) => {
      const elsewhere = join(folder, "elsewhere");
      await mkdir(elsewhere, { recursive: true });
      await writeFile(join(elsewhere, "mine.txt"), "mine");
      await rm(join(bag, path), { recursive: true, force: true });
      await symlink(elsewhere, join(bag, path));
      const { code } = await run(ours, "export", "bag", "--force", "--yes");
      expect(code).toBe(1);
      expect(await readdir(elsewhere)).toEqual(["mine.txt"]);
    },
  );
});

describe("an export that is interrupted", () => {
  it("leaves the earlier bag whole, as any validator sees it, and is continued", async () => {
    const before = await contentOf(bag);
    await publish(ours, "first", "First a third time");
    // As a run leaves it that is killed while it downloads.
    await openStaging(bag);
    const { works, blobs } = stagingPaths(bag);
    await mkdir(join(works, "first"), { recursive: true });
    await writeFile(join(works, "first/history.json"), "{}");
    await writeFile(join(blobs, `${"0".repeat(64)}.md.part`), "part");
    const payload = [...before].filter(([path]) => path.startsWith("data/"));
    expect([...(await contentOf(bag))].filter(([path]) => path.startsWith("data/"))).toEqual(
      payload,
    );
    const copy = await openLibrary({ empty: true });
    try {
      const imported = await run(copy, "import", "bag");
      expect(imported.code, imported.stdout + imported.stderr).toBe(0);
    } finally {
      await copy.stop();
    }
    expect((await run(ours, "export", "bag")).code).toBe(0);
    expect(await readdir(join(bag, "data/works/first/revisions"))).toContain("0003.json");
    expect(await readdir(bag)).not.toContain(stagingFolder);
  });

  it("while its files are moved is finished by the next run, or by an import", async () => {
    await cp(bag, join(folder, "old"), { recursive: true });
    await publish(ours, "new", "New");
    expect((await run(ours, "export", "bag")).code).toBe(0);
    const after = await contentOf(bag);
    // The new works are in place, the new file and the tag files aren't yet.
    const moving = join(folder, "old");
    const staging = stagingPaths(moving);
    await openStaging(moving);
    await rm(join(moving, "data/works"), { recursive: true });
    await cp(join(bag, "data/works"), join(moving, "data/works"), { recursive: true });
    for (const name of await readdir(join(bag, "data/blobs"))) {
      await cp(join(bag, "data/blobs", name), join(staging.blobs, name));
    }
    await mkdir(staging.tags);
    for (const name of await readdir(bag)) {
      if (name.endsWith(".txt")) await cp(join(bag, name), join(staging.tags, name));
    }
    await writeFile(staging.removals, "[]");
    await writeFile(staging.ready, "");
    const imported = await run(ours, "import", "old");
    expect(imported.code, imported.stdout + imported.stderr).toBe(0);
    expect(imported.stdout).toContain("there already  new");
    expect(await contentOf(moving)).toEqual(after);
    await rm(moving, { recursive: true });
  });
});
