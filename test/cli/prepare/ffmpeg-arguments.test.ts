import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choosePosterTime, parseCandidate } from "../../../src/cli/prepare/choose-poster.ts";
import {
  createProgressReader,
  formatProgress,
} from "../../../src/cli/prepare/encoding-progress.ts";
import { formatCall, parseEncoders } from "../../../src/cli/prepare/ffmpeg.ts";
import { encodeCall, scaledSize } from "../../../src/cli/prepare/ffmpeg-arguments.ts";
import { parseSource, type Source } from "../../../src/cli/prepare/source.ts";

const source: Source = {
  path: "a folder/master.mov",
  duration: 60,
  picture: { track: 0, width: 1920, height: 1080 },
  sound: { track: 1, channels: 6 },
};

describe("a source, as ffprobe describes it,", () => {
  const parse = (streams: object[], duration: string | undefined = "12.5") =>
    parseSource("a.mov", JSON.stringify({ programs: [], streams, format: { duration } }));

  it("has a duration, a size and tracks", () => {
    const video = { index: 1, codec_type: "video", width: 1920, height: 1080 };
    const audio = { index: 0, codec_type: "audio", channels: 2 };
    expect(parse([audio, video])).toEqual({
      path: "a.mov",
      duration: 12.5,
      picture: { track: 1, width: 1920, height: 1080 },
      sound: { track: 0, channels: 2 },
    });
  });

  it("has the size that is displayed: rotated, and with square pixels", () => {
    const video = { index: 0, codec_type: "video", width: 720, height: 576 };
    const phone = { ...video, side_data_list: [{}, { rotation: -90 }] };
    expect(parse([phone])?.picture).toEqual({ track: 0, width: 576, height: 720 });
    const tape = { ...video, sample_aspect_ratio: "64:45" };
    expect(parse([tape])?.picture).toEqual({ track: 0, width: 1024, height: 576 });
  });

  it("has no picture if that is only the cover of a sound file", () => {
    const cover = { index: 1, codec_type: "video", width: 9, height: 9 };
    const audio = { index: 0, codec_type: "audio", channels: 1 };
    const found = parse([audio, { ...cover, disposition: { attached_pic: 1 } }]);
    expect(found).toEqual({ path: "a.mov", duration: 12.5, sound: { track: 0, channels: 1 } });
  });

  it("is the film, not the cover picture that stands before it in the file", () => {
    const cover = { index: 0, codec_type: "video", codec_name: "mjpeg", width: 600, height: 600 };
    const film = { index: 1, codec_type: "video", codec_name: "h264", width: 320, height: 180 };
    expect(parse([cover, film])?.picture).toEqual({ track: 1, width: 320, height: 180 });
    // Old cameras write films as JPEG pictures.
    expect(parse([cover])?.picture).toEqual({ track: 0, width: 600, height: 600 });
  });

  it("is undefined if there is nothing to play", () => {
    expect(parse([])).toBeUndefined();
    expect(parse([{ index: 0, codec_type: "audio", channels: 1 }], "0")).toBeUndefined();
  });
});

