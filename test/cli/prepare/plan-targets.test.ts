import { describe, expect, it } from "vitest";
import { type ManifestFiles, planTargets } from "../../../src/cli/prepare/plan-targets.ts";
import type { Source } from "../../../src/cli/prepare/source.ts";
import type { MediaInfo } from "../../../src/inspection/media/media-info.ts";

const film = (width: number, height: number, videoCodec = "avc"): MediaInfo => ({
  container: "MP4",
  duration: 60,
  begin: 0,
  width,
  height,
  videoCodec,
  codecs: videoCodec === "avc" ? "avc1.64001f, mp4a.40.2" : "hev1.1.6.L93.B0, mp4a.40.2",
  audioCodec: "aac",
  hasAudio: true,
});

/**
 * The names of the files to make of a source, with "(exists)" after those that exist already.
 * @param existing the other files in its folder, with the media info of films that can be read
 */
function plan(
  path: string,
  size: readonly [number, number] | undefined,
  existing: Readonly<Record<string, MediaInfo | undefined>> = {},
  named?: Partial<ManifestFiles>,
  replaces = false,
): string[] {
  const source: Source = {
    path,
    duration: 60,
    ...(size === undefined ? {} : { picture: { track: 0, width: size[0], height: size[1] } }),
    sound: { track: 1, channels: 2 },
  };
  const mediaInfo = new Map(
    Object.entries(existing).flatMap(([name, info]) => (info ? [[name, info]] : [])),
  );
  const manifestFiles = named === undefined ? undefined : { inLanguage: "en", video: [], ...named };
  const fileNames = new Set([path, ...Object.keys(existing)]);
  const targets = planTargets(source, { manifestFiles, fileNames, mediaInfo }, replaces, "webp");
  return targets.map(({ name, exists }) => (exists ? `${name} (exists)` : name));
}

describe("the files to make of a film", () => {
  it("are 720p, 360p, its sound and a poster, in landscape and in portrait", () => {
    const all = ["camera-720p.mp4", "camera-360p.mp4", "camera.m4a", "camera-poster.webp"];
    expect(plan("camera.mov", [1920, 1080])).toEqual(all);
    expect(plan("camera.mov", [1080, 1920])).toEqual(all);
    expect(plan("camera.mov", [1280, 720], {}, {})).toEqual([...all.slice(0, 3), "poster.webp"]);
  });

  it("are never larger than the film", () => {
    expect(plan("a.mov", [854, 480], {}, {})).toEqual(["a-360p.mp4", "a.m4a", "poster.webp"]);
    expect(plan("a.mov", [321, 241], {}, {})).toEqual(["a-240p.mp4", "a.m4a", "poster.webp"]);
  });

  it("are only the sound if there is no picture", () => {
    expect(plan("talk.wav", undefined, {}, {})).toEqual(["talk.m4a"]);
  });

  it("don't include sizes in which a film that every browser plays exists already", () => {
    const existing = { "film.mp4": film(640, 360), "film.m4a": undefined, "p.webp": undefined };
    const named = { video: ["film.mp4"], audioOnly: "film.m4a", poster: "p.webp" };
    expect(plan("film.mp4", [640, 360], existing, named)).toEqual(["film.m4a (exists)"]);
    const hevc = { ...existing, "film.mp4": film(640, 360, "hevc") };
    expect(plan("film.mp4", [640, 360], hevc, named)).toContain("film-360p.mp4");
  });

  it("have the names that the manifest gives to missing files", () => {
    const named = { video: ["small-360.mp4", "film.mp4"], audioOnly: "s.m4a", poster: "p.webp" };
    expect(plan("master.mov", [1920, 1080], {}, named)).toEqual([
      "film.mp4",
      "small-360.mp4",
      "s.m4a",
      "p.webp",
    ]);
    const other = { video: ["film.webm"], audioOnly: "s.mp3", poster: "p.png" };
    expect(plan("master.mov", [640, 360], {}, other)).toEqual([
      "master-360p.mp4",
      "master.m4a",
      "poster.webp",
    ]);
  });

  it("never have the name of their source", () => {
    const hevc = { "film-720p.mp4": film(1280, 720, "hevc") };
    expect(plan("film-720p.mp4", [1280, 720], hevc, {})).toEqual([
      "film-720p-h264.mp4",
      "film-360p.mp4",
      "film.m4a",
      "poster.webp",
    ]);
    expect(plan("talk.m4a", undefined, {}, {}, true)).toEqual([]);
  });

  it("exist after an earlier run, and are made again only on request", () => {
    const existing = {
      "a-720p.mp4": film(1280, 720),
      "a-360p.mp4": film(640, 360),
      "a.m4a": undefined,
      "poster.webp": undefined,
    };
    const all = Object.keys(existing).map((name) => `${name} (exists)`);
    expect(plan("a.mov", [1920, 1080], existing, {})).toEqual(all);
    const named = {
      video: ["a-720p.mp4", "a-360p.mp4"],
      audioOnly: "a.m4a",
      poster: "poster.webp",
    };
    expect(plan("a.mov", [1920, 1080], existing, named, true)).toEqual(all);
    // A file that wasn't made here isn't replaced.
    const others = { ...named, poster: "ours.webp" };
    const before = { ...existing, "ours.webp": undefined };
    expect(plan("a.mov", [1920, 1080], before, others, true)).toEqual(all.slice(0, 3));
  });
});
