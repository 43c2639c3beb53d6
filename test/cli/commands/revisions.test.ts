import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Run, videoteca } from "../run.ts";

const { url, token } = inject("library");
const staff = { VIDEOTECA_URL: url, VIDEOTECA_TOKEN: token };
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...args: string[]): Promise<Run> => videoteca(args, folder, staff);

/** Applies a document of this test's own, so that the shared library isn't changed. */
async function apply(slug: string, title: string, status = "published"): Promise<Run> {
  await writeFile(join(folder, `${slug}.md`), `# ${slug}\n\nA test's own text.`);
  await writeFile(
    join(folder, "document.yaml"),
    `kind: Document
slug: ${slug}
inLanguage: en
status: ${status}
datePublished: 2020-01-01
name: { en: ${title} }
texts: [{ inLanguage: en, file: ${slug}.md }]
`,
  );
  return run("apply", "document.yaml", "--yes");
}

/** Applies a document, and expects it to be published. */
async function publish(...document: Parameters<typeof apply>): Promise<Run> {
  const applied = await apply(...document);
  expect(applied.code, applied.stdout + applied.stderr).toBe(0);
  return applied;
}

const answerOf = async (path: string) => (await fetch(url + path)).status;
const jsonOf = async (...args: string[]) => JSON.parse((await run(...args, "--json")).stdout);

describe("a mistake", () => {
  it("is visible in status, history and diff, and is rolled back with one command", async () => {
    await publish("mistaken", "Right");
    const changed = await publish("mistaken", "Wrong");
    expect(changed.stdout).toContain("~ en title: “Right” → “Wrong”");

    const status = await run("status", "mistaken");
    expect(status.stdout).toMatch(/^mistaken\n +state +public\n +kind +Document \(en\)\n/);
    expect(status.stdout).toMatch(/revision +2 of 2/);
    expect((await run("status")).stdout).toMatch(/^mistaken +Document +published +revision 2$/m);

    const history = await run("history", "mistaken");
    expect(history.stdout).toMatch(
      /^from 1 to 2 \* +\d{4}-\d\d-\d\d \d\d:\d\d UTC +published +by npm start\nto 1 /,
    );
    expect((await run("diff", "mistaken")).stdout).toBe(
      "mistaken, from revision 1 to 2\n  ~ en title: “Right” → “Wrong”\n",
    );

    const unasked = await run("rollback", "mistaken");
    expect(unasked).toMatchObject({ code: 1, stderr: expect.stringContaining("give --yes") });
    const back = await run("rollback", "mistaken", "--yes");
    expect(back.stdout).toBe(
      "mistaken, from revision 2 back to 1\n  ~ en title: “Wrong” → “Right”\nRolled back: the current revision of mistaken is now 1.\n",
    );
    const none = await run("rollback", "mistaken", "--yes");
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining("is the first of") });
    expect(await jsonOf("diff", "mistaken", "1", "2")).toMatchObject({
      changes: [{ sign: "~", field: "name", language: "en", from: "Right", to: "Wrong" }],
    });
  });

  it.each([
    [["history", "nowhere"], "nowhere"],
    [["status", "nowhere"], "nowhere"],
    [["rollback", "mistaken", "9", "--yes"], "9"],
    [["rollback", "mistaken", "last", "--yes"], "“last” isn't a revision number"],
    [["diff", "mistaken", "0"], "“0” isn't a revision number"],
    [["withdraw", "mistaken", "--notice", "es=", "--yes"], "has no text"],
    [["preview", "mistaken", "--hours", "soon"], "--hours takes a number"],
  ])("%j is refused in one line", async (args, message) => {
    const { code, stderr } = await run(...args);
    expect(stderr).toContain(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(1);
  });
});

describe("a draft", () => {
  it("has a preview link, alone on standard output", async () => {
    await publish("in-the-making", "Draft", "draft");
    const { stdout, stderr } = await run("preview", "in-the-making", "--hours", "2");
    expect(stderr).toMatch(/^Anyone with this link can see in-the-making until .* UTC/);
    expect(stdout).toMatch(/^http\S+\/en\/read\/in-the-making\?preview=[\w-]{32}\n$/);
    expect((await fetch(stdout.trim())).status).toBe(200);
    expect(await answerOf("/en/read/in-the-making")).toBe(404);
  });
});

