import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import {
  ALL_FORMATS,
  Conversion,
  FilePathSource,
  FilePathTarget,
  Input,
  OggOutputFormat,
  Output,
} from "mediabunny";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeFiles } from "../../../src/cli/manifests/node-files.ts";
import { inspectFile } from "../../../src/inspection/inspect-file.ts";
import { withCoverProblems } from "../../../src/inspection/inspect-picture.ts";
import type { FileContent } from "../../../src/manifest/files.ts";
import { extensionOf } from "../../../src/records/schema/media-types.ts";
import { root } from "../run.ts";

const demo = join(root, "media-manifests/how-did-we-get-here/criminalizing-migration");

let folder = "";
/** A complete file of each format, by the extension it has. */
const whole = new Map<string, Buffer>();

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}

function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const rows = deflateSync(Buffer.alloc((width + 1) * Math.min(height, 100)));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const parts = [chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

/** A JPEG of one scan. Its data contains a restart marker and an escaped FF. */
function jpeg(): Buffer {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0];
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0];
  const data = [...Array<number>(200).fill(7), 0xff, 0, 5, 0xff, 0xd0, 6, 6];
  return Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, ...frame, ...scan, ...data, 0xff, 0xd9]);
}

function box(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + content.length);
  header.write(type, 4, "latin1");
  return Buffer.concat([header, content]);
}

function office(...names: string[]): Buffer {
  return Buffer.from(
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8(name.repeat(40))]))),
  );
}

function openDocument(type: string, ...names: string[]): Buffer {
  const mimetype = [strToU8(type), { level: 0 }] as const;
  const others = Object.fromEntries(names.map((name) => [name, strToU8("<x/>")]));
  return Buffer.from(zipSync({ mimetype: [mimetype[0], mimetype[1]], ...others }));
}

const odtType = "application/vnd.oasis.opendocument.text";
const pdf = `%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n${" ".repeat(3000)}\ntrailer<</Root 1 0 R>>\n%%EOF\n`;

async function writeOpus(path: string): Promise<void> {
  const input = new Input({
    formats: ALL_FORMATS,
    source: new FilePathSource(join(demo, "film.webm")),
  });
  const output = new Output({ format: new OggOutputFormat(), target: new FilePathTarget(path) });
  const conversion = await Conversion.init({
    input,
    output,
    video: { discard: true },
    showWarnings: false,
  });
  await conversion.execute();
  input.dispose();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
  await writeOpus(join(folder, "sound.ogg"));
  for (const name of ["film.webm", "film.mp4", "film.m4a", "poster.webp"]) {
    whole.set(extensionOf(name), await readFile(join(demo, name)));
  }
  whole.set("ogg", await readFile(join(folder, "sound.ogg")));
  const frame = Buffer.concat([Buffer.from("fffb9064", "hex"), Buffer.alloc(413)]);
  whole.set("mp3", Buffer.concat(Array<Buffer>(97).fill(frame)));
  whole.set("png", png(64, 36));
  whole.set("jpg", jpeg());
  whole.set(
    "avif",
    Buffer.concat([
      box("ftyp", Buffer.from("avif\0\0\0\0avif")),
      box("meta", Buffer.alloc(40)),
      box("mdat", Buffer.alloc(300)),
    ]),
  );
  whole.set("pdf", Buffer.from(pdf));
  whole.set("docx", office("[Content_Types].xml", "_rels/.rels", "word/document.xml"));
  whole.set("odt", openDocument(odtType, "content.xml", "META-INF/manifest.xml"));
});
afterAll(() => rm(folder, { recursive: true }));

const contents: Readonly<Record<string, FileContent>> = {
  webm: "film",
  mp4: "film",
  m4a: "sound",
  mp3: "sound",
  ogg: "sound",
  png: "picture",
  jpg: "picture",
  webp: "picture",
};
const extensions = [...Object.keys(contents), "avif", "pdf", "docx", "odt"];

