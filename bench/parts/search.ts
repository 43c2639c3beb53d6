/**
 * What a search costs in a library of 10,000 generated transcripts, beside the least that D1 can do, in the same run
 * (DESIGN 7 and 12): each work written as publishing writes it, without files. Takes some minutes.
 */
import { globSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../scripts/local.ts";
import {
  addressOf,
  migrate,
  readWorkerOptions,
  runWorker,
} from "../../test/browser/support/worker.ts";
import { cuesEach, spell } from "../search/generate.ts";
import type { Part } from "../support/context.ts";
import { type Figure, medianOf } from "../support/figures.ts";
import { bundleBenchWorker } from "../support/library.ts";
import { report } from "../support/progress.ts";

const filmsARequest = 100;
const requests = 21;
const pageSize = 25;

export const search: Part = async ({ maxWorks: films }) => {
  const folder = await mkdtemp(join(tmpdir(), "videoteca-search-"));
  const bundle = await bundleBenchWorker("bench/search/worker.ts", folder);
  const worker = await runWorker(await readWorkerOptions(root), bundle, folder);
  try {
    await migrate(worker);
    const address = await addressOf(worker);
    const seconds = await fill(address, films);
    const [common, second, rare] = [spell(0), spell(1), spell(5000)];
    const path = (query: string, limit = pageSize + 1) =>
      `/search?q=${encodeURIComponent(query)}&limit=${limit}`;
    const floor = await measure(address, "/floor");
    const figures: Figure[] = [
      { what: "one D1 read (the floor)", ...medianOf(floor.times), unit: "ms", isCounted: false },
    ];
    for (const [what, where] of [
      ["the commonest word", path(`"${common}"`)],
      ["the commonest word, second page", path(`"${common}"`, 2 * pageSize)],
      ["the commonest word, incomplete", path(common)],
      ["two common words", path(`${common} "${second}"`)],
      ["a phrase of common words", path(`"${common} ${second}"`)],
      ["a rare word", path(`"${rare}"`)],
      ["nothing, with similar words", path("bakilomuna")],
    ] as const) {
      report(`search: ${what}`);
      const { times, rows } = await measure(address, where);
      figures.push(
        {
          what,
          ...medianOf(times),
          unit: "ms",
          floor: medianOf(floor.times).value,
          isCounted: false,
        },
        {
          what: `${what}: rows read`,
          value: rows,
          unit: "rows",
          atMost: 2 * pageSize,
          isCounted: true,
        },
      );
    }
    return {
      figures,
      notes: [
        `${films.toLocaleString("en")} films of ${cuesEach} cues were published in ${seconds.toFixed(0)} s; the database has ${(sizeOf(folder) / 1e6).toFixed(0)} MB.`,
      ],
    };
  } finally {
    await worker.dispose();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** @returns how long it took, in seconds */
async function fill(address: string, films: number): Promise<number> {
  const start = performance.now();
  for (let from = 0; from < films; from += filmsARequest) {
    report(`search: publishing films, ${from.toLocaleString("en")}`);
    const count = Math.min(filmsARequest, films - from);
    const answer = await fetch(`${address}/fill?from=${from}&count=${count}`);
    if (!answer.ok) throw new Error(await answer.text());
  }
  return (performance.now() - start) / 1000;
}

/** Asks one address again and again, one request at a time; the first warms up. */
async function measure(address: string, path: string): Promise<{ times: number[]; rows: number }> {
  const times: number[] = [];
  let rows = 0;
  for (let request = 0; request <= requests; request += 1) {
    const start = performance.now();
    const answer = await fetch(address + path);
    await answer.text();
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
    if (request > 0) times.push(performance.now() - start);
    rows = Number(answer.headers.get("Rows-Read"));
  }
  return { times, rows };
}

function sizeOf(folder: string): number {
  return globSync("v3/d1/**/*.sqlite*", { cwd: folder })
    .map((file) => statSync(join(folder, file)).size)
    .reduce((sum, size) => sum + size, 0);
}
