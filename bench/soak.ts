/**
 * `npm run soak [-- --minutes NUMBER]`: many readers for ten minutes, while staff publish, roll back, withdraw,
 * restore and sweep, on a library of its own on this machine. Exits with 1 after an answer that isn't the expected
 * one, a page that is older than its max-age, or memory that grows (docs/faults.md).
 */
import { parseArgs } from "node:util";
import * as z from "zod";
import { Staff } from "./soak/changes.ts";
import { read } from "./soak/readers.ts";
import { Log, type Work } from "./soak/state.ts";
import { keptHeapOf, openSession } from "./support/inspector.ts";
import { startLibrary } from "./support/library.ts";
import { memoryOf, workerds } from "./support/process.ts";
import { clearReport, report } from "./support/progress.ts";

const { values } = parseArgs({ options: { minutes: { type: "string", default: "10" } } });
const minutes = z.coerce.number().positive().max(600).parse(values.minutes);

const workCount = 40;
const readerCount = 6;

/**
 * How much more the Worker may keep in the last third than in the second, in bytes: its caches may still fill
 * (src/delivery/http/cached-render.ts, src/storage/memory). Our choice.
 */
const maxGrowth = 10_000_000;
/** In milliseconds: to remove what nothing uses stops the Worker for a while. */
const betweenHeaps = 10_000;

const workList = z.object({
  items: z.array(z.object({ slug: z.string(), kind: z.string() })),
});
const publicWork = z.object({
  captions: z.array(z.object({ inLanguage: z.string() })),
  video: z.array(z.object({ url: z.string() })),
});

const library = await startLibrary();
try {
  await library.fill(0, workCount);
  const works = await readWorks();
  const log = new Log();
  const staff = new Staff(library, log);
  const start = performance.now();
  const end = start + minutes * 60_000;
  const memory: number[] = [];
  const heap: number[] = [];
  const session = await openSession(library.inspector);
  const watchHeap = setInterval(async () => heap.push(await keptHeapOf(session)), betweenHeaps);
  const watch = setInterval(() => {
    memory.push(workerds().reduce((sum, pid) => sum + memoryOf(pid), 0));
    const left = Math.ceil((end - performance.now()) / 1000);
    report(`${left} s left, ${log.faults.length} faults, ${megabytes(memory.at(-1) ?? 0)}`);
  }, 1000);
  const readers = Array.from({ length: readerCount }, () => read(library.url, works, log, end));
  await Promise.all([...readers, staff.work(works, end)]);
  clearInterval(watch);
  clearInterval(watchHeap);
  session.close();
  clearReport();
  process.exitCode = summarize(log, staff, { memory, heap }, (performance.now() - start) / 1000)
    ? 0
    : 1;
} finally {
  await library.stop();
}

/** The films of the library, with their addresses. */
async function readWorks(): Promise<Work[]> {
  const { items } = workList.parse(await readJson("/api/v1/works?limit=100&kind=Episode"));
  return Promise.all(
    items.map(async ({ slug }) => {
      const { captions, video } = publicWork.parse(await readJson(`/api/v1/works/${slug}`));
      return {
        slug,
        languages: captions.map(({ inLanguage }) => inLanguage),
        files: video.map((film) => new URL(film.url).pathname),
        versions: [],
        withdrawals: [],
      };
    }),
  );
}

async function readJson(path: string): Promise<unknown> {
  return (await fetch(library.url + path)).json();
}

/**
 * Prints what was seen.
 * @param used what all of workerd uses, with the local D1 and R2, and what the Worker keeps, in bytes
 * @returns whether all of it is as it should be
 */
function summarize(
  log: Log,
  staff: Staff,
  used: { readonly memory: readonly number[]; readonly heap: readonly number[] },
  seconds: number,
): boolean {
  const [middle, last] = lastThirds(used.memory);
  const [keptMiddle, keptLast] = lastThirds(used.heap);
  const total = [...log.answers.values()].reduce((sum, count) => sum + count, 0);
  console.log(`| answers | number |\n| --- | --- |`);
  for (const [answer, count] of [...log.answers].sort()) console.log(`| ${answer} | ${count} |`);
  console.log(`\n${total} answers in ${Math.round(seconds)} s.`);
  console.log([...staff.made].map(([change, count]) => `${count} × ${change}`).join(", "));
  console.log(
    `The Worker keeps ${megabytes(keptMiddle)} in the second third, ${megabytes(keptLast)} in the last.`,
  );
  console.log(
    `Memory of workerd with its D1 and R2: ${megabytes(middle)} in the second third, ${megabytes(last)} in the last, at most ${megabytes(Math.max(...used.memory))}.`,
  );
  const grows = keptLast - keptMiddle > maxGrowth;
  if (grows) console.log("Its memory grows.");
  for (const fault of log.faults) console.log(`FAULT ${fault}`);
  return !grows && log.faults.length === 0;
}

/** The medians of the second and the last third. */
function lastThirds(numbers: readonly number[]): [middle: number, last: number] {
  const third = Math.floor(numbers.length / 3);
  return [median(numbers.slice(third, 2 * third)), median(numbers.slice(2 * third))];
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
