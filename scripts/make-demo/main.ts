// Makes the films, posters, captions and the guide of the demonstration library, from nothing but
// the words and pictures in this folder. Needs ffmpeg, espeak-ng and a Chromium:
//
//   apt-get install ffmpeg espeak-ng chromium fonts-noto-core
//   node scripts/make-demo/main.ts            everything (about two minutes)
//   node scripts/make-demo/main.ts --captions only the captions and the chapters' moments
//   node scripts/make-demo/main.ts --poster   only the posters and the guide
//
// CHROME_PATH names another Chromium. The moments of captions and chapters come from the measured
// length of each spoken line: after changing words, copy the printed chapters into episode.yaml.
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, openEasel, printPdf } from "./browser.ts";
import { cuesOf, faults, subrip, webvtt } from "./captions.ts";
import { collect, encode, poster } from "./encode.ts";
import { criminalizingMigration } from "./episodes/criminalizing-migration.ts";
import { howToUse } from "./episodes/how-to-use.ts";
import { frames } from "./frames.ts";
import { discussionGuide } from "./guide.ts";
import { mix } from "./mix.ts";
import { narrate } from "./narration.ts";
import { writeWav } from "./sound.ts";
import { missingTools } from "./tools.ts";
import type { Episode, Language, Timeline } from "./types.ts";

const SERIES = join(import.meta.dirname, "../../media-manifests/how-did-we-get-here");
const only = process.argv[2];

const missing = missingTools();
if (missing.length > 0) {
  console.error(`Install ${missing.join(" and ")} first: apt-get install ${missing.join(" ")}`);
  process.exit(1);
}

const scratch = mkdtempSync(join(tmpdir(), "make-demo-"));
const browser = await openBrowser();
try {
  for (const episode of [criminalizingMigration, howToUse]) await make(episode);
  const guide = join(SERIES, criminalizingMigration.slug, "discussion-guide.pdf");
  if (only !== "--captions") await printPdf(browser, discussionGuide(), guide);
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}

async function make(episode: Episode): Promise<void> {
  const folder = join(SERIES, episode.slug);
  if (only !== "--captions") {
    const easel = await openEasel(browser, 1280, 720);
    poster(await easel(episode.poster()), join(folder, "poster.webp"));
  }
  if (only === "--poster") return;

  const { timeline, voices } = narrate(episode.slides);
  writeCaptions(episode, timeline, folder);
  for (const { slide, start } of timeline.shown) {
    const moment = `${Math.floor(start / 60)}:${String(Math.floor(start % 60)).padStart(2, "0")}`;
    if (slide.chapter) console.log(`${episode.slug}: chapter ${moment} ${slide.chapter}`);
  }
  if (only === "--captions") return;

  const picture = join(scratch, "picture.mkv");
  const sound = join(scratch, "sound.wav");
  writeFileSync(sound, writeWav(mix(timeline, voices)));
  await collect(frames(timeline), await openEasel(browser, 640, 360), picture);
  encode(picture, sound, folder, timeline.duration);
  for (const file of ["film.webm", "film.mp4", "film.m4a", "poster.webp"]) {
    console.log(`${episode.slug}: ${file} ${statSync(join(folder, file)).size} bytes`);
  }
}

function writeCaptions({ slug, captions }: Episode, timeline: Timeline, folder: string): void {
  for (const [language, file] of Object.entries(captions) as [Language, string][]) {
    const cues = cuesOf(timeline, language);
    for (const fault of faults(cues)) console.warn(`${slug}/${file}: ${fault}`);
    writeFileSync(
      join(folder, file),
      file.endsWith(".srt") ? subrip(cues, language) : webvtt(cues, language),
    );
  }
}