async function inspect(
  name: string,
  bytes: Buffer | string,
  content?: FileContent,
): Promise<string[]> {
  await writeFile(join(folder, name), bytes);
  const reference = { name, content: content ?? contents[extensionOf(name)] ?? "other", path: [] };
  const { details, problems } = await inspectFile(nodeFiles, reference, folder);
  const errors = problems.filter(({ severity }) => severity === "error");
  expect(details === undefined).toBe(errors.length > 0);
  return errors.map(({ message }) => message);
}

function sample(extension: string): Buffer {
  const bytes = whole.get(extension);
  if (bytes === undefined) throw new Error(`There is no .${extension} file.`);
  return bytes;
}

describe("a file that is named by a manifest", () => {
  it.each(extensions)("is accepted if it is a complete .%s", async (extension) => {
    expect(await inspect(`whole.${extension}`, sample(extension))).toEqual([]);
  });

  it.each(extensions)("is accepted as an attachment, too: .%s", async (extension) => {
    expect(await inspect(`whole.${extension}`, sample(extension), "other")).toEqual([]);
  });

  it.each(extensions)("is an error if its end is missing: .%s", async (extension) => {
    const bytes = sample(extension);
    for (const part of [0.99, 0.75, 0.5, 0.25]) {
      for (const content of [undefined, "other"] as const) {
        const cut = bytes.subarray(0, Math.floor(bytes.length * part));
        const errors = await inspect(`cut.${extension}`, cut, content);
        expect(errors, `${part} of it`).toEqual([expect.stringMatching(/^cut\.\w+ (is|has) /)]);
      }
    }
    expect(await inspect(`cut.${extension}`, bytes.subarray(0, -2))).toHaveLength(1);
  });

  it.each([...extensions, "md", "vtt"])(
    "is an error if it is empty or has two bytes: .%s",
    async (extension) => {
      expect(await inspect(`none.${extension}`, "")).toEqual([
        `none.${extension} is empty: save or copy it again`,
      ]);
      expect(await inspect(`two.${extension}`, "PK")).toHaveLength(extension === "md" ? 0 : 1);
    },
  );

  it("is an error if it is of another format than its name says, and both are named", async () => {
    const labels: Readonly<Record<string, RegExp>> = {
      png: /PNG/,
      jpg: /JPEG/,
      webp: /WebP/,
      avif: /AVIF/,
      pdf: /PDF/,
      docx: /Word/,
      odt: /OpenDocument/,
      webm: /WebM/,
      mp4: /MP4/,
      mp3: /MP3/,
      ogg: /Ogg/,
    };
    for (const [named, expected] of Object.entries(labels)) {
      for (const [actual, found] of Object.entries(labels)) {
        if (named === actual) continue;
        const content = contents[named];
        const errors = await inspect(`other.${named}`, sample(actual), content);
        const isArchive = ["docx", "odt"].includes(actual) && !["docx", "odt"].includes(named);
        expect(errors, `${actual} as ${named}`).toEqual([
          expect.stringMatching(isArchive ? /ZIP/ : found),
        ]);
        expect(errors[0]).toMatch(expected);
      }
    }
  });

  it("says how to rename a picture", async () => {
    expect(await inspect("poster.png", sample("jpg"))).toEqual([
      "poster.png is a JPEG picture, not PNG: rename it to poster.jpg, in this manifest too",
    ]);
  });

  it.each([
    ["poster.jpg", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1"), "an HEIC picture"],
    ["poster.png", Buffer.from("GIF89a\x01\0\x01\0"), "a GIF picture"],
    ["poster.png", Buffer.from('<?xml version="1.0"?><svg xmlns="x"/>'), "an SVG drawing"],
    ["film.mp4", Buffer.from("RIFF\0\0\0\0AVI LIST"), "an AVI film"],
    [
      "film.webm",
      Buffer.from("version https://git-lfs.github.com/spec/v1\noid sha256:1\n"),
      "a pointer of Git LFS",
    ],
    ["film.mp4", Buffer.from("\0\x05\x16\x07\0\x02\0\0", "latin1"), "a file in which macOS keeps"],
    ["guide.pdf", Buffer.from("<!DOCTYPE html><title>404</title>"), "a web page"],
    [
      "guide.docx",
      Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"),
      "an Office document of an old kind",
    ],
    ["guide.docx", office("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"],
    ["guide.docx", office("readme.txt"), "a ZIP archive"],
    ["guide.odt", openDocument("application/epub+zip", "META-INF/container.xml"), "an EPUB book"],
    ["en.md", Buffer.from(pdf), "a PDF"],
    ["en.md", Buffer.from("{\\rtf1 text}"), "a rich text document"],
    ["en.md", Buffer.from("\ufeffPolítica", "utf16le"), "a text in UTF-16"],
    ["en.md", Buffer.from("Politica y mas", "utf16le"), "a text in UTF-16"],
    ["en.md", Buffer.from("Política", "latin1"), "a text in another encoding"],
    ["en.md", Buffer.from("a\x01b"), "a file of bytes that aren't a text"],
    ["en.vtt", Buffer.from("1\n00:00:01,000 --> 00:00:02,000\nHi\n"), "isn't WebVTT"],
  ])("is an error if %s isn't what its name says", async (name, bytes, label) => {
    expect(await inspect(name, bytes)).toEqual([expect.stringContaining(label)]);
  });

  it("is an error if a needed part is missing in it, or its bytes were changed", async () => {
    expect(await inspect("a.docx", office("word/document.xml"))).toEqual([
      "a.docx is broken ([Content_Types].xml is missing in it): export it again",
    ]);
    expect(await inspect("a.odt", openDocument(odtType))).toEqual([
      "a.odt is broken (content.xml is missing in it): export it again",
    ]);
    const changed = Buffer.from(sample("png"));
    changed[40] = 1;
    expect(await inspect("a.png", changed)).toEqual([
      expect.stringContaining("a checksum is wrong"),
    ]);
  });

  it("is an error if a picture has no width, or more pixels than a phone can show", async () => {
    expect(await inspect("flat.png", png(0, 36))).toEqual([expect.stringContaining("no width")]);
    expect(await inspect("huge.png", png(60_000, 60_000))).toEqual([
      "huge.png has 60000 × 60000 pixels: save it with fewer",
    ]);
  });

  it("is accepted if a text only mentions a format, or begins with a byte order mark", async () => {
    for (const text of [
      "A file begins with %PDF-1.7.",
      "BMW\n",
      "\ufeffPolítica",
      "<svg> is a tag",
    ]) {
      expect(await inspect("text.md", text)).toEqual([]);
    }
  });

  it("has a warning if nothing marks the end of an Ogg file", async () => {
    const bytes = Buffer.from(sample("ogg"));
    const last = bytes.lastIndexOf("OggS");
    await writeFile(join(folder, "open.ogg"), bytes.subarray(0, last));
    const reference = { name: "open.ogg", content: "sound", path: [] } as const;
    const { details, problems } = await inspectFile(nodeFiles, reference, folder);
    expect(details?.duration).toBeGreaterThan(10);
    expect(problems).toEqual([
      {
        severity: "warning",
        message: expect.stringContaining("nothing marks the end of open.ogg"),
      },
    ]);
  });
});

it.each([
  [1400, 1400, 0],
  [3000, 3000, 0],
  [1399, 1399, 1],
  [3001, 3001, 1],
  [1400, 1500, 1],
])("of a podcast cover with %i × %i pixels there are %i warnings", (width, height, count) => {
  const details = { sha256: "a".repeat(64), extension: "jpg", size: 9, width, height };
  const { problems } = withCoverProblems("cover.jpg", { details, problems: [] });
  expect(problems).toHaveLength(count);
  for (const { severity, message } of problems) {
    expect(severity).toBe("warning");
    expect(message).toContain("cover.jpg has");
    expect(message).toContain("save it as a square of 1400 to 3000 pixels");
  }
});
