import { describe, expect, it } from "vitest";
import type { Probed } from "../../../src/cli/media/probe.ts";
import type { Source } from "../../../src/cli/prepare/source.ts";
import { type NamedFiles, planTargets } from "../../../src/cli/prepare/targets.ts";

const film = (width: number, height: number, videoCodec = "avc"): Probed => ({
  container: "MP4",
  duration: 60,
  width,
  height,
  videoCodec,
  codecs: videoCodec === "avc" ? "avc1.64001f, mp4a.40.2" : "hev1.1.6.L93.B0, mp4a.40.2",
  audioCodec: "aac",
  hasAudio: true,
});

/** What is to be made of a source, each as `name` or `name (there)`. */
function planned(
  path: string,
  size: readonly [number, number] | undefined,
  there: Readonly<Record<string, Probed | undefined>> = {},
  named?: Partial<NamedFiles>,
  again = false,
): string[] {
  const source: Source = {
    path,
    duration: 60,
    ...(size === undefined ? {} : { picture: { track: 0, width: size[0], height: size[1] } }),
    sound: { track: 1, channels: 2 },
  };
  const films = new Map(
    Object.entries(there).flatMap(([name, film]) => (film ? [[name, film]] : [])),
  );
  const manifest = named === undefined ? undefined : { inLanguage: "en", video: [], ...named };
  const present = { named: manifest, names: new Set([path, ...Object.keys(there)]), films };
  const targets = planTargets(source, present, again, "webp");
  return targets.map(({ name, isThere }) => (isThere ? `${name} (there)` : name));
}

describe("what is made of a film", () => {
  it("is 720p, 360p, its sound and a poster, whatever way the picture stands", () => {
    const all = ["camera-720p.mp4", "camera-360p.mp4", "camera.m4a", "camera-poster.webp"];
    expect(planned("camera.mov", [1920, 1080])).toEqual(all);
    expect(planned("camera.mov", [1080, 1920])).toEqual(all);
    expect(planned("camera.mov", [1280, 720], {}, {})).toEqual([...all.slice(0, 3), "poster.webp"]);
  });

  it("is never larger than the film", () => {
    expect(planned("a.mov", [854, 480], {}, {})).toEqual(["a-360p.mp4", "a.m4a", "poster.webp"]);
    expect(planned("a.mov", [321, 241], {}, {})).toEqual(["a-240p.mp4", "a.m4a", "poster.webp"]);
  });

  it("is its sound alone where there is no picture", () => {
    expect(planned("talk.wav", undefined, {}, {})).toEqual(["talk.m4a"]);
  });

  it("is only what is missing: a film of that size that plays everywhere is there already", () => {
    const there = { "film.mp4": film(640, 360), "film.m4a": undefined, "p.webp": undefined };
    const named = { video: ["film.mp4"], audioOnly: "film.m4a", poster: "p.webp" };
    expect(planned("film.mp4", [640, 360], there, named)).toEqual(["film.m4a (there)"]);
    const hevc = { ...there, "film.mp4": film(640, 360, "hevc") };
    expect(planned("film.mp4", [640, 360], hevc, named)).toContain("film-360p.mp4");
  });

  it("has the names that the manifest gives to what isn't there yet", () => {
    const named = { video: ["small-360.mp4", "film.mp4"], audioOnly: "s.m4a", poster: "p.webp" };
    expect(planned("master.mov", [1920, 1080], {}, named)).toEqual([
      "film.mp4",
      "small-360.mp4",
      "s.m4a",
      "p.webp",
    ]);
    const other = { video: ["film.webm"], audioOnly: "s.mp3", poster: "p.png" };
    expect(planned("master.mov", [640, 360], {}, other)).toEqual([
      "master-360p.mp4",
      "master.m4a",
      "poster.webp",
    ]);
  });

  it("never has the name of what it is made from", () => {
    const hevc = { "film-720p.mp4": film(1280, 720, "hevc") };
    expect(planned("film-720p.mp4", [1280, 720], hevc, {})).toEqual([
      "film-720p-h264.mp4",
      "film-360p.mp4",
      "film.m4a",
      "poster.webp",
    ]);
    expect(planned("talk.m4a", undefined, {}, {}, true)).toEqual([]);
  });

  it("is there after an earlier run, and made anew only where that is asked for", () => {
    const there = {
      "a-720p.mp4": film(1280, 720),
      "a-360p.mp4": film(640, 360),
      "a.m4a": undefined,
      "poster.webp": undefined,
    };
    const all = Object.keys(there).map((name) => `${name} (there)`);
    expect(planned("a.mov", [1920, 1080], there, {})).toEqual(all);
    const named = {
      video: ["a-720p.mp4", "a-360p.mp4"],
      audioOnly: "a.m4a",
      poster: "poster.webp",
    };
    expect(planned("a.mov", [1920, 1080], there, named, true)).toEqual(all);
    // What another hand made isn't touched.
    const others = { ...named, poster: "ours.webp" };
    const before = { ...there, "ours.webp": undefined };
    expect(planned("a.mov", [1920, 1080], before, others, true)).toEqual(all.slice(0, 3));
  });
});
