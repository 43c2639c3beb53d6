import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Upload, type UploadOptions } from "tus-js-client";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { commandFile, root, videoteca } from "../run.ts";
import { digestOf, downloadedDigest, writeDocument } from "./large-document.ts";

const { url, token } = inject("library");
const endpoint = `${url}/api/v1/staff/uploads`;
const bearer = { Authorization: `Bearer ${token}` };
const mebibyte = 1024 * 1024;
const partSize = 8 * mebibyte;

/** How often the client is killed: a few times in CI, 50 times for a thorough test. */
const kills = Number(process.env.VIDEOTECA_KILLS ?? 4);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-uploads-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Uploads bytes with tus-js-client alone. @param stopAt aborts once the server has this many bytes */
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

describe("tus-js-client with its defaults", () => {
  it.each<[string, number, Partial<UploadOptions>]>([
    [
      "sends a film in three parts of the size that the server names",
      17e6,
      { chunkSize: partSize },
    ],
    ["sends a film of more than one part in one request", 9e6, {}],
    ["sends smaller parts than the server's", 9e6, { chunkSize: mebibyte }],
    [
      "sends bytes along with the creation",
      9e6,
      { uploadDataDuringCreation: true, chunkSize: 5e6 },
    ],
    ["sends POST if a network doesn't allow PATCH", 1e6, { overridePatchMethod: true }],
  ])("%s", async (_, size, options) => {
    const bytes = randomBytes(size);
    const to = await sendWithTusJs(bytes, options);
    expect(await downloadedDigest(url, digestOf(bytes), token)).toBe(digestOf(bytes));
    expect(await offsetOf(to)).toBe(size);
  });

  it("resumes an aborted upload without sending bytes again that have arrived", async () => {
    const bytes = randomBytes(18e6);
    // One of three parts has arrived, the second may be on its way; the last isn't.
    const to = await sendWithTusJs(bytes, { stopAt: partSize, chunkSize: partSize });
    await wait(300); // The library may still be storing the second part.
    const kept = await offsetOf(to);
    expect(kept).toBeGreaterThanOrEqual(partSize);
    expect(kept).toBeLessThan(bytes.length);
    expect(await downloadedDigest(url, digestOf(bytes), token)).toBeUndefined();
    const starts: number[] = [];
    await sendWithTusJs(bytes, {
      uploadUrl: to,
      onBeforeRequest: (request) => {
        const offset = request.getHeader("Upload-Offset");
        if (offset !== undefined) starts.push(Number(offset));
      },
    });
    expect(starts[0]).toBeGreaterThanOrEqual(kept);
    expect(await downloadedDigest(url, digestOf(bytes), token)).toBe(digestOf(bytes));
  });

  it("sends several files at once", async () => {
    const files = [9e6, 8.5e6, 2e6, 1e6].map((size) => randomBytes(size));
    await Promise.all(files.map((bytes) => sendWithTusJs(bytes, { chunkSize: partSize })));
    for (const bytes of files)
      expect(await downloadedDigest(url, digestOf(bytes), token)).toBe(digestOf(bytes));
  });

  it("gets an error if the library has the file already, or if its digest is wrong", async () => {
    const bytes = randomBytes(1e5);
    await sendWithTusJs(bytes);
    const none = { retryDelays: [] };
    await expect(sendWithTusJs(bytes, none)).rejects.toThrow(/409.*blob-exists/s);
    const metadata = { sha256: digestOf(randomBytes(9)), extension: "pdf" };
    await expect(sendWithTusJs(bytes, { ...none, metadata })).rejects.toThrow(/422.*wrong-digest/s);
    expect(await downloadedDigest(url, metadata.sha256, token)).toBeUndefined();
  });

  it("can delete an upload of which a part has arrived", async () => {
    const to = await sendWithTusJs(randomBytes(18e6), { stopAt: partSize, chunkSize: partSize });
    const kept = await offsetOf(to);
    expect(kept).toBeGreaterThanOrEqual(partSize);
    expect(kept).toBeLessThan(18e6);
    // The library may still be storing the second part.
    await Upload.terminate(to, { endpoint, headers: bearer, retryDelays: [0, 200, 1000] });
    const head = await fetch(to, {
      method: "HEAD",
      headers: { ...bearer, "Tus-Resumable": "1.0.0" },
    });
    expect(head.status).toBe(404);
  });
});