describe("the calls of ffmpeg", () => {
  it("make a film that every browser plays, that starts fast, and that has no metadata", () => {
    const target = { kind: "film", name: "f.mp4", shortSide: 360 } as const;
    const call = formatCall(encodeCall(source, target, "f"));
    expect(call).toMatch(/^ffmpeg -nostdin .* -i 'file:a folder\/master\.mov' .* -y file:f$/);
    for (const options of [
      "-protocol_whitelist file,pipe",
      "scale=640:360:flags=lanczos,setsar=1,format=yuv420p",
      "-c:v libx264",
      "-force_key_frames 'expr:gte(t,n_forced*2)'",
      "-map 0:1 -c:a aac -b:a 64k -ac 2",
      "-movflags +faststart -f mp4",
      "-map_metadata -1",
    ]) {
      expect(call).toContain(options);
    }
  });

  it("omit sound if the source has none", () => {
    const { sound: _, ...silent } = source;
    const target = { kind: "film", name: "f.mp4", shortSide: 720 } as const;
    expect(formatCall(encodeCall(silent, target, "f"))).not.toContain("-c:a");
  });

  it("make the sound alone, and a poster that isn't larger than the film", () => {
    const sound = encodeCall(source, { kind: "sound", name: "f.m4a" }, "f");
    expect(formatCall(sound)).not.toMatch(/-c:v|-vf/);
    expect(formatCall(sound)).toContain("-f ipod");
    // Sound that begins after the picture keeps its time.
    expect(formatCall(sound)).toContain("first_pts=0");
    const small = { ...source, picture: { track: 0, width: 320, height: 240 } };
    const webp = encodeCall(small, { kind: "poster", name: "p.webp" }, "f", 6);
    expect(formatCall(webp)).toMatch(/-ss 6\.000 .*scale=320:240.* -c:v libwebp/);
    const jpeg = encodeCall(small, { kind: "poster", name: "p.jpg" }, "f", 6);
    expect(formatCall(jpeg)).toContain("-f mjpeg");
  });

  it("keep a picture's aspect ratio, with even sides", () => {
    const side = fc.integer({ min: 16, max: 8000 });
    fc.assert(
      fc.property(side, side, fc.constantFrom(360, 720), (width, height, shortSide) => {
        const scaled = scaledSize({ ...source, picture: { track: 0, width, height } }, shortSide);
        expect([scaled.width % 2, scaled.height % 2]).toEqual([0, 0]);
        expect(Math.min(scaled.width, scaled.height)).toBe(shortSide);
        const expected = (shortSide * Math.max(width, height)) / Math.min(width, height);
        expect(Math.abs(Math.max(scaled.width, scaled.height) - expected)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("depend on the encoders that ffmpeg has", () => {
    const output = " V..... = Video\n ------\n V....D libx264    H.264\n A....D aac   AAC\n";
    expect([...parseEncoders(output)]).toEqual(expect.arrayContaining(["libx264", "aac"]));
    expect(parseEncoders(output).has("libwebp")).toBe(false);
  });
});

describe("the progress of ffmpeg", () => {
  const output =
    "frame=10\nout_time_us=N/A\nspeed=N/A\nprogress=continue\n" +
    "frame=50\nout_time_us=30000000\nspeed=   2x\nprogress=continue\n" +
    "out_time_us=60000000\nspeed=2.5x\nprogress=end\n";

  it("is read from chunks of any length", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(output.length)), (cuts) => {
        const read = createProgressReader();
        const starts = [0, ...cuts.sort((a, b) => a - b), output.length];
        const chunks = starts.map((start, index) => output.slice(start, starts[index + 1]));
        const found = chunks.map(read).filter((progress) => progress !== undefined);
        expect(found.at(-1)).toEqual({ seconds: 60, speed: 2.5 });
      }),
    );
    const read = createProgressReader();
    expect(read(output.slice(0, 60))).toBeUndefined();
    expect(read(output.slice(60, 140))).toEqual({ seconds: 30, speed: 2 });
  });

  it("is formatted as a bar with the time left", () => {
    expect(formatProgress("film-720p.mp4", 60, { seconds: 30, speed: 2 })).toBe(
      "[############------------]   50 %  15 s left  film-720p.mp4",
    );
    expect(formatProgress("f", 7200, { seconds: 0, speed: 0.5 })).toContain(
      "  0 %  4 h 0 min left  f",
    );
    expect(formatProgress("f", 60, { seconds: 61, speed: 2 })).toContain("100 %  0 s left");
    expect(formatProgress("f", 0, { seconds: 0, speed: undefined })).toMatch(
      /^\[-+\] {4}0 % {2}f$/,
    );
  });
});

describe("the poster", () => {
  const candidate = (time: number, brightness: number, contrast: number) => {
    return { time, brightness, contrast };
  };

  it("is the first frame that is neither dark, nor pale, nor of a single color", () => {
    const black = candidate(1, 16, 0);
    const white = candidate(2, 235, 3);
    const gray = candidate(3, 120, 4);
    const good = candidate(4, 100, 140);
    expect(choosePosterTime([black, white, gray, good, candidate(5, 120, 200)])).toBe(4);
  });

  it("is the best frame there is, if the whole film is dark", () => {
    const dark = [candidate(1, 16, 0), candidate(2, 30, 80), candidate(3, 18, 2)];
    expect(choosePosterTime(dark)).toBe(2);
    expect(choosePosterTime([])).toBeUndefined();
  });

  it("is chosen by what ffmpeg measures in a frame", () => {
    const key = "lavfi.signalstats";
    const output = `frame:0 pts:0\n${key}.YMIN=16\n${key}.YLOW=20\n${key}.YAVG=90.5\n${key}.YHIGH=200\n`;
    expect(parseCandidate(7, output)).toEqual({ time: 7, brightness: 90.5, contrast: 180 });
    expect(parseCandidate(7, "")).toBeUndefined();
  });
});
