import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../../scripts/local.ts";
import {
  addressOf,
  migrate,
  readWorkerOptions,
  runWorker,
} from "../../test/browser/support/worker.ts";
import type { WorkOptions } from "../library/works.ts";
import { report } from "./progress.ts";

/** A library that the bench has started for itself. */
export interface BenchLibrary {
  /** Ends without a slash. */
  readonly url: string;
  readonly token: string;
  /** Where workerd's inspector listens: `ws://…`. */
  readonly inspector: URL;
  /** The folder with all its state. */
  readonly folder: string;
  /** Publishes generated works from a number on. @returns how long it took, in seconds */
  fill(from: number, count: number): Promise<number>;
  /** Publishes one film with what the options say. */
  add(options: WorkOptions): Promise<void>;
  stop(): Promise<void>;
}

/** Which library the generator makes: each number gives another. */
const seed = 1;
const worksARequest = 50;

/** Starts an empty library with the bench's two additions (bench/library/worker.ts), on a free port of this machine. */
export async function startLibrary(): Promise<BenchLibrary> {
  const folder = await mkdtemp(join(tmpdir(), "videoteca-bench-"));
  const bundle = await bundleBenchWorker("bench/library/worker.ts", folder);
  const worker = await runWorker(
    await readWorkerOptions(root),
    bundle,
    folder,
    {},
    { inspectorPort: 0 },
  );
  const token = await migrate(worker);
  const url = await addressOf(worker);
  const post = async (body: object) => {
    const answer = await fetch(`${url}/bench/fill`, { method: "POST", body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`The library can't be filled: ${await answer.text()}`);
  };
  return {
    url,
    token,
    folder,
    inspector: await worker.getInspectorURL(),
    async fill(from, count) {
      const start = performance.now();
      for (let number = from; number < from + count; number += worksARequest) {
        report(`publishing works: ${number.toLocaleString("en")}`);
        const left = from + count - number;
        await post({ seed, from: number, count: Math.min(worksARequest, left) });
      }
      return (performance.now() - start) / 1000;
    },
    add: (options) => post({ seed, from: 0, count: 1, options }),
    async stop() {
      await worker.dispose();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Runs the command line on a library, as staff do. */
export function command(
  { url, token }: BenchLibrary,
  ...parameters: readonly string[]
): ChildProcess {
  const program = join(root, "src/cli/videoteca.ts");
  const env = { ...process.env, VIDEOTECA_URL: url, VIDEOTECA_TOKEN: token };
  return spawn(process.execPath, [program, ...parameters], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/**
 * Waits until a command has ended.
 * @param expected the exit codes that are no failure
 * @throws with what it printed, if it failed
 */
export function ended(child: ChildProcess, expected: readonly number[] = [0]): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.once("close", (code) => {
      if (expected.includes(code ?? -1)) resolve();
      else reject(new Error(`${child.spawnargs.join(" ")} ended with ${code}:\n${output}`));
    });
  });
}

/** Bundles a Worker of the bench, with readable names for the profiler. @returns the bundle's path */
export async function bundleBenchWorker(entry: string, folder: string): Promise<string> {
  const outfile = join(folder, "worker.js");
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*", "node:*"],
    tsconfig: "tsconfig.json",
    logLevel: "error",
  });
  return outfile;
}
