import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import type { Contestant } from "./pages.ts";

/** An answer that was given. */
export interface Sent {
  readonly path: string;
  /** Of the body, as it went over the wire. */
  readonly bytes: number;
}

const types: Record<string, string> = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/** One origin for all: the library behind it, and beside it the other players' pages and files. */
export class BenchServer {
  pages: readonly Contestant[] = [];
  readonly #library: URL;
  readonly #folders: Record<string, string>;
  readonly #server = createServer((asked, response) => this.#answer(asked, response));
  #sent: Sent[] = [];

  /** @param folders where the files of an address's first part are: `npm`, `able` */
  constructor(library: string, folders: Record<string, string>) {
    this.#library = new URL(library);
    this.#folders = folders;
  }

  /** @returns its address, without a slash at the end */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (typeof address !== "object" || address === null) throw new Error("The bench has no port.");
    return `http://127.0.0.1:${address.port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** What was sent since the last time that this was asked. */
  takeSent(): Sent[] {
    const sent = this.#sent;
    this.#sent = [];
    return sent;
  }

  #answer(asked: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(asked.url ?? "/", this.#library);
    const own = this.pages.find(({ path }) => path === asked.url)?.page;
    const [, first = "", ...rest] = normalize(pathname).split("/");
    const folder = this.#folders[first];
    if (own !== undefined) this.#send(pathname, "text/html", Buffer.from(own), response);
    else if (folder === undefined) this.#pass(asked, pathname, response);
    else {
      const file = join(folder, ...rest);
      if (!existsSync(file)) response.writeHead(404).end();
      else this.#send(pathname, types[extname(file)] ?? "", readFileSync(file), response);
    }
  }

  /** Compressed where it is text, as the web's servers do. */
  #send(path: string, type: string, body: Buffer, response: ServerResponse, status = 200): void {
    const isText = /^text|javascript|svg|json/.test(type);
    const bytes = isText ? gzipSync(body) : body;
    if (isText) response.setHeader("Content-Encoding", "gzip");
    response.setHeader("Content-Type", type);
    response.setHeader("Content-Length", bytes.length);
    this.#sent.push({ path, bytes: bytes.length });
    response.writeHead(status).end(bytes);
  }

  /** Asks the library, by the name that this server has, as its pages name their own origin. */
  #pass(asked: IncomingMessage, path: string, response: ServerResponse): void {
    const { hostname, port } = this.#library;
    const headers = { ...asked.headers, "accept-encoding": "identity" };
    const passed = request({ hostname, port, path: asked.url, headers }, (answer) => {
      const { statusCode = 502, headers: given } = answer;
      const type = given["content-type"] ?? "";
      const chunks: Buffer[] = [];
      const isText = /^text|javascript/.test(type);
      for (const [name, value] of Object.entries(given)) {
        const hopByHop = /^(content-length|transfer-encoding|connection)$/.test(name);
        if (value !== undefined && !(isText && hopByHop)) response.setHeader(name, value);
      }
      if (!isText) {
        response.writeHead(statusCode);
        answer.pipe(response);
        this.#sent.push({ path, bytes: Number(given["content-length"] ?? 0) });
        return;
      }
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => this.#send(path, type, Buffer.concat(chunks), response, statusCode));
    });
    passed.on("error", () => response.writeHead(502).end());
    response.on("close", () => passed.destroy());
    passed.end();
  }
}
