import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { fetchHistory } from "../../../src/cli/api/works.ts";
import { videoteca } from "../run.ts";

const { url, token } = inject("library");
const staff = { VIDEOTECA_URL: url, VIDEOTECA_TOKEN: token };
let root = "";

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "videoteca-"));
});
afterAll(() => rm(root, { recursive: true }));

const run = (...args: string[]) => videoteca(args, root, staff);

/** Writes a document of this test's own. @param fields further lines of its manifest */
async function write(folder: string, slug: string, title: string, fields = ""): Promise<void> {
  await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, folder, "en.md"), `# ${slug}\n\nA test's own text.`);
  await writeFile(
    join(root, folder, "document.yaml"),
    `kind: Document\nslug: ${slug}\ninLanguage: en\nstatus: published\nname: { en: ${title} }\n${fields}texts: [{ inLanguage: en, file: en.md }]\n`,
  );
}

const apply = (folder: string, ...options: string[]) => run("apply", folder, "--yes", ...options);
const memoryOf = (folder: string) => readFile(join(root, folder, ".videoteca.json"), "utf8");
const revisionsOf = async (slug: string) =>
  (await fetchHistory({ url, token }, slug)).revisions.length;
const planOf = async (folder: string) => {
  const { code, stdout } = await run("plan", folder, "--json");
  return { code, ...JSON.parse(stdout).works[0] };
};

describe("two copies of a folder", () => {
  test("an older copy stops before it would undo what was published from the other", async () => {
    await write("a", "two-copies", "First");
    await apply("a");
    await cp(join(root, "a"), join(root, "b"), { recursive: true });
    await write("b", "two-copies", "Second", "description: { en: Text }\n");
    expect((await apply("b")).code).toBe(0);

    await write("a", "two-copies", "First", "keywords: [law]\n");
    const before = await memoryOf("a");
    const stopped = await apply("a");
    expect(stopped.code).toBe(1);
    expect(stopped.stdout).toMatch(
      /would undo {2}~ en title: “First” → “Second” \(published as revision 2 by npm start, \d{4}-\d\d-\d\d \d\d:\d\d UTC\)/,
    );
    expect(stopped.stdout).toMatch(/would undo {2}\+ en description: “Text”/);
    expect(stopped.stdout).toContain("--overwrite");
    expect(stopped.stdout).toContain("Nothing was published.");
    expect(await revisionsOf("two-copies")).toBe(2);
    expect(await memoryOf("a")).toBe(before);

    const plan = await planOf("a");
    expect(plan).toMatchObject({ code: 2, sync: { state: "behind", revision: 1 } });
    expect(plan.sync.undoes).toContainEqual(
      expect.objectContaining({
        field: "name",
        language: "en",
        from: "First",
        to: "Second",
        by: "npm start",
        action: "apply",
        toRevision: 2,
      }),
    );
    const json = await apply("a", "--json");
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      works: [{ slug: "two-copies", result: "failed", sync: { state: "behind" } }],
      sent: [],
    });
  });

  test("a copy that has the later changes too is in step, and publishes its own", async () => {
    const fields = "description: { en: Text }\nkeywords: [law]\n";
    await write("a", "two-copies", "Second", fields);
    const applied = await apply("a");
    expect(applied.stdout).toContain("in step with revision 1");
    expect(applied.code).toBe(0);
    expect(await revisionsOf("two-copies")).toBe(3);
  });

  test("--overwrite publishes all the same, and the folder is in step then", async () => {
    await write("b", "two-copies", "Third");
    expect((await apply("b")).code).toBe(1);
    expect((await apply("b", "--overwrite")).code).toBe(0);
    expect(await revisionsOf("two-copies")).toBe(4);
    await write("b", "two-copies", "Fourth");
    expect((await apply("b")).code).toBe(0);
  });
});

