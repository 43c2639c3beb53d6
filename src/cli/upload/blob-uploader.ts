import type { LocalBlob } from "../../inspection/load-work.ts";
import type { MissingBlob } from "../../plans/plan-works.ts";
import type { Client } from "../api/client.ts";
import { CliError } from "../cli-error.ts";
import { noProgress, type Progress } from "../output/progress.ts";
import { openBlob } from "./open-blob.ts";

/** Files up to this size are sent in one request: not much is lost if it breaks. In bytes. */
const maxSingleRequestSize = 8 * 1024 * 1024;

/** How many files are sent at once: more don't make a connection faster. */
const maxParallelUploads = 3;

/** Uploads files and waits for all of them. @throws ApiError or CliError, as `waitFor` does */
export async function uploadBlobs(
  client: Client,
  blobs: readonly LocalBlob[],
  progress: Progress = noProgress,
): Promise<void> {
  const missing = blobs.map((blob): MissingBlob => ({ ...blob, resumeUrl: undefined }));
  const uploader = new BlobUploader(client, missing, progress);
  for (const blob of missing) await uploader.waitFor(blob);
}

/** Uploads files, several at a time. Each is sent once, however many works name it. */
export class BlobUploader {
  readonly #client: Client;
  readonly #progress: Progress;
  readonly #queue: { blob: MissingBlob; completion: PromiseWithResolvers<void> }[];
  readonly #completions: ReadonlyMap<string, Promise<void>>;
  readonly #sent: string[] = [];
  /** Why all uploads were aborted: the error to report for each, rather than that it was aborted. */
  #abortReason: CliError | undefined;

  /** Starts uploading at once. @param blobs without duplicates, in the order in which they are needed */
  constructor(client: Client, blobs: readonly MissingBlob[], progress: Progress = noProgress) {
    this.#client = client;
    this.#progress = progress;
    this.#queue = blobs.map((blob) => ({ blob, completion: Promise.withResolvers<void>() }));
    this.#completions = new Map(
      this.#queue.map(({ blob, completion: { promise } }) => {
        // `waitFor` reports the error; nothing may be waiting for this blob any more.
        promise.catch(() => undefined);
        return [blob.sha256, promise];
      }),
    );
    for (let count = 0; count < maxParallelUploads; count += 1) void this.#uploadQueued();
  }

  /** The digests of the files that were sent. */
  get sent(): readonly string[] {
    return this.#sent;
  }

  /**
   * Waits until the library has a file.
   * @throws ApiError if the server refuses this file; CliError if no upload can succeed
   */
  async waitFor({ sha256 }: MissingBlob): Promise<void> {
    await this.#completions.get(sha256);
  }

  async #uploadQueued(): Promise<void> {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      const { blob, completion } = next;
      try {
        await this.#upload(blob);
        this.#sent.push(blob.sha256);
        completion.resolve();
      } catch (error) {
        if (error instanceof CliError) this.#abortAll(error);
        completion.reject(this.#abortReason ?? error);
      }
    }
  }

  async #upload(blob: MissingBlob): Promise<void> {
    const isLarge = blob.size > maxSingleRequestSize;
    const track = this.#progress.file(blob, isLarge);
    if (isLarge) {
      const { uploadResumably } = await import("./upload-resumably.ts");
      const { settings, signal } = this.#client;
      const { resumeUrl } = blob;
      await uploadResumably(settings, blob, { resumeUrl, onProgress: track.at, signal });
    } else await this.#client.putBlob(blob, await openBlob(blob));
    track.done();
  }

  #abortAll(reason: CliError): void {
    this.#abortReason ??= reason;
    for (const { completion } of this.#queue.splice(0)) completion.reject(reason);
    this.#client.abort();
  }
}
