import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { ApiError } from "../../../src/cli/api/api-error.ts";
import { CliError } from "../../../src/cli/cli-error.ts";
import { uploadResumably } from "../../../src/cli/upload/upload-resumably.ts";

const size = 1000;
let path = "";
let folder = "";
let server: Server | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-resumable-"));
  path = join(folder, "text.pdf");
  await writeFile(path, "x".repeat(size));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Uploads a file of 1000 bytes to a server that gives the answers, one for each request.
 * @returns what the server got: the method, `Upload-Offset` and number of bytes of each request
 */
async function uploadTo(answers: readonly FakeAnswer[], resume?: string) {
  const requests: string[] = [];
  server = createServer((request, response) => {
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    request.on("end", () => {
      const answer = answers[requests.length] ?? { status: 500 };
      const { method = "", url = "", headers } = request;
      const offset = headers["upload-offset"] ?? "";
      requests.push(`${method} ${url.replace(/.*\//, "")} ${offset} ${bytes}`.replace(/\s+/g, " "));
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const progress: number[] = [];
  const sha256 = "0".repeat(64);
  const result = await uploadResumably(
    { url, token: "x" },
    { sha256, extension: "pdf", size, path, madeText: undefined },
    {
      resumeUrl: resume === undefined ? undefined : `${url}/api/v1/staff/uploads/${resume}`,
      onProgress: (bytes) => progress.push(bytes),
      retryDelays: [1, 1],
    },
  ).catch((error: unknown) => error);
  return { requests, progress, result };
}

const created = (id: string, partSize: number): FakeAnswer => ({
  status: 201,
  headers: {
    Location: `/api/v1/staff/uploads/${id}`,
    "Videoteca-Part-Size": String(partSize),
  },
});
const state = (offset: number, length = size): FakeAnswer => ({
  status: 200,
  headers: {
    "Upload-Offset": String(offset),
    "Upload-Length": String(length),
    "Videoteca-Part-Size": "600",
  },
});
const stored = (offset: number): FakeAnswer => ({
  status: 204,
  headers: { "Upload-Offset": String(offset) },
});

it("sends parts of the size that the server names", async () => {
  const { requests, result } = await uploadTo([
    created("a", 400),
    stored(400),
    stored(800),
    stored(1000),
  ]);
  expect(result).toBeUndefined();
  expect(requests).toEqual([
    "POST uploads 0",
    "PATCH a 0 400",
    "PATCH a 400 400",
    "PATCH a 800 200",
  ]);
});

it("resumes an upload and reports its progress from there", async () => {
  const { requests, progress, result } = await uploadTo(
    [state(300), stored(900), stored(1000)],
    "a",
  );
  expect(result).toBeUndefined();
  expect(requests).toEqual(["HEAD a 0", "PATCH a 300 600", "PATCH a 900 100"]);
  expect([progress[0], progress.at(-1)]).toEqual([300, 1000]);
});

it("keeps an upload while the server fails to tell how far it is", async () => {
  const { requests, result } = await uploadTo([{ status: 503 }, state(600), stored(1000)], "a");
  expect(result).toBeUndefined();
  expect(requests).toEqual(["HEAD a 0", "HEAD a 0", "PATCH a 600 400"]);
});

it.each([
  ["is gone", { status: 410 }],
  ["is of another file", state(10, 10)],
])("begins again if the upload %s", async (_, answer) => {
  const { requests, result } = await uploadTo([answer, created("b", 1000), stored(1000)], "a");
  expect(result).toBeUndefined();
  expect(requests).toEqual(["HEAD a 0", "POST uploads 0", "PATCH b 0 1000"]);
});

it("sends nothing if the library has the file already", async () => {
  const { requests, progress, result } = await uploadTo([{ status: 409 }]);
  expect(result).toBeUndefined();
  expect([requests, progress]).toEqual([["POST uploads 0"], [1000]]);
});

it("reports what the server says if it refuses the file, without a retry", async () => {
  const body = JSON.stringify({ detail: "These are other bytes." });
  const { requests, result } = await uploadTo([created("a", 1000), { status: 422, body }]);
  expect(result).toBeInstanceOf(ApiError);
  expect(String(result)).toContain("These are other bytes.");
  expect(requests).toHaveLength(2);
});

it("doesn't retry if the token isn't accepted", async () => {
  const { requests, result } = await uploadTo([{ status: 401 }], "a");
  expect(result).toBeInstanceOf(CliError);
  expect(requests).toEqual(["HEAD a 0"]);
});

it("sends the token only to the library, even if an answer names another address", async () => {
  const headers = { Location: "http://other.example/api/v1/staff/uploads/a" };
  const { requests, result } = await uploadTo([{ status: 201, headers }, stored(1000)]);
  expect(result).toBeUndefined();
  expect(requests).toEqual(["POST uploads 0", "PATCH a 0 1000"]);
});

it("reports a file that has changed since it was checked", async () => {
  await writeFile(path, "shorter");
  const { requests, result } = await uploadTo([created("a", 1000)]);
  await writeFile(path, "x".repeat(size));
  expect(String(result)).toContain("has changed since it was checked");
  expect(requests).toEqual(["POST uploads 0"]);
});
