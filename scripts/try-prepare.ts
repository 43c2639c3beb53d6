import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeFiles } from "../src/cli/manifests/node-files.ts";
import { analyzeFastStart } from "../src/inspection/media/fast-start.ts";
import { probeImage, readMediaInfo } from "../src/inspection/media/media-info.ts";

/**
 * Tries `videoteca prepare` with the ffmpeg of this machine, on films as cameras and archives have them,
 * and looks at what it makes: `node scripts/try-prepare.ts`. It isn't among the tests, which need no ffmpeg.
 */

const ffmpeg = (args: string) => execFileSync("ffmpeg", ["-v", "error", "-y", ...args.split(" ")]);
const tone = "-f lavfi -i sine=d=12";
const moving = (size: string) => `-f lavfi -i testsrc2=s=${size}:r=25:d=12`;

/** Sources, with what has to be made of each: name and size as shown. */
const sources: Record<string, { make: (path: string) => unknown; films: Record<string, string> }> =
  {
    "hd.mov": {
      make: (path) =>
        ffmpeg(
          `${moving("1920x1080")} ${tone} -c:v libx265 -preset ultrafast -x265-params log-level=0 -c:a pcm_s16le ${path}`,
        ),
      films: { "hd-720p.mp4": "1280 × 720", "hd-360p.mp4": "640 × 360" },
    },
    "phone.mp4": {
      make: (path) => {
        const plain = path.replace("phone", "plain");
        ffmpeg(`${moving("1280x720")} ${tone} -c:v libx264 -preset ultrafast -c:a aac ${plain}`);
        ffmpeg(`-i ${plain} -c copy -metadata:s:v rotate=90 ${path}`);
        return rm(plain);
      },
      films: { "phone-720p.mp4": "720 × 1280", "phone-360p.mp4": "360 × 640" },
    },
    "tape.avi": {
      make: (path) =>
        ffmpeg(
          `${moving("720x576")} ${tone} -aspect 16:9 -c:v mpeg4 -flags +ildct+ilme -c:a mp2 ${path}`,
        ),
      films: { "tape-360p.mp4": "640 × 360" },
    },
    "dark.mkv": {
      make: (path) =>
        ffmpeg(
          `-f lavfi -i color=black:s=640x360:r=25:d=6 -f lavfi -i testsrc2=s=640x360:r=25:d=6 -filter_complex [0][1]concat=n=2:v=1 -c:v libx264 -preset ultrafast ${path}`,
        ),
      films: { "dark-360p.mp4": "640 × 360" },
    },
    "talk.wav": { make: (path) => ffmpeg(`${tone} -ac 2 ${path}`), films: {} },
  };

const faults: string[] = [];
const expect = (isSo: boolean, what: string) => {
  console.log(`${isSo ? "  ok     " : "  WRONG  "}${what}`);
  if (!isSo) faults.push(what);
};

const root = join(import.meta.dirname, "..");
for (const [name, { make, films }] of Object.entries(sources)) {
  const folder = await mkdtemp(join(tmpdir(), "videoteca-"));
  try {
    await make(join(folder, name));
    await writeFile(join(folder, "episode.yaml"), "kind: Episode\ninLanguage: en\n");
    const command = [join(root, "src/cli/videoteca.ts"), "prepare", folder];
    console.log(execFileSync(process.execPath, command, { encoding: "utf8" }));
    for (const [film, size] of Object.entries(films)) {
      const probed = await readMediaInfo(nodeFiles, join(folder, film));
      expect(`${probed?.width} × ${probed?.height}` === size, `${film} is ${size}`);
      expect(probed?.frameRate === 25 && probed.rotation === 0, `${film}: 25 pictures a second`);
      expect(/^avc1\.64[^,]*(, mp4a\.40\.2)?$/.test(probed?.codecs ?? ""), `${film}: H.264, AAC`);
      expect(
        (await analyzeFastStart(nodeFiles, join(folder, film))).state === "fast",
        `${film} starts fast`,
      );
    }
    const made = await readdir(folder);
    expect(!made.some((file) => file.endsWith(".part")), "no draft is left");
    if (name !== "dark.mkv") {
      const sound = await readMediaInfo(nodeFiles, join(folder, name.replace(/\.\w+$/, ".m4a")));
      expect(sound?.codecs === "mp4a.40.2" && sound.width === undefined, "the sound alone");
    }
    if (name !== "talk.wav") {
      const poster = await probeImage(nodeFiles, join(folder, "poster.webp"));
      expect(poster !== undefined && poster.width > 300, `a poster of ${poster?.width} pixels`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
console.log(faults.length === 0 ? "All as it should be." : `${faults.length} wrong.`);
process.exitCode = faults.length === 0 ? 0 : 1;
