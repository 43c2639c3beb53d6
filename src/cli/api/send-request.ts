import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from "node:http";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

/** How long a connection may be silent, in milliseconds: the server hashes a whole film after the last part. */
const maxSilence = 300_000;

/** How long it may take to reach the server, in milliseconds: a firewall can drop what goes to a wrong address. */
const maxConnecting = 10_000;

export interface SentRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Readable;
  readonly signal?: AbortSignal;
}

export interface TextAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/**
 * Sends a request and reads the answer's text.
 * @returns the answer; it can come before the whole body is sent, if the server refuses it
 * @throws Error with a `code` if the server can't be reached or the connection breaks
 */
export async function sendRequest(url: string, request: SentRequest = {}): Promise<TextAnswer> {
  const headers = { "accept-encoding": "gzip", ...request.headers };
  const answer = await openAnswer(url, { ...request, headers });
  const bytes = await buffer(answer);
  // The answer to HEAD has the headers of the body that GET would have, but no body (RFC 9110, 9.3.2).
  const isCompressed = answer.headers["content-encoding"] === "gzip" && bytes.length > 0;
  const answerText = String(isCompressed ? await promisify(gunzip)(bytes) : bytes);
  return { status: answer.statusCode ?? 0, headers: answer.headers, text: answerText };
}

/**
 * Sends a request, reading its body no faster than the network takes it, and following no redirect, so that a token
 * goes to no other address. (Not by `fetch`: in Node 24 it reads a stream ahead of the network, so that a film of
 * 1 GB took 1.1 GB of memory, where this takes 0.1; and to load it takes a third of a command's start.)
 * @returns the answer, whose body is still to be read or destroyed
 * @throws Error with a `code` if the server can't be reached or the connection breaks
 */
export function openAnswer(
  url: string,
  { method = "GET", headers = {}, body, signal }: SentRequest,
): Promise<IncomingMessage> {
  // TLS is loaded at its first use: it takes longer than all else that a request needs.
  const send = url.startsWith("https:")
    ? process.getBuiltinModule("node:https").request
    : requestHttp;
  const options = {
    method,
    headers: { "user-agent": "videoteca", ...headers },
    timeout: maxConnecting,
    ...(signal && { signal }),
  };
  return new Promise((resolve, reject) => {
    const request = send(url, options, (answer) => {
      // The rest of a refused file needn't be sent.
      if (body instanceof Readable) answer.once("end", () => request.destroy());
      resolve(answer);
    });
    // Node applies it once the socket is connected: at once if an earlier request's connection is used again.
    request.setTimeout(maxSilence);
    request.on("timeout", () => {
      request.destroy(Object.assign(new Error("The server was silent."), { code: "ETIMEDOUT" }));
    });
    // After the answer, these do nothing: its own body has the error.
    request.on("error", reject);
    if (body instanceof Readable) pipeline(body, request).catch(reject);
    else request.end(body);
  });
}
