import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Upload, type UploadOptions } from "tus-js-client";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { commandFile, root, videoteca } from "../run.ts";
import { digestOf, documentOf, served } from "./large-document.ts";

const { url, token } = inject("library");
const endpoint = `${url}/api/v1/staff/uploads`;
const bearer = { Authorization: `Bearer ${token}` };
const mebibyte = 1024 * 1024;
const partSize = 8 * mebibyte;

/** How often the client is killed: a few times in CI, 50 times for the full proof. */
const kills = Number(process.env.VIDEOTECA_KILLS ?? 4);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-uploads-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Sends bytes with tus-js-client, as anyone would. @param stopAt breaks off once so many bytes are kept */
function sendWithTusJs(
  bytes: Buffer,
  options: Partial<UploadOptions> & { stopAt?: number } = {},
): Promise<string> {
  const { stopAt = Number.POSITIVE_INFINITY, ...more } = options;
  return new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint,
      headers: bearer,
      metadata: { sha256: digestOf(bytes), filename: "film.pdf" },
      retryDelays: [0, 200, 1000],
      onError: reject,
      onSuccess: () => resolve(upload.url ?? ""),
      onChunkComplete: (_, kept) => {
        if (kept < stopAt) return;
        upload.abort().then(() => resolve(upload.url ?? ""), reject);
      },
      ...more,
    });
    upload.start();
  });
}

async function offsetOf(to: string): Promise<number> {
  const response = await fetch(to, {
    method: "HEAD",
    headers: { ...bearer, "Tus-Resumable": "1.0.0" },
  });
  expect(response.status).toBe(200);
  return Number(response.headers.get("Upload-Offset"));
}

describe("tus-js-client, as it is,", () => {
  it.each<[string, number, Partial<UploadOptions>]>([
    [
      "sends a film of 60 MB in parts of the size that the server names",
      60e6,
      { chunkSize: partSize },
    ],
    ["sends a whole film in one request", 20e6, {}],
    ["sends smaller pieces than the server's", 12e6, { chunkSize: mebibyte }],
    [
      "sends bytes along with the creation",
      20e6,
      { uploadDataDuringCreation: true, chunkSize: 5e6 },
    ],
    ["sends POST where a network knows no PATCH", 9e6, { overridePatchMethod: true }],
  ])("%s", async (_, size, options) => {
    const bytes = randomBytes(size);
    const to = await sendWithTusJs(bytes, options);
    expect(await served(url, digestOf(bytes))).toBe(digestOf(bytes));
    expect(await offsetOf(to)).toBe(size);
  });

  it("goes on where it broke off, and doesn't send again what arrived", async () => {
    const bytes = randomBytes(30e6);
    // Two of four parts are there, the third may be on its way: never the last.
    const to = await sendWithTusJs(bytes, { stopAt: 2 * partSize, chunkSize: partSize });
    await wait(300); // The library may be storing the third part yet.
    const kept = await offsetOf(to);
    expect(kept).toBeGreaterThanOrEqual(2 * partSize);
    expect(kept).toBeLessThan(bytes.length);
    expect(await served(url, digestOf(bytes))).toBeUndefined();
    const starts: number[] = [];
    await sendWithTusJs(bytes, {
      uploadUrl: to,
      onBeforeRequest: (request) => {
        const offset = request.getHeader("Upload-Offset");
        if (offset !== undefined) starts.push(Number(offset));
      },
    });
    expect(starts[0]).toBeGreaterThanOrEqual(kept);
    expect(await served(url, digestOf(bytes))).toBe(digestOf(bytes));
  });

  it("sends several files at once", async () => {
    const files = [20e6, 17e6, 12e6, 1e6].map((size) => randomBytes(size));
    await Promise.all(files.map((bytes) => sendWithTusJs(bytes, { chunkSize: partSize })));
    for (const bytes of files) expect(await served(url, digestOf(bytes))).toBe(digestOf(bytes));
  });

  it("is told that a file is there already, or is another one than announced", async () => {
    const bytes = randomBytes(2e6);
    await sendWithTusJs(bytes);
    const none = { retryDelays: [] };
    await expect(sendWithTusJs(bytes, none)).rejects.toThrow(/409.*blob-exists/s);
    const metadata = { sha256: digestOf(randomBytes(9)), extension: "pdf" };
    await expect(sendWithTusJs(bytes, { ...none, metadata })).rejects.toThrow(/422.*wrong-digest/s);
    expect(await served(url, metadata.sha256)).toBeUndefined();
  });

  it("ends an upload", async () => {
    const to = await sendWithTusJs(randomBytes(20e6), { stopAt: 9e6 });
    await Upload.terminate(to, { endpoint, headers: bearer });
    const head = await fetch(to, {
      method: "HEAD",
      headers: { ...bearer, "Tus-Resumable": "1.0.0" },
    });
    expect(head.status).toBe(404);
  });
});

