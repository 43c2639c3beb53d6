import { createHash } from "node:crypto";
import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Library, openLibrary } from "../../browser/support/library.ts";
import { type Run, videoteca } from "../run.ts";

/** A library of its own: an export ends with an error while others withdraw works. */
let library: Library;
const staff: Record<string, string> = {};
let folder = "";
let bag = "";

const run = (args: string[], environment: Record<string, string> = staff): Promise<Run> =>
  videoteca(args, folder, environment);

/** The digest of every file of a folder, by path. */
async function digestsOf(path: string): Promise<Map<string, string>> {
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

/** Publishes a work with two revisions, a work that is withdrawn, and a draft. */
async function publishWorks(): Promise<void> {
  const write = (slug: string, title: string, status: string) =>
    writeFile(
      join(folder, "document.yaml"),
      `kind: Document
slug: ${slug}
inLanguage: en
status: ${status}
name: { en: ${title} }
credits: [{ name: Private Person, role: participant, public: false }]
texts: [{ inLanguage: en, file: ${slug}.md }]
`,
    );
  for (const [slug, title, status] of [
    ["kept", "First", "published"],
    ["kept", "Second", "published"],
    ["gone", "Gone", "published"],
    ["made", "Made", "draft"],
  ] as const) {
    await writeFile(join(folder, `${slug}.md`), `# ${slug}\n\nA text for a test.`);
    await write(slug, title, status);
    await run(["apply", "document.yaml", "--yes"]);
  }
  await run(["withdraw", "gone", "--notice", "Gone.", "--yes"]);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
  bag = join(folder, "bag");
  library = await openLibrary();
  Object.assign(staff, { VIDEOTECA_URL: library.url, VIDEOTECA_TOKEN: library.token });
  await publishWorks();
});
afterAll(async () => {
  await library.stop();
  await rm(folder, { recursive: true });
});

describe("an export", () => {
  it("is a BagIt bag of the whole library, and warns of what isn't public", async () => {
    const { code, stdout, stderr } = await run(["export", "bag"]);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain("names that aren't public");
    expect(await readFile(join(bag, "bagit.txt"), "utf8")).toBe(
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    );
    const files = await digestsOf(bag);
    // RFC 8493 §2.1.3: a digest, two spaces, a path; every payload file once.
    const manifest = (await readFile(join(bag, "manifest-sha256.txt"), "utf8"))
      .trimEnd()
      .split("\n");
    const listed = new Map(manifest.map((line) => [line.slice(66), line.slice(0, 64)]));
    const payload = [...files].filter(([name]) => name.startsWith("data/"));
    expect(new Map(payload)).toEqual(listed);
    for (const [name, digest] of payload) {
      if (name.startsWith("data/blobs/")) expect(name).toContain(digest);
    }
    const sizes = await Promise.all(
      payload.map(async ([name]) => (await readFile(join(bag, name))).length),
    );
    const oxum = `${sizes.reduce((sum, size) => sum + size, 0)}.${sizes.length}`;
    expect(await readFile(join(bag, "bag-info.txt"), "utf8")).toContain(`Payload-Oxum: ${oxum}\n`);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        "data/works/kept/revisions/0001.json",
        "data/works/kept/revisions/0002.json",
        "data/works/gone/history.json",
        "data/works/made/history.json",
        "data/works/library/history.json",
        "data/works/library/library.yaml",
        "data/works/criminalizing-migration/episode.yaml",
      ]),
    );
  });

  it("is identical when it is made again, keeps files, and completes interrupted downloads", async () => {
    const before = await digestsOf(join(bag, "data"));
    const kept = await readFile(join(folder, "kept.md"));
    const blob = `blobs/${createHash("sha256").update(kept).digest("hex")}.md`;
    const whole = await readFile(join(bag, "data", blob));
    await rm(join(bag, "data", blob));
    await writeFile(join(bag, "data", `${blob}.part`), whole.subarray(0, 10));
    expect((await run(["export", "bag"])).code).toBe(0);
    const after = await digestsOf(join(bag, "data"));
    expect(after).toEqual(before);
    expect(after.has(blob)).toBe(true);
    expect(after.has(`${blob}.part`)).toBe(false);
  });

  it("for the public contains no drafts, no history and no names that aren't public", async () => {
    const { code, stdout } = await run(["export", "public", "--public"]);
    expect(code).toBe(0);
    expect(stdout).not.toContain("names of people");
    const files = await digestsOf(join(folder, "public"));
    const names = [...files.keys()].filter((name) => name.startsWith("data/works/kept"));
    expect(names.map((name) => name.slice("data/works/kept/".length))).toEqual([
      "document.yaml",
      "history.json",
      "revisions/0001.json",
    ]);
    expect([...files.keys()].filter((name) => /works\/(gone|made)/.test(name))).toEqual([]);
    for (const name of files.keys()) {
      const text = await readFile(join(folder, "public", name), "utf8");
      expect(text).not.toContain("Private Person");
      expect(text).not.toContain("npm start");
    }
  });

  it("isn't written into a folder with other files", async () => {
    const { code, stderr } = await run(["export", "."]);
    expect(stderr).toContain("contains other files");
    expect(code).toBe(1);
  });
});

