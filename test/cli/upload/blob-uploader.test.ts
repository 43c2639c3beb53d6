import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createClient } from "../../../src/cli/api/client.ts";
import { CliError } from "../../../src/cli/cli-error.ts";
import { BlobUploader } from "../../../src/cli/upload/blob-uploader.ts";
import { uploadResumably } from "../../../src/cli/upload/upload-resumably.ts";

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Starts a server that answers each request with a status, or not at all. @returns its address */
async function serve(answer: (requestNumber: number) => number | undefined): Promise<string> {
  let requests = 0;
  server = createServer((_, response) => {
    requests += 1;
    const status = answer(requests);
    if (status !== undefined) response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

const film = (digit: string) => ({
  sha256: digit.repeat(64),
  extension: "mp4" as const,
  size: 50e6,
  path: "film.mp4",
  madeText: undefined,
  resumeUrl: undefined,
});

describe("uploads", () => {
  it("all end once one of them shows that none can succeed", async () => {
    // Two requests get no answer; the third is answered that the token may not do that.
    const url = await serve((request) => (request === 3 ? 403 : undefined));
    const client = createClient({ url, token: "x" });
    const blobs = ["0", "1", "2", "3", "4"].map(film);
    const uploader = new BlobUploader(client, blobs);
    const results = await Promise.allSettled(blobs.map((blob) => uploader.waitFor(blob)));
    for (const result of results) {
      expect(result.status).toBe("rejected");
      expect("reason" in result && result.reason).toBeInstanceOf(CliError);
    }
    expect(uploader.sent).toEqual([]);
  });
});

describe("a resumable upload", () => {
  const upload = (url: string, retryDelays: readonly number[]) =>
    uploadResumably({ url, token: "x" }, film("0"), { onProgress: () => undefined, retryDelays });

  it("is retried after each delay, and then fails with what to do", async () => {
    let requests = 0;
    const url = await serve((request) => {
      requests = request;
      return 503;
    });
    await expect(upload(url, [1, 1])).rejects.toThrow(/The server failed \(503\)\. Run this again/);
    expect(requests).toBe(3);
  });

  it("fails in the same way if the server can't be reached", async () => {
    const url = await serve(() => 200);
    server.close();
    await expect(upload(url, [1])).rejects.toThrow(/Can't reach/);
  });
});