describe("a draft that was never public", () => {
  it("isn't withdrawn but deleted, and its address stays 404", async () => {
    const applied = await publish("thrown-away", "Draft", "draft");
    expect(applied.stdout).toContain(
      `${url}/en/read/thrown-away (not public yet: videoteca preview thrown-away)`,
    );
    const withdrawn = await run("withdraw", "thrown-away", "--yes");
    expect(withdrawn).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("videoteca delete thrown-away"),
    });
    expect(await answerOf("/en/read/thrown-away")).toBe(404);

    const unasked = await run("delete", "thrown-away");
    expect(unasked).toMatchObject({ code: 1, stderr: expect.stringContaining("give --yes") });
    expect((await run("status", "thrown-away")).stdout).toMatch(/^ +page +http\S+thrown-away$/m);
    const deleted = await run("delete", "thrown-away", "--yes", "--json");
    expect(JSON.parse(deleted.stdout)).toMatchObject({ change: "delete", removed: 1 });
    expect(await answerOf("/en/read/thrown-away")).toBe(404);
    const history = await run("history", "thrown-away");
    expect(history.code).toBe(1);
    expect(history.stderr).toContain("was deleted by npm start at");

    await publish("thrown-away", "Published after all");
    const again = await run("history", "thrown-away");
    expect(again.stdout).toMatch(
      /^to 2 \* .* published +by npm start\n\nA draft that had this slug/,
    );
    const refused = await run("delete", "thrown-away", "--yes");
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("has been public") });
  });

  it("is called so in the history, as is what is published, scheduled and unpublished", async () => {
    await publish("told", "Told", "draft");
    const applied = await publish("told", "Told");
    expect(applied.stdout).toContain(`${url}/en/read/told\n`);
    await publish("told", "Told", "draft");
    const { events } = await jsonOf("history", "told");
    expect(events.map((event: { change: string }) => event.change)).toEqual([
      "unpublished",
      "published",
      "saved as draft",
    ]);
    expect(await jsonOf("status", "told")).toMatchObject({ url: `${url}/en/read/told` });
  });
});

describe("a notice", () => {
  beforeAll(async () => {
    await publish("noticed", "Noticed");
  });

  it.each([
    ["xx9=Gone.", "“xx9” isn't a language tag"],
    ["español=Fuera.", "“español” isn't a language tag"],
    ["es= ", "has no text"],
    ["es=a\u0007b", "control characters"],
  ])("%j is refused before anything is withdrawn", async (notice, message) => {
    const { code, stderr } = await run("withdraw", "noticed", "--notice", notice, "--yes");
    expect(stderr).toContain(message);
    expect(code).toBe(1);
    expect(await answerOf("/en/read/noticed")).toBe(200);
  });
});

describe("a work with a speaker at risk", () => {
  it("is withdrawn at once with a notice in each language, and restored once its files are sent", async () => {
    await publish("at-risk", "At risk");
    const args = ["--notice", "At a speaker's wish.", "--notice", "es=Por deseo de quien habla."];
    const withdrawn = await run("withdraw", "at-risk", ...args, "--yes");
    expect(withdrawn.code, withdrawn.stderr).toBe(0);
    expect(withdrawn.stdout).toContain("Withdrawn: at-risk. 1 file deleted.");
    const page = await fetch(`${url}/es/read/at-risk`);
    expect(page.status).toBe(410);
    expect(await page.text()).toContain("Por deseo de quien habla.");
    expect((await run("status", "at-risk")).stdout).toContain(
      "withdrawn: answers 410 with its notice",
    );

    // Under another slug its file is refused, too, as a draft and before it is sent.
    const manifest = await readFile(join(folder, "document.yaml"), "utf8");
    await mkdir(join(folder, "copy"), { recursive: true });
    await cp(join(folder, "at-risk.md"), join(folder, "copy/at-risk.md"));
    await writeFile(
      join(folder, "copy/document.yaml"),
      manifest.replace("slug: at-risk", "slug: at-risk-copy").replace("published", "draft"),
    );
    const copy = await run("apply", "copy", "--yes");
    expect(copy.code).toBe(1);
    expect(copy.stdout).toContain("names a file that was withdrawn with at-risk");
    await rm(join(folder, "copy"), { recursive: true });

    const plan = await apply("at-risk", "At risk");
    expect(plan).toMatchObject({ code: 1, stdout: expect.stringContaining("was withdrawn") });

    await publish("other", "Other");
    const without = await run("restore", "at-risk", ".", "--yes");
    expect(without.code).toBe(1);
    expect(without.stderr).toMatch(/1 file of at-risk was deleted .*\n {2}[0-9a-f]{64}\.md/);
    expect(without.stderr).toContain("videoteca restore at-risk PATH");

    // Without a path, restore reads the folder media-manifests.
    await apply("at-risk", "At risk");
    await cp(join(folder, "document.yaml"), join(folder, "media-manifests/document.yaml"));
    await cp(join(folder, "at-risk.md"), join(folder, "media-manifests/at-risk.md"));
    const restored = await run("restore", "at-risk", "--yes");
    expect(restored.code, restored.stderr).toBe(0);
    expect(restored.stdout).toContain("Restored: the current revision of at-risk is 1 again.");
    expect(await answerOf("/en/read/at-risk")).toBe(200);
  });
});

describe("a sweep", () => {
  it("first shows what it would delete, and keeps files in use", async () => {
    const dry = await run("sweep", "--dry-run");
    expect(dry.code, dry.stderr).toBe(0);
    expect(dry.stdout).toMatch(/^To delete: 0 files/m);
    expect(await jsonOf("sweep", "--dry-run")).toMatchObject({ dryRun: true, blobs: [], lost: [] });
  });
});
