import { type IncomingHttpHeaders, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

/** How long a connection may be silent, in milliseconds: the server hashes a whole film after the last part. */
const maxSilence = 300_000;

export interface StreamedAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/**
 * Sends a request, reading its body no faster than the network takes it. (`fetch` in Node 24 reads a stream
 * ahead of the network: a film of 1 GB took 1.1 GB of memory, this takes 0.1.)
 * @param body undefined if the request has none
 * @returns the answer; it can come before the whole body is sent, if the server refuses it
 * @throws Error with a `code` if the server can't be reached or the connection breaks
 */
export function sendStream(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body?: Readable,
  signal?: AbortSignal,
): Promise<StreamedAnswer> {
  const send = url.startsWith("https:") ? requestHttps : requestHttp;
  const options = { method, headers, timeout: maxSilence, ...(signal && { signal }) };
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const request = send(url, options, (response) => {
      isAnswered = true;
      text(response)
        .then((answer) => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: answer });
        }, reject)
        .finally(() => request.destroy());
    });
    request.on("timeout", () => {
      request.destroy(Object.assign(new Error("The server was silent."), { code: "ETIMEDOUT" }));
    });
    request.on("error", (error) => {
      if (!isAnswered) reject(error);
    });
    if (body === undefined) {
      request.end();
      return;
    }
    pipeline(body, request).catch((error: unknown) => {
      if (!isAnswered) reject(error);
    });
  });
}
