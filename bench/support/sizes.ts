/** One library that grows to 10, 1,000 and more works, and what its answers cost at each size: for `d1` and `scale`. */
import { globSync, statSync } from "node:fs";
import { join } from "node:path";
import { pageSizes, publicAnswers } from "./addresses.ts";
import { ask, askCounted } from "./ask.ts";
import type { BenchContext } from "./context.ts";
import type { BenchLibrary } from "./library.ts";
import { cpuTimeOf, workerds } from "./process.ts";
import { report } from "./progress.ts";

export interface CountedAnswer {
  readonly path: string;
  readonly roundTrips: number;
  readonly rowsRead: number;
  /** The most rows that it may read (DESIGN 12). */
  readonly maxRows: number;
  readonly bucketCalls: number;
}

export interface SizeResult {
  readonly works: number;
  readonly answers: readonly CountedAnswer[];
  /** The CPU time of workerd with its D1 for some kinds of answer, in milliseconds. */
  readonly times: readonly { readonly what: string; readonly milliseconds: number }[];
  /** How many works were published in a second to reach this size. */
  readonly worksASecond: number;
  /** The size of D1, in bytes. */
  readonly databaseBytes: number;
}

const requests = 40;
const timed: readonly [what: string, path: string][] = [
  ["home page", "/en/?"],
  ["library page", "/en/library?"],
  ["library page with filters", "/en/library?in=es&topic=history&"],
  ["works of the API", "/api/v1/works?"],
  ["watch page", "/en/watch/work-0?"],
  ["search for the commonest word", "/en/search?q=ba&"],
  ["sitemap", "/sitemap.xml?"],
];

let results: Promise<readonly SizeResult[]> | undefined;

/** Measures at each size; once in a run, whichever part asks first. */
export function measureSizes(context: BenchContext): Promise<readonly SizeResult[]> {
  results ??= grow(context);
  return results;
}

async function grow(context: BenchContext): Promise<SizeResult[]> {
  const sizes = [10, 100, 1_000, 10_000].filter((size) => size < context.maxWorks);
  const library = await context.start();
  const measured: SizeResult[] = [];
  let published = 0;
  for (const works of [...sizes.filter((size) => size !== 100), context.maxWorks]) {
    const seconds = await library.fill(published, works - published);
    const worksASecond = (works - published) / seconds;
    published = works;
    const answers: CountedAnswer[] = [];
    for (const path of publicAnswers) answers.push(await count(library, path));
    const times = [];
    for (const [what, path] of timed) {
      report(`${works.toLocaleString("en")} works: ${what}`);
      times.push({ what, milliseconds: await cpuTime(library, path) });
    }
    measured.push({ works, answers, times, worksASecond, databaseBytes: databaseSize(library) });
  }
  return measured;
}

async function count({ url }: BenchLibrary, path: string): Promise<CountedAnswer> {
  const { cost } = await askCounted(url + path.replace("%ORIGIN%", encodeURIComponent(url)));
  const { roundTrips, rowsRead, bucketCalls } = cost;
  return { path, roundTrips, rowsRead, maxRows: maxRowsOf(path), bucketCalls: bucketCalls.length };
}

/** Six for a work's answers, two for each work that a list shows (DESIGN 12). */
function maxRowsOf(path: string): number {
  const [, size] = pageSizes.find(([address]) => address.test(path)) ?? [];
  return size === undefined ? 6 : 2 * size;
}

let asked = 0;

async function cpuTime({ url }: BenchLibrary, path: string): Promise<number> {
  const render = async () => {
    asked += 1;
    await ask(`${url}${path}fresh=${asked}`);
  };
  for (let index = 0; index < 5; index += 1) await render();
  const pids = workerds();
  const before = cpuTimeOf(pids);
  for (let index = 0; index < requests; index += 1) await render();
  return (cpuTimeOf(pids) - before) / requests;
}

function databaseSize({ folder }: BenchLibrary): number {
  return globSync("v3/d1/**/*.sqlite*", { cwd: folder })
    .map((file) => statSync(join(folder, file)).size)
    .reduce((sum, size) => sum + size, 0);
}
