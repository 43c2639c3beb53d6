import { once } from "node:events";
import { createServer, request } from "node:http";
import type { SlowLine } from "./slow-line.ts";

/**
 * A line to the library on which a test holds, cuts or counts the parts of uploads. Playwright's own interception brings
 * each part's megabytes to the test, which takes longer than the upload.
 */
export interface UploadLine extends SlowLine {
  /** Where each part that was let through begins, in bytes. */
  readonly offsets: readonly number[];
  /** Called before a part is passed on. If it is false, the connection is cut. */
  before: (offset: number) => Promise<boolean> | boolean;
}

/** The library over such a line; all parts pass until the test says otherwise. */
export async function startUploadLine(library: string): Promise<UploadLine> {
  const offsets: number[] = [];
  const server = createServer(async (asked, answer) => {
    if (asked.method === "PATCH") {
      const offset = Number(asked.headers["upload-offset"]);
      if (!(await line.before(offset))) {
        asked.destroy();
        return;
      }
      offsets.push(offset);
    }
    const options = { method: asked.method ?? "GET", headers: asked.headers, agent: false };
    const passed = request(new URL(asked.url ?? "/", library), options, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    // Either side may break off.
    passed.on("error", () => answer.destroy());
    answer.on("close", () => passed.destroy());
    asked.pipe(passed);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The line has no port.");
  const line: UploadLine = {
    url: `http://127.0.0.1:${address.port}`,
    offsets,
    before: () => true,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return line;
}
