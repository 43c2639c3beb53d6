import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { uploadResumably } from "../../src/cli/upload/upload-resumably.ts";
import type { BenchContext, Part } from "../support/context.ts";
import { type Figure, medianOf } from "../support/figures.ts";
import { writeDocument, writeLargePdf } from "../support/files.ts";
import { startFloor } from "../support/floor.ts";
import { heapOf, openSession } from "../support/inspector.ts";
import { type BenchLibrary, command, ended } from "../support/library.ts";
import { memoryOf } from "../support/process.ts";
import { report } from "../support/progress.ts";

const mebibyte = 1_048_576;
const uploadSize = 64 * mebibyte;
/** What an upload may take against one plain PUT of the same bytes. Our choice. */
const maxAgainstPut = 1.5;
const works = 200;
const smallFile = 20 * mebibyte;
/** How much more memory a large file may take than a small one: measuring differs by this much. Our choice. */
const maxGrowth = 60;

/** What publishing takes: an upload, 200 works, the same again unchanged, and the memory for a large file. */
export const publish: Part = async (context) => {
  const folder = await mkdtemp(join(tmpdir(), "videoteca-publish-"));
  try {
    const library = await context.start();
    return {
      figures: [
        ...(await measureUpload(library, folder, context)),
        ...(await measureManyWorks(library, folder)),
        ...(await measureMemory(library, folder, context)),
      ],
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};

async function measureUpload(
  library: BenchLibrary,
  folder: string,
  { rounds }: BenchContext,
): Promise<Figure[]> {
  const floor = await startFloor();
  const [uploads, puts, shares]: [number[], number[], number[]] = [[], [], []];
  try {
    for (let round = 0; round <= Math.min(rounds, 3); round += 1) {
      report(`publish: upload, round ${round}`);
      const path = join(folder, "upload.pdf");
      const sha256 = await writeLargePdf(path, uploadSize);
      const blob = {
        sha256,
        extension: "pdf",
        size: uploadSize,
        path,
        madeText: undefined,
      } as const;
      const uploaded = await seconds(() =>
        uploadResumably(library, blob, { onProgress: () => undefined }),
      );
      const body = await readFile(path);
      const put = await seconds(async () => {
        await (await fetch(`${floor.url}/put`, { method: "PUT", body })).text();
      });
      if (round === 0) continue; // The first warms both up.
      uploads.push(uploaded);
      puts.push(put);
      shares.push(uploaded / put);
    }
  } finally {
    await floor.stop();
  }
  const size = `${uploadSize / mebibyte} MiB`;
  return [
    {
      what: `upload of ${size}, verified`,
      ...medianOf(uploads),
      unit: "s",
      floor: medianOf(puts).value,
      isCounted: false,
    },
    {
      what: `upload of ${size} against one PUT`,
      ...medianOf(shares),
      unit: "×",
      atMost: maxAgainstPut,
      isCounted: false,
    },
  ];
}

async function measureManyWorks(library: BenchLibrary, folder: string): Promise<Figure[]> {
  const manifests = join(folder, "works");
  for (let number = 0; number < works; number += 1) await writeDocument(manifests, number);
  const run = (name: string) => {
    report(`publish: ${name} of ${works} works`);
    return seconds(() =>
      ended(command(library, name, manifests, ...(name === "apply" ? ["--yes"] : [])), [0, 2]),
    );
  };
  const planned = await run("plan");
  const applied = await run("apply");
  const before = await stored(library);
  const again = await run("apply");
  const after = await stored(library);
  const written = Object.keys(after).reduce(
    (sum, table) => sum + (after[table] ?? 0) - (before[table] ?? 0),
    0,
  );
  const timed = { unit: "s", isCounted: false } as const;
  return [
    { what: `plan of ${works} works`, value: planned, ...timed },
    { what: `apply of ${works} works`, value: applied, ...timed },
    { what: `apply of the same works, unchanged`, value: again, ...timed },
    {
      what: "rows and files written by it",
      value: written,
      unit: "rows",
      atMost: 0,
      isCounted: true,
    },
  ];
}

/** Publishes a small and a large file with the command line, and compares the memory that they take. */
async function measureMemory(
  library: BenchLibrary,
  folder: string,
  { isHuge }: BenchContext,
): Promise<Figure[]> {
  const small = await publishFile(library, folder, smallFile);
  const figures: Figure[] = [];
  for (const size of [1024 * mebibyte, ...(isHuge ? [4096 * mebibyte] : [])]) {
    const name = `${size / mebibyte / 1024} GiB`;
    const large = await publishFile(library, folder, size);
    const grows = (floor: number) =>
      ({ floor, atMost: floor + maxGrowth, unit: "MB", isCounted: false }) as const;
    figures.push(
      { what: `${name}: published in`, value: large.seconds, unit: "s", isCounted: false },
      { what: `${name}: memory of the client`, value: large.client, ...grows(small.client) },
      { what: `${name}: memory of the Worker`, value: large.worker, ...grows(small.worker) },
    );
  }
  return figures;
}

interface PublishedFile {
  readonly seconds: number;
  /** The most that each used, in MB. */
  readonly client: number;
  readonly worker: number;
}

async function publishFile(
  library: BenchLibrary,
  folder: string,
  size: number,
): Promise<PublishedFile> {
  const name = `large-${size}`;
  report(`publish: a file of ${Math.round(size / mebibyte)} MiB`);
  const manifests = await mkdtemp(join(folder, "large-"));
  await writeLargePdf(join(manifests, "en.pdf"), size);
  await writeFile(
    join(manifests, "document.yaml"),
    `kind: Document\nslug: ${name}\ninLanguage: en\nstatus: draft\nname: { en: Measured }\ntexts: [{ inLanguage: en, file: en.pdf }]\n`,
  );
  const session = await openSession(library.inspector);
  let [own, worker] = [0, 0];
  const start = performance.now();
  const child = command(library, "apply", manifests, "--yes");
  const timer = setInterval(() => {
    own = Math.max(own, memoryOf(child.pid ?? 0));
    heapOf(session).then((bytes) => {
      worker = Math.max(worker, bytes);
    });
  }, 200);
  await ended(child);
  clearInterval(timer);
  session.close();
  await rm(manifests, { recursive: true });
  return { seconds: (performance.now() - start) / 1000, client: own / 1e6, worker: worker / 1e6 };
}

const rows = z.record(z.string(), z.number());

async function stored({ url }: BenchLibrary): Promise<z.infer<typeof rows>> {
  return rows.parse(await (await fetch(`${url}/bench/rows`)).json());
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}
