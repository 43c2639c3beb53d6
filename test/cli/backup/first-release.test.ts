import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Library, openLibrary } from "../../browser/support/library.ts";
import { videoteca } from "../run.ts";

/** A bag that release 0.1.0 exported (test/fixtures/0.1.0), imported by this one. */

const bag = join(import.meta.dirname, "../../fixtures/0.1.0/bag");
const film = "criminalizing-migration";
let library: Library;
let folder = "";

const run = (...args: string[]) =>
  videoteca(args, folder, { VIDEOTECA_URL: library.url, VIDEOTECA_TOKEN: library.token });
const get = (path: string) => fetch(library.url + path);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
  library = await openLibrary({ empty: true });
});
afterAll(async () => {
  await library.stop();
  await rm(folder, { recursive: true });
});

describe("a bag of release 0.1.0", () => {
  it("is imported with all its works, revisions and files", async () => {
    const { code, stdout, stderr } = await run("import", bag);
    expect(code, stdout + stderr).toBe(0);
    const page = await (await get(`/en/watch/${film}`)).text();
    expect(page).toContain("Criminalizing Migration, corrected");
    expect((await get(`/transcripts/${film}/es.txt`)).status).toBe(200);
    expect((await get("/en/read/admin-platform-policy-memo")).status).toBe(410);
    expect((await get("/en/read/platform-for-immigrant-justice")).status).toBe(404);
  });

  it("is exported again as it was: old records keep their version and their digest", async () => {
    expect((await run("export", "again")).code).toBe(0);
    for (const file of [
      `${film}/revisions/0001.json`,
      `${film}/revisions/0002.json`,
      `${film}/history.json`,
      "admin-platform-policy-memo/history.json",
      "library/revisions/0001.json",
    ]) {
      const read = async (root: string) =>
        JSON.parse(await readFile(join(root, "data/works", file), "utf8"));
      expect(await read(join(folder, "again")), file).toEqual(await read(bag));
    }
  });

  it("is brought up to date by its own library, though it doesn't say whose it is", async () => {
    const copy = join(folder, "copy");
    await cp(bag, copy, { recursive: true });
    const { code, stdout, stderr } = await run("export", "copy");
    expect(code, stdout + stderr).toBe(0);
    expect(await readFile(join(copy, "bag-info.txt"), "utf8")).toMatch(/^Videoteca-Library: /m);
    expect((await run("export", "copy")).code).toBe(0);
  });

  it("isn't replaced by another library or kind", async () => {
    const copy = join(folder, "kept");
    await cp(bag, copy, { recursive: true });
    const list = async () => (await readdir(copy, { recursive: true })).sort();
    const before = await list();
    expect(await run("export", "kept", "--public")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("is a full export of http://localhost:8791"),
    });
    const other = await openLibrary({ empty: true });
    try {
      const environment = { VIDEOTECA_URL: other.url, VIDEOTECA_TOKEN: other.token };
      const { code, stderr } = await videoteca(["export", "kept"], folder, environment);
      expect(stderr).toContain("the work criminalizing-migration, with its revisions 1, 2");
      expect(code).toBe(1);
    } finally {
      await other.stop();
    }
    expect(await list()).toEqual(before);
  });

  it("has a history that shows what changed, and rolls back", async () => {
    const { stdout } = await run("diff", film, "1", "2");
    expect(stdout).toContain("Criminalizing Migration, corrected");
    const rolledBack = await run("rollback", film, "--yes");
    expect(rolledBack.code, rolledBack.stderr).toBe(0);
    const page = await (await get(`/en/watch/${film}`)).text();
    expect(page).toContain("start far apart");
    expect(page).not.toContain("Criminalizing Migration, corrected");
  });

  it("is unchanged to this release: the same content isn't published again", async () => {
    const { record } = JSON.parse(
      await readFile(join(bag, "data/works/library/revisions/0001.json"), "utf8"),
    );
    const response = await fetch(`${library.url}/api/v1/staff/plan`, {
      method: "POST",
      headers: { Authorization: `Bearer ${library.token}` },
      body: JSON.stringify({ works: [record, { ...record, schemaVersion: 2 }] }),
    });
    const { works } = await response.json();
    expect(works.map(({ change }: { change: string }) => change)).toEqual(["none", "none"]);
  });
});
