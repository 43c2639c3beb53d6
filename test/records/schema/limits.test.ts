import { describe, expect, it, test } from "vitest";
import * as z from "zod";
import { readManifest } from "../../../src/manifest/read.ts";
import { manifestKinds, manifestSchemas } from "../../../src/manifest/schema.ts";
import { maxManifestSize, maxRecordSize } from "../../../src/records/schema/limits.ts";
import { record } from "../../../src/records/schema/record.ts";
import { parseStoredRecord } from "../../../src/records/schema/versions.ts";
import { episode } from "../../manifest/samples.ts";
import { film } from "../works.ts";

/** Patterns with a fixed number of characters. */
const boundedPattern = /^\^#?\[[^\]]+\]\{(\d+,)?\d+\}\$$/;

/** The parts of a JSON Schema that allow values of any size. */
function unbounded(schema: unknown, path: string): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  if (Array.isArray(schema))
    return schema.flatMap((one, index) => unbounded(one, `${path}${index}`));
  const node: Readonly<Record<string, unknown>> = { ...schema };
  const isOpen =
    (node.type === "string" &&
      !("const" in node || "enum" in node || "maxLength" in node) &&
      node.format !== "date" &&
      !boundedPattern.test(String(node.pattern))) ||
    (node.type === "array" && !("maxItems" in node)) ||
    (node.type === "object" && "propertyNames" in node && !("maxProperties" in node)) ||
    ((node.type === "number" || node.type === "integer") &&
      !("const" in node || "maximum" in node));
  const parts = Object.entries(node)
    .filter(([key]) => !["examples", "default", "required"].includes(key))
    .flatMap(([key, part]) => unbounded(part, `${path}.${key}`));
  return isOpen ? [path, ...parts] : parts;
}

describe("every field and list has an upper bound", () => {
  it("in records", () => {
    expect(unbounded(z.toJSONSchema(record, { io: "input" }), "record")).toEqual([]);
  });

  it.each(manifestKinds)("in manifests of the kind %s", (kind) => {
    const schema = z.toJSONSchema(manifestSchemas[kind], { io: "input", target: "draft-7" });
    expect(unbounded(schema, kind)).toEqual([]);
  });

  it("and a field without one would be noticed", () => {
    const open = z.strictObject({
      text: z.string(),
      list: z.array(z.literal(1)),
      map: z.record(z.literal("a"), z.literal(1)),
      number: z.number(),
    });
    expect(unbounded(z.toJSONSchema(open), "x")).toHaveLength(4);
  });
});

/** The errors of the sample episode with something added or replaced. */
function errorsOf(from: string | RegExp, to: string): string[] {
  const { problems } = readManifest(
    "episode.yaml",
    episode.replace(from, () => to),
  );
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("what is too large has an error with its size and the bound", () => {
  const long = "x".repeat(2_500_000);
  const many = (count: number, entry: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => entry(index)).join(", ");

  it.each([
    [
      "a title",
      "es: Primera",
      `es: ${long}`,
      /^8:24 `es` is 2,500,000 characters long; at most 1,000 are allowed: shorten it$/,
    ],
    [
      "chapters",
      /chapters: .*/,
      `chapters: [${many(2_000, (start) => `{ start: ${start}, name: { en: A } }`)}]`,
      /^14:11 `chapters` has 2,000 entries; at most 1,000 are allowed: remove some$/,
    ],
    [
      "keywords",
      "license:",
      `keywords: [${many(301, (index) => `k${index}`)}]\nlicense:`,
      /^15:11 `keywords` has 301 entries; at most 300 are allowed: remove some$/,
    ],
    [
      "a keyword",
      "license:",
      `keywords: [${long}]\nlicense:`,
      /^15:12 an entry of `keywords` is 2,500,000 characters long; at most 200 are allowed: shorten it$/,
    ],
    [
      "the languages of a text",
      "description: { en: A film. }",
      `description: { ${many(101, (index) => `en-x-a${index}: A`)} }`,
      /^9:14 `description` has 101 languages; at most 100 are allowed: remove some$/,
    ],
    [
      "a file name",
      "file: film.webm",
      `file: ${"x".repeat(5000)}.webm`,
      /^10:17 `file` is 5,005 characters long; at most 1,000 are allowed: shorten it$/,
    ],
  ])("%s", (_, from, to, error) => {
    expect(errorsOf(from, to)).toContainEqual(expect.stringMatching(error));
  });

  it("a manifest as a whole, with its largest field", () => {
    const text = "y".repeat(9000);
    const warning = `contentWarning: { ${many(99, (index) => `en-x-a${index}: ${text}`)} }`;
    expect(errorsOf("license:", `${warning}\nlicense:`)).toContainEqual(
      expect.stringMatching(
        /^15:17 this manifest is 89\d,\d{3} bytes large; at most 800,000 are allowed: .*\. Its largest field is `contentWarning`$/,
      ),
    );
  });
});

describe("a record", () => {
  const languages = Array.from({ length: 20 }, (_, index) => `en-x-a${index}`);
  const texts = (text: string) => Object.fromEntries(languages.map((tag) => [tag, text]));
  const [track] = film.captions;
  const [attachment] = film.attachments;

  it("of the sizes that DESIGN 12 promises is valid, in 20 languages", () => {
    const work = {
      ...film,
      name: texts("Một tựa đề dài với nhiều từ, như người ta vẫn viết"),
      description: texts("Một mô tả. ".repeat(50)),
      duration: 36_000,
      chapters: Array.from({ length: 60 }, (_, start) => ({ start, name: texts("Chương một") })),
      captions: Array.from({ length: 40 }, (_, index) => ({
        ...track,
        inLanguage: `en-x-b${index}`,
      })),
      attachments: Array.from({ length: 50 }, () => ({ ...attachment, name: texts("Hướng dẫn") })),
    };
    expect(record.safeParse(work).error).toBeUndefined();
    expect(JSON.stringify(work).length).toBeLessThan(maxManifestSize / 4);
  });

  it("that is too large as a whole is rejected, though each field is within its bound", () => {
    const name = texts("x".repeat(1000));
    const chapters = Array.from({ length: 60 }, (_, start) => ({ start, name }));
    const [issue] = record.safeParse({ ...film, chapters }).error?.issues ?? [];
    expect(issue?.message).toMatch(
      /^the record is 1,2\d\d,\d{3} bytes large; at most 1,000,000 are allowed/,
    );
  });

  test("of an older release stays readable if it is larger", () => {
    const old = { ...film, name: { en: "x".repeat(maxRecordSize) } };
    expect(parseStoredRecord(JSON.stringify(old))).toEqual(old);
  });
});
