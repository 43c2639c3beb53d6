import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { freePort, readUntil, temporaryFolder } from "../../browser/support/start.ts";
import { addressOf, runWorker } from "../../browser/support/worker.ts";
import { descendantsOf } from "../../scripts/processes.ts";
import { commandFile, root, videoteca } from "../run.ts";
import { listKeys, type Stores, sweepLater } from "../stores.ts";
import { downloadedDigest, writeDocument } from "./large-document.ts";

const { url, token } = inject("library");

/** How often the server is killed: once in CI, 20 times for a thorough test. */
const kills = Number(process.env.VIDEOTECA_SERVER_KILLS ?? 1);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-bad-line-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A proxy to the library that breaks the connection whenever nine megabytes have passed. */
async function startBreakingProxy(): Promise<{ url: string; breaks: () => number; close(): void }> {
  let passed = 0;
  let broken = 0;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(new URL(url).port), "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        near.destroy();
        far.destroy();
        sockets.delete(socket);
      });
    }
    near.on("data", (bytes) => {
      passed += bytes.length;
      // Small requests, such as a plan, pass: the command doesn't retry them.
      if (passed < 9e6 || bytes.length < 4096) return;
      passed = 0;
      broken += 1;
      near.destroy();
    });
    near.pipe(far);
    far.pipe(near);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    breaks: () => broken,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

describe("videoteca apply, over a connection that breaks,", () => {
  it("resumes by itself wherever it breaks", async () => {
    const proxy = await startBreakingProxy();
    const { folder: documentFolder, digests } = await writeDocument(folder, "broken-connections", {
      en: 20e6,
      es: 9e6,
    });
    const staff = { VIDEOTECA_URL: proxy.url, VIDEOTECA_TOKEN: token };
    const { code, stderr } = await videoteca(["apply", documentFolder, "--yes"], root, staff);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(proxy.breaks()).toBeGreaterThanOrEqual(3);
    for (const digest of digests) expect(await downloadedDigest(url, digest)).toBe(digest);
    proxy.close();
  });
});

/** Checks that after the cron, R2 contains the files that current revisions name, and nothing else. */
async function expectNoOrphans(stores: Stores): Promise<void> {
  expect(await sweepLater(stores, 8)).toMatchObject({ blobs: [], lost: [] });
  const { results } = await stores.DB.prepare(
    "select distinct sha256 from revision_blobs join works using (slug) where number = revision",
  ).all();
  expect(await listKeys(stores)).toEqual(results.map(({ sha256 }) => `blobs/${sha256}`).sort());
  expect(await stores.DB.prepare("select count(*) as n from uploads").first("n")).toBe(0);
}

/** The workerd processes that this process has started. */
const workerds = () =>
  descendantsOf(process.pid).filter(({ command }) => /workerd serve/.test(command));

describe("a library that is killed during uploads", () => {
  it(`has lost nothing when it runs again (${kills} times)`, async () => {
    const { settings, bundle, empty, token: secret } = inject("templates");
    const state = await temporaryFolder();
    await cp(empty, state.folder, { recursive: true });
    const port = await freePort();
    const others = new Set(workerds().map(({ pid }) => pid));
    const start = () => runWorker(settings, bundle, state.folder, {}, { port });
    let library = await start();
    const address = await addressOf(library);
    const staff = { VIDEOTECA_URL: address, VIDEOTECA_TOKEN: secret };
    for (let kill = 0; kill < kills; kill += 1) {
      const slug = `server-killed-${kill}`;
      const { folder: documentFolder, digests } = await writeDocument(folder, slug, {
        en: 20e6,
        es: 9e6,
      });
      const command = [commandFile, "apply", documentFolder, "--yes"];
      const env = { ...process.env, ...staff };
      const client = spawn(process.execPath, command, { cwd: root, env });
      const ended = new Promise<number | null>((resolve) => client.once("exit", resolve));
      await Promise.race([readUntil(client, /sending/), ended]);
      await wait(Math.random() * 1000);
      const killed = workerds().filter(({ pid }) => !others.has(pid));
      expect(killed.length).toBeGreaterThan(0);
      for (const { pid } of killed) process.kill(pid, "SIGKILL");
      await library.dispose();
      library = await start();
      // The client waits for the library, or has given up: the same command completes the upload.
      await ended;
      const { code, stdout, stderr } = await videoteca(
        ["apply", documentFolder, "--yes"],
        root,
        staff,
      );
      expect(code, stdout + stderr).toBe(0);
      expect((await fetch(`${address}/api/v1/works/${slug}`)).status).toBe(200);
      for (const digest of digests) expect(await downloadedDigest(address, digest)).toBe(digest);
    }
    await expectNoOrphans({
      DB: await library.getD1Database("DB"),
      BLOBS: await library.getR2Bucket("BLOBS"),
    });
    await library.dispose();
    await state.remove();
  }, 1_800_000);
});