describe("a client of another make", () => {
  const send = (
    method: string,
    to: string,
    headers: Record<string, string>,
    body: Uint8Array<ArrayBuffer>,
  ) =>
    fetch(to, {
      method,
      headers: {
        ...bearer,
        "Tus-Resumable": "1.0.0",
        "Content-Type": "application/offset+octet-stream",
        "Upload-Checksum": `sha1 ${createHash("sha1").update(body).digest("base64")}`,
        ...headers,
      },
      body,
    });

  it("creates with the first mebibyte, and sends each further one with its checksum", async () => {
    const bytes = Uint8Array.from(randomBytes(12 * mebibyte + 345));
    const encoded = (text: string) => Buffer.from(text).toString("base64");
    const creation = {
      "Upload-Length": String(bytes.length),
      "Upload-Metadata": `filename ${encoded("Guía.PDF")}, sha256 ${encoded(digestOf(bytes))}`,
    };
    const created = await send("POST", endpoint, creation, bytes.slice(0, mebibyte));
    expect(created.status).toBe(201);
    const to = new URL(created.headers.get("Location") ?? "", endpoint).href;
    let offset = Number(created.headers.get("Upload-Offset"));
    while (offset < bytes.length) {
      const piece = bytes.slice(offset, offset + mebibyte);
      const at = { "Upload-Offset": String(offset) };
      const damaged = { ...at, "Upload-Checksum": `sha1 ${encoded("another checksum....")}` };
      if (offset === 5 * mebibyte)
        expect((await send("PATCH", to, damaged, piece)).status).toBe(460);
      const { status, headers } = await send("PATCH", to, at, piece);
      expect(status).toBe(204);
      offset = Number(headers.get("Upload-Offset"));
    }
    expect(await served(url, digestOf(bytes))).toBe(digestOf(bytes));
  });
});

const staff = { VIDEOTECA_URL: url, VIDEOTECA_TOKEN: token };
const isPublished = async (slug: string) => (await fetch(`${url}/api/v1/works/${slug}`)).ok;

describe("videoteca apply, of large files,", () => {
  it("tells in a pipe what it sends, a line as each begins and ends", async () => {
    const { place, digests } = await documentOf(folder, "told-in-lines", {
      en: 20e6,
      es: 9e6,
      vi: 1000,
    });
    const { code, stdout, stderr } = await videoteca(["apply", place, "--yes"], root, staff);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const lines = stdout.split("\n");
    expect(lines).toContain(`sending    ${join(place, "en.pdf")}, 20 MB`);
    expect(lines).toContain(`sending    ${join(place, "es.pdf")}, 9 MB`);
    expect(stdout).toMatch(/sent {7}\S+en\.pdf in \d+ s\n/);
    expect([stdout.includes("\r"), stdout.includes("\u001b")]).toEqual([false, false]);
    for (const digest of digests) expect(await served(url, digest)).toBe(digest);
  });

  it("says nothing but JSON where a program asks", async () => {
    const { place, digests } = await documentOf(folder, "told-in-json", { en: 9e6, es: 1e6 });
    const { stdout } = await videoteca(["apply", place, "--yes", "--json"], root, staff);
    expect(JSON.parse(stdout).sent.toSorted()).toEqual(digests.toSorted());
  });

  it("goes on with what any client has begun to send, as the plan tells", async () => {
    const { place, digests } = await documentOf(folder, "begun-by-another", { en: 20e6 });
    const bytes = await readFile(join(place, "en.pdf"));
    const words = { sha256: digests[0] ?? "", extension: "pdf" };
    const pairs = Object.entries(words).map(([key, value]) => `${key} ${btoa(value)}`);
    const begun = await fetch(endpoint, {
      method: "POST",
      headers: {
        ...bearer,
        "Tus-Resumable": "1.0.0",
        "Content-Type": "application/offset+octet-stream",
        "Upload-Length": String(bytes.length),
        "Upload-Metadata": pairs.join(","),
      },
      body: bytes.subarray(0, 10e6),
    });
    expect([begun.status, begun.headers.get("Upload-Offset")]).toEqual([201, "10000000"]);
    const { stdout } = await videoteca(["apply", place, "--yes"], root, staff);
    expect(stdout).toContain(`en.pdf, 20 MB, continuing after 10 MB\n`);
    expect(await served(url, digests[0] ?? "")).toBe(digests[0]);
  });

  it(`goes on with the same command after it was killed at any moment (${kills} times)`, async () => {
    const env = { ...process.env, ...staff };
    const sizes = { en: 60e6, es: 31e6, vi: 40e6 };
    let round = 0;
    let work = await documentOf(folder, "killed-0", sizes);
    for (let kill = 0; kill < kills; kill += 1) {
      const command = [commandFile, "apply", work.place, "--yes"];
      const child = spawn(process.execPath, command, {
        cwd: root,
        env,
        stdio: ["ignore", "pipe", "inherit"],
      });
      const ended = new Promise((resolve) => child.once("close", resolve));
      const sending = new Promise<void>((resolve) => {
        child.stdout.on("data", (text: Buffer) => {
          if (text.includes("sending")) resolve();
        });
      });
      await Promise.race([sending, ended]);
      await wait(Math.random() * 1000);
      child.kill("SIGKILL");
      await ended;
      if (!(await isPublished(`killed-${round}`))) continue;
      // Published, and whole therefore: the next one is to be killed.
      for (const digest of work.digests) expect(await served(url, digest)).toBe(digest);
      round += 1;
      work = await documentOf(folder, `killed-${round}`, sizes);
    }
    const { code } = await videoteca(["apply", work.place, "--yes"], root, staff);
    expect(code).toBe(0);
    for (const digest of work.digests) expect(await served(url, digest)).toBe(digest);
    expect(await isPublished(`killed-${round}`)).toBe(true);
    const again = await videoteca(["apply", work.place, "--yes", "--json"], root, staff);
    expect(JSON.parse(again.stdout)).toMatchObject({ works: [{ result: "unchanged" }], sent: [] });
  }, 900_000);
});
