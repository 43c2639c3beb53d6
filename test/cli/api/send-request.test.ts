import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { Worker } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import { sendRequest } from "../../../src/cli/api/send-request.ts";

/** Starts a server that ends with the test. @returns its address */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Starts a server whose thread is blocked, so that it accepts no connection. @returns its address */
async function startBlockedServer(): Promise<string> {
  const thread = new Worker(
    `const { createServer } = require("node:net");
    const { parentPort } = require("node:worker_threads");
    const server = createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
      parentPort.postMessage(server.address().port);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    });`,
    { eval: true },
  );
  const [port] = await once(thread, "message");
  const waiting = Array.from({ length: 4 }, () => connect(port, "127.0.0.1").on("error", () => {}));
  onTestFinished(async () => {
    for (const socket of waiting) socket.destroy();
    await thread.terminate();
  });
  // They fill the system's queue for this server; it doesn't answer further connections.
  await once(waiting[0] as Socket, "connect");
  return `http://127.0.0.1:${port}`;
}

it("a compressed answer is asked for and read", async () => {
  const url = await serve((request, response) => {
    const encoding = request.headers["accept-encoding"];
    response.setHeader("content-encoding", encoding ?? "");
    response.end(gzipSync("ñandú"));
  });
  expect(await sendRequest(url)).toMatchObject({ status: 200, text: "ñandú" });
});

it.each([
  ["HEAD", 200],
  ["PATCH", 204],
])(
  "an answer to %s without a body has no text, whatever its headers say",
  async (method, status) => {
    const url = await serve((_, response) => {
      response.writeHead(status, { "content-encoding": "gzip" }).end();
    });
    expect(await sendRequest(url, { method })).toMatchObject({ status, text: "" });
  },
);

it("a server that can't be reached is given up after ten seconds, a slow one isn't", async () => {
  const slow = await serve((_, response) => void setTimeout(() => response.end("ok"), 11_000));
  const address = await startBlockedServer();
  const asked = Promise.allSettled([sendRequest(slow), sendRequest(address)]);
  expect(await asked).toMatchObject([
    { value: { status: 200, text: "ok" } },
    { reason: { code: "ETIMEDOUT" } },
  ]);
});

it("a compressed answer that breaks off is an error", async () => {
  const bytes = gzipSync("x".repeat(1000));
  const url = await serve((_, response) => {
    response.setHeader("content-encoding", "gzip");
    response.end(bytes.subarray(0, bytes.length - 9));
  });
  await expect(sendRequest(url)).rejects.toThrow("unexpected end of file");
});

it("a redirect isn't followed, so that a token goes to no other address", async () => {
  const asked: string[] = [];
  const url = await serve((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(302, { location: "/elsewhere" }).end();
  });
  expect(await sendRequest(`${url}/first`)).toMatchObject({ status: 302 });
  expect(asked).toEqual(["/first"]);
});

it("requests that follow one another share a connection", async () => {
  const ports = new Set<number | undefined>();
  const url = await serve((request, response) => {
    ports.add(request.socket.remotePort);
    request.resume().on("end", () => response.end("ok"));
  });
  for (const body of ["a", "b"]) await sendRequest(url, { method: "POST", body });
  expect(ports.size).toBe(1);
});
