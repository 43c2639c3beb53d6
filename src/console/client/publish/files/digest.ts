import * as z from "zod";

const answerSchema = z.object({
  id: z.number(),
  digest: z.string().optional(),
  error: z.string().optional(),
});

/**
 * Hashes files in a worker. Where a browser can't start one, the page does it itself.
 * @param address of the worker's script
 */
export function createDigest(address: string): (bytes: Blob) => Promise<string> {
  const waiting = new Map<number, PromiseWithResolvers<string>>();
  const here = async (bytes: Blob) => {
    const { digestOfBlob } = await import("../../shared/digest-of-blob.ts");
    return digestOfBlob(bytes);
  };
  let worker: Worker | undefined;
  let isBroken = false;
  let lastId = 0;
  const start = () => {
    const started = new Worker(address, { type: "module" });
    started.addEventListener("message", ({ data }) => {
      const { id, digest, error } = answerSchema.parse(data);
      const answer = waiting.get(id);
      waiting.delete(id);
      if (digest === undefined) answer?.reject(new Error(error));
      else answer?.resolve(digest);
    });
    started.addEventListener("error", () => {
      isBroken = true;
      for (const { reject } of waiting.values()) reject(new WorkerError());
      waiting.clear();
    });
    return started;
  };
  return async (bytes) => {
    if (isBroken) return here(bytes);
    try {
      worker ??= start();
      lastId += 1;
      const answer = Promise.withResolvers<string>();
      waiting.set(lastId, answer);
      worker.postMessage({ id: lastId, bytes });
      return await answer.promise;
    } catch (error) {
      if (error instanceof WorkerError) return here(bytes);
      throw error;
    }
  };
}

/** The worker doesn't run in this browser. */
class WorkerError extends Error {}
