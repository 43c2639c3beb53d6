import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { type Client, Refused } from "./client.ts";
import type { LocalBlob } from "./gather.ts";

/**
 * Sends blobs, each once in the life of this uploader, however many works name it. Films stream from
 * the disk and are never held in memory whole.
 */
export class Uploader {
  readonly #client: Client;
  readonly #sent = new Set<string>();

  constructor(client: Client) {
    this.#client = client;
  }

  /** The digests of what was sent. */
  get sent(): readonly string[] {
    return [...this.#sent];
  }

  /** @throws Refused or Stop, where the client does */
  async send(blob: LocalBlob): Promise<void> {
    if (this.#sent.has(blob.sha256)) return;
    const bytes = blob.webVtt === undefined ? await openFile(blob) : Readable.from([blob.webVtt]);
    await this.#client.putBlob(blob, bytes);
    this.#sent.add(blob.sha256);
  }
}

/** A film may be exported again while others are sent: its digest then isn't this blob's any more. */
async function openFile({ path, size }: LocalBlob): Promise<Readable> {
  const found = await stat(path).catch(() => undefined);
  if (found?.size === size) return createReadStream(path);
  throw new Refused(`${path} has changed since it was checked: run this again.`);
}
