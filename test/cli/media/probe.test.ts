import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { probeImage, probeMedia } from "../../../src/cli/media/probe.ts";
import { root } from "../run.ts";

const film = join(root, "media-manifests/how-did-we-get-here/criminalizing-migration");

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

  it("with its frame rate, its channels and how it is turned", async () => {
    expect(await probeMedia(join(fixtures, "turned.mp4"))).toEqual({
      container: "MP4",
      duration: 1,
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

  it("as none, where it is a text with a film's name", async () => {
    expect(await probeMedia(await file("text.mp4", "not a film"))).toBeUndefined();
  });

  it("as a picture: its size", async () => {
    const size = await probeImage(join(film, "poster.webp"));
    expect(size).toEqual({ format: "webp", width: 1280, height: 720 });
    expect(await probeImage(await file("text.webp", "not a picture"))).toBeUndefined();
  });
});
