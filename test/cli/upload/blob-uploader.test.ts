import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createClient } from "../../../src/cli/api/client.ts";
import { CliError } from "../../../src/cli/cli-error.ts";
import { BlobUploader } from "../../../src/cli/upload/blob-uploader.ts";
import { createTus } from "../../../src/cli/upload/http-stack.ts";
import { uploadResumably } from "../../../src/cli/upload/upload-resumably.ts";

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A server that isn't a library, but answers as one might. @returns its address */
async function serve(answer: (request: number) => number | undefined): Promise<string> {
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
  webVtt: undefined,
});

describe("sending", () => {
  it("is given up for all files when one shows that there is no use in going on", async () => {
    // Two are never answered, and the third is told that the token may not do that.
    const url = await serve((request) => (request === 3 ? 403 : undefined));
    const client = createClient({ url, token: "x" });
    const blobs = ["0", "1", "2", "3", "4"].map(film);
    const uploader = new BlobUploader(client, blobs);
    const ends = await Promise.allSettled(blobs.map((blob) => uploader.waitFor(blob)));
    for (const end of ends) {
      expect(end.status).toBe("rejected");
      expect("reason" in end && end.reason).toBeInstanceOf(CliError);
    }
    expect(uploader.sent).toEqual([]);
  });

  it("is tried again as long as there is patience, and then ends with what to do", async () => {
    let asked = 0;
    const url = await serve((request) => {
      asked = request;
      return 503;
    });
    const tus = createTus({ url, token: "x" });
    const sending = uploadResumably(tus, film("0"), {
      progress: () => undefined,
      patience: [1, 1],
    });
    await expect(sending).rejects.toThrow(/The server failed \(503\): run this again/);
    expect(asked).toBe(3);
  });

  it("to a server that is gone ends in the same way", async () => {
    const url = await serve(() => 200);
    server.close();
    const tus = createTus({ url, token: "x" });
    const sending = uploadResumably(tus, film("0"), { progress: () => undefined, patience: [1] });
    await expect(sending).rejects.toThrow(/Nobody answers at/);
  });
});
