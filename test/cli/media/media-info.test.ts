import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeFiles } from "../../../src/cli/manifests/node-files.ts";
import { probeImage, readMediaInfo } from "../../../src/inspection/media/media-info.ts";
import { root } from "../run.ts";

const filmFolder = join(root, "media-manifests/how-did-we-get-here/criminalizing-migration");

const fixtures = join(import.meta.dirname, "fixtures");

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

describe("the media info of a file", () => {
  it("of WebM has its duration, size and codecs", async () => {
    const info = await readMediaInfo(nodeFiles, join(filmFolder, "film.webm"));
    expect(info).toMatchObject({ container: "WebM", width: 640, height: 360, hasAudio: true });
    expect(info?.codecs).toMatch(/^vp09\.[0-9.]+, opus$/);
    expect(info?.duration).toBeGreaterThan(10);
  });

  it("of MP4 has the same", async () => {
    const info = await readMediaInfo(nodeFiles, join(filmFolder, "film.mp4"));
    expect(info).toMatchObject({ container: "MP4", width: 640, height: 360 });
    expect(info?.codecs).toMatch(/^avc1\.[0-9a-f]{6}, mp4a\.40\.2$/i);
  });

  it("of sound alone has no size", async () => {
    const info = await readMediaInfo(nodeFiles, join(filmFolder, "film.m4a"));
    expect(info).toMatchObject({ container: "MP4", codecs: "mp4a.40.2", hasAudio: true });
    expect(info).not.toHaveProperty("width");
  });

  it("has the frame rate, the channels and the rotation", async () => {
    expect(await readMediaInfo(nodeFiles, join(fixtures, "turned.mp4"))).toEqual({
      container: "MP4",
      duration: 1,
      begin: -0.023,
      width: 36,
      height: 64,
      frameRate: 10,
      rotation: 270,
      videoCodec: "avc",
      codecs: "avc1.64000a, mp4a.40.2",
      audioCodec: "aac",
      audioChannels: 2,
      hasAudio: true,
    });
  });

  it("is undefined if the file is a text with a film's name", async () => {
    expect(await readMediaInfo(nodeFiles, await file("text.mp4", "not a film"))).toBeUndefined();
  });

  it("of a picture has its size", async () => {
    const size = await probeImage(nodeFiles, join(filmFolder, "poster.webp"));
    expect(size).toEqual({ format: "webp", width: 1280, height: 720 });
    expect(await probeImage(nodeFiles, await file("text.webp", "not a picture"))).toBeUndefined();
  });
});
