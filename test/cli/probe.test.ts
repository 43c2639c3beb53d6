import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFastStart, probeImage, probeMedia } from "../../src/cli/probe.ts";
import { root } from "./run.ts";

const film = join(root, "media-manifests/how-did-we-get-here/criminalizing-migration");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, ...parts: (string | Uint8Array)[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, Buffer.concat(parts.map((part) => Buffer.from(part))));
  return path;
}

/** An MP4 box of a type and a length, empty inside. */
function box(type: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32BE(length, 0);
  bytes.write(type, 4, "latin1");
  return bytes;
}

describe("a media file is probed", () => {
  it("as WebM: its length, size and codecs", async () => {
    const probed = await probeMedia(join(film, "film.webm"));
    expect(probed).toMatchObject({ container: "WebM", width: 640, height: 360, hasAudio: true });
    expect(probed?.codecs).toMatch(/^vp09\.[0-9.]+, opus$/);
    expect(probed?.duration).toBeGreaterThan(10);
  });

  it("as MP4", async () => {
    const probed = await probeMedia(join(film, "film.mp4"));
    expect(probed).toMatchObject({ container: "MP4", width: 640, height: 360 });
    expect(probed?.codecs).toMatch(/^avc1\.[0-9a-f]{6}, mp4a\.40\.2$/i);
  });

  it("as sound alone, without a size", async () => {
    const probed = await probeMedia(join(film, "film.m4a"));
    expect(probed).toMatchObject({ container: "MP4", codecs: "mp4a.40.2", hasAudio: true });
    expect(probed).not.toHaveProperty("width");
  });

  it("as none, where it is a text with a film's name", async () => {
    expect(await probeMedia(await file("text.mp4", "not a film"))).toBeUndefined();
  });

  it("as a picture: its size", async () => {
    const size = await probeImage(join(film, "poster.webp"));
    expect(size).toEqual({ format: "webp", width: 1280, height: 720 });
    expect(await probeImage(await file("text.webp", "not a picture"))).toBeUndefined();
  });
});

describe("an MP4 starts fast", () => {
  it("where its index comes before its data", async () => {
    const path = await file("fast.mp4", box("ftyp", 24), box("moov", 90), box("mdat", 50));
    expect(await isFastStart(path)).toBe(true);
    expect(await isFastStart(join(film, "film.mp4"))).toBe(true);
  });

  it("but not where its data comes first", async () => {
    const path = await file("slow.mp4", box("ftyp", 24), box("mdat", 50), box("moov", 90));
    expect(await isFastStart(path)).toBe(false);
  });

  it("also behind a box whose length takes 64 bits", async () => {
    const large = box("free", 40);
    large.writeUInt32BE(1, 0);
    large.writeBigUInt64BE(40n, 8);
    expect(await isFastStart(await file("a.mp4", large, box("mdat", 9)))).toBe(false);
    expect(await isFastStart(await file("b.mp4", large, box("moov", 9)))).toBe(true);
  });

  it("for all that can be told of an empty file", async () => {
    expect(await isFastStart(await file("empty.mp4"))).toBe(true);
  });
});
