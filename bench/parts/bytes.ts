import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../../scripts/local.ts";
import { bundleWorker } from "../../test/browser/support/worker.ts";
import type { Part } from "../support/context.ts";
import type { Figure } from "../support/figures.ts";
import { report } from "../support/progress.ts";

const film = "criminalizing-migration";
/** What one page may weigh (docs/architecture.md, “What readers wait for”). */
const pageBudget = 35_000;

/** What answers and the Worker weigh, compressed: the same on every machine. */
export const bytes: Part = async (context) => {
  const { url } = await context.demo();
  const textOf = async (path: string) => (await fetch(url + path)).text();
  const embed = await textOf(`/embed/${film}?lang=en`);
  const withoutTranscript = embed.replace(
    /<details[\s\S]*<\/details>|<style data-of="transcript">[\s\S]*?<\/style>/g,
    "",
  );
  const figures: Figure[] = [
    weight("embed without transcript", withoutTranscript, 8_500),
    weight("embed with its transcript", embed, 16_400),
    weight(
      "embed up to the end of the film's element",
      embed.slice(0, embed.indexOf("</video>")),
      14_600,
    ),
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
  figures.push({ ...weight("Worker", bundle, 300_000), what: "the Worker's code" });
  return { figures, notes: ["Bytes of gzip."] };
};

function weight(what: string, content: string | Buffer, atMost: number): Figure {
  return { what, value: gzipSync(content).length, unit: "B", atMost, isCounted: true };
}
