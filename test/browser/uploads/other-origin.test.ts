import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startHost } from "../support/host.ts";
import { url, useBrowser } from "../support/visit.ts";

/** A page on another origin that uploads with tus-js-client, as a form on a partner's site would. */

const browser = useBrowser();
const { token } = inject("library");
const tusScript = join(import.meta.dirname, "../../../node_modules/tus-js-client/dist/tus.min.js");
const partSize = 8 * 1024 * 1024;

let host: Awaited<ReturnType<typeof startHost>>;
let page: Page;
beforeAll(async () => {
  host = await startHost("about:blank");
  page = await browser().newPage();
  await page.goto(host.url);
  await page.addScriptTag({ path: tusScript });
});
afterAll(async () => {
  await page.close();
  await host.stop();
});

interface Task {
  readonly endpoint: string;
  readonly token: string;
  /** Each byte is the one before plus `step`. */
  readonly size: number;
  readonly step: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly chunkSize: number;
  /** Where an interrupted upload continues. */
  readonly uploadUrl?: string | undefined;
  /** Ends after this many chunks, without or with removing the upload. */
  readonly stopAfter?: { readonly chunks: number; readonly terminate: boolean };
}

interface Outcome {
  readonly uploadUrl: string | null;
  readonly digest: string | undefined;
  readonly status: number | undefined;
  readonly error: string | undefined;
}

/** The part of tus-js-client that the page uses. */
interface TusClient {
  readonly Upload: new (
    file: Blob,
    options: object,
  ) => { url: string | null; start(): void; abort(terminate: boolean): Promise<void> };
}

function upload(task: Task): Promise<Outcome> {
  return page.evaluate(
    (task) =>
      new Promise<Outcome>((resolve) => {
        const { tus } = window as unknown as { tus: TusClient };
        const bytes = Uint8Array.from({ length: task.size }, (_, index) => index * task.step);
        let digest: string | undefined;
        let status: number | undefined;
        let chunks = 0;
        const end = (error?: Error) =>
          resolve({ uploadUrl: client.url, digest, status, error: error?.message });
        const client = new tus.Upload(new Blob([bytes]), {
          endpoint: task.endpoint,
          uploadUrl: task.uploadUrl ?? null,
          headers: { Authorization: `Bearer ${task.token}` },
          chunkSize: task.chunkSize,
          metadata: task.metadata,
          retryDelays: [],
          storeFingerprintForResuming: false,
          onAfterResponse(
            _: unknown,
            answer: { getStatus(): number; getHeader(name: string): string | undefined },
          ) {
            status = answer.getStatus();
            digest = answer.getHeader("Videoteca-Sha256") ?? digest;
          },
          onChunkComplete() {
            chunks += 1;
            if (chunks !== task.stopAfter?.chunks) return;
            client.abort(task.stopAfter.terminate).then(() => end(), end);
          },
          onSuccess: () => end(),
          onError: end,
        });
        client.start();
      }),
    task,
  );
}

function digestOf({ size, step }: Pick<Task, "size" | "step">): string {
  const bytes = Uint8Array.from({ length: size }, (_, index) => index * step);
  return createHash("sha256").update(bytes).digest("hex");
}

const task = {
  endpoint: `${url}/api/v1/staff/uploads`,
  token,
  size: partSize + 1000,
  step: 3,
  metadata: { filename: "clip.webm", filetype: "video/webm" },
  chunkSize: partSize,
};

describe("a page on another origin", () => {
  test("uploads a file in parts, and learns the digest that the server computed", async () => {
    const outcome = await upload(task);
    expect(outcome).toMatchObject({ error: undefined, digest: digestOf(task) });
  });

  test("continues an interrupted upload", async () => {
    const other = { ...task, step: 5 };
    const stopAfter = { chunks: 1, terminate: false };
    const { uploadUrl, digest } = await upload({ ...other, stopAfter });
    expect(digest).toBeUndefined();
    const outcome = await upload({ ...other, uploadUrl: uploadUrl ?? undefined });
    expect(outcome).toMatchObject({ error: undefined, digest: digestOf(other) });
  });

  test("removes an upload", async () => {
    const stopAfter = { chunks: 1, terminate: true };
    const outcome = await upload({ ...task, step: 7, stopAfter });
    expect(outcome).toMatchObject({ error: undefined, status: 204 });
    const { status } = await fetch(outcome.uploadUrl ?? "", {
      method: "HEAD",
      headers: { Authorization: `Bearer ${token}`, "Tus-Resumable": "1.0.0" },
    });
    expect(status).toBe(404);
  });

  test("can read why it was refused", async () => {
    const outcome = await upload({ ...task, token: "wrong" });
    expect(outcome.status).toBe(401);
    expect(outcome.error).toContain("A staff token is needed");
    const html = await upload({ ...task, metadata: { filename: "page.html" } });
    expect(html.status).toBe(400);
  });
});
