import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkBag } from "../../../src/cli/backup/bag.ts";
import { stagingPaths } from "../../../src/cli/backup/staging.ts";
import { temporaryFolder } from "../../browser/support/start.ts";
import { commandEnvironment, commandFile, videoteca } from "../run.ts";

/** An export that is killed while it downloads, from a library whose connection stalls. */

const now = "2026-11-28T12:00:00.000Z";
const digestOf = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");
/** More than a connection's buffers hold, so that the first half arrives before the rest is sent. */
const files = [Buffer.from("# One\n"), Buffer.alloc(3_000_000, "text ")];

/** How many revisions the library has; each has the file of its number. */
let revisions = 1;
let stalls = false;
/** The ranges that were asked for. */
const ranges: (string | undefined)[] = [];

const blobOf = (number: number) => {
  const bytes = files[number - 1] ?? Buffer.of();
  return { sha256: digestOf(bytes), extension: "md", size: bytes.length };
};

function revisionOf(number: number) {
  const record = {
    schemaVersion: 2,
    kind: "Document",
    slug: "memo",
    inLanguage: "en",
    status: "published",
    name: { en: `Memo ${number}` },
    texts: [{ inLanguage: "en", file: blobOf(number) }],
  };
  return { number, digest: digestOf(String(number)), createdAt: now, record };
}

function sendBlob(number: number, request: IncomingMessage, response: ServerResponse): void {
  const bytes = files[number - 1] ?? Buffer.of();
  const [, start = "0"] = /^bytes=(\d+)-$/.exec(request.headers.range ?? "") ?? [];
  ranges.push(request.headers.range);
  const rest = bytes.subarray(Number(start));
  response.writeHead(start === "0" ? 200 : 206, { "content-length": rest.length });
  if (stalls && number === 2) response.write(rest.subarray(0, rest.length / 2));
  else response.end(rest);
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? "").replace("/api/v1/staff/", "");
  const blob = [1, 2].find((number) => path.includes(blobOf(number).sha256));
  if (blob !== undefined) {
    sendBlob(blob, request, response);
    return;
  }
  const numbers = Array.from({ length: revisions }, (_, index) => revisions - index);
  const state = { slug: "memo", kind: "Document", status: "published" };
  const { digest } = revisionOf(revisions);
  const history = {
    ...state,
    current: revisions,
    digest,
    revisions: numbers.map((number) => {
      return { ...revisionOf(number), status: "published", datePublished: "" };
    }),
    events: [],
    earlier: [],
    blobs: numbers.map((number) => ({ ...blobOf(number), removedAt: null })),
  };
  const listed = { ...state, revision: revisions, digest, datePublished: "" };
  const [, number] = /\/revisions\/(\d+)$/.exec(path) ?? [];
  const body = path.startsWith("works?")
    ? { items: path.endsWith("~") ? [] : [listed], next: null, library: "0".repeat(32) }
    : number === undefined
      ? history
      : revisionOf(Number(number));
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

let server: Server;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await folder.remove();
});

const environment = () => {
  const { port } = server.address() as AddressInfo;
  return { VIDEOTECA_URL: `http://127.0.0.1:${port}`, VIDEOTECA_TOKEN: "x" };
};

it("leaves the earlier bag whole, and the next run continues the download", async () => {
  const bag = join(folder.folder, "bag");
  const first = await videoteca(["export", "bag"], folder.folder, environment());
  expect(first.code, first.stderr).toBe(0);

  [revisions, stalls] = [2, true];
  const env = commandEnvironment(environment());
  const killed = spawn(process.execPath, [commandFile, "export", "bag"], {
    cwd: folder.folder,
    env,
  });
  const part = join(stagingPaths(bag).blobs, `${blobOf(2).sha256}.md.part`);
  const isBegun = () =>
    stat(part).then(
      ({ size }) => size > 0,
      () => false,
    );
  await expect.poll(isBegun).toBe(true);
  killed.kill("SIGKILL");
  await new Promise((resolve) => killed.once("exit", resolve));

  // The bag is the earlier one, for ours and for any other validator.
  await checkBag(bag);
  execFileSync("sha256sum", ["--check", "--quiet", "manifest-sha256.txt"], { cwd: bag });
  expect(await readdir(join(bag, "data/works/memo/revisions"))).toEqual(["0001.json"]);
  expect(await readdir(join(bag, "data/blobs"))).toEqual([`${blobOf(1).sha256}.md`]);

  stalls = false;
  const arrived = (await stat(part)).size;
  const second = await videoteca(["export", "bag"], folder.folder, environment());
  expect(second.code, second.stderr).toBe(0);
  expect(ranges.at(-1)).toBe(`bytes=${arrived}-`);
  await checkBag(bag);
  expect(await readdir(join(bag, "data/blobs"))).toHaveLength(2);
  expect(await readdir(bag)).not.toContain("export-in-progress");
  for (const entry of await readdir(bag, { withFileTypes: true, recursive: true })) {
    const { mode } = await stat(join(entry.parentPath, entry.name));
    expect(mode & 0o777, entry.name).toBe(entry.isDirectory() ? 0o700 : 0o600);
  }
});