describe("another tus client", () => {
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

  it("can create an upload with the first mebibyte, and send each further one with its checksum", async () => {
    const bytes = Uint8Array.from(randomBytes(9 * mebibyte + 345));
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
    expect(await downloadedDigest(url, digestOf(bytes), token)).toBe(digestOf(bytes));
  });
});

const staff = { VIDEOTECA_URL: url, VIDEOTECA_TOKEN: token };
const isPublished = async (slug: string) => (await fetch(`${url}/api/v1/works/${slug}`)).ok;

describe("videoteca apply, with large files,", () => {
  it("prints a line as each file starts and ends, if the output isn't a terminal", async () => {
    const { folder: documentFolder, digests } = await writeDocument(folder, "progress-lines", {
      en: 9e6,
      es: 8.5e6,
      vi: 1000,
    });
    const { code, stdout, stderr } = await videoteca(
      ["apply", documentFolder, "--yes"],
      root,
      staff,
    );
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const lines = stdout.split("\n");
    expect(lines).toContain(`sending    ${join(documentFolder, "en.pdf")}, 9 MB`);
    expect(lines).toContain(`sending    ${join(documentFolder, "es.pdf")}, 8.5 MB`);
    expect(stdout).toMatch(/sent {7}\S+en\.pdf in \d+ s\n/);
    expect([stdout.includes("\r"), stdout.includes("\u001b")]).toEqual([false, false]);
    for (const digest of digests) expect(await downloadedDigest(url, digest, token)).toBe(digest);
  });

  it("prints only JSON with --json", async () => {
    const { folder: documentFolder, digests } = await writeDocument(folder, "progress-json", {
      en: 9e6,
      es: 1e6,
    });
    const { stdout } = await videoteca(["apply", documentFolder, "--yes", "--json"], root, staff);
    expect(JSON.parse(stdout).sent.toSorted()).toEqual(digests.toSorted());
  });

  it("resumes an upload that another client has started", async () => {
    const { folder: documentFolder, digests } = await writeDocument(folder, "started-by-another", {
      en: 12e6,
    });
    const bytes = await readFile(join(documentFolder, "en.pdf"));
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
      body: bytes.subarray(0, 9e6),
    });
    expect([begun.status, begun.headers.get("Upload-Offset")]).toEqual([201, "9000000"]);
    const { stdout } = await videoteca(["apply", documentFolder, "--yes"], root, staff);
    expect(stdout).toContain(`en.pdf, 12 MB, continuing after 9 MB\n`);
    expect(await downloadedDigest(url, digests[0] ?? "", token)).toBe(digests[0]);
  });

  it(`resumes with the same command after it was killed at any moment (${kills} times)`, async () => {
    const env = { ...process.env, ...staff };
    // Files of three parts, of two, and of one.
    const sizes = { en: 18e6, es: 9e6, vi: 2e6 };
    let round = 0;
    let work = await writeDocument(folder, "killed-0", sizes);
    for (let kill = 0; kill < kills; kill += 1) {
      const command = [commandFile, "apply", work.folder, "--yes"];
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
      // It was published before the kill, so it must be complete: continue with another work.
      for (const digest of work.digests)
        expect(await downloadedDigest(url, digest, token)).toBe(digest);
      round += 1;
      work = await writeDocument(folder, `killed-${round}`, sizes);
    }
    const { code } = await videoteca(["apply", work.folder, "--yes"], root, staff);
    expect(code).toBe(0);
    for (const digest of work.digests)
      expect(await downloadedDigest(url, digest, token)).toBe(digest);
    expect(await isPublished(`killed-${round}`)).toBe(true);
    const again = await videoteca(["apply", work.folder, "--yes", "--json"], root, staff);
    expect(JSON.parse(again.stdout)).toMatchObject({ works: [{ result: "unchanged" }], sent: [] });
  }, 900_000);
});
