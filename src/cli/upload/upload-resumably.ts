import { DetailedError, type FileSource, type HttpResponse, Upload } from "tus-js-client";
import type { LocalBlob } from "../../inspection/load-work.ts";
import { ApiError } from "../api/api-error.ts";
import { statusMessage, unreachableMessage } from "../api/error-text.ts";
import { CliError } from "../cli-error.ts";
import type { Settings } from "../config/settings.ts";
import { createHttpStack } from "./http-stack.ts";
import { openBlob } from "./open-blob.ts";

/** Milliseconds to wait before each retry. The list starts again whenever more bytes have arrived. */
export const defaultRetryDelays: readonly number[] = [
  500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
];

/** The size of a part until the server names its own, in bytes: R2 takes parts from 5 MiB. */
const defaultPartSize = 8 * 1024 * 1024;

export interface ResumableUploadOptions {
  /** The address of an unfinished upload of the same file, which is resumed. */
  readonly resumeUrl?: string | undefined;
  /** Called with how many of the file's bytes are sent. */
  readonly onProgress: (bytes: number) => void;
  readonly retryDelays?: readonly number[];
  readonly signal?: AbortSignal;
}

/** A failure that may not happen again: the connection broke, or the server failed. */
class RetryableError extends Error {}

/**
 * Uploads a file by tus 1.0 (docs/uploads.md), each request a part of the size that the server names.
 * If the connection breaks or the server fails, asks the server how far it is and continues from there.
 * The server checks the SHA-256 of the whole file; no part carries a checksum of its own.
 * @throws ApiError if the server refuses this file; CliError if it would refuse any, or if all retries fail
 */
export function uploadResumably(
  { url, token }: Settings,
  blob: LocalBlob,
  { resumeUrl, onProgress, retryDelays = defaultRetryDelays, signal }: ResumableUploadOptions,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const { sha256, extension, size } = blob;
  // tus-js-client requires a file here, but reads the bytes from `fileReader`.
  const upload = new Upload(Buffer.of(), {
    endpoint: `${url}/api/v1/staff/uploads`,
    uploadUrl: resumeUrl ?? null,
    headers: { Authorization: `Bearer ${token}` },
    metadata: { sha256, extension },
    chunkSize: defaultPartSize,
    retryDelays: [...retryDelays],
    // The server's plan lists unfinished uploads, so that any machine can resume them.
    storeFingerprintForResuming: false,
    httpStack: createHttpStack(url, signal),
    fileReader: { openFile: async () => readerOf(blob) },
    onProgress,
    onAfterResponse(request, response) {
      const method = request.getMethod();
      const status = response.getStatus();
      if (status === 409 && method === "POST") {
        // The library has this file already.
        void upload.abort();
        onProgress(size);
        resolve();
      } else if (status >= 200 && status < 300) {
        const partSize = Number(response.getHeader("Videoteca-Part-Size"));
        if (partSize > 0) upload.options.chunkSize = partSize;
        if (method !== "HEAD" || Number(response.getHeader("Upload-Length")) === size) return;
        upload.url = null;
        upload.options.uploadUrl = null;
        throw new RetryableError("The server's upload is of another file: run this again.");
      } else if (method !== "HEAD" || (status !== 404 && status !== 410)) {
        throw failureOf(response, url);
      } // After HEAD answered 404 or 410, tus-js-client begins a new upload.
    },
    onShouldRetry: ({ causingError }) => {
      const isRefused = causingError instanceof ApiError || causingError instanceof CliError;
      return !isRefused && signal?.aborted !== true;
    },
    onError: (error) => reject(reasonOf(error, url)),
    onSuccess: () => resolve(),
  });
  const abort = () => {
    void upload.abort();
    reject(signal?.reason);
  };
  signal?.addEventListener("abort", abort);
  if (signal?.aborted) abort();
  else upload.start();
  return promise.finally(() => signal?.removeEventListener("abort", abort));
}

function readerOf(blob: LocalBlob): FileSource {
  return {
    size: blob.size,
    async slice(start, end) {
      const stream = await openBlob(blob, start, end);
      return { value: Object.assign(stream, { size: end - start }), done: end >= blob.size };
    },
    close: () => undefined,
  };
}

function failureOf(response: HttpResponse, url: string): Error {
  const status = response.getStatus();
  const message = statusMessage(status, url, detailOf(response.getBody()));
  if (status === 401 || status === 403 || (status >= 300 && status < 400)) {
    return new CliError(message);
  }
  // Of PATCH: 400 means that its bytes broke off on the way, 404 and 410 that the upload is gone, 409 that
  // the server has another number of bytes. tus-js-client then asks how far the upload is.
  return status >= 500 || [400, 404, 408, 409, 410, 423, 429, 460].includes(status)
    ? new RetryableError(message)
    : new ApiError(message);
}

function detailOf(body: string): string | undefined {
  try {
    const { detail } = JSON.parse(body);
    return typeof detail === "string" ? detail : undefined;
  } catch {
    return undefined;
  }
}

/** The error to report for one of tus-js-client, once there are no more retries. */
function reasonOf(error: Error, url: string): Error {
  const cause = error instanceof DetailedError ? error.causingError : error;
  if (cause instanceof ApiError || cause instanceof CliError) return cause;
  if (cause instanceof RetryableError) return new CliError(cause.message);
  if (cause !== null) return new CliError(unreachableMessage(url, cause));
  return new CliError(`The answer of ${url} isn't one to an upload: see VIDEOTECA_URL.`);
}
