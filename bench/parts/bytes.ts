import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../../scripts/local.ts";
import { bundleWorker } from "../../test/browser/support/worker.ts";
import { mediumFilm, type Part } from "../support/context.ts";
import type { Figure } from "../support/figures.ts";
import { report } from "../support/progress.ts";

const film = "criminalizing-migration";
/** What one page may weigh (docs/architecture.md, “What readers wait for”). */
const pageBudget = 35_000;

/** What answers and the Worker weigh, compressed: the same on every machine. */
export const bytes: Part = async (context) => {
  const { url } = await context.demo();
  const textOf = async (path: string) => (await fetch(url + path)).text();
  const plain = await textOf(`/embed/${mediumFilm}?lang=en`);
  const embed = await textOf(`/embed/${film}?lang=en`);
  const figures: Figure[] = [
    weight("embed of one file and one track, without transcript", withoutTranscript(plain), 8_500),
    weight("embed of the demonstration's film, with its transcript", embed, 16_400),
    weight("the same up to the end of the film's element", upToFilm(embed), 14_600),
    weight("the same without transcript", withoutTranscript(embed)),
  ];
  for (const path of [
    "/en/",
    "/en/library",
    `/en/watch/${film}`,
    "/en/read/a-second-chance-for-all",
    "/en/search?q=detention",
  ]) {
    figures.push(weight(path, await textOf(path), pageBudget));
  }
  report("bundling the Worker");
  const folder = await mkdtemp(join(tmpdir(), "videoteca-bundle-"));
  const bundle = await readFile(await bundleWorker(root, folder));
  await rm(folder, { recursive: true });
  figures.push(weight("the Worker's code", bundle, 300_000));
  return { figures, notes };
};

const notes = [
  "Bytes of gzip at its usual level, which wrangler shows too.",
  "Above the first figure, the demonstration's film has a second file, an audio file, two more tracks, chapters and a next film: data of its own, not code.",
];

function withoutTranscript(embed: string): string {
  const transcript = /<details[\s\S]*<\/details>|<style data-of="transcript">[\s\S]*?<\/style>/g;
  return embed.replace(transcript, "");
}

const upToFilm = (embed: string) => embed.slice(0, embed.indexOf("</video>"));

/** @param atMost the budget; undefined if there is none */
function weight(what: string, content: string | Buffer, atMost?: number): Figure {
  return { what, value: gzipSync(content).length, unit: "B", atMost, isCounted: true };
}