describe("a folder after a rollback", () => {
  test("stops with the mistake that it brought, and says who rolled it back", async () => {
    await write("r", "rolled-back", "Right");
    await apply("r");
    await write("r", "rolled-back", "Wrong");
    await apply("r");
    await run("rollback", "rolled-back", "--yes");
    const stopped = await apply("r");
    expect(stopped.code).toBe(1);
    expect(stopped.stdout).toMatch(
      /would undo {2}~ en title: “Wrong” → “Right” \(rolled back from revision 2 to 1 by npm start, /,
    );
    await write("r", "rolled-back", "Right");
    expect((await apply("r")).code).toBe(0);
    await write("r", "rolled-back", "Better");
    expect((await apply("r")).code).toBe(0);
  });

  test("publishes after a withdrawal and a restore, as nothing else has changed", async () => {
    await write("w", "there-and-back", "One");
    await apply("w");
    await run("withdraw", "there-and-back", "--notice", "Gone.", "--yes");
    await write("w", "there-and-back", "Two");
    expect((await apply("w")).stdout).toContain("was withdrawn");
    await write("w", "there-and-back", "One");
    await run("restore", "there-and-back", "w", "--yes");
    await write("w", "there-and-back", "Two");
    expect((await apply("w")).code).toBe(0);
  });
});

describe("a folder without a memory", () => {
  test("stops if the work is in the library and differs, and names the last change", async () => {
    await write("known", "no-memory", "One");
    await apply("known");
    await write("fresh", "no-memory", "Other");
    const stopped = await apply("fresh");
    expect(stopped.code).toBe(1);
    expect(stopped.stdout).toMatch(/not in step .* \(published as revision 1 by npm start, /);
    expect(await readdir(join(root, "fresh"))).not.toContain(".videoteca.json");
    expect((await planOf("fresh")).sync).toMatchObject({
      state: "unknown",
      last: { actor: "npm start" },
    });
  });

  test("is in step as soon as it has what the library has", async () => {
    await write("fresh", "no-memory", "One");
    expect((await apply("fresh")).stdout).toContain("In step with the library.");
    await write("fresh", "no-memory", "Two");
    expect((await apply("fresh")).code).toBe(0);
  });

  test("that has an earlier revision is an older copy", async () => {
    await write("older", "no-memory", "One");
    const stopped = await apply("older");
    expect(stopped.code).toBe(1);
    expect(stopped.stdout).toContain("would undo  ~ en title: “One” → “Two”");
    expect((await planOf("older")).sync).toMatchObject({ state: "behind", revision: 1 });
  });
});

test("several manifests of a folder are remembered together, and a rename drops the old slug", async () => {
  await write("many", "many-one", "One");
  await writeFile(
    join(root, "many/series.yaml"),
    "kind: Series\nslug: many-series\ninLanguage: en\nstatus: draft\nname: { en: S }\n",
  );
  await apply("many");
  const worksOf = async () => {
    const { libraries } = JSON.parse(await memoryOf("many"));
    return Object.values(libraries).flatMap((library) =>
      Object.keys((library as { works: object }).works),
    );
  };
  expect(await worksOf()).toEqual(["many-one", "many-series"]);
  await write("many", "many-two", "One");
  expect((await run("check", "many")).stdout).toContain("write formerSlugs: [many-one]");
  await write("many", "many-two", "One", "formerSlugs: [many-one]\n");
  expect((await run("check", "many")).stdout).not.toContain("many-one");
  const renamed = await apply("many");
  expect(renamed.stdout).toContain("renamed from many-one");
  expect(renamed.code).toBe(0);
  expect(await worksOf()).toEqual(["many-series", "many-two"]);
  expect((await readdir(join(root, "many"))).sort()).toEqual([
    ".videoteca.json",
    "document.yaml",
    "en.md",
    "series.yaml",
  ]);
});

test("a work that stops keeps the others of the same apply from being published", async () => {
  await write("all/x", "all-x", "One");
  await write("all/y", "all-y", "One");
  await apply("all");
  await write("elsewhere", "all-x", "Two");
  await apply("elsewhere", "--overwrite");
  await write("all/x", "all-x", "Three");
  await write("all/y", "all-y", "Two");
  expect((await apply("all")).code).toBe(1);
  expect([await revisionsOf("all-x"), await revisionsOf("all-y")]).toEqual([2, 1]);
});

test("a broken memory is an error that says what to do", async () => {
  await write("broken", "broken-memory", "One");
  await apply("broken");
  await write("broken", "broken-memory", "Two");
  for (const text of [
    "<<<<<<< HEAD\n{}",
    "[]",
    '{"libraries":{"x":{"url":"u","works":{"A":1}}}}',
  ]) {
    await writeFile(join(root, "broken/.videoteca.json"), text);
    const { code, stderr } = await apply("broken");
    expect([text, code]).toEqual([text, 1]);
    expect(stderr).toContain(".videoteca.json can't be read");
    expect(await readFile(join(root, "broken/.videoteca.json"), "utf8")).toBe(text);
  }
  expect(await revisionsOf("broken-memory")).toBe(1);
});
