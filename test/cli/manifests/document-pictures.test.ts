import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readManifests } from "../../../src/cli/manifests/read-manifests.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const yaml = `kind: Document
slug: plan
inLanguage: en
status: draft
name: { en: Plan, es: Plan }
texts: [{ inLanguage: en, file: en.md }, { inLanguage: es, file: es.md }]
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pictures-"));
  await mkdir(join(folder, "work/maps"), { recursive: true });
  await writeFile(join(folder, "work/document.yaml"), yaml);
});
afterEach(() => rm(folder, { recursive: true }));

async function check(english: string, spanish = "Texto") {
  await writeFile(join(folder, "work/en.md"), english);
  await writeFile(join(folder, "work/es.md"), spanish);
  const { works, problems } = await readManifests([join(folder, "work")]);
  const places = problems.map(({ file, line, column, message }) => {
    return `${relative(folder, file)}:${line}:${column} ${message}`;
  });
  return { work: works[0], places };
}

describe("the pictures of a document", () => {
  it("are published with it, each once", async () => {
    await writeFile(join(folder, "work/maps/a.png"), png);
    const { work, places } = await check("![A map](maps/a.png)", "![Un mapa](./maps/a.png)");
    expect(places).toEqual([]);
    expect(work?.record).toMatchObject({ pictures: [{ name: "maps/a.png", width: 1, height: 1 }] });
    expect(work?.blobs.map(({ extension }) => extension)).toEqual(["md", "md", "png"]);
  });

  it("are refused where the text names them, all at once", async () => {
    await writeFile(join(folder, "secret.png"), png);
    await symlink(join(folder, "secret.png"), join(folder, "work/link.png"));
    await writeFile(join(folder, "work/cut.png"), png.subarray(0, 40));
    const { work, places } = await check(
      "A\n\n![B](https://example.org/b.png) ![C](missing.png)\n\n![D](link.png) ![E](cut.png)",
      "![](../secret.png)",
    );
    expect(work).toBeUndefined();
    const starts = places.map((place) => /^\S+/.exec(place)?.[0]).sort();
    expect(starts).toEqual([
      "work/en.md:3:1",
      "work/en.md:3:33",
      "work/en.md:5:1",
      "work/en.md:5:16",
      "work/es.md:1:1",
      "work/es.md:1:1",
    ]);
  });
});
