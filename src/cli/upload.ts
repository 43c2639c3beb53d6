import type { Client } from "./client.ts";
import type { LocalBlob } from "./gather.ts";
import { openBlob } from "./open-blob.ts";

/**
 * Sends blobs, each once in the life of this uploader, however many works name it.
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
    await this.#client.putBlob(blob, await openBlob(blob));
    this.#sent.add(blob.sha256);
  }
}
