import { BlobRefused, DigestMismatch, storeBlob } from "../../storage/blobs.ts";
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
import { hashStream } from "./checksum.ts";
import { UploadError, wrongOffsetError } from "./upload-error.ts";
import {
  findUpload,
  partSize,
  removeUpload,
  type UploadStore,
  withdrawnFileError,
} from "./uploads.ts";

/** R2's greatest part number (https://developers.cloudflare.com/r2/objects/upload-objects/). */
const maxPartNumber = 10_000;

/** How far an upload is. */
export interface Received {
  /** It is the file's size only when the blob is stored. */
  readonly offset: number;
  /** The file's digest, if it is complete: the server has verified or computed it. */
  readonly sha256: string | undefined;
}

/** Receives the bytes of one request: collects them into parts, and sends the parts to R2. */
export class UploadSession {
  readonly #store: UploadStore;
  readonly #defersProgress: boolean;
  /** The bytes that aren't in a part yet. */
  readonly #buffer: Uint8Array<ArrayBuffer>;
  /** How many bytes of the buffer are filled. */
  #length: number;
  /** The upload as D1 has it. */
  #upload: Upload;
  /** Parts that R2 has and D1 doesn't list yet. */
  #parts: readonly Part[] = [];
  /** A part number that was reserved for this request and isn't used yet. */
  #reserved: number | undefined;

  /**
   * @param defersProgress whether D1 is updated only at the end of the request, once its checksum is verified
   * @param partNumber a part number that is reserved for this request, if there is one
   */
  constructor(
    store: UploadStore,
    upload: Upload,
    tail: Uint8Array,
    { defersProgress, partNumber }: { defersProgress: boolean; partNumber: number | undefined },
  ) {
    this.#store = store;
    this.#upload = upload;
    this.#defersProgress = defersProgress;
    this.#reserved = partNumber;
    const inParts = upload.offset - upload.tail;
    this.#buffer = new Uint8Array(Math.min(partSize, upload.blob.size - inParts));
    this.#buffer.set(tail);
    this.#length = tail.length;
  }

  /** How many bytes of the file have been received, in this request and before. */
  get #received(): number {
    const { offset, tail } = this.#upload;
    return offset - tail + this.#parts.length * partSize + this.#length;
  }

  get isComplete(): boolean {
    return this.#received === this.#upload.blob.size;
  }

  /** @throws UploadError if these are more bytes than the file has */
  async append(bytes: Uint8Array): Promise<void> {
    if (this.#received + bytes.length > this.#upload.blob.size) {
      const detail = `The file has more than the announced ${this.#upload.blob.size} bytes.`;
      throw new UploadError("too-large", detail);
    }
    for (let start = 0; start < bytes.length; ) {
      // A full part is sent only when more bytes follow: the last part is sent by `finish`, even a full one.
      if (this.#length === partSize) await this.#sendFullPart();
      const chunk = bytes.subarray(start, start + partSize - this.#length);
      this.#buffer.set(chunk, this.#length);
      this.#length += chunk.length;
      start += chunk.length;
    }
  }

  async #sendFullPart(): Promise<void> {
    this.#parts = [...this.#parts, await this.#sendBuffer()];
    this.#length = 0;
    if (!this.#defersProgress) await this.#advance(0, 0);
  }

  async #sendBuffer(): Promise<Part> {
    const { database, bucket } = this.#store;
    const number = this.#reserved ?? (await reservePart(database, this.#upload.id));
    this.#reserved = undefined;
    if (number === undefined) throw wrongOffsetError(undefined);
    if (number > maxPartNumber) {
      await removeUpload(this.#store, this.#upload);
      throw new UploadError(
        "upload-expired",
        "There were too many attempts to send this upload's parts: start a new upload.",
      );
    }
    return uploadPart(bucket, this.#upload, number, this.#buffer.subarray(0, this.#length));
  }

  /** Updates the upload in D1 to what R2 has. */
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

  /** Stores the bytes that are too few for a part for the next request. @returns the new offset */
  async save(): Promise<number> {
    if (this.#length === partSize) await this.#sendFullPart();
    const { id, offset } = this.#upload;
    if (this.#received === offset) return offset;
    if (this.#length === 0) {
      await this.#advance(0, 0);
      return this.#upload.offset;
    }
    const { bucket } = this.#store;
    const attempt = await writeTail(bucket, id, this.#buffer.subarray(0, this.#length));
    try {
      await this.#advance(this.#length, attempt);
    } catch (error) {
      await deleteTail(bucket, id, attempt);
      throw error;
    }
    return this.#upload.offset;
  }

  /** Joins and verifies the file, and stores it as a blob. */
  async finish(now: Date): Promise<Received> {
    if (this.#parts.length > 0) await this.#advance(0, 0);
    const { database, bucket } = this.#store;
    const { id, blob } = this.#upload;
    // Without an announced digest, the whole file is read twice: R2 verifies what it stores against a digest.
    const sha256 = blob.sha256 ?? (await this.#hashWhole());
    const whole = sha256 === undefined ? undefined : await this.#readWhole();
    if (whole === undefined || sha256 === undefined) {
      // Another request has finished or removed the upload.
      const finished = await findUpload(this.#store, id, now);
      const { offset } = finished;
      if (offset === blob.size) return { offset, sha256: finished.blob.sha256 };
      throw wrongOffsetError(offset);
    }
    try {
      const isNew = await storeBlob(
        bucket,
        database,
        { ...blob, sha256 },
        whole,
        now.toISOString(),
      );
      if (!isNew) await whole.cancel();
    } catch (error) {
      if (!(error instanceof DigestMismatch || error instanceof BlobRefused)) throw error;
      await removeUpload(this.#store, this.#upload);
      // Its work was withdrawn while the bytes arrived.
      if (error instanceof BlobRefused) throw withdrawnFileError(error);
      const detail = "The file has another SHA-256 than announced, so the upload was removed.";
      throw new UploadError("wrong-digest", detail);
    }
    await completeUpload(database, id, sha256);
    await removeUploadObjects(bucket, this.#upload);
    return { offset: blob.size, sha256 };
  }

  /** The complete file; undefined if another request has finished or removed the upload. */
  async #readWhole(): Promise<ReadableStream | undefined> {
    return this.#upload.parts.length === 0
      ? toStream(this.#buffer.subarray(0, this.#length))
      : joinParts(this.#store.bucket, this.#upload, () => this.#sendBuffer());
  }

  async #hashWhole(): Promise<string | undefined> {
    return hashStream(await this.#readWhole());
  }
}

/** Bytes as a stream of known length, which R2 requires. */
function toStream(bytes: Uint8Array<ArrayBuffer>): ReadableStream {
  return new Response(bytes).body ?? new Blob([]).stream();
}
