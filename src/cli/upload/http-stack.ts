import type { Readable } from "node:stream";
import type { HttpRequest, HttpResponse, HttpStack } from "tus-js-client";
import { sendRequest, type TextAnswer } from "../api/send-request.ts";

/** A part of a file to send; tus-js-client reads its size, in bytes, from this property. */
export type SizedStream = Readable & { readonly size: number };

/**
 * Sends the requests of tus-js-client by `sendRequest`. Its own stack for Node waits forever for a silent
 * server or for the rest of a broken answer, and a file that can't be read ends the process.
 * @param libraryUrl all requests go to this origin, whatever address an answer names: they carry the token
 * @param signal aborts every request
 */
export function createHttpStack(libraryUrl: string, signal?: AbortSignal): HttpStack {
  return {
    getName: () => "sendRequest",
    createRequest: (method, url) => {
      const address = new URL(new URL(url, libraryUrl).pathname, libraryUrl).href;
      return createRequest(method, address, signal);
    },
  };
}

function createRequest(method: string, url: string, signal: AbortSignal | undefined): HttpRequest {
  const headers: Record<string, string> = {};
  const aborting = new AbortController();
  const signals = signal === undefined ? [aborting.signal] : [aborting.signal, signal];
  let onProgress: (bytes: number) => void = () => undefined;
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (name, value) => {
      headers[name] = value;
    },
    getHeader: (name) => headers[name],
    setProgressHandler: (handler) => {
      onProgress = handler;
    },
    async send(body: SizedStream | null = null) {
      if (body !== null) {
        headers["Content-Length"] = String(body.size);
        let sent = 0;
        body.on("data", (chunk: Buffer) => {
          sent += chunk.length;
          onProgress(sent);
        });
      }
      const request = { method, headers, signal: AbortSignal.any(signals) };
      return toResponse(await sendRequest(url, body === null ? request : { ...request, body }));
    },
    abort: async () => aborting.abort(),
    getUnderlyingObject: () => undefined,
  };
}

function toResponse(answer: TextAnswer): HttpResponse {
  return {
    getStatus: () => answer.status,
    getHeader: (name) => {
      const value = answer.headers[name.toLowerCase()];
      return Array.isArray(value) ? value[0] : value;
    },
    getBody: () => answer.text,
    getUnderlyingObject: () => answer,
  };
}
