import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
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

it("a compressed answer is asked for and read", async () => {
  const url = await serve((request, response) => {
    const encoding = request.headers["accept-encoding"];
    response.setHeader("content-encoding", encoding ?? "");
    response.end(gzipSync("ñandú"));
  });
  expect(await sendRequest(url)).toMatchObject({ status: 200, text: "ñandú" });
});

it("an answer to HEAD has no text, whatever its headers say of one", async () => {
  const url = await serve((_, response) => {
    response.setHeader("content-encoding", "gzip");
    response.end();
  });
  expect(await sendRequest(url, { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
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
