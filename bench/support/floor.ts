import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../scripts/local.ts";
import { addressOf, readWorkerOptions, runWorker } from "../../test/browser/support/worker.ts";
import { ask } from "./ask.ts";
import { bundleBenchWorker } from "./library.ts";

/** A Worker that does the least (bench/floor/worker.ts), in a workerd of its own. */
export interface Floor {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startFloor(): Promise<Floor> {
  const folder = await mkdtemp(join(tmpdir(), "videoteca-floor-"));
  const bundle = await bundleBenchWorker("bench/floor/worker.ts", folder);
  const worker = await runWorker(await readWorkerOptions(root), bundle, folder);
  const url = await addressOf(worker);
  await ask(`${url}/prepare`);
  return {
    url,
    async stop() {
      await worker.dispose();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