describe("an import", () => {
  it("restores everything in an empty library, byte for byte", async () => {
    const restored = await openLibrary({ empty: true });
    try {
      const target = { VIDEOTECA_URL: restored.url, VIDEOTECA_TOKEN: restored.token };
      const { code, stdout, stderr } = await run(["import", "bag"], target);
      expect(code, stdout + stderr).toBe(0);
      expect((await run(["export", "again"], target)).code).toBe(0);
      expect(await digestsOf(join(folder, "again/data"))).toEqual(
        await digestsOf(join(bag, "data")),
      );

      const answer = async (path: string) => fetch(restored.url + path);
      expect((await answer("/en/read/kept")).status).toBe(200);
      expect((await answer("/en/read/gone")).status).toBe(410);
      expect((await answer("/en/read/made")).status).toBe(404);
      expect(await (await answer("/transcripts/criminalizing-migration/es.txt")).text()).toBe(
        await (await fetch(`${library.url}/transcripts/criminalizing-migration/es.txt`))
          .text()
          .then((text) => text.replaceAll(library.url, restored.url)),
      );
      const history = await run(["history", "kept"], target);
      expect(history.stdout).toBe((await run(["history", "kept"])).stdout);

      const twice = await run(["import", "bag"], target);
      expect(twice.stdout).toMatch(/^there already {2}kept$/m);
      expect(twice.stdout).toMatch(
        /^Imported: 0 works, 0 files sent\. There already: \d+ works\.$/m,
      );
      expect(twice.code, twice.stdout + twice.stderr).toBe(0);
      const json = JSON.parse((await run(["import", "bag", "--json"], target)).stdout);
      expect(json.works).toContainEqual({ slug: "kept", result: "unchanged" });

      // Another work of the same name isn't there already.
      const other = await run(["import", "public"], target);
      expect(other.stdout).toMatch(/^failed +kept: kept is in this library already/m);
      expect(other.code).toBe(1);
    } finally {
      await restored.stop();
    }
  });

  it("refuses a bag with changed, missing or additional files, and names them", async () => {
    await cp(bag, join(folder, "broken"), { recursive: true });
    const file = "data/works/kept/revisions/0001.json";
    await appendFile(join(folder, "broken", file), " ");
    await rm(join(folder, "broken/data/works/made/history.json"));
    await writeFile(join(folder, "broken/data/more.txt"), "more");
    const { code, stderr } = await run(["import", "broken"]);
    expect(code).toBe(1);
    expect(stderr).toContain(`${file} was changed`);
    expect(stderr).toContain("data/works/made/history.json is missing");
    expect(stderr).toContain("data/more.txt isn't in manifest-sha256.txt");
    const none = await run(["import", "."]);
    expect(none.stderr).toContain("isn't a bag");
  });
});
