import { digestOfBlob } from "../shared/digest-of-blob.ts";

/** A worker that hashes files, so that the page stays quick: it is sent an id and a Blob, and answers with the digest. */
interface HashRequest {
  readonly id: number;
  readonly bytes: Blob;
}

addEventListener("message", async ({ data }: MessageEvent<HashRequest>) => {
  try {
    postMessage({ id: data.id, digest: await digestOfBlob(data.bytes) });
  } catch (error) {
    postMessage({ id: data.id, error: error instanceof Error ? error.message : String(error) });
  }
});
