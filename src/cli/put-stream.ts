import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

/** How long a connection may be silent, in milliseconds: the server hashes a whole film meanwhile. */
const silence = 300_000;

/**
 * Sends bytes by PUT as fast as they are taken, holding no more than a piece of them. (`fetch` in
 * Node 24 reads a stream ahead of the network: a film of 1 GB took 1.1 GB of memory, this 0.1.)
 * @returns the answer's status and text; it may come before all is sent, where the server refuses
 * @throws Error with a `code`, where nobody answers or the connection breaks
 */
export function putStream(
  address: string,
  headers: Readonly<Record<string, string>>,
  bytes: Readable,
): Promise<{ status: number; text: string }> {
  const send = address.startsWith("https:") ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const request = send(address, { method: "PUT", headers, timeout: silence }, (response) => {
      isAnswered = true;
      text(response)
        .then((body) => resolve({ status: response.statusCode ?? 0, text: body }), reject)
        .finally(() => request.destroy());
    });
    request.on("timeout", () => {
      request.destroy(Object.assign(new Error("The server was silent."), { code: "ETIMEDOUT" }));
    });
    pipeline(bytes, request).catch((error: unknown) => {
      if (!isAnswered) reject(error);
    });
  });
}
