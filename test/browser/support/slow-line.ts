import { once } from "node:events";
import { createServer, request } from "node:http";

export interface SlowLine {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The library over a line that stalls: of each page comes what is before a place in it, then nothing for a
 * while, then the rest. The browser draws what it has meanwhile.
 * @param pause in milliseconds
 */
export async function startSlowLine(
  library: string,
  place: string,
  pause: number,
): Promise<SlowLine> {
  const server = createServer((asked, answer) => {
    const headers = { ...asked.headers, "accept-encoding": "identity" };
    const options = { method: asked.method ?? "GET", headers, agent: false };
    const passed = request(new URL(asked.url ?? "/", library), options, async (given) => {
      const chunks: Buffer[] = [];
      for await (const chunk of given) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      const isPage = given.headers["content-type"]?.startsWith("text/html") === true;
      const cut = isPage ? body.indexOf(place) : -1;
      answer.writeHead(given.statusCode ?? 502, given.headers);
      if (cut > 0) {
        answer.write(body.subarray(0, cut));
        await new Promise((done) => setTimeout(done, pause));
      }
      answer.end(body.subarray(Math.max(cut, 0)));
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
