import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

export interface SlowLine {
  readonly url: string;
  close(): Promise<void>;
}

/** A line that stalls, and how it goes on. */
export interface StallingLine extends SlowLine {
  /** Sends the rest of the page that waits. */
  resume(): void;
}

/**
 * The library over a line that stalls: of each page comes what is before a place in it, then nothing until it is
 * told to go on. The browser draws what it has meanwhile.
 */
export async function startStallingLine(library: string, place: string): Promise<StallingLine> {
  let resume = () => {};
  const line = await startLine(library, async (body, given, answer) => {
    const isPage = given.headers["content-type"]?.startsWith("text/html") === true;
    const cut = isPage ? body.indexOf(place) : -1;
    if (cut > 0) {
      const resumed = new Promise<void>((resolve) => {
        resume = resolve;
      });
      answer.write(body.subarray(0, cut));
      await resumed;
    }
    answer.end(body.subarray(Math.max(cut, 0)));
  });
  return { ...line, resume: () => resume() };
}

/**
 * The library over a line on which a film comes more slowly than it plays: its first 40,000 bytes at once, so that
 * it begins, then a few of them ten times a second.
 * @param isSlow whether an address has such a film
 * @param bytesPerSecond at most
 */
export function startSlowFilm(
  library: string,
  isSlow: (path: string) => boolean,
  bytesPerSecond: number,
): Promise<SlowLine> {
  const first = 40_000;
  return startLine(library, async (body, _given, answer, path) => {
    if (!isSlow(path)) {
      answer.end(body);
      return;
    }
    answer.write(body.subarray(0, first));
    const step = Math.ceil(bytesPerSecond / 10);
    for (let at = first; at < body.length && !answer.destroyed; at += step) {
      await wait(100);
      answer.write(body.subarray(at, at + step));
    }
    answer.end();
  });
}

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** The library behind another server, which answers as slowly as it is told to. */
async function startLine(
  library: string,
  send: (
    body: Buffer,
    given: IncomingMessage,
    answer: ServerResponse,
    path: string,
  ) => Promise<void>,
): Promise<SlowLine> {
  const server = createServer((asked, answer) => {
    const headers = { ...asked.headers, "accept-encoding": "identity" };
    const options = { method: asked.method ?? "GET", headers, agent: false };
    const passed = request(new URL(asked.url ?? "/", library), options, async (given) => {
      const chunks: Buffer[] = [];
      for await (const chunk of given) chunks.push(chunk);
      answer.writeHead(given.statusCode ?? 502, given.headers);
      await send(Buffer.concat(chunks), given, answer, asked.url ?? "/");
    });
    asked.pipe(passed);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The line has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
