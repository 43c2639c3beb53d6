import { join } from "node:path";
import { root } from "../../scripts/local.ts";
import type { Figure } from "./figures.ts";
import { type BenchLibrary, command, ended, startLibrary } from "./library.ts";
import { report } from "./progress.ts";

/** What the parts of a run share: libraries that are started when a part first asks for them. */
export interface BenchContext {
  /** The largest library that `d1` and `scale` make, in works. */
  readonly maxWorks: number;
  /** How often what is timed is repeated. */
  readonly rounds: number;
  /** Whether to publish a file of 4 GiB too. */
  readonly isHuge: boolean;
  /** The library that the repository ships with, and two generated films of three hours. */
  demo(): Promise<BenchLibrary>;
  /** Starts a library that ends with the run. */
  start(): Promise<BenchLibrary>;
  stop(): Promise<void>;
}

/** Films of three hours in two languages, the second one from right to left. */
export const longFilm = "three-hours";
export const arabicFilm = "three-hours-arabic";
const threeHours = 10_800;
/** A film of a MiB, to read ranges of. */
export const mediumFilm = "one-mebibyte";

export type ContextOptions = Pick<BenchContext, "maxWorks" | "rounds" | "isHuge">;

export function openContext(options: ContextOptions): BenchContext {
  const started: BenchLibrary[] = [];
  let demo: Promise<BenchLibrary> | undefined;
  async function start(): Promise<BenchLibrary> {
    report("starting a library");
    const library = await startLibrary();
    started.push(library);
    return library;
  }
  async function startDemo(): Promise<BenchLibrary> {
    const library = await start();
    report("publishing media-manifests");
    await ended(command(library, "apply", join(root, "media-manifests"), "--yes"));
    await library.add({ slug: longFilm, duration: threeHours, languages: ["en", "es"] });
    await library.add({ slug: arabicFilm, duration: threeHours, languages: ["ar", "en"] });
    await library.add({ slug: mediumFilm, duration: 60, languages: ["en"], filmSize: 1_048_576 });
    return library;
  }
  return {
    ...options,
    start,
    demo() {
      demo ??= startDemo();
      return demo;
    },
    async stop() {
      for (const library of started) await library.stop();
    },
  };
}

/** A part of the bench: what it measures, and the word that chooses it. */
export type Part = (context: BenchContext) => Promise<{
  readonly figures: readonly Figure[];
  readonly notes?: readonly string[];
}>;
