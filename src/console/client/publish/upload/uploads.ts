import type { MissingBlob } from "../../../../plans/plan-works.ts";
import type { Session } from "../session.ts";
import type { Interruption } from "./send-file.ts";

/** How far the files are. */
export interface UploadProgress {
  /** In bytes. */
  readonly sent: number;
  readonly total: number;
  /** Bytes per second over the last seconds; undefined if it is too early to tell. */
  readonly rate: number | undefined;
  /** The file that is being sent. */
  readonly path: string | undefined;
  readonly interruption: Interruption | undefined;
}

/** The rate is that of these milliseconds: short enough to follow changes, without jumping. */
const rateWindow = 8000;

/** Sends files one after the other, each once. It stands still when it can't go on, and loses nothing. */
export class Uploads {
  readonly #blobs: readonly MissingBlob[];
  readonly #open: (blob: MissingBlob) => Promise<Blob>;
  readonly #session: Session;
  readonly #report: (progress: UploadProgress) => void;
  readonly #urls = new Map<string, string>();
  readonly #sent = new Map<string, number>();
  readonly #completions: ReadonlyMap<string, PromiseWithResolvers<void>>;
  readonly #samples: { readonly at: number; readonly bytes: number }[] = [];
  #current: MissingBlob | undefined;
  readonly #ending = new AbortController();
  #aborting = new AbortController();
  #standing:
    | { readonly interruption: Interruption; readonly end: PromiseWithResolvers<void> }
    | undefined;

  /** @param open gives the bytes of a file */
  constructor(
    blobs: readonly MissingBlob[],
    open: (blob: MissingBlob) => Promise<Blob>,
    session: Session,
    report: (progress: UploadProgress) => void,
  ) {
    this.#blobs = blobs;
    this.#open = open;
    this.#session = session;
    this.#report = report;
    this.#completions = new Map(
      blobs.map(({ sha256 }) => {
        const completion = Promise.withResolvers<void>();
        // `waitFor` reports the error; nothing may be waiting for this file any more.
        completion.promise.catch(() => undefined);
        return [sha256, completion];
      }),
    );
    for (const { sha256, resumeUrl } of blobs) {
      if (resumeUrl !== undefined) this.#urls.set(sha256, resumeUrl);
    }
    session.onRenewed(() => this.#goOnAfter("signed-out"));
    const { signal } = this.#ending;
    addEventListener("online", () => this.#goOnAfter("offline"), { signal });
    // Whoever comes back to this page may have signed in elsewhere.
    const ask = () => {
      if (this.#standing?.interruption === "signed-out") void session.refresh();
    };
    addEventListener("focus", ask, { signal });
    void this.#sendAll();
  }

  /** Waits until the library has a file. @throws RefusedFileError, or DOMException if it can't be read any more */
  async waitFor({ sha256 }: Pick<MissingBlob, "sha256">): Promise<void> {
    await this.#completions.get(sha256)?.promise;
  }

  pause(): void {
    this.#aborting.abort();
  }

  /** Goes on, whatever the upload stands still for. */
  async resume(): Promise<void> {
    const standing = this.#standing;
    if (standing?.interruption === "signed-out") await this.#session.refresh();
    if (this.#standing === standing) this.#goOn();
  }

  #goOn(): void {
    const standing = this.#standing;
    this.#standing = undefined;
    standing?.end.resolve();
  }

  /** Nobody waits for the files any more. */
  end(): void {
    this.#ending.abort();
    this.#aborting.abort();
  }

  #goOnAfter(interruption: Interruption): void {
    if (this.#standing?.interruption === interruption) this.#goOn();
  }

  async #sendAll(): Promise<void> {
    for (const blob of this.#blobs) {
      const completion = this.#completions.get(blob.sha256);
      this.#current = blob;
      try {
        await this.#send(blob);
        this.#sent.set(blob.sha256, blob.size);
        completion?.resolve();
      } catch (error) {
        completion?.reject(error);
        if (this.#ending.signal.aborted) return;
      }
    }
    this.#current = undefined;
    this.#tell();
  }

  async #send(blob: MissingBlob): Promise<void> {
    // Large: loaded for the first upload.
    const { InterruptedError, sendFile } = await import("./send-file.ts");
    const { sha256, extension } = blob;
    const bytes = await this.#open(blob);
    for (;;) {
      this.#aborting = new AbortController();
      this.#tell();
      try {
        await sendFile(bytes, {
          sha256,
          extension,
          formToken: this.#session.formToken(),
          resumeUrl: this.#urls.get(sha256),
          onUrl: (url) => this.#urls.set(sha256, url),
          onProgress: (sent) => {
            this.#sent.set(sha256, sent);
            this.#tell();
          },
          signal: this.#aborting.signal,
        });
        return;
      } catch (error) {
        if (!(error instanceof InterruptedError)) throw error;
        const end = Promise.withResolvers<void>();
        if (this.#ending.signal.aborted) throw error;
        this.#standing = { interruption: error.interruption, end };
        this.#samples.length = 0;
        this.#tell();
        await end.promise;
      }
    }
  }

  #tell(): void {
    const sent = [...this.#sent.values()].reduce((sum, bytes) => sum + bytes, 0);
    const now = performance.now();
    this.#samples.push({ at: now, bytes: sent });
    while ((this.#samples[1]?.at ?? now) < now - rateWindow) this.#samples.shift();
    const [first] = this.#samples;
    const seconds = first === undefined ? 0 : (now - first.at) / 1000;
    this.#report({
      sent,
      total: this.#blobs.reduce((sum, { size }) => sum + size, 0),
      rate: first === undefined || seconds < 0.5 ? undefined : (sent - first.bytes) / seconds,
      path: this.#current?.path,
      interruption: this.#standing?.interruption,
    });
  }
}
