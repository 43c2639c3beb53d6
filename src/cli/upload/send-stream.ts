import { type IncomingHttpHeaders, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

/** How long a connection may be silent, in milliseconds: the server hashes a whole film meanwhile. */
const silence = 300_000;

export interface StreamedAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/**
 * Sends bytes as fast as they are taken, holding no more than a piece of them. (`fetch` in
 * Node 24 reads a stream ahead of the network: a film of 1 GB took 1.1 GB of memory, this 0.1.)
 * @param bytes nothing where the request has no body
 * @returns the answer; it may come before all is sent, where the server refuses
 * @throws Error with a `code`, where nobody answers or the connection breaks
 */
export function sendStream(
  method: string,
  address: string,
  headers: Readonly<Record<string, string>>,
  bytes?: Readable,
  signal?: AbortSignal,
): Promise<StreamedAnswer> {
  const send = address.startsWith("https:") ? requestHttps : requestHttp;
  const options = { method, headers, timeout: silence, ...(signal && { signal }) };
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const request = send(address, options, (response) => {
      isAnswered = true;
      text(response)
        .then((body) => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: body });
        }, reject)
        .finally(() => request.destroy());
    });
    request.on("timeout", () => {
      request.destroy(Object.assign(new Error("The server was silent."), { code: "ETIMEDOUT" }));
    });
    request.on("error", (error) => {
      if (!isAnswered) reject(error);
    });
    if (bytes === undefined) {
      request.end();
      return;
    }
    pipeline(bytes, request).catch((error: unknown) => {
      if (!isAnswered) reject(error);
    });
  });
}
