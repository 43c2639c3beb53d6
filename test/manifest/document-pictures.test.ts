import { describe, expect, test } from "vitest";
import { checkPictures } from "../../src/manifest/document-pictures.ts";
import { exportFileNames } from "../../src/manifest/export-file-names.ts";
import { readManifest } from "../../src/manifest/read.ts";
import { toManifest } from "../../src/manifest/to-manifest.ts";
import { toRecord } from "../../src/manifest/to-record.ts";
import { blobsOf } from "../../src/records/blobs.ts";
import { record as recordSchema } from "../../src/records/schema/record.ts";

const messagesOf = (markdown: string) =>
  checkPictures(markdown).refused.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );

describe("the pictures in a document's text", () => {
  test("are found with their names and places, however they are written", () => {
    const { named, refused } = checkPictures(
      "![A](a.png)\n\n> - ![*B* [c](d)](img/b%20c.webp 'T')\n\n| ![E][e] |\n|---|\n\n![f]\n\n[e]: ./e.jpg\n[F]: <f g.png>\n",
    );
    expect(refused).toEqual([]);
    expect(named.map(({ name, alt, line, column }) => [name, alt, line, column])).toEqual([
      ["a.png", "A", 1, 1],
      ["img/b c.webp", "B c", 3, 5],
      ["e.jpg", "E", 5, 3],
      ["f g.png", "f", 8, 1],
    ]);
  });

  test.each([
    "https://example.org/a/map.png",
    "http://example.org/map.png?x=1",
    "//example.org/map.png",
    "HTTPS://example.org/map.png",
  ])("are refused from elsewhere, with what to do: %s", (address) => {
    expect(messagesOf(`Text\n\nAnd ![A map](${address})`)).toEqual([
      `3:5 the picture “${address}” is from elsewhere, and pages load nothing from other sites: save it beside the manifest, and name the file: ![What it shows](map.png)`,
    ]);
  });

  test.each([
    ["![](a.png)", "has no description"],
    ["![ ](a.png)", "has no description"],
    ["![A](../a.png)", "in this manifest's folder"],
    ["![A](%2e%2e/a.png)", "in this manifest's folder"],
    ["![A](a.svg)", "isn't a picture that browsers support: use .webp, .jpg or .png"],
    ["![A]()", "names no file"],
    ["![A](data:image/png;base64,AA)", "is written into the text"],
  ])("are refused: %s", (markdown, message) => {
    expect(messagesOf(markdown).join()).toContain(message);
  });

  test("aren't what code or an escape shows", () => {
    expect(checkPictures("`![a](b.png)` \\![a](https://c.example)\n\n    ![a](b.png)\n")).toEqual({
      named: [],
      refused: [],
    });
  });
});

describe("a document with pictures", () => {
  const measured = (digit: string, extension: string) => ({
    sha256: digit.repeat(64),
    extension,
    size: 10,
    width: 40,
    height: 30,
  });
  const files = new Map([
    ["en.md", measured("0", "md")],
    ["maps/a.png", measured("1", "png")],
  ]);
  const yaml =
    "kind: Document\nslug: plan\ninLanguage: en\nstatus: draft\nname: { en: Plan }\ntexts: [{ inLanguage: en, file: en.md }]\n";
  const manifest = readManifest("document.yaml", yaml).manifest;
  if (manifest === undefined) throw new Error("The manifest is valid.");
  const made = toRecord(manifest, files, ["maps/a.png"]);

  test("has them in its record, and names their blobs", () => {
    const blob = { sha256: "1".repeat(64), extension: "png", size: 10 };
    expect(made).toMatchObject({
      pictures: [{ name: "maps/a.png", file: blob, width: 40, height: 30 }],
    });
    expect(blobsOf(made)).toContainEqual(blob);
  });

  test("is written as a manifest that doesn't list them, with the names that the text has", () => {
    const names = exportFileNames(made);
    expect(names.get("1".repeat(64))).toBe("maps/a.png");
    expect(toManifest(made, names)).not.toContain("pictures");
  });

  test("can't name a file outside its folder", () => {
    for (const name of ["../a.png", "/a.png", "c:\\a.png", "maps/../../a.png"]) {
      const hostile = {
        ...made,
        pictures: [{ name, file: blobsOf(made)[1], width: 1, height: 1 }],
      };
      expect(recordSchema.safeParse(hostile).success).toBe(false);
    }
  });
});
