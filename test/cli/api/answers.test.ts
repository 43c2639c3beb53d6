import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiError } from "../../../src/cli/api/api-error.ts";
import { createClient } from "../../../src/cli/api/client.ts";
import { missingBlobsIn } from "../../../src/cli/api/missing-blobs.ts";
import { fetchWhoami } from "../../../src/cli/api/tokens.ts";
import { fetchHistory, listWorks } from "../../../src/cli/api/works.ts";
import { CliError } from "../../../src/cli/cli-error.ts";

/** What the server answers next. */
let next: { status: number; body: string };
let server: Server;
let settings: { url: string; token: string };

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    response.writeHead(next.status, { "content-type": "application/json" }).end(next.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  settings = { url: `http://127.0.0.1:${port}`, token: "token" };
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

const answerWith = (body: unknown, status = 200) => {
  next = { status, body: typeof body === "string" ? body : JSON.stringify(body) };
};

const whoami = {
  id: "0123456789abcdef",
  name: "Ana",
  scopes: ["publish"],
  expiresAt: "2027-02-23T12:00:00.000Z",
  build: "x",
  now: "2026-11-25T12:00:00.000Z",
};

describe("an answer that doesn't fit the contract", () => {
  it.each<[what: string, answer: unknown, field: string]>([
    ["a page in HTML", "<!doctype html>", "the whole answer"],
    ["an empty answer", "", "the whole answer"],
    ["a missing member", { ...whoami, name: undefined }, "name"],
    ["another type", { ...whoami, expiresAt: 5 }, "expiresAt"],
    ["an unknown scope", { ...whoami, scopes: ["publish", "root"] }, "scopes.1"],
  ])("is refused with the field's name: %s", async (_, answer, field) => {
    answerWith(answer);
    const error = await fetchWhoami(settings).catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(CliError);
    const { message } = error as CliError;
    expect(message).toContain(`The answer from ${settings.url}`);
    expect(message).toContain(`(${field}: `);
    expect(message).toContain("VIDEOTECA_URL");
  });

  it("is refused wherever it comes: plans, lists, histories, published works", async () => {
    answerWith({ works: [{ slug: "film" }], missingBlobs: [], uploads: [] });
    await expect(createClient(settings).plan([{} as never])).rejects.toThrow(CliError);
    await expect(listWorks(settings)).rejects.toThrow(CliError);
    await expect(fetchHistory(settings, "film")).rejects.toThrow(CliError);
    await expect(createClient(settings).putWork({ slug: "film" } as never, null)).rejects.toThrow(
      CliError,
    );
  });
});

describe("an answer that fits", () => {
  it("may have members that this version doesn't know: a later server may send them", async () => {
    answerWith({ ...whoami, later: true });
    expect(await fetchWhoami(settings)).toEqual(whoami);
  });

  it("that refuses lists the files to upload, if that is the reason", async () => {
    const blobs = [{ sha256: "0a".repeat(32), extension: "vtt", size: 5 }];
    const type = "https://library.example/docs/problems#missing-blobs";
    answerWith({ type, title: "Files are missing", status: 409, detail: "Send them.", blobs }, 409);
    const error = await fetchHistory(settings, "film").catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(ApiError);
    expect(missingBlobsIn(error)).toEqual(blobs);
    answerWith(
      { type: "https://library.example/docs/problems#moved", title: "x", status: 412, blobs },
      412,
    );
    const other = await fetchHistory(settings, "film").catch((refused: unknown) => refused);
    expect(missingBlobsIn(other)).toBeUndefined();
  });
});
