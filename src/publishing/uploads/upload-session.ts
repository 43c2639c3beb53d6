import { DigestMismatch, storeBlob } from "../../storage/blobs.ts";
import {
  deleteTail,
  joinParts,
  removeUploadObjects,
  uploadPart,
  writeTail,
} from "../../storage/uploads/upload-objects.ts";
import {
  advanceUpload,
  completeUpload,
  type Part,
  reservePart,
  type Upload,
} from "../../storage/uploads/uploads.ts";
import { UploadError, wrongOffsetError } from "./upload-error.ts";
import { findUpload, partSize, removeUpload, type UploadStore } from "./uploads.ts";

/** R2 has no part with a greater number. */
const maxPartNumber = 10_000;

/** What has arrived and isn't a part yet, on its way into R2. */
export class UploadSession {
  readonly #store: UploadStore;
  readonly #waits: boolean;
  readonly #held: Uint8Array<ArrayBuffer>;
  #length: number;
  /** As D1 has it. */
  #upload: Upload;
  /** Sent to R2, and not noted in D1 yet. */
  #parts: readonly Part[] = [];

  /** @param waits whether nothing counts before all has arrived */
  constructor(store: UploadStore, upload: Upload, tail: Uint8Array, waits: boolean) {
    this.#store = store;
    this.#upload = upload;
    this.#waits = waits;
    const inParts = upload.offset - upload.tail;
    this.#held = new Uint8Array(Math.min(partSize, upload.blob.size - inParts));
    this.#held.set(tail);
    this.#length = tail.length;
  }

  /** How many bytes of the file have arrived. */
  get #arrived(): number {
    const { offset, tail } = this.#upload;
    return offset - tail + this.#parts.length * partSize + this.#length;
  }

  get isComplete(): boolean {
    return this.#arrived === this.#upload.blob.size;
  }

  /** @throws UploadRefusal where these are more bytes than the file has */
  async append(bytes: Uint8Array): Promise<void> {
    if (this.#arrived + bytes.length > this.#upload.blob.size) {
      throw new UploadError("too-large", `The file was to have ${this.#upload.blob.size} bytes.`);
    }
    for (let start = 0; start < bytes.length; ) {
      // Only when there is more: the last part is sent when all is there, and may be a full one.
      if (this.#length === partSize) await this.#sendFullPart();
      const piece = bytes.subarray(start, start + partSize - this.#length);
      this.#held.set(piece, this.#length);
      this.#length += piece.length;
      start += piece.length;
    }
  }

  async #sendFullPart(): Promise<void> {
    this.#parts = [...this.#parts, await this.#sendHeld()];
    this.#length = 0;
    if (!this.#waits) await this.#advance(0, 0);
  }

  async #sendHeld(): Promise<Part> {
    const { database, bucket } = this.#store;
    const number = await reservePart(database, this.#upload.id);
    if (number === undefined) throw wrongOffsetError(undefined);
    if (number > maxPartNumber) {
      await removeUpload(this.#store, this.#upload);
      throw new UploadError("upload-expired", "It was tried too often: begin a new upload.");
    }
    return uploadPart(bucket, this.#upload, number, this.#held.subarray(0, this.#length));
  }

  /** Notes in D1 what R2 has. */
  async #advance(tail: number, tailAttempt: number): Promise<void> {
    const { database, bucket } = this.#store;
    const before = this.#upload;
    const parts = [...before.parts, ...this.#parts];
    const to = { parts, tail, tailAttempt, offset: parts.length * partSize + tail };
    if (!(await advanceUpload(database, before, to))) throw wrongOffsetError(undefined);
    this.#upload = { ...before, ...to };
    this.#parts = [];
    if (before.tail > 0) await deleteTail(bucket, before.id, before.tailAttempt);
  }

  /** Keeps what is under a part for the next time. @returns the new offset */
  async save(): Promise<number> {
    if (this.#length === partSize) await this.#sendFullPart();
    const { id, offset } = this.#upload;
    if (this.#arrived === offset) return offset;
    if (this.#length === 0) {
      await this.#advance(0, 0);
      return this.#upload.offset;
    }
    const { bucket } = this.#store;
    const attempt = await writeTail(bucket, id, this.#held.subarray(0, this.#length));
    try {
      await this.#advance(this.#length, attempt);
    } catch (error) {
      await deleteTail(bucket, id, attempt);
      throw error;
    }
    return this.#upload.offset;
  }

  /** Joins and verifies the file, and makes it a blob. @returns its size */
  async finish(now: Date): Promise<number> {
    if (this.#parts.length > 0) await this.#advance(0, 0);
    const { database, bucket } = this.#store;
    const { id, blob, parts } = this.#upload;
    const whole =
      parts.length === 0
        ? toStream(this.#held.subarray(0, this.#length))
        : await joinParts(bucket, this.#upload, () => this.#sendHeld());
    if (!whole) {
      // Someone else has finished it, or ended it.
      const { offset } = await findUpload(this.#store, id, now);
      if (offset === blob.size) return offset;
      throw wrongOffsetError(offset);
    }
    try {
      await storeBlob(bucket, database, blob, whole, now.toISOString());
    } catch (error) {
      if (!(error instanceof DigestMismatch)) throw error;
      await removeUpload(this.#store, this.#upload);
      const words = "The whole has another SHA-256 than was announced: nothing of it was kept.";
      throw new UploadError("wrong-digest", words);
    }
    await completeUpload(database, id);
    await removeUploadObjects(bucket, this.#upload);
    return blob.size;
  }
}

/** Bytes as a stream whose length is known: R2 asks for that. */
function toStream(bytes: Uint8Array<ArrayBuffer>): ReadableStream {
  return new Response(bytes).body ?? new Blob([]).stream();
}
