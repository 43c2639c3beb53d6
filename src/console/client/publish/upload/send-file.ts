import { DetailedError, type FileSource, type HttpResponse, Upload } from "tus-js-client";
import * as z from "zod";

/** Milliseconds to wait before each retry. The list starts again whenever more bytes have arrived. */
const retryDelays = [500, 1000, 2000, 4000, 8000, 16_000];

/** The size of a part until the server names its own, in bytes: R2 takes parts from 5 MiB. */
const defaultPartSize = 8 * 1024 * 1024;

/** Why an upload stands still: somebody paused it, the connection is lost, or nobody is signed in any more. */
export type Interruption = "paused" | "offline" | "signed-out";

/** An upload stands still. It can go on from where it is. */
export class InterruptedError extends Error {
  readonly interruption: Interruption;

  constructor(interruption: Interruption) {
    super(interruption);
    this.interruption = interruption;
  }
}

/** The library refuses a file. */
export class RefusedFileError extends Error {
  override readonly name = "RefusedFileError";
}

/** A failure that may not happen again. */
class RetryableError extends Error {}

export interface SendOptions {
  readonly sha256: string;
  readonly extension: string;
  readonly formToken: string;
  /** The address of an unfinished upload of the same file, which is resumed. */
  readonly resumeUrl: string | undefined;
  /** Called with the upload's address as soon as it has one. */
  readonly onUrl: (url: string) => void;
  /** Called with how many of the file's bytes are sent. */
  readonly onProgress: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a file by tus 1.0 (docs/uploads.md), each request a part of the size that the server names. The server
 * checks the SHA-256 of the whole file. What was sent before a reload is found by that digest in the server's plan.
 * @throws InterruptedError if it stands still; RefusedFileError if the library refuses the file; DOMException if the
 *   file can't be read any more, or has changed
 */
export function sendFile(bytes: Blob, options: SendOptions): Promise<void> {
  const { sha256, extension, formToken, resumeUrl, onUrl, onProgress, signal } = options;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const upload = new Upload(bytes, {
    endpoint: "/staff/api/uploads",
    uploadUrl: resumeUrl ?? null,
    headers: { "X-Form-Token": formToken },
    metadata: { sha256, extension },
    chunkSize: defaultPartSize,
    retryDelays,
    storeFingerprintForResuming: false,
    fileReader: { openFile: async () => readerOf(bytes) },
    onProgress,
    onUploadUrlAvailable: () => {
      if (upload.url !== null) onUrl(upload.url);
    },
    onAfterResponse(request, response) {
      const status = response.getStatus();
      const method = request.getMethod();
      if (status === 409 && method === "POST") {
        // The library has this file already.
        void upload.abort();
        onProgress(bytes.size);
        resolve();
      } else if (status >= 200 && status < 300) {
        const partSize = Number(response.getHeader("Videoteca-Part-Size"));
        if (partSize > 0) upload.options.chunkSize = partSize;
      } else if (method !== "HEAD" || (status !== 404 && status !== 410)) {
        throw failureOf(response);
      } // After HEAD answered 404 or 410, tus-js-client begins a new upload.
    },
    onShouldRetry: ({ causingError }) =>
      !signal.aborted &&
      // The page goes on by itself once the browser is online.
      navigator.onLine &&
      !(causingError instanceof InterruptedError) &&
      !(causingError instanceof RefusedFileError) &&
      !(causingError instanceof DOMException),
    onError: (error) => reject(reasonOf(error)),
    onSuccess: () => resolve(),
  });
  const abort = () => {
    void upload.abort();
    reject(new InterruptedError("paused"));
  };
  signal.addEventListener("abort", abort);
  if (signal.aborted) abort();
  else upload.start();
  return promise.finally(() => signal.removeEventListener("abort", abort));
}

/** Safari hung on a request whose body is a part of a file: each part is read into memory. */
function readerOf(bytes: Blob): FileSource {
  return {
    size: bytes.size,
    async slice(start, end) {
      const part = new Uint8Array(await bytes.slice(start, end).arrayBuffer());
      // tus-js-client reads the size from this property.
      return { value: Object.assign(part, { size: part.length }), done: end >= bytes.size };
    },
    close: () => undefined,
  };
}

const problemSchema = z.object({ detail: z.string().optional(), title: z.string().optional() });

function failureOf(response: HttpResponse): Error {
  const status = response.getStatus();
  if (status === 401) return new InterruptedError("signed-out");
  const message = messageOf(response.getBody()) ?? `The library answers ${status}.`;
  // As src/cli/upload/upload-resumably.ts: what may be otherwise once the server was asked how far the upload is.
  return status >= 500 || [400, 404, 408, 409, 410, 423, 429, 460].includes(status)
    ? new RetryableError(message)
    : new RefusedFileError(message);
}

function messageOf(body: string): string | undefined {
  try {
    const { detail, title } = problemSchema.parse(JSON.parse(body));
    return detail ?? title;
  } catch {
    return undefined;
  }
}

/** The error to report for one of tus-js-client, once there are no more retries. */
function reasonOf(error: Error): Error {
  const cause = error instanceof DetailedError ? error.causingError : error;
  if (
    cause instanceof InterruptedError ||
    cause instanceof RefusedFileError ||
    cause instanceof DOMException
  ) {
    return cause;
  }
  return new InterruptedError("offline");
}
