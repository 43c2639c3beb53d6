import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEncoders, showCall } from "../../../src/cli/prepare/ffmpeg.ts";
import { encodeCall, sizeWithin } from "../../../src/cli/prepare/ffmpeg-arguments.ts";
import { choose, readCandidate } from "../../../src/cli/prepare/poster.ts";
import { progressLine, progressReader } from "../../../src/cli/prepare/progress.ts";
import { readSource, type Source } from "../../../src/cli/prepare/source.ts";

const source: Source = {
  path: "a folder/master.mov",
  duration: 60,
  picture: { track: 0, width: 1920, height: 1080 },
  sound: { track: 1, channels: 6 },
};

describe("what ffprobe says of a source", () => {
  const say = (streams: object[], duration: string | undefined = "12.5") =>
    readSource("a.mov", JSON.stringify({ programs: [], streams, format: { duration } }));

  it("is its length, its size and its tracks", () => {
    const video = { index: 1, codec_type: "video", width: 1920, height: 1080 };
    const audio = { index: 0, codec_type: "audio", channels: 2 };
    expect(say([audio, video])).toEqual({
      path: "a.mov",
      duration: 12.5,
      picture: { track: 1, width: 1920, height: 1080 },
      sound: { track: 0, channels: 2 },
    });
  });

  it("counts a picture as it is shown: turned, and with square pixels", () => {
    const video = { index: 0, codec_type: "video", width: 720, height: 576 };
    const phone = { ...video, side_data_list: [{}, { rotation: -90 }] };
    expect(say([phone])?.picture).toEqual({ track: 0, width: 576, height: 720 });
    const tape = { ...video, sample_aspect_ratio: "64:45" };
    expect(say([tape])?.picture).toEqual({ track: 0, width: 1024, height: 576 });
  });

  it("takes the cover of a sound file for no film", () => {
    const cover = { index: 1, codec_type: "video", width: 9, height: 9 };
    const audio = { index: 0, codec_type: "audio", channels: 1 };
    const found = say([audio, { ...cover, disposition: { attached_pic: 1 } }]);
    expect(found).toEqual({ path: "a.mov", duration: 12.5, sound: { track: 0, channels: 1 } });
  });

  it("is nothing where there is nothing to play", () => {
    expect(say([])).toBeUndefined();
    expect(say([{ index: 0, codec_type: "audio", channels: 1 }], "0")).toBeUndefined();
  });
});

