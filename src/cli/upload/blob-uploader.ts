import type { Client } from "../api/client.ts";
import { CliError } from "../cli-error.ts";
import type { LocalBlob } from "../manifests/read-folder.ts";
import { noProgress, type Progress } from "../output/progress.ts";
import { openBlob } from "./open-blob.ts";
import type { MissingBlob } from "./plan-works.ts";
import { uploadResumably } from "./upload-resumably.ts";

/** Files up to this size are sent in one request; if that breaks, not much is lost. In bytes. */
const smallFile = 8 * 1024 * 1024;

/** How many files are sent at once: more don't make a line faster. */
const filesAtOnce = 3;

/** Sends files, and waits until all have arrived. @throws Refused or Stop, where the client does */
export async function uploadBlobs(
  client: Client,
  blobs: readonly LocalBlob[],
  progress: Progress = noProgress,
): Promise<void> {
  const missing = blobs.map((blob): MissingBlob => ({ ...blob, resume: undefined }));
  const uploader = new BlobUploader(client, missing, progress);
  for (const blob of missing) await uploader.waitFor(blob);
}

/** Sends files, several at once and each once, however many works name it. */
export class BlobUploader {
  readonly #client: Client;
  readonly #progress: Progress;
  readonly #waiting: { blob: MissingBlob; settle: PromiseWithResolvers<void> }[];
  readonly #arrivals: ReadonlyMap<string, Promise<void>>;
  readonly #sent: string[] = [];
  /** Why all was given up: those that are broken off for it are told this, not that they were. */
  #reason: CliError | undefined;

  /** Begins to send at once. @param blobs each once, in the order in which they are wanted */
  constructor(client: Client, blobs: readonly MissingBlob[], progress: Progress = noProgress) {
    this.#client = client;
    this.#progress = progress;
    this.#waiting = blobs.map((blob) => ({ blob, settle: Promise.withResolvers<void>() }));
    this.#arrivals = new Map(
      this.#waiting.map(({ blob, settle: { promise } }) => {
        promise.catch(() => undefined); // Whoever waits for it is told; perhaps nobody does any more.
        return [blob.sha256, promise];
      }),
    );
    for (let each = 0; each < filesAtOnce; each += 1) void this.#sendWaiting();
  }

  /** The digests of what was sent. */
  get sent(): readonly string[] {
    return this.#sent;
  }

  /** Waits until a file has arrived. @throws Refused or Stop, where the client does */
  async waitFor({ sha256 }: MissingBlob): Promise<void> {
    await this.#arrivals.get(sha256);
  }

  async #sendWaiting(): Promise<void> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const { blob, settle } = next;
      try {
        await this.#send(blob);
        this.#sent.push(blob.sha256);
        settle.resolve();
      } catch (error) {
        if (error instanceof CliError) this.#stop(error);
        settle.reject(this.#reason ?? error);
      }
    }
  }

  async #send(blob: MissingBlob): Promise<void> {
    const track = this.#progress.file(blob, blob.size > smallFile);
    if (blob.size <= smallFile) await this.#client.putBlob(blob, await openBlob(blob));
    else {
      const { uploads, signal } = this.#client;
      await uploadResumably(uploads, blob, { resume: blob.resume, progress: track.at, signal });
    }
    track.done();
  }

  /** There is no use in sending more. */
  #stop(reason: CliError): void {
    this.#reason ??= reason;
    for (const { settle } of this.#waiting.splice(0)) settle.reject(reason);
    this.#client.abort();
  }
}
