import type { Readable } from "node:stream";
import type { Blob } from "../../records/schema/record.ts";
import { ApiError } from "../api/api-error.ts";
import { statusMessage, unreachableMessage } from "../api/error-text.ts";
import { CliError } from "../cli-error.ts";
import type { Settings } from "../config/settings.ts";
import { type StreamedAnswer, sendStream } from "./send-stream.ts";

/** Something that may go better the next time: the line broke, the server failed or was elsewhere. */
export class RetryableError extends Error {}

/** The upload isn't there any more: a new one has to be begun. */
export class UploadGoneError extends Error {}

/** An upload that has been begun, and how far it is. */
export interface UploadState {
  readonly url: string;
  readonly offset: number;
  /** How many bytes the server wants at a time. */
  readonly partSize: number;
}

/** Resumable uploads by tus 1.0, as the command line makes them (docs/uploads.md). */
export interface Tus {
  /** @returns undefined where the library has the file already */
  begin(blob: Blob): Promise<UploadState | undefined>;
  /** Asks how far an upload is. @throws Gone where it isn't there, or is of another file */
  look(url: string, blob: Blob): Promise<UploadState>;
  /** Sends bytes that stand at an offset. @returns the new offset */
  send(url: string, offset: number, length: number, bytes: Readable): Promise<number>;
}

/** The part size of a server that names none, in bytes. */
const usualPartSize = 8 * 1024 * 1024;

/**
 * A tus client of the library at an address. Its calls throw `Passing` where it is worth to try again,
 * `Gone`, `Refused` where this file isn't taken, and `Stop` where no file would be.
 */
export function createTus({ url: base, token }: Settings, signal?: AbortSignal): Tus {
  const usual = { authorization: `Bearer ${token}`, "tus-resumable": "1.0.0" };
  const ask = async (
    method: string,
    address: string,
    headers: Record<string, string>,
    bytes?: Readable,
  ): Promise<StreamedAnswer> => {
    const sent = sendStream(method, address, { ...usual, ...headers }, bytes, signal);
    const answer = await sent.catch((error: unknown) => {
      if (error instanceof ApiError || signal?.aborted) throw error;
      throw new RetryableError(unreachableMessage(base, error));
    });
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw failure(answer, base);
  };
  // The token goes to the library's own address and to no other, whatever the answer names.
  const own = (url: string) => new URL(new URL(url, base).pathname, base).href;
  return {
    async begin({ sha256, extension, size }) {
      const pairs = Object.entries({ sha256, extension });
      const metadata = pairs.map(
        ([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`,
      );
      const headers = {
        "upload-length": String(size),
        "upload-metadata": metadata.join(","),
        "content-length": "0",
      };
      try {
        const answer = await ask("POST", `${base}/api/v1/staff/uploads`, headers);
        const url = answer.headers.location;
        if (url === undefined) throw new RetryableError("The server names no upload.");
        return { url: own(url), offset: 0, partSize: partSizeOf(answer) };
      } catch (error) {
        if (error instanceof Elsewhere) return undefined;
        throw error;
      }
    },
    async look(url, blob) {
      const answer = await ask("HEAD", own(url), {});
      if (Number(answer.headers["upload-length"]) !== blob.size) throw new UploadGoneError();
      return { url: own(url), offset: offsetOf(answer), partSize: partSizeOf(answer) };
    },
    async send(url, offset, length, bytes) {
      const headers = {
        "content-type": "application/offset+octet-stream",
        "content-length": String(length),
        "upload-offset": String(offset),
      };
      return offsetOf(await ask("PATCH", own(url), headers, bytes));
    },
  };
}

/** 409: of a PATCH, that the upload is elsewhere; of a POST, that the file is here already. */
class Elsewhere extends RetryableError {}

function failure({ status, text }: StreamedAnswer, url: string): Error {
  const sentence = statusMessage(status, url, detailOf(text));
  if (status === 401 || status === 403 || (status >= 300 && status < 400)) {
    return new CliError(sentence);
  }
  if (status === 404 || status === 410) return new UploadGoneError(sentence);
  if (status === 409) return new Elsewhere(sentence);
  // 400 of a PATCH means that its bytes broke off on the way.
  return status >= 500 || [400, 408, 423, 429, 460].includes(status)
    ? new RetryableError(sentence)
    : new ApiError(sentence);
}

function detailOf(text: string): string | undefined {
  try {
    const { detail } = JSON.parse(text);
    return typeof detail === "string" ? detail : undefined;
  } catch {
    return undefined;
  }
}

function offsetOf({ headers }: StreamedAnswer): number {
  const offset = Number(headers["upload-offset"] ?? Number.NaN);
  if (Number.isSafeInteger(offset)) return offset;
  throw new RetryableError("The server doesn't say how far the upload is.");
}

function partSizeOf({ headers }: StreamedAnswer): number {
  const size = Number(headers["videoteca-part-size"]);
  return Number.isSafeInteger(size) && size > 0 ? size : usualPartSize;
}