describe("the calls of ffmpeg", () => {
  it("make a film that plays everywhere, at once, and that says nothing of its maker", () => {
    const call = encodeCall(
      source,
      { kind: "film", name: "f.mp4", short: 360, isThere: false },
      "f",
    );
    const shown = showCall(call);
    expect(shown).toMatch(/^ffmpeg -nostdin .* -i 'file:a folder\/master\.mov' .* -y file:f$/);
    for (const words of [
      "-protocol_whitelist file,pipe",
      "scale=640:360:flags=lanczos,setsar=1,format=yuv420p",
      "-c:v libx264",
      "-force_key_frames 'expr:gte(t,n_forced*2)'",
      "-map 0:1 -c:a aac -b:a 64k -ac 2",
      "-movflags +faststart -f mp4",
      "-map_metadata -1",
    ]) {
      expect(shown).toContain(words);
    }
  });

  it("ask for no sound where there is none", () => {
    const { sound: _, ...silent } = source;
    const target = { kind: "film", name: "f.mp4", short: 720, isThere: false } as const;
    expect(showCall(encodeCall(silent, target, "f"))).not.toContain("-c:a");
  });

  it("make the sound alone, and a poster no larger than the film", () => {
    const sound = encodeCall(source, { kind: "sound", name: "f.m4a", isThere: false }, "f");
    expect(showCall(sound)).not.toMatch(/-c:v|-vf/);
    expect(showCall(sound)).toContain("-f ipod");
    const small = { ...source, picture: { track: 0, width: 320, height: 240 } };
    const webp = encodeCall(small, { kind: "poster", name: "p.webp", isThere: false }, "f", 6);
    expect(showCall(webp)).toMatch(/-ss 6\.000 .*scale=320:240.* -c:v libwebp/);
    const jpeg = encodeCall(small, { kind: "poster", name: "p.jpg", isThere: false }, "f", 6);
    expect(showCall(jpeg)).toContain("-f mjpeg");
  });

  it("keep a picture's shape, in even pixels", () => {
    const side = fc.integer({ min: 16, max: 8000 });
    fc.assert(
      fc.property(side, side, fc.constantFrom(360, 720), (width, height, short) => {
        const made = sizeWithin({ ...source, picture: { track: 0, width, height } }, short);
        expect([made.width % 2, made.height % 2]).toEqual([0, 0]);
        expect(Math.min(made.width, made.height)).toBe(short);
        const wanted = (short * Math.max(width, height)) / Math.min(width, height);
        expect(Math.abs(Math.max(made.width, made.height) - wanted)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("know what an ffmpeg can write", () => {
    const said = " V..... = Video\n ------\n V....D libx264    H.264\n A....D aac   AAC\n";
    expect([...readEncoders(said)]).toEqual(expect.arrayContaining(["libx264", "aac"]));
    expect(readEncoders(said).has("libwebp")).toBe(false);
  });
});

describe("the progress of ffmpeg", () => {
  const said =
    "frame=10\nout_time_us=N/A\nspeed=N/A\nprogress=continue\n" +
    "frame=50\nout_time_us=30000000\nspeed=   2x\nprogress=continue\n" +
    "out_time_us=60000000\nspeed=2.5x\nprogress=end\n";

  it("is read however its lines are cut into pieces", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(said.length)), (cuts) => {
        const read = progressReader();
        const places = [0, ...cuts.sort((a, b) => a - b), said.length];
        const pieces = places.map((place, index) => said.slice(place, places[index + 1]));
        const found = pieces.map(read).filter((advance) => advance !== undefined);
        expect(found.at(-1)).toEqual({ done: 60, speed: 2.5 });
      }),
    );
    const read = progressReader();
    expect(read(said.slice(0, 60))).toBeUndefined();
    expect(read(said.slice(60, 140))).toEqual({ done: 30, speed: 2 });
  });

  it("is shown as a part, with the time that is left", () => {
    expect(progressLine("film-720p.mp4", 60, { done: 30, speed: 2 })).toBe(
      "[############------------]   50 %  15 s left  film-720p.mp4",
    );
    expect(progressLine("f", 7200, { done: 0, speed: 0.5 })).toContain("  0 %  4 h 0 min left  f");
    expect(progressLine("f", 60, { done: 61, speed: 2 })).toContain("100 %  0 s left");
    expect(progressLine("f", 0, { done: 0, speed: undefined })).toMatch(/^\[-+\] {4}0 % {2}f$/);
  });
});

describe("the poster", () => {
  const candidate = (moment: number, average: number, contrast: number) => {
    return { moment, average, contrast };
  };

  it("is of the first moment that is neither dark, nor pale, nor flat", () => {
    const black = candidate(1, 16, 0);
    const white = candidate(2, 235, 3);
    const grey = candidate(3, 120, 4);
    const good = candidate(4, 100, 140);
    expect(choose([black, white, grey, good, candidate(5, 120, 200)])).toBe(4);
  });

  it("is of the least bad moment, where the film is dark throughout", () => {
    expect(choose([candidate(1, 16, 0), candidate(2, 30, 80), candidate(3, 18, 2)])).toBe(2);
    expect(choose([])).toBeUndefined();
  });

  it("is found in what ffmpeg says of a picture", () => {
    const key = "lavfi.signalstats";
    const said = `frame:0 pts:0\n${key}.YMIN=16\n${key}.YLOW=20\n${key}.YAVG=90.5\n${key}.YHIGH=200\n`;
    expect(readCandidate(7, said)).toEqual({ moment: 7, average: 90.5, contrast: 180 });
    expect(readCandidate(7, "")).toBeUndefined();
  });
});
