import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readManifests } from "../../../src/cli/manifests/read-manifests.ts";
import { root, videoteca } from "../run.ts";

const { url, token } = inject("library");
const staff = { VIDEOTECA_URL: url, VIDEOTECA_TOKEN: token };
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...args: string[]) => videoteca(args, folder, staff);
const jsonOf = async (...args: string[]) => JSON.parse((await run(...args, "--json")).stdout);
const read = (...path: string[]) => readFile(join(folder, ...path), "utf8");

const manifestOf = (slug: string, fields = "") =>
  `kind: Document\nslug: ${slug}\ninLanguage: en\nstatus: published\nname: { en: One }\n${fields}texts: [{ inLanguage: en, file: text.md }]\n`;

async function publish(slug: string, fields = ""): Promise<void> {
  await mkdir(join(folder, slug), { recursive: true });
  await writeFile(join(folder, slug, "text.md"), `# ${slug}\n`);
  await writeFile(join(folder, slug, "document.yaml"), manifestOf(slug, fields));
  const applied = await run("apply", slug, "--yes", "--overwrite");
  expect([applied.stdout, applied.code]).toEqual([applied.stdout, 0]);
}

test("every work of the demonstration is pulled as a manifest that apply calls unchanged", async () => {
  const { works } = await readManifests([join(root, "media-manifests")]);
  for (const { record } of works) {
    const { code, stderr } = await run("pull", record.slug, join("all", record.slug));
    expect([record.slug, stderr, code]).toEqual([record.slug, "", 0]);
  }
  const checked = await jsonOf("check", "all");
  expect(checked.problems.filter((one: { severity: string }) => one.severity === "error")).toEqual(
    [],
  );
  const digests = (list: readonly { digest: string }[]) => list.map(({ digest }) => digest).sort();
  expect(digests(checked.works)).toEqual(digests(works));
  const applied = await jsonOf("apply", "all", "--yes");
  expect(applied.sent).toEqual([]);
  expect(applied.works.map((work: { result: string }) => work.result)).toEqual(
    works.map(() => "unchanged"),
  );
});

describe("pull", () => {
  test("takes drafts and scheduled works, whose files nobody else may read", async () => {
    for (const [slug, fields] of [
      ["pulled-draft", ""],
      ["pulled-soon", "datePublished: 2999-01-01\n"],
    ] as const) {
      await publish(slug, fields);
      await writeFile(
        join(folder, slug, "document.yaml"),
        manifestOf(slug, fields).replace(
          "published\n",
          slug === "pulled-draft" ? "draft\n" : "published\n",
        ),
      );
      await run("apply", slug, "--yes");
      const { code } = await run("pull", slug, `copy-of-${slug}`);
      expect(code).toBe(0);
      const applied = await jsonOf("apply", `copy-of-${slug}`, "--yes");
      expect(applied).toMatchObject({ works: [{ slug, result: "unchanged" }], sent: [] });
    }
  });

  test("writes a readable manifest: fields in the order of the documentation, texts quoted where needed", async () => {
    await publish(
      "readable",
      'description: { vi: "12:30", no: "yes", en: "Part 1: the law" }\nkeywords: [law, "007"]\n',
    );
    await run("pull", "readable", "readable-copy");
    expect(
      await read("readable-copy", "document.yaml"),
    ).toBe(`# yaml-language-server: $schema=${url}/schemas/document.json
kind: Document
slug: readable
inLanguage: en
status: published
name:
  en: One
description:
  en: "Part 1: the law"
  "no": "yes"
  vi: "12:30"
texts:
  - inLanguage: en
    file: en.md
keywords:
  - law
  - "007"
`);
  });

  test("brings a folder that is behind in step again, and keeps names and what is the same", async () => {
    await publish("behind");
    await cp(join(folder, "behind"), join(folder, "behind-2"), { recursive: true });
    await writeFile(
      join(folder, "behind-2/document.yaml"),
      manifestOf("behind", "keywords: [a]\n"),
    );
    await run("apply", "behind-2", "--yes");
    const refused = await run("pull", "behind", "behind");
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("behind/document.yaml");
    expect(refused.stderr).toContain("--overwrite");
    expect(await read("behind", "document.yaml")).not.toContain("keywords");

    expect((await run("pull", "behind", "behind", "--overwrite")).code).toBe(0);
    expect(await read("behind", "document.yaml")).toContain("file: text.md");
    expect((await readdir(join(folder, "behind"))).sort()).toEqual([
      ".videoteca.json",
      "document.yaml",
      "text.md",
    ]);
    await writeFile(
      join(folder, "behind/document.yaml"),
      `# Ours.\n${manifestOf("behind", "keywords: [a]\n")}`,
    );
    expect((await run("pull", "behind", "behind")).code).toBe(0);
    expect(await read("behind", "document.yaml")).toContain("# Ours.");
  });

  test("never replaces a file with other content, and writes through no link", async () => {
    await publish("careful");
    await mkdir(join(folder, "careful-copy"));
    await writeFile(join(folder, "careful-copy/en.md"), "Something else.");
    const refused = await run("pull", "careful", "careful-copy");
    expect(refused.code).toBe(1);
    expect(await readdir(join(folder, "careful-copy"))).toEqual(["en.md"]);
    expect(await read("careful-copy", "en.md")).toBe("Something else.");

    await writeFile(join(folder, "outside.md"), "Outside.");
    await rm(join(folder, "careful-copy/en.md"));
    await symlink(join(folder, "outside.md"), join(folder, "careful-copy/en.md"));
    expect((await run("pull", "careful", "careful-copy", "--overwrite")).code).toBe(1);
    expect(await read("outside.md")).toBe("Outside.");
  });

  test("refuses what is no slug, what isn't there, and what was withdrawn", async () => {
    expect((await run("pull", "../x")).stderr).toContain("isn't a slug");
    expect((await run("pull", "nothing-there")).stderr).toContain("No work has the slug");
    await publish("pulled-gone");
    await run("withdraw", "pulled-gone", "--notice", "Gone.", "--yes");
    const refused = await run("pull", "pulled-gone");
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringContaining("pulled-gone was withdrawn"),
    ]);
  });
});
